"""Texts as a cell can hold them: no formula, no control character, no longer than Excel allows."""

import re
from collections.abc import Container

from cxkit.core.kinds import clean_text
from cxkit.language import Lang, translator
from cxkit.language import mark as _

LIMIT = 32_767
"""Characters that a cell can hold."""

TOO_LONG = _(" … [cut here: the workbook holds all {length} characters]")

_ILLEGAL_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NAME_LIMIT = 31
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def cell_text(text: str, lang: Lang) -> str:
    """Return a text as a cell holds it.

    Excel takes ``_x0041_`` for the letter with that number: its first underline is written so.

    Examples
    --------
    >>> cell_text("a_x0041_", "en")
    'a_x005F_x0041_'
    """
    whole = _ESCAPE.sub("_x005F_", str(clean_text(text)))
    if len(whole) <= LIMIT:
        return whole
    note = translator(lang)(TOO_LONG).format(length=len(text))
    return whole[: LIMIT - len(note)] + note


def plain_text(cell: str) -> str:
    """Read a text that `cell_text`, Excel or LibreOffice has written.

    Examples
    --------
    >>> plain_text("a_x005F_x0041_"), plain_text("a_x000D_")
    ('a_x0041_', 'a\\r')
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), cell)


def sheet_name(title: str, taken: Container[str]) -> str:
    """Return a name that a sheet may have, and no other sheet of the book has.

    Parameters
    ----------
    title : str
        What it would best be called.
    taken : container of str
        The names of the other sheets, with case folded.

    Examples
    --------
    >>> sheet_name("What/if?", set()), sheet_name("Cover", {"cover"})
    ('What if', 'Cover (2)')
    """
    plain = " ".join(_ILLEGAL_IN_NAMES.sub(" ", str(clean_text(title))).split()).strip("' ")
    # Excel keeps this name for itself.
    plain = "–" if not plain or plain.casefold() == "history" else plain
    for number in range(1, 10_000):
        ending = f" ({number})" if number > 1 else ""
        name = _cut(plain, _NAME_LIMIT - len(ending)) + ending
        if name.casefold() not in taken:
            return name
    raise ValueError(f"no name left for a sheet called {title!r}")


def _cut(name: str, most: int) -> str:
    # Excel counts in UTF-16, where an emoji takes two.
    while len(name.encode("utf-16-le")) // 2 > most:
        shorter = name[: most - 1].rstrip() + "…"
        name = shorter if len(shorter) < len(name) else name[:-1]
    return name
