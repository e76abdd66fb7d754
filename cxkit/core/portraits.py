"""Portraits that are drawn, to choose from where no photo is at hand or none should be used.

A model stores ``portrait:<name>``; what is shown is made here, so that a better drawing reaches
every workbook. They differ in age, gender, skin, hair and dress; their words say what one sees.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from cxkit.core.images import PORTRAIT
from cxkit.core.template import render
from cxkit.language import Lang, translator
from cxkit.language import mark as _


@dataclass(frozen=True)
class Look:
    """What a drawn portrait is put together from; colours are CSS colours."""

    words: str
    skin: str
    shade: str
    hair: str
    hair_colour: str
    clothes: str
    ground: str
    collar: str = ""
    beard: str = ""
    brows: str = "#2b211c"
    ink: str = "#2a2320"
    lips: str = "#8c4a3c"
    glasses: str = ""
    earrings: str = ""
    smile: bool = True
    lined: bool = False
    freckles: bool = False
    aid: bool = False


LOOKS: Mapping[str, Look] = {
    "afro": Look(
        _("Person with dark skin, round curly hair and earrings"),
        "#8a5636", "#74452a", "afro", "#241a17", "#e0a33e", "#d7ece8",
        earrings="#f0c35a", lips="#5f2a22",
    ),
    "headscarf": Look(
        _("Person with a headscarf"),
        "#d9a47a", "#c08a61", "scarf", "#2f6f74", "#1f4a52", "#f6e6d3",
    ),
    "bob": Look(
        _("Person with a dark bob and glasses"),
        "#f0c9a4", "#dcae86", "bob", "#1d1b22", "#7a5fa8", "#e6e3f4",
        glasses="#3b3540",
    ),
    "grey-beard": Look(
        _("Older person with short grey hair and a beard"),
        "#eac0a0", "#d3a483", "short", "#a9aaad", "#3f5b7d", "#e3ebf4",
        collar="#f3f4f6", beard="#b9babc", brows="#8e8f92", lined=True, smile=False,
    ),
    "white-bun": Look(
        _("Older person with white hair in a bun and glasses"),
        "#f2d0b6", "#dcb394", "bun", "#e4e2df", "#9c4a5c", "#e4ede0",
        glasses="#8b5a3c", brows="#b7b3ae", lined=True, earrings="#c9d6df",
    ),
    "curls": Look(
        _("Young person with brown skin and short curls"),
        "#a9713f", "#8f5c31", "curls", "#2b1d15", "#2f7d5b", "#fbe9c8",
        lips="#71382b",
    ),
    "short-red": Look(
        _("Person with short red hair and freckles"),
        "#f6d6c1", "#dfab8b", "short", "#b5522b", "#2c3e50", "#fbe1d6",
        brows="#8f4526", freckles=True, aid=True,
    ),
    "turban": Look(
        _("Person with a turban and a dark beard"),
        "#b98255", "#9c6a41", "turban", "#c2561f", "#3b4a63", "#e8eef0",
        beard="#241c18", lips="#7d4234",
    ),
    "long-dark": Look(
        _("Person with long dark hair"),
        "#dcab82", "#c48f66", "long", "#33231c", "#c2410c", "#e2f0ee",
        collar="#fbeee4",
    ),
    "bald-beard": Look(
        _("Person with dark skin, no hair and a short beard"),
        "#6b4226", "#57341d", "none", "#1f1815", "#4a6fa5", "#f3e3d0",
        beard="#221a16", lips="#4c211a", collar="#e9eef6",
    ),
    "wavy-fair": Look(
        _("Person with wavy fair hair"),
        "#f5d3ba", "#dfb294", "wavy", "#d8ac5b", "#3d7f8c", "#efe7f3",
        brows="#a57f3f",
    ),
    "plaits": Look(
        _("Young person with dark skin and two plaits"),
        "#7b4b2d", "#643a21", "plaits", "#1e1714", "#b23a6b", "#e9f0d8",
        lips="#562820",
    ),
    "thin-grey": Look(
        _("Older person with thin grey hair and glasses"),
        "#e2b48f", "#c99a74", "thin", "#8f8d8b", "#6b705c", "#e6ecef",
        glasses="#2f3136", brows="#7b7876", lined=True, collar="#f1efe8",
    ),
}  # fmt: skip


def is_drawn(value: str) -> bool:
    """Say whether a picture field's value names a drawing that there is.

    Examples
    --------
    >>> is_drawn("portrait:afro"), is_drawn("portrait:../x"), is_drawn("")
    (True, False, False)
    """
    return value.startswith(PORTRAIT) and value.removeprefix(PORTRAIT) in LOOKS


def portrait_svg(name: str) -> str:
    """Return a drawing as SVG.

    Raises
    ------
    KeyError
        When there is none of this name.
    """
    lines = render("portrait.svg.j2", look=LOOKS[name]).splitlines()
    return "".join(line.strip() for line in lines)


@cache
def _address(name: str) -> str:
    return "data:image/svg+xml," + quote(portrait_svg(name), safe="=/:;,.-")


def picture_source(value: str) -> str:
    """Return what an ``<img>`` shows for a picture field's value: an address of data, or nothing.

    Nothing is shown for a drawing that this version does not have.

    Examples
    --------
    >>> picture_source("portrait:afro")[:19], picture_source("data:image/png;base64,AA==")
    ('data:image/svg+xml,', 'data:image/png;base64,AA==')
    """
    if value.startswith(PORTRAIT):
        return _address(value.removeprefix(PORTRAIT)) if is_drawn(value) else ""
    return value


def portrait_words(value: str, lang: Lang) -> str:
    """Say in words what a drawing shows; empty for a picture that is none."""
    return translator(lang)(LOOKS[value.removeprefix(PORTRAIT)].words) if is_drawn(value) else ""


def portraits(lang: Lang) -> list[dict[str, str]]:
    """List all drawings for a form: value, words, and what shows it."""
    return [
        {"value": PORTRAIT + name, "label": translator(lang)(look.words), "src": _address(name)}
        for name, look in LOOKS.items()
    ]
