"""What a page says that has no kernel because too many are open, and how it goes on by itself."""

from dataclasses import dataclass

from cxkit.core.template import render
from cxkit.front.pages import page_values
from cxkit.language import Lang, format_number, translator


@dataclass(frozen=True)
class Wait:
    """Why a page waits.

    Parameters
    ----------
    ahead : int or None
        How many pages wait and have come before; None when the person's own pages are too many.
    seconds : int
        After how many seconds the page asks again.
    """

    ahead: int | None
    seconds: int

    def words(self, lang: Lang) -> str:
        """Say it in a sentence or two."""
        tr = translator(lang)
        if self.ahead is None:
            return tr("You have too many pages open. Close some, and this one goes on by itself.")
        said = tr(
            "All places are taken at the moment. Pages waiting before this one: {number}. "
            "It goes on by itself as soon as there is a place."
        )
        return said.format(number=format_number(self.ahead, lang))


def waiting_page(wait: Wait, lang: Lang, base: str) -> str:
    """Draw the page for a notebook of which nothing can be shown before its kernel runs."""
    return render("waiting.html.j2", package="front", **page_values(lang, base), wait=wait)
