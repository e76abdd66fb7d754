"""Word's tables: the grids that the deck draws too, and small ones of labels and values."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from cxkit.report.formats.grid import Cell, Grid
from cxkit.report.formats.texts import clean

if TYPE_CHECKING:
    from cxkit.report.formats.docx.paper import Paper

_COLOURS = {"bad": "B3421E", "good": "1D7044", "soft": "565D6B", "warn": "8A5A00"}


def add_grid(paper: "Paper", grid: Grid, title: str, *, whole: bool = False) -> None:
    """Add a grid; its headings come back on every page, and no row is parted by one.

    `whole` keeps it on one page where it fits there.
    """
    if not grid.rows:
        return
    headed = any(grid.head)
    table = _table(paper, len(grid.rows) + headed, grid.widths, title)
    if headed:
        for cell, text in zip(table.rows[0].cells, grid.head, strict=True):
            _fill(paper, cell, Cell(text, bold=True, colour="accent", written=False), grid.size)
            underline(cell, paper.request.brand.accent[1:], 8)
        repeat(table.rows[0])
    for row, cells in zip(table.rows[headed:], grid.rows, strict=True):
        for cell, given in zip(row.cells, cells, strict=True):
            _fill(paper, cell, given, grid.size)
            underline(cell, "D9D6CC", 4)
        keep_whole(row)
    for row in table.rows[: -1 if whole else 0]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    paper.text("", look="cx cell")


def add_pairs(paper: "Paper", title: str, pairs: Sequence[tuple[str, str]]) -> None:
    """Add labels and values side by side, below a title that stays with them."""
    table = _table(paper, len(pairs) + bool(title), (1, 2.6), title)
    if title:
        head = table.rows[0].cells[0].merge(table.rows[0].cells[1])
        _fill(paper, head, Cell(title, bold=True), 10.5)
        shade(head, "F3F1EA")
        head.paragraphs[0].paragraph_format.keep_with_next = True
    for row, (label, value) in zip(table.rows[bool(title) :], pairs, strict=True):
        _fill(paper, row.cells[0], Cell(label, colour="soft", written=False), 9.5)
        _fill(paper, row.cells[1], Cell(value), 9.5)
        for cell in row.cells:
            underline(cell, "E7E4DB", 4)
    paper.text("", look="cx cell")


def _table(paper: "Paper", rows: int, widths: Sequence[float], title: str) -> Any:
    table = paper.document.add_table(rows, len(widths))
    table.autofit = False
    whole = sum(widths)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(paper.room * width / whole)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(paper.room * width / whole)
    describe_table(table, title)
    return table


def _fill(paper: "Paper", cell: Any, given: Cell, size: float) -> None:
    """Write a cell; what stands below its text is smaller and softer."""
    paragraph = cell.paragraphs[0]
    paper.look(paragraph, "cx cell")
    for text, soft in ((given.text, False), (given.below, True)):
        if not text:
            continue
        if soft:
            paragraph = cell.add_paragraph()
            paper.look(paragraph, "cx cell")
        run = paper.run(paragraph, clean(text), written=given.written)
        # A page is read closer than a screen on a wall.
        run.font.size = Pt(max(size - (3 if soft else 1.5), 7.5))
        run.font.bold = (given.bold and not soft) or None
        colour = "soft" if soft else given.colour
        if colour == "accent":
            run.font.color.rgb = RGBColor.from_string(paper.request.brand.accent[1:].upper())
        elif colour in _COLOURS:
            run.font.color.rgb = RGBColor.from_string(_COLOURS[colour])


def shade(cell: Any, colour: str) -> None:
    """Give a cell a ground; `colour` without its ``#``."""
    shading = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour.upper())):
        shading.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shading)


def underline(cell: Any, colour: str, width: int) -> None:
    """Draw the line below a cell, `width` eighths of a point wide."""
    borders, line = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
    for name, value in (("w:val", "single"), ("w:sz", str(width)), ("w:color", colour.upper())):
        line.set(qn(name), value)
    borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)


def repeat(row: Any) -> None:
    """Let a row of headings come back on every page."""
    keep_whole(row)
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_whole(row: Any) -> None:
    """Let no page part a row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def describe_table(table: Any, title: str) -> None:
    """Give a table the words that a screen reader says."""
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), clean(title)[:250])
    table._tbl.tblPr.append(caption)
