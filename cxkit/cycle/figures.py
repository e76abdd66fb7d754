"""How advice and pictures write figures."""

from collections.abc import Mapping
from math import floor, log10
from typing import Any

from cxkit.language import Lang, format_number


def figure(value: float | None, lang: Lang) -> str:
    """Write a figure with up to two decimals; a dash for none.

    Examples
    --------
    >>> figure(4.25, "it"), figure(58.0, "en"), figure(None, "en")
    ('4,25', '58', '–')
    """
    return "–" if value is None else format_number(round(value, 2), lang)


def signed(value: float, lang: Lang) -> str:
    """Write a difference with its sign.

    Examples
    --------
    >>> [signed(value, "en") for value in (-11.0, 0.0, 2.5)]
    ['−11', '0', '+2.5']
    """
    size = figure(abs(value), lang)
    return size if not round(value, 2) else f"{'+' if value > 0 else '−'}{size}"


def margin(value: float, lang: Lang) -> str:
    """Write a margin with the two digits that mean anything.

    Examples
    --------
    >>> [margin(value, "en") for value in (10.04, 9.69, 0.3179, 0.0)]
    ['10', '9.7', '0.32', '0']
    """
    digits = 1 - floor(log10(value)) if value > 0 else 0
    return format_number(round(value, max(0, digits)), lang)


# The names by which templates use them.
WRITERS: Mapping[str, Any] = {"figure": figure, "margin": margin, "signed": signed}
