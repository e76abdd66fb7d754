"""The lessons' drawings: files beside the notebooks, which our pages take in with their colours.

JupyterLab and nbconvert show ``![…](img/kano.svg)`` as an image. A page or report of ours holds the
drawing itself, and asks for nothing.
"""

import re
from functools import cache

from cxkit.language import Lang
from cxkit.resources import notebooks

_SOURCE = re.compile(r"img/([a-z]+(?:-[a-z]+)*)\.svg")
_IMAGE = re.compile(r"(?:<p>)?<img\b[^>]*>(?:</p>)?")
_ATTRIBUTE = re.compile(r'\b(src|alt)="([^"]*)"')


@cache
def _drawing(name: str, lang: Lang) -> str:
    path = notebooks() / lang / "img" / f"{name}.svg"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def is_drawing(address: str, lang: Lang) -> bool:
    """Say whether an address in a lesson names one of our drawings.

    Examples
    --------
    >>> is_drawing("img/kano.svg", "it"), is_drawing("img/../kano.svg", "it")
    (True, False)
    """
    found = _SOURCE.fullmatch(address)
    return bool(found and _drawing(found[1], lang))


def with_drawings(html: str, lang: Lang) -> str:
    """Put our drawings in place of the images that name them; leave other images alone.

    Parameters
    ----------
    html : str
        A lesson as HTML, its attributes escaped and in double quotes.
    lang : {"it", "en"}
        Language of the words in the drawing.

    Examples
    --------
    >>> with_drawings('<p><img src="img/kano.svg" alt="Three curves" /></p>', "en")[:55]
    '<figure class="cx-figure"><svg aria-label="Three curves'
    """

    def inline(found: re.Match[str]) -> str:
        said = dict(_ATTRIBUTE.findall(found[0]))
        if not is_drawing(said.get("src", ""), lang):
            return found[0]
        drawn = _drawing(_SOURCE.fullmatch(said["src"])[1], lang)  # type: ignore[index]
        labelled = drawn.replace("<svg ", f'<svg aria-label="{said.get("alt", "")}" ', 1)
        return f'<figure class="cx-figure">{labelled.strip()}</figure>'

    return _IMAGE.sub(inline, html)
