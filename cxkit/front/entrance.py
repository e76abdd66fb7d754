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
    keep_days : int or None
        How long what is written is kept once the class has ended.
    is_closed : bool
        Whether nobody can come in now.
    """

    room: str
    code: str = ""
    name: str = ""
    onward: str = ""
    message: str = ""
    keep_days: int | None = None
    is_closed: bool = False


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


def teach_page(room: str, message: str, onward: str, *, lang: Lang, base: str, xsrf: str) -> str:
    """Draw the instructor's form."""
    values = _values(lang, base, xsrf, f"{base}teach", {"next": onward})
    return render(
        "teach.html.j2", package="front", **values, room=room, message=message, onward=onward
    )


def _values(lang: Lang, base: str, xsrf: str, page: str, kept: dict[str, str]) -> dict[str, object]:
    given = {key: value for key, value in kept.items() if value}
    urls = {code: f"{page}?{urlencode({'lang': code, **given})}" for code in LANGS}
    return page_values(lang, base, xsrf, urls)


def invitation_page(room: str, code: str, address: str, *, lang: Lang, base: str) -> str:
    """Draw the way in for a projector: the address, the code, and both as a QR code."""
    values = _values(lang, base, "", f"{base}class/invitation", {})
    shown = address.partition("://")[2]
    qr = qr_code(f"{address}?{urlencode({'code': code})}")
    return render(
        "invitation.html.j2", package="front", **values, room=room, code=code, shown=shown, qr=qr
    )


def qr_code(text: str) -> tuple[int, str]:
    """Return a QR code's side in modules, quiet zone included, and its dark modules as an SVG path.

    Examples
    --------
    >>> side, path = qr_code("https://cx.example.org/join?code=ABCDEFGH")
    >>> side, path[:6]
    (37, 'M4 4h7')
    """
    import segno  # late: heavy

    quiet = 4
    matrix = segno.make(text, error="m", micro=False).matrix
    runs = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                runs.append(f"M{start + quiet} {y + quiet}h{x - start}v1H{start + quiet}z")
            x += 1
    return len(matrix) + 2 * quiet, "".join(runs)
