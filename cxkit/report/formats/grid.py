"""A table before it is drawn: the deck and the document draw the same ones."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cell:
    """A text in a table; `lines` below it are smaller and softer."""

    text: str
    bold: bool = False
    colour: str = "ink"
    align: str = "left"
    below: str = ""
    fill: str = ""
    written: bool = True


Row = Sequence[Cell]


@dataclass(frozen=True)
class Grid:
    """A table: headings, rows, the widths of its columns in any unit, and its size of text."""

    head: Sequence[str]
    rows: Sequence[Row]
    widths: Sequence[float]
    size: float = 11
