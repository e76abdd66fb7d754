"""Opening a survey file or folder: what kind it is, by its content before its name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from cxkit.language import mark as _
from cxkit.survey.errors import SurveyError
from cxkit.survey.folder_table import FolderTable
from cxkit.survey.parquet_table import ParquetTable
from cxkit.survey.table import Sheet, Table
from cxkit.survey.text_table import TextTable
from cxkit.survey.xlsx_table import XlsxTable

KINDS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".parquet"})
"""Endings of the files that a folder is searched for."""
_OTHER = {
    b"\xd0\xcf\x11\xe0": _("“{file}” is a spreadsheet of the old kind (XLS) or has a password. "
        "Open it and save it as XLSX or CSV (UTF-8)."),
    b"%PDF": _("“{file}” is a PDF: its tables cannot be read. Ask whoever made it for "
"the answers as XLSX or CSV."),
    b"$FL2": _("“{file}” comes from SPSS. Save it there as CSV, with values and not "
"labels, and choose that file."),
    b"\x1f\x8b": _("“{file}” is packed. Unpack it and choose the file inside."),
    b"{": _("“{file}” holds JSON. Save the answers as a table: CSV, XLSX or Parquet."),
    b"<": _("“{file}” is a web page or XML, whatever it is called. Save the answers "
"as a table: CSV, XLSX or Parquet."),
}  # fmt: skip


def open_table(path: str | Path, sheet: Sheet | None = None) -> Table:
    """Open a survey: a CSV, XLSX or Parquet file, or a folder of them.

    Parameters
    ----------
    path : str or Path
        The file or folder.
    sheet : Sheet, optional
        What to read otherwise than it would be understood.

    Raises
    ------
    SurveyError
        When it is missing, empty, of another kind, damaged, or no table.
    """
    path, sheet = Path(path), sheet or Sheet()
    if path.is_dir():
        return FolderTable(path, sheet, _open_file, KINDS)
    return _open_file(path, sheet)


def _open_file(path: Path, sheet: Sheet) -> Table:
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except OSError as error:
        raise SurveyError(
            _("“{file}” cannot be opened. Check the name and that you may read it."), file=str(path)
        ) from error
    if not head.strip():
        raise SurveyError(_("“{file}” is empty. Choose the file with the answers."), file=path.name)
    kind: Callable[[Path, Sheet], Any] = TextTable
    if head.startswith(b"PK"):
        kind = XlsxTable
    elif head.startswith(b"PAR1"):
        kind = ParquetTable
    else:
        for mark, words in _OTHER.items():
            if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(mark):
                raise SurveyError(words, file=path.name)
    table: Table = kind(path, sheet)
    return table
