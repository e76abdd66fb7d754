"""The page on which an instructor closes the class, resets a PIN and erases a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxkit.core.template import render
from cxkit.front.pages import page_values
from cxkit.language import LANGS, Lang
from cxkit.store import ClassInfo, Keeping, Member


@dataclass(frozen=True)
class ManageView:
    """What the page shows.

    Parameters
    ----------
    room : ClassInfo
    kept : Keeping
        How long what the class has written is kept.
    people : sequence of Member
        The participants, by name.
    name : str
        The instructor's.
    by_hub : bool
        Whether a JupyterHub lets people in: there are no PINs then, and names are the Hub's.
    message : str
        What was done, or why it was not.
    refused : bool
        Whether the message says that something was refused.
    pin, pin_of : str
        A new PIN, to be shown this once, and whose it is.
    """

    room: ClassInfo
    kept: Keeping
    people: Sequence[Member]
    name: str
    by_hub: bool = False
    message: str = ""
    refused: bool = False
    pin: str = ""
    pin_of: str = ""


def manage_page(view: ManageView, *, lang: Lang, base: str, xsrf: str) -> str:
    """Draw it."""
    here = f"{base}class/manage"
    values = page_values(lang, base, xsrf, {code: f"{here}?lang={code}" for code in LANGS})
    return render("manage.html.j2", package="front", **values, view=view)
