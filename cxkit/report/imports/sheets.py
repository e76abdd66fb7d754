"""Read a spreadsheet's cells: CSV in any usual spelling, Excel files from Excel or LibreOffice."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from cxkit.language import Lang
from cxkit.report.errors import NOT_FOUND, UNREADABLE, ReportError
from cxkit.report.formats.csv import unguarded
from cxkit.report.imports.findings import DAMAGED, NOT_A_SHEET, TOO_LARGE
from cxkit.report.rows.row import column_called

Cell = str | float | date | None

MOST_BYTES = 60_000_000
"""A larger file, or one that unpacks to more, is not read."""
MOST_ROWS = 60_000
_MOST_COLUMNS = 120
_RECORD = "cxkit"
_KINDS = (".xlsx", ".xlsm", ".csv", ".txt", ".tsv")
FORMULA_CELL = "\x00formula"
"""Stands for a formula whose result nobody has computed."""


@dataclass(frozen=True)
class Line:
    """One row with its number from 1; nothing is a cell that is empty."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """One sheet; a CSV file is one without a name."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Sheets:
    """All sheets of a file, and what it remembers of its export."""

    sheets: tuple[Sheet, ...]
    record: dict[str, Any] = field(default_factory=dict)


def read_sheets(path: Path, lang: Lang) -> Sheets:
    """Read all cells of a file.

    Raises
    ------
    ReportError
        When it is not there, too large, damaged, or neither Excel nor CSV.
    """
    if not path.is_file():
        raise ReportError.of(NOT_FOUND, lang, path=path)
    try:
        with path.open("rb") as file:
            # One byte more than is allowed tells that it is too large; the rest is not fetched.
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ReportError.of(UNREADABLE, lang, path=path) from error
    return sheets_of(path, data, lang)


def sheets_of(path: Path, data: bytes, lang: Lang, most: int = MOST_BYTES) -> Sheets:
    """Read all cells of a file's bytes; `path` is only its name, `most` its largest size in bytes.

    Raises
    ------
    ReportError
        When it is too large, packed or unpacked, damaged, or neither Excel nor CSV.
    """
    kind = path.suffix.lower()
    if kind not in _KINDS:
        raise ReportError.of(NOT_A_SHEET, lang, path=path)
    if len(data) > most:
        raise _too_large(path, lang, most)
    excel = kind.startswith(".xls")
    found = _excel(path, data, lang, most) if excel else _csv(path, data, lang)
    if any(len(sheet.lines) > MOST_ROWS for sheet in found.sheets):
        raise _too_large(path, lang, most)
    return found


def _too_large(path: Path, lang: Lang, most: int) -> ReportError:
    return ReportError.of(TOO_LARGE, lang, path=path, limit=most // 1_000_000, rows=MOST_ROWS)


def _csv(path: Path, data: bytes, lang: Lang) -> Sheets:
    text = _decoded(data)
    # A picture is one long cell.
    csv.field_size_limit(10_000_000)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise ReportError.of(DAMAGED, lang, path=path, kind="CSV UTF-8") from error
    lines = (Line(number, tuple(unguarded(cell) or None for cell in row))
             for number, row in enumerate(rows, 1))  # fmt: skip
    return Sheets((Sheet("", tuple(lines)),))


def _decoded(data: bytes) -> str:
    """Decode what spreadsheets save as CSV: UTF-8, marked UTF-16, or the old Windows letters."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """Return the sign that parts the most headings we know."""
    head = text.split("\n", maxsplit=1)[0].strip("\r")
    return max(";,\t|", key=lambda sign: sum(
        column_called(one.strip('"')) is not None for one in head.split(sign)
    ))  # fmt: skip


def _excel(path: Path, data: bytes, lang: Lang, most: int) -> Sheets:
    from openpyxl import load_workbook  # late: heavy
    from openpyxl.utils.exceptions import InvalidFileException  # late: heavy

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            # What is written in the archive's list is believed by the reader too.
            if sum(entry.file_size for entry in archive.infolist()) > most:
                raise _too_large(path, lang, most)
        book = load_workbook(io.BytesIO(data), read_only=True)
        results: dict[str, dict[tuple[int, int], Any]] = {}
        sheets = []
        for sheet in book.worksheets:
            if sheet.title not in results and _has_formulas(sheet):
                computed = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
                results[sheet.title] = {(c.row, c.column): c.value
                                        for row in computed[sheet.title].iter_rows() for c in row
                                        if c.value is not None}  # fmt: skip
            lines = _lines(sheet, results.get(sheet.title, {}))
            sheets.append(Sheet(sheet.title, tuple(lines)))
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError,
            IndexError, AttributeError, OSError, SyntaxError) as error:  # fmt: skip
        if isinstance(error, ReportError):
            raise
        raise ReportError.of(DAMAGED, lang, path=path, kind="Excel (.xlsx)") from error
    named = [sheet for sheet in sheets if sheet.name != _RECORD]
    return Sheets(tuple(named), _record(sheets))


def _has_formulas(sheet: Any) -> bool:
    return any(cell.data_type == "f" for row in _rows(sheet) for cell in row)


def _rows(sheet: Any) -> Iterator[Any]:
    return iter(sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=_MOST_COLUMNS))


def _lines(sheet: Any, computed: dict[tuple[int, int], Any]) -> Iterator[Line]:
    for number, row in enumerate(_rows(sheet), 1):
        cells = tuple(_cell(cell, computed) for cell in row)
        if any(cell is not None for cell in cells):
            yield Line(number, cells)


def _cell(cell: Any, computed: dict[tuple[int, int], Any]) -> Cell:
    from cxkit.report.formats.xlsx.text import plain_text  # late: heavy

    value = cell.value
    if cell.data_type == "f":
        value = computed.get((cell.row, cell.column), FORMULA_CELL)
    if isinstance(value, datetime):
        return value.date() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, str):
        return value if value == FORMULA_CELL else plain_text(value) or None
    return value if isinstance(value, bool | int | float | date) else None


def _record(sheets: list[Sheet]) -> dict[str, Any]:
    """Return what the export wrote down for the way back; nothing when it is gone or changed."""
    lines = next((sheet.lines for sheet in sheets if sheet.name == _RECORD), ())
    try:
        found = json.loads("".join(str(line.cells[0]) for line in lines if line.cells[0]))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
