"""The page that shows what an edited spreadsheet would change, before it does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from cxkit.core.template import render
from cxkit.front.pages import page_values
from cxkit.language import Lang


class Told(Protocol):
    """What would change in one exercise; `fields` have within, label, before and after."""

    @property
    def title(self) -> str: ...
    @property
    def added(self) -> Sequence[str]: ...
    @property
    def removed(self) -> Sequence[str]: ...
    @property
    def fields(self) -> Sequence[object]: ...


@dataclass(frozen=True)
class BringView:
    """What the page shows.

    Parameters
    ----------
    workbook, title : str
        Id and title of the workbook.
    message : str
        Why the file was refused, in lines; empty when it was read.
    clash : bool
        Whether it was refused because both sides changed the same fields.
    told : sequence of Told
        What would change.
    sent : str
        What the page sends back when that is taken over.
    """

    workbook: str
    title: str
    message: str = ""
    clash: bool = False
    told: Sequence[Told] = ()
    sent: str = ""


def bring_page(view: BringView, *, lang: Lang, base: str, xsrf: str) -> str:
    """Draw the page in `lang`; `xsrf` is the token that its forms send along."""
    return render("bring.html.j2", package="front", **page_values(lang, base, xsrf), view=view)
