"""Text tables: CSV and its like, with whatever letters, marks and titles they come with."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from cxkit.language import mark as _
from cxkit.survey.cells import clean
from cxkit.survey.encoding import Utf8, guess_encoding
from cxkit.survey.errors import SurveyError
from cxkit.survey.header import LOOKED_AT, Header, find_header, header_at
from cxkit.survey.table import Progress, Remark, Sheet, no_progress, refuse_too_wide

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

DELIMITERS = {
    ";": _("semicolons"), ",": _("commas"), "\t": _("tabs"), "|": _("upright strokes"),
}  # fmt: skip
# The line by which a spreadsheet says how it parts the cells.
_TOLD = re.compile(r"sep=([;,|\t])\r?\n", re.IGNORECASE)
_BLOCK = 4 * 2**20
_LINES = 200
# A cell so long, with so many line ends and delimiters, holds rows and not what somebody wrote.
_SUSPICIOUS, _SWALLOWED = 500, 20
_SAMPLE = 2**18
# One cell larger than this is no answer to a survey.
csv.field_size_limit(2**20)


class TextTable:
    """A delimited text file."""

    def __init__(self, path: Path, sheet: Sheet) -> None:
        self.path = path
        self.encoding = sheet.encoding or guess_encoding(path)
        head = self._head()
        told = _TOLD.match(head)
        self.delimiter = told[1] if told else sheet.delimiter or guess_delimiter(head)
        skipped = told.end() if told else 0
        self._rows, self._starts = self._sample(head[skipped:], skipped)
        self._header = self._find(sheet.header)
        refuse_too_wide(self._header.names, path)
        self.columns = self._header.names
        self._broken = 0
        self._odd = False

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was understood."""
        names = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "cp1252": "Windows-1252"}
        known = names.get(self.encoding, self.encoding.upper()[:6])
        told = [
            Remark("encoding", known),
            Remark("delimiter", DELIMITERS.get(self.delimiter, self.delimiter)),
        ]
        told += header_remarks(self._header)
        if self._broken:
            told.append(Remark("broken-rows", n=self._broken))
        if self._odd:
            told.append(Remark("odd-letters"))
        return tuple(told)

    def batches(
        self, columns: Sequence[str] | None = None, progress: Progress = no_progress
    ) -> "Iterator[pa.RecordBatch]":
        """Read the rows; cells are text."""
        import pyarrow as pa  # late: heavy
        from pyarrow import csv as arrow  # late: heavy

        odd_rows: list[str] = []

        def keep(row: arrow.InvalidRow) -> str:
            odd_rows.append(row.text)
            return "skip"

        chosen = list(self.columns if columns is None else columns)
        size = max(self.path.stat().st_size, 1)
        with self._from_data() as (raw, text):
            if not text.peek(1):  # type: ignore[attr-defined]
                return
            try:
                reader = arrow.open_csv(
                    text,
                    arrow.ReadOptions(
                        use_threads=False, block_size=_BLOCK, column_names=list(self.columns),
                    ),
                    arrow.ParseOptions(
                        delimiter=self.delimiter, newlines_in_values=True,
                        invalid_row_handler=keep,
                    ),
                    arrow.ConvertOptions(
                        column_types=dict.fromkeys(self.columns, pa.string()),
                        include_columns=chosen,
                        check_utf8=False, strings_can_be_null=False,
                    ),
                )  # fmt: skip
                for batch in reader:
                    progress(min(raw.tell() / size, 1.0))
                    self._odd = self._odd or "\ufffd" in str(batch.slice(0, 20).to_pylist())
                    self._refuse_swallowed(batch)
                    yield batch
            except pa.ArrowInvalid as error:
                raise unreadable(self.path, error) from error
        self._broken = 0
        if odd_rows:
            yield self._mended(odd_rows, chosen)

    def _refuse_swallowed(self, batch: "pa.RecordBatch") -> None:
        """Refuse a cell that holds rows: a quotation mark was opened and not closed."""
        import pyarrow.compute as pc  # type: ignore[import-untyped]  # late: heavy

        for array in batch.columns:
            if (pc.max(pc.binary_length(array)).as_py() or 0) < _SUSPICIOUS:
                continue
            for text in array.filter(pc.greater(pc.binary_length(array), _SUSPICIOUS)).to_pylist():
                if min(text.count("\n"), text.count(self.delimiter)) >= _SWALLOWED:
                    raise SurveyError(
                        _(
                            "“{file}” has a quotation mark that opens a cell and is not closed:"
                            " the rows after “{start}” ended up in it. Close it, or save the file"
                            " again as XLSX."
                        ),
                        file=self.path.name, start=clean(text[:40]),
                    )  # fmt: skip

    def _mended(self, rows: Sequence[str], chosen: Sequence[str]) -> "pa.RecordBatch":
        """Read the rows of another length: short ones end early, long ones must end in blanks."""
        import pyarrow as pa  # late: heavy

        width, kept = len(self.columns), []
        for row in csv.reader(rows, delimiter=self.delimiter):
            if not any(row[width:]) and any(row):
                kept.append([*row, *[""] * (width - len(row))][:width])
            else:
                self._broken += any(row)
        places = [self.columns.index(name) for name in chosen]
        arrays = [pa.array([row[place] for row in kept], pa.string()) for place in places]
        return pa.RecordBatch.from_arrays(arrays, names=list(chosen))

    def _head(self) -> str:
        with closing(Utf8(self.path.open("rb"), self.encoding)) as text:
            return io.BufferedReader(text).read(_SAMPLE).decode("utf-8", "ignore")

    def _sample(self, head: str, skipped: int) -> tuple[list[list[str]], list[int]]:
        """Return the first rows, and at which byte of the UTF-8 text each begins."""
        read = [skipped]

        def lines() -> Iterator[str]:
            for line in io.StringIO(head, newline=""):
                read[0] += len(line.encode())
                yield line

        rows, starts = [], [skipped]
        try:
            for row in csv.reader(lines(), delimiter=self.delimiter):
                rows.append([clean(cell) for cell in row])
                starts.append(read[0])
                if len(rows) == LOOKED_AT:
                    break
        except csv.Error as error:
            raise unreadable(self.path, error) from error
        return rows, starts

    def _find(self, place: int | None) -> Header:
        if place is None:
            return find_header(self._rows)
        if not 0 <= place <= len(self._rows):
            raise no_such_row(place, len(self._rows))
        found = header_at(self._rows, place - 1) if place else header_at([[], *self._rows], 0)
        return found if place else Header(0, found.names, 0)

    @contextmanager
    def _from_data(self) -> Iterator[tuple[BinaryIO, BinaryIO]]:
        """Open the file where the rows begin: as its bytes, to know how far it is, and as UTF-8."""
        with self.path.open("rb") as raw:
            text = io.BufferedReader(Utf8(raw, self.encoding))
            text.read(self._starts[self._header.first])
            yield raw, text


