"""Texts as XML can hold them, and how much room they take on a page."""

import math
import re
import unicodedata

from cxkit.core.kinds import clean_text

# What XML forbids besides that: a lone tab or line feed means something in the formats that ask.
_NOT_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# How wide a character is in a common sans serif, in hundredths of its size.
_WIDTHS = {
    24: " ',.Iijlì’·:;`", 31: "!()-J[]ft{}", 37: "r\"/\\", 41: "sz“”", 45: "FLSckvxy",
    50: "#*+<=>?ETYZ^_aeg|~àáâäèéêëÈÉ–•", 54: "$0123456789CKPXbdhnopquòóôöùúûü«»€", 57: "ABRVÀ",
    66: "DGHNU&OQ…", 74: "%w", 82: "m", 90: "M@W—",
}  # fmt: skip
_EM = {character: width / 100 for width, some in _WIDTHS.items() for character in some}
_WIDER = 1.06
"""Fonts differ: a text is taken for a little wider than it should be."""


def clean(text: str) -> str:
    """Return a text without what XML cannot hold.

    Examples
    --------
    >>> clean("a\\x00b\\x0bc\\nd")
    'abc\\nd'
    """
    return _NOT_XML.sub("", str(clean_text(text)))


def one_line(text: str) -> str:
    """Return a clean text on one line."""
    return " ".join(clean(text).split())


def text_width(text: str, size: float) -> float:
    """Return about how wide a line of text is, in inches, at `size` points; rather too wide.

    Examples
    --------
    >>> text_width("mm", 72) > text_width("ii", 72)
    True
    """
    return sum(map(_em, text)) * _WIDER * size / 72


def _em(character: str) -> float:
    known = _EM.get(character)
    if known is not None:
        return known
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    return 0 if unicodedata.combining(character) or character == "\u200d" else 0.62


def line_count(text: str, width: float, size: float) -> int:
    """Return how many lines a text takes in `width` inches at `size` points, broken at words.

    Examples
    --------
    >>> line_count("one two three", 10, 12), line_count("one\\ntwo", 10, 12)
    (1, 2)
    >>> line_count("W" * 100, 1, 12) > 5
    True
    """
    lines = 0
    for line in text.split("\n"):
        lines += 1
        used = 0.0
        for word in line.split(" "):
            wide = text_width(word, size)
            gap = text_width(" ", size) if used else 0
            if used + gap + wide <= width:
                used += gap + wide
                continue
            # A word that is wider than the line breaks inside.
            rows = max(1, math.ceil(wide / width))
            lines += rows - (0 if used else 1)
            used = wide - (rows - 1) * width
    return lines


def text_height(text: str, width: float, size: float) -> float:
    """Return how high a text is in `width` inches at `size` points, in inches."""
    return line_count(text, width, size) * size * 1.2 / 72


def cut_to(text: str, width: float, height: float, size: float) -> str:
    """Cut a text at a word so that it fits into a box; an ellipsis says that there is more.

    Examples
    --------
    >>> cut_to("short", 5, 1, 12)
    'short'
    >>> cut_to("many words " * 40, 2, 0.5, 12).endswith("…")
    True
    """
    if text_height(text, width, size) <= height:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_height(f"{text[:middle]}…", width, size) <= height:
            low = middle
        else:
            high = middle - 1
    head = text[:low]
    place = head.rfind(" ", int(len(head) * 0.7))
    return (head[:place] if place > 0 else head).rstrip() + "…"
