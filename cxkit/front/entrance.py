"""The pages in front of a class's door, as HTML."""

from dataclasses import dataclass
from urllib.parse import urlencode

from cxkit.core.template import render
from cxkit.front.pages import page_values
from cxkit.language import LANGS, Lang


@dataclass(frozen=True)
class JoinView:
    """What the join form shows.

    Parameters
    ----------
    room : str
        Name of the class.
    code, name : str
        What was typed already, or came with the address.
    onward : str
        Where to go on to.
    message : str
        What is wrong, to be said above the form.
    """

    room: str
    code: str = ""
    name: str = ""
    onward: str = ""
    message: str = ""


def join_page(view: JoinView, *, lang: Lang, base: str, xsrf: str) -> str:
    """Draw the form with code, name and PIN."""
    kept = {"code": view.code, "next": view.onward}
    return render(
        "join.html.j2",
        package="front",
        **_values(lang, base, xsrf, f"{base}join", kept),
        view=view,
    )


def joined_page(room: str, name: str, link: str, onward: str, *, lang: Lang, base: str) -> str:
    """Draw the welcome of somebody who has just joined, with their personal link."""
    values = page_values(lang, base)
    return render(
        "joined.html.j2", package="front", **values, room=room, name=name, link=link, onward=onward
    )


def resume_page(room: str, message: str, *, lang: Lang, base: str, xsrf: str) -> str:
    """Draw the page behind a personal link: one button."""
    values = page_values(lang, base, xsrf)
    return render("resume.html.j2", package="front", **values, room=room, message=message)


def teach_page(
    room: str, message: str, onward: str, *, lang: Lang, base: str, xsrf: str
) -> str:
    """Draw the instructor's form."""
    values = _values(lang, base, xsrf, f"{base}teach", {"next": onward})
    return render(
        "teach.html.j2", package="front", **values, room=room, message=message, onward=onward
    )


def _values(
    lang: Lang, base: str, xsrf: str, page: str, kept: dict[str, str]
) -> dict[str, object]:
    given = {key: value for key, value in kept.items() if value}
    urls = {code: f"{page}?{urlencode({'lang': code, **given})}" for code in LANGS}
    return page_values(lang, base, xsrf, urls)
