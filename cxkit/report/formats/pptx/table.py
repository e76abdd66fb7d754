"""Native tables that go on from slide to slide when they are long."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pptx.oxml.ns import qn
from pptx.util import Emu, Inches

from cxkit.report.formats.grid import Cell, Grid, Row
from cxkit.report.formats.pptx.slide import Bit, Slide, described
from cxkit.report.formats.pptx.theme import BOTTOM, EDGE, TOP, paint
from cxkit.report.formats.texts import clean, cut_to, text_height

if TYPE_CHECKING:
    from cxkit.report.formats.pptx.deck import Deck

MARGIN = 0.07
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_LINES = {"lnL": 0, "lnR": 0, "lnT": 0, "lnB": 9525}


def pages(grid: Grid, room: float) -> list[list[Row]]:
    """Part the rows into runs no higher than `room` inches, all about equally high."""
    room -= _head_height(grid)
    heights = [row_height(row, grid.widths, grid.size, room) for row in grid.rows]
    fewest = len(_runs(grid.rows, heights, room))
    tried = (room * share / 20 for share in range(10, 20))
    levelled = (_runs(grid.rows, heights, lower) for lower in tried)
    return next((runs for runs in levelled if len(runs) <= fewest),
                _runs(grid.rows, heights, room))  # fmt: skip


def _runs(rows: Sequence[Row], heights: Sequence[float], room: float) -> list[list[Row]]:
    found: list[list[Row]] = []
    used = room
    for row, high in zip(rows, heights, strict=True):
        if not found or used + high > room:
            found.append([])
            used = 0
        found[-1].append(row)
        used += high
    return found


def row_height(row: Row, widths: Sequence[float], size: float, most: float) -> float:
    """Return about how high a row is, in inches, `most` at the most."""
    heights = [_height(cell, width, size) for cell, width in zip(row, widths, strict=True)]
    return min(max(heights, default=0) + 2 * MARGIN, most)


def _height(cell: Cell, width: float, size: float) -> float:
    inside = width - 2 * MARGIN
    high = text_height(cell.text, inside * (0.95 if cell.bold else 1), size) if cell.text else 0
    return high + (text_height(cell.below, inside, size - 1.5) if cell.below else 0)


def _head_height(grid: Grid) -> float:
    if not any(grid.head):
        return 0
    return row_height([Cell(text, bold=True) for text in grid.head], grid.widths, grid.size - 1, 2)


def add_tables(deck: "Deck", grid: Grid, title: str, exercise: str, told: str = "",
               notes: str = "") -> None:  # fmt: skip
    """Add a grid on as many slides as it takes; `told` and `notes` stand on the first."""
    for place, page in enumerate(pages(grid, BOTTOM - TOP)):
        slide = deck.slide(title, "" if place else told, exercise=exercise,
                           notes="" if place else notes)  # fmt: skip
        slide.note(*add_table(slide, grid, page, (EDGE, TOP, BOTTOM - TOP), told or title))


def add_table(slide: Slide, grid: Grid, rows: Sequence[Row], place: tuple[float, float, float],
              alt: str) -> list[str]:  # fmt: skip
    """Add a table with some rows of a grid.

    Parameters
    ----------
    place : tuple of float
        Left and top of the table, and the height it may take, in inches.
    alt : str
        What it says aloud.

    Returns
    -------
    list of str
        The texts that were cut because no slide could hold them.
    """
    left, top, room = place
    headed = any(grid.head)
    room -= _head_height(grid)
    heights = [row_height(row, grid.widths, grid.size, room) for row in rows]
    frame = slide.shapes.add_table(len(rows) + headed, len(grid.widths), Inches(left), Inches(top),
                                   Inches(sum(grid.widths)), Inches(sum(heights)))  # fmt: skip
    described(frame, alt)
    table = frame.table
    _plain(table, headed)
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = Inches(width)
    if headed:
        table.rows[0].height = Inches(_head_height(grid))
        for cell, text in zip(table.rows[0].cells, grid.head, strict=True):
            _fill(slide, cell, Cell(text, bold=True, colour="accent", written=False), grid.size - 1)
            _underline(cell, "accent")
    cut: list[str] = []
    for place_, (row, high) in enumerate(zip(rows, heights, strict=True), int(headed)):
        table.rows[place_].height = Inches(high)
        for cell, given, width in zip(table.rows[place_].cells, row, grid.widths, strict=True):
            cut += _fit(slide, cell, given, grid.size, (width - 2 * MARGIN, high - 2 * MARGIN))
            _underline(cell, "soft")
    return cut


def _fit(slide: Slide, cell: Any, given: Cell, size: float, box: tuple[float, float]) -> list[str]:
    """Fill a cell; cut what would not fit into the box, and return it whole."""
    text = given.text
    whole = _height(given, box[0] + 2 * MARGIN, size) <= box[1] + 0.01
    if not whole:
        text = cut_to(given.text, box[0], box[1], size)
    _fill(slide, cell, replace(given, text=text, below=given.below if whole else ""), size)
    return [] if whole else [given.text]


def _fill(slide: Slide, cell: Any, given: Cell, size: float) -> None:
    paragraphs = [[Bit(line, size, given.bold, colour=given.colour, written=given.written)]
                  for line in clean(given.text).split("\n")]  # fmt: skip
    if given.below:
        paragraphs += [[Bit(line, size - 1.5, colour="soft", written=given.written)]
                       for line in clean(given.below).split("\n")]  # fmt: skip
    slide.fill_frame(cell.text_frame, paragraphs, align=given.align)
    cell.margin_left = cell.margin_right = Inches(MARGIN)
    cell.margin_top = cell.margin_bottom = Inches(MARGIN)
    if given.fill:
        cell.fill.solid()
        paint(cell.fill.fore_color, given.fill, 0.85)


def _plain(table: Any, headed: bool) -> None:
    properties = table._tbl.tblPr
    properties.find(qn("a:tableStyleId")).text = _NO_STYLE
    table.horz_banding, table.first_row = False, headed


def _underline(cell: Any, colour: str) -> None:
    """Draw the line below a cell, and no other."""
    properties = cell._tc.get_or_add_tcPr()
    schemes = {"accent": "accent1", "soft": "accent6"}
    for place, (name, width) in enumerate(_LINES.items()):
        line = properties.makeelement(qn(f"a:{name}"), {"w": str(Emu(width))})
        if width:
            fill = line.makeelement(qn("a:solidFill"))
            ink = fill.makeelement(qn("a:schemeClr"), {"val": schemes[colour]})
            if colour == "soft":
                ink.append(ink.makeelement(qn("a:lumMod"), {"val": "40000"}))
                ink.append(ink.makeelement(qn("a:lumOff"), {"val": "60000"}))
            fill.append(ink)
            line.append(fill)
        else:
            line.append(line.makeelement(qn("a:noFill")))
        properties.insert(place, line)
