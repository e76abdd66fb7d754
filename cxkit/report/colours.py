"""Colours of a brand: how well they read (WCAG 2.2) and their like by night."""

import re

WHITE, NIGHT = "#ffffff", "#14171c"
LEGIBLE = 4.5
"""The least contrast of text with its ground, of WCAG 2.2, level AA."""

_HEX = re.compile(r"#[0-9a-f]{6}")


def is_colour(text: str) -> bool:
    """Say whether a text is a colour as ``#rrggbb``.

    Examples
    --------
    >>> is_colour("#0f6b6b"), is_colour("red")
    (True, False)
    """
    return bool(_HEX.fullmatch(text))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21.

    Source: WCAG 2.2, definitions of relative luminance and contrast ratio.

    Examples
    --------
    >>> contrast("#000000", "#ffffff")
    21.0
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return round((light + 0.05) / (dark + 0.05), 2)


def mixed(colour: str, other: str, share: float) -> str:
    """Mix a colour with a share (0 to 1) of another.

    Examples
    --------
    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def legible(colour: str, ground: str) -> str:
    """Return the colour nearest to `colour` that can be read on `ground`.

    Examples
    --------
    >>> legible("#00a0a0", "#ffffff")
    '#008383'
    """
    away = "#000000" if _luminance(ground) > 0.18 else WHITE
    steps = (mixed(colour, away, step / 50) for step in range(51))
    return next(found for found in steps if contrast(found, ground) >= LEGIBLE)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
