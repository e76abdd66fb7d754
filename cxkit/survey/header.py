"""Where a table begins in a sheet or text file, and what its columns are called."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cxkit.survey.cells import as_number, clean, decimal_of

LOOKED_AT = 60
"""Rows in which the header is looked for."""
MOST_LEVELS = 3
NAME_LENGTH = 120
_MOSTLY = 0.6


@dataclass(frozen=True)
class Header:
    """What was found at the top of a table.

    Parameters
    ----------
    first : int
        Row where the data begin, from 0.
    names : tuple of str
        The columns, each with a name of its own.
    levels : int
        Rows the header takes; 0 when there is none.
    renamed : int
        Columns that had no name or one that another column had before.
    """

    first: int
    names: tuple[str, ...]
    levels: int
    renamed: int = 0


def find_header(rows: Sequence[Sequence[str]]) -> Header:
    """Find the header in the first rows of a table.

    Titles above it, several levels of merged cells and a missing header are understood: the data
    begin where the columns that hold numbers begin to hold them.

    Parameters
    ----------
    rows : sequence of rows of str
        Cells as text, the first rows of the table.

    Examples
    --------
    >>> rows = [["Survey 2015", "", ""], ["", "", ""], ["id", "Service", ""],
    ...         ["", "speed", "care"], ["1", "7", "8"], ["2", "9", "6"]]
    >>> find_header(rows)
    Header(first=4, names=('id', 'Service · speed', 'Service · care'), levels=2, renamed=0)
    """
    width = max((_width(row) for row in rows), default=0)
    filled = [place for place, row in enumerate(rows) if any(row)]
    if not filled or not width:
        return Header(0, (), 0)
    first = _first_of_data(rows, width, filled)
    levels = 0
    while (
        levels < MOST_LEVELS and first - levels > 0 and _is_level(rows[first - levels - 1], width)
    ):
        levels += 1
    return named(rows[first - levels : first], width, first)


def header_at(rows: Sequence[Sequence[str]], place: int) -> Header:
    """Take the row that somebody has pointed at as the header; `place` counts from 0."""
    width = max((_width(row) for row in rows), default=0)
    return named(rows[place : place + 1], width, place + 1)


def named(levels: Sequence[Sequence[str]], width: int, first: int) -> Header:
    """Put the levels of a header together: a group's name stands before those of its columns."""
    padded = [[*row, *[""] * (width - len(row))][:width] for row in levels]
    parts: list[list[str]] = [[] for _ in range(width)]
    for level, row in enumerate(padded):
        below = padded[level + 1 :]
        group = ""
        for column, cell in enumerate(row):
            own = clean(cell)
            has_below = any(lower[column] for lower in below)
            group = own if own and has_below else "" if own else group
            name = own or (group if has_below else "")
            if name and name not in parts[column]:
                parts[column].append(name)
    return _unique([" · ".join(part)[:NAME_LENGTH].strip() for part in parts], first, len(levels))


def _unique(names: Sequence[str], first: int, levels: int) -> Header:
    seen: Counter[str] = Counter()
    taken = {name.casefold() for name in names if name}
    made, renamed = [], 0
    for place, name in enumerate(names, 1):
        base = name or f"#{place}"
        seen[base.casefold()] += 1
        unique, again = base, seen[base.casefold()]
        while again > 1 and (unique := f"{base} ({again})").casefold() in taken:
            again += 1
        taken.add(unique.casefold())
        renamed += unique != name
        made.append(unique)
    return Header(first, tuple(made), levels, renamed)


def _width(row: Sequence[str]) -> int:
    return max((place for place, cell in enumerate(row, 1) if cell), default=0)


def _first_of_data(rows: Sequence[Sequence[str]], width: int, filled: Sequence[int]) -> int:
    numeric = _numeric_columns(rows, width)
    if not numeric:
        return _below_fullest(rows, filled)
    for place in filled:
        cells = [rows[place][column] for column in numeric if column < len(rows[place])]
        told = [cell for cell in cells if cell]
        if (
            told
            and sum(map(_is_number, told)) >= _MOSTLY * len(told)
            and len(told) >= len(numeric) / 3
        ):
            return place
    return _below_fullest(rows, filled)


def _numeric_columns(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Columns whose lower half holds numbers: what is above the data stands in the upper half."""
    lower = rows[len(rows) // 2 :]
    found = []
    for column in range(width):
        told = [row[column] for row in lower if column < len(row) and row[column]]
        if told and sum(map(_is_number, told)) >= _MOSTLY * len(told):
            found.append(column)
    return found


def _below_fullest(rows: Sequence[Sequence[str]], filled: Sequence[int]) -> int:
    """Without numbers to go by: the header is the first of the rows with the most cells."""
    most = max(sum(map(bool, rows[place])) for place in filled)
    return next(place for place in filled if sum(map(bool, rows[place])) == most) + 1


def _is_level(row: Sequence[str], width: int) -> bool:
    told = [cell for cell in row if cell]
    return len(told) >= min(2, width) and not all(map(_is_number, told))


def _is_number(text: str) -> bool:
    return as_number(text, decimal_of([text])) is not None
