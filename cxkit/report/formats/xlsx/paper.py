"""An Excel book in the brand's dress: its sheets, and how a cell of each sort looks."""

import math
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook as ExcelBook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.theme import theme_xml

from cxkit.core.kinds import clean_text
from cxkit.language import Translator, translator
from cxkit.report.formats.xlsx.text import cell_text, sheet_name
from cxkit.report.request import Request

DAY = "dd/mm/yyyy"
SOFT = "565D6B"
LINE = "D9D6CC"
SUNK = "F6F5F1"
_THEME_ACCENT = "4F81BD"
_LINE_HEIGHT, _TALLEST = 15, 405
# Characters of a column's width that a landscape page holds at a size one can read.
_PAGE = 290


@dataclass
class Paper:
    """The book that is being written, and what its sheets need to know."""

    request: Request
    book: ExcelBook
    _tables: int = field(default=0)

    @classmethod
    def new(cls, request: Request) -> "Paper":
        """Begin an empty book."""
        book = ExcelBook()
        book.remove(book.active)
        brand, properties = request.brand, book.properties
        theme = theme_xml.replace(_THEME_ACCENT, brand.accent[1:].upper())
        book.loaded_theme = theme
        properties.title = cell_text(request.book.title, request.lang)
        properties.creator = cell_text(brand.name or "cxkit", request.lang)
        properties.language = request.lang
        properties.created = properties.modified = datetime(*request.date.timetuple()[:3])  # noqa: DTZ001 (a day)
        return cls(request, book)

    @property
    def tr(self) -> Translator:
        """Translates page words into the language of the request."""
        return translator(self.request.lang)

    @property
    def accent(self) -> str:
        """The brand's colour as Excel writes it."""
        return self.request.brand.accent[1:].upper()

    def sheet(self, title: str) -> Worksheet:
        """Add a sheet under a legal name, ready to print on A4 landscape."""
        taken = {name.casefold() for name in self.book.sheetnames}
        sheet: Worksheet = self.book.create_sheet(sheet_name(title, taken))
        sheet.sheet_view.showGridLines = False
        page = sheet.page_setup
        page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight = "landscape", 9, 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.oddFooter.center.text = "&P / &N"
        return sheet

    def put(self, sheet: Worksheet, row: int, column: int, value: object, look: str = "") -> Cell:
        """Write a cell; a text stays a text, whatever it begins with."""
        cell: Cell = sheet.cell(row, column)
        if isinstance(value, str):
            if value:
                cell.value = cell_text(value, self.request.lang)
                cell.data_type = "s"
                # So that it stays a text when somebody edits it.
                cell.quotePrefix = value[0] in "=+-@'"
        elif value is not None:
            cell.value = value
            if isinstance(value, date):
                cell.number_format = DAY
        self.dress(cell, look)
        return cell

    def dress(self, cell: Cell, look: str) -> None:
        """Give a cell its look: title, soft, label, head, key, or that of an answer."""
        cell.font, cell.alignment = self._font(look), _ALIGNED.get(look, _TOP)
        if look == "head":
            cell.fill = PatternFill("solid", fgColor=self.accent)
        elif look in ("", "key", "label", "once"):
            cell.border = _UNDERLINED
            if look == "label":
                cell.fill = PatternFill("solid", fgColor=SUNK)

    def _font(self, look: str) -> Font:
        name = self.request.brand.text.family or "Calibri"
        size, bold, colour = _FONTS.get(look, (11, False, ""))
        if look == "title":
            name = self.request.brand.heading.family or name
        underline = "single" if look == "link" else None
        shown = self.accent if colour == "accent" else colour or None
        return Font(name, size, bold=bold, color=shown, underline=underline)

    def heading(self, sheet: Worksheet, title: str, below: str) -> None:
        """Write a sheet's title and the line below it."""
        self.put(sheet, 1, 1, title, "title")
        self.put(sheet, 2, 1, below, "soft")
        sheet.row_dimensions[1].height = 24

    def table(self, sheet: Worksheet, area: str) -> None:
        """Make an area, whose first row has its headings, a table that filters and sorts."""
        self._tables += 1
        table = Table(displayName=f"table_{self._tables}", ref=area)
        table.tableStyleInfo = TableStyleInfo("TableStyleLight1", showRowStripes=False)
        sheet.add_table(table)

    def fit(self, sheet: Worksheet) -> None:
        """Make room for the text of each row, and spread a wide sheet over pages one can read."""
        widths = {letter: column.width for letter, column in sheet.column_dimensions.items()}
        merged = {place for area in sheet.merged_cells.ranges for place in area.cells}
        for row in sheet.iter_rows():
            here = sheet.row_dimensions[row[0].row]
            wrapped = (one for one in row if one.alignment.wrap_text)
            lines = [_lines(one.value, widths.get(one.column_letter, 8.43)) for one in wrapped
                     if (one.row, one.column) not in merged]  # fmt: skip
            if here.height is None and max(lines, default=1) > 1:
                here.height = min(_LINE_HEIGHT * max(lines) + 3, _TALLEST)
        used = [widths.get(get_column_letter(n + 1), 8.43) for n in range(sheet.max_column)]
        sheet.page_setup.fitToWidth = max(1, math.ceil(sum(used) / _PAGE))


def _lines(value: object, width: float) -> int:
    """Return how many lines a text takes in a column: words break, so not all of it is used."""
    room = max((width - 1) * 1.1, 1)
    return sum(max(1, math.ceil(len(line) / room)) for line in str(value or "").split("\n"))


def heads(names: list[str]) -> list[str]:
    """Return column headings that a table may have: none empty, no two the same.

    Examples
    --------
    >>> heads(["Name", "name", ""])
    ['Name', 'name (2)', '(3)']
    """
    found: list[str] = []
    for place, name in enumerate(names, 1):
        plain = " ".join(str(clean_text(name)).split())
        doubled = plain.casefold() in {one.casefold() for one in found}
        found.append(f"{plain} ({place})".strip() if doubled or not plain else plain)
    return found


def width_of(texts: list[Any], least: float = 10, most: float = 48) -> float:
    """Return a column's width for its texts: as wide as most lines need."""
    lines = sorted(len(line) for text in texts for line in str(text or "").split("\n"))
    if not lines:
        return least
    usual = lines[int(0.9 * (len(lines) - 1))]
    return min(max(usual * 1.05 + 2, least), most)


_TOP = Alignment(vertical="top", wrap_text=True)
# Size, bold, colour.
_FONTS = {
    "title": (16, True, "accent"), "part": (12, True, "accent"), "head": (11, True, "FFFFFF"),
    "label": (11, True, ""), "soft": (10, False, SOFT), "key": (10, False, SOFT),
    "link": (11, False, "accent"),
}  # fmt: skip
_ALIGNED = {
    "title": Alignment(vertical="center"), "soft": Alignment(vertical="top"),
    "part": Alignment(vertical="center"), "head": Alignment(vertical="center", wrap_text=True),
    "key": Alignment(vertical="top"),
    "once": Alignment(horizontal="left", vertical="top", wrap_text=True),
}  # fmt: skip
_UNDERLINED = Border(bottom=Side("thin", color=LINE))
