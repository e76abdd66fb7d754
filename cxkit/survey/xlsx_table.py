"""Spreadsheets: the sheet with the answers, below its titles, under its merged names."""

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxkit.language import mark as _
from cxkit.survey.cells import as_text
from cxkit.survey.errors import SurveyError
from cxkit.survey.header import LOOKED_AT, Header, find_header, header_at
from cxkit.survey.table import Progress, Remark, Sheet, no_progress, refuse_too_wide
from cxkit.survey.text_table import header_remarks, no_such_row

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

UNPACKED = 2 * 2**30
"""Bytes that a spreadsheet may unpack to."""
_SWOLLEN = 250
"""Times its size that no honest spreadsheet unpacks to."""
_SMALL = 64 * 2**20
_ROWS = 5_000


class XlsxTable:
    """One sheet of an XLSX file. Formulas count by the value that was saved with them."""

    def __init__(self, path: Path, sheet: Sheet) -> None:
        self.path = path
        refuse_hostile_zip(path)
        with self._open() as book:
            self.sheets = tuple(book.sheetnames)
            self.sheet = self._choose(book, sheet.name)
            found = book[self.sheet]
            self._rows = int(found.max_row or 0)
            head = [[as_text(cell) for cell in row] for row in islice(_values(found), LOOKED_AT)]
        self._header = self._find(head, sheet.header)
        refuse_too_wide(self._header.names, path)
        self.columns = self._header.names

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was understood."""
        several = [Remark("sheet", self.sheet, len(self.sheets))] if len(self.sheets) > 1 else []
        return (*several, *header_remarks(self._header))

    def batches(
        self, columns: Sequence[str] | None = None, progress: Progress = no_progress
    ) -> "Iterator[pa.RecordBatch]":
        """Read the rows; cells are text."""
        import pyarrow as pa  # late: heavy

        chosen = list(self.columns if columns is None else columns)
        places = [self.columns.index(name) for name in chosen]
        done = 0
        with self._open() as book:
            rows = islice(_values(book[self.sheet]), self._header.first, None)
            while block := list(islice(rows, _ROWS)):
                done += len(block)
                progress(min(done / max(self._rows, done), 1.0))
                told = [row for row in block if any(cell is not None for cell in row)]
                columns_told = ([as_text(_at(row, place)) for row in told] for place in places)
                arrays = [pa.array(column, pa.string()) for column in columns_told]
                yield pa.RecordBatch.from_arrays(arrays, names=chosen)

    @contextmanager
    def _open(self) -> Iterator[Any]:
        """Open the workbook; as a stream, so that its name does not matter."""
        import openpyxl  # late: heavy

        with self.path.open("rb") as file:
            try:
                book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            except Exception as error:  # the library fails in many ways on a damaged file
                raise SurveyError(
                    _(
                        "“{file}” is no spreadsheet that can be read. Open it, save it again as "
                        "XLSX (or as CSV UTF-8) without a password, and choose that file."
                    ),
                    file=self.path.name,
                ) from error
            with closing(book):
                yield book

    def _choose(self, book: Any, wanted: str) -> str:
        names: list[str] = [sheet.title for sheet in book.worksheets]
        if wanted and wanted not in names:
            raise SurveyError(
                _("“{file}” has no sheet “{sheet}”. It has: {known}."),
                file=self.path.name, sheet=wanted, known=", ".join(names[:20]),
            )  # fmt: skip
        if wanted or not names:
            return wanted
        sizes = {
            sheet.title: (sheet.max_row or 0) * (sheet.max_column or 0) for sheet in book.worksheets
        }
        return max(names, key=lambda name: sizes[name])

    @staticmethod
    def _find(head: list[list[str]], place: int | None) -> Header:
        if place is None:
            return find_header(head)
        if not 0 <= place <= len(head):
            raise no_such_row(place, len(head))
        if place:
            return header_at(head, place - 1)
        return Header(0, header_at([[], *head], 0).names, 0)


def _at(row: Sequence[Any], place: int) -> Any:
    return row[place] if place < len(row) else None


def _values(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(values_only=True)
    return rows


def refuse_hostile_zip(path: Path) -> None:
    """Refuse a file that unpacks to far more than it is, or that brings entities of its own."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            size = sum(part.file_size for part in parts)
            swollen = size > _SMALL and size > _SWOLLEN * path.stat().st_size
            entities = any(_has_entities(packed, part) for part in parts)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise SurveyError(
            _("“{file}” is damaged or locked with a password: it cannot be unpacked. "
"Save it again as XLSX or CSV, and choose that file."),
            file=path.name,
        ) from error  # fmt: skip
    if size > UNPACKED or swollen or entities:
        raise SurveyError(
            _("“{file}” unpacks to {size} MB, far more than a survey needs, or holds "
"what no spreadsheet writes. Save the answers alone as CSV, and choose "
"that file."),
            file=path.name, size=size // 10**6,
        )  # fmt: skip


def _has_entities(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    if not part.filename.endswith((".xml", ".rels")):
        return False
    with packed.open(part) as inner:
        head = inner.read(4096)
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head