def guess_delimiter(head: str) -> str:
    """Return the mark that parts most lines into the same number of cells, more than one.

    Examples
    --------
    >>> guess_delimiter('a;b;c\\n1,5;2;3\\n2,5;3;"x, y"\\n')
    ';'
    """
    lines = head.splitlines(keepends=True)[:_LINES]
    if len(head) >= _SAMPLE // 2:
        lines = lines[:-1]
    best, most = ",", 0.0
    for delimiter in DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        except csv.Error:
            continue
        usual, often = Counter(widths).most_common(1)[0] if widths else (1, 0)
        told = often / max(len(widths), 1) * min(usual - 1, 6)
        if told > most:
            best, most = delimiter, told
    return best


def header_remarks(header: Header) -> list[Remark]:
    """Say how the names of the columns were found."""
    told = []
    if header.first - header.levels > 0:
        told.append(Remark("skipped-above", n=header.first - header.levels))
    if not header.levels:
        told.append(Remark("no-header"))
    elif header.levels > 1:
        told.append(Remark("levels", n=header.levels))
    if header.levels and header.renamed:
        told.append(Remark("renamed", n=header.renamed))
    return told


def unreadable(path: Path, error: Exception) -> SurveyError:
    """Return the refusal of a text file that cannot be parsed."""
    return SurveyError(
        _("“{file}” cannot be read as a table: {reason}. Open it in a spreadsheet, "
"check the row that is named, and save it as CSV (UTF-8) or XLSX."),
        file=path.name, reason=clean(str(error))[:200],
    )  # fmt: skip


def no_such_row(place: int, most: int) -> SurveyError:
    """Return the refusal of a header row that does not exist."""
    return SurveyError(
        _("Row {row} cannot hold the names: choose one from 1 to {most}, or 0 if there are none."),
        row=place, most=most,
    )  # fmt: skip
