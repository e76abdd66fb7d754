"""The words a picture draws, from the exercise's YAML."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cxkit.core.context import Context
from cxkit.core.picture import Picture, draw_template
from cxkit.core.wording import Wording, wording_of
from cxkit.language import Lang, format_number

# A longer text is cut in a picture; the form and the report's answers hold the whole of it.
MOST = 220


@dataclass(frozen=True)
class Phrases:
    """The words of one exercise in one language."""

    exercise: str
    lang: Lang

    @cached_property
    def _words(self) -> Wording:
        return wording_of(self.exercise)

    def __call__(self, key: str, **values: object) -> str:
        """Return a ``picture:`` text with the `values` it names put in."""
        return self._words.picture[key].fill(self.lang, values)

    def label(self, *path: str) -> str:
        """Return a field's label."""
        return self._words.field(*path).label.in_(self.lang)

    def option(self, value: str, *path: str) -> str:
        """Return the words of a choice's value; empty for the open choice."""
        return self._words.field(*path).options[value].in_(self.lang) if value else ""

    def anchor(self, level: int | None, *path: str) -> str:
        """Return what a level of a rating means; empty while it is not rated."""
        return "" if level is None else self._words.field(*path).anchors[level].in_(self.lang)


def cut(text: str, most: int = MOST) -> str:
    """Cut a text at a word when it is clearly too long for a picture.

    Examples
    --------
    >>> cut("one two three four five", most=14)
    'one two three …'
    """
    text = text.strip()
    if len(text) <= most * 1.25:
        return text
    place = text.rfind(" ", most // 2, most)
    return text[: place if place > 0 else most].rstrip() + " …"


def figure(value: float, lang: Lang) -> str:
    """Write a figure with up to two decimals and a true minus sign.

    Examples
    --------
    >>> figure(-4.25, "it"), figure(1004.0, "en")
    ('−4,25', '1,004')
    """
    return format_number(round(value, 2), lang).replace("-", "−")


def draw(
    template: str, say: Phrases, context: Context, title: str, description: str, **values: Any
) -> Picture:
    """Draw one of the slice's templates with what all of them need."""
    common = {"say": say, "cut": cut, "written": context.written,
              "figure": lambda value: figure(value, context.lang), **values}  # fmt: skip
    return draw_template(
        "waves", template, lang=context.lang, title=title, description=description, **common
    )
