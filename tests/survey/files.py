"""Survey files as people have them, written for the tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa

from cxkit.survey.opening import open_table
from cxkit.survey.table import Sheet

TRICKY = (
    'id;Onda;"Quanto è soddisfatto\ndella filiale?";Città;Peso\r\n'
    "1;2014;8;Forlì;0,95\r\n"
    "2;2014;n.d.;Cantù;1,05\r\n"
    '3;2015;10;"Sì; no";1\r\n'
    "4;2015;99;Forlì;1,10\r\n"
)


def written(folder: Path, content: bytes, name: str = "answers.csv") -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(content)
    return path


def rows_of(path: Path, sheet: Sheet | None = None) -> dict[str, list[Any]]:
    """Read a whole file as columns."""
    batches = list(open_table(path, sheet).batches())
    return dict(pa.Table.from_batches(batches).to_pydict())


def messy_xlsx(folder: Path, rows: int = 60) -> Path:
    """Write what a market researcher sends: notes first, titles, merged names, codes, dates."""
    import datetime as dt

    book = openpyxl.Workbook()
    book.active.title = "Leggimi"
    book.active["A1"] = "Rilevazione clienti. Non rispondere a questo foglio."
    sheet = book.create_sheet("Dati")
    sheet["A1"] = "Rilevazione 2014 e 2015"
    sheet.merge_cells("A1:F1")
    for cell, words in {"A3": "Codice", "B3": "Data", "C3": "Filiale", "D3": "Servizio"}.items():
        sheet[cell] = words
    sheet.merge_cells("D3:F3")
    for cell in ("A3:A4", "B3:B4", "C3:C4"):
        sheet.merge_cells(cell)
    for cell, words in {"D4": "Nel complesso", "E4": "Tempi", "F4": "Cortesia"}.items():
        sheet[cell] = words
    for n in range(rows):
        day = dt.date(2014 + n % 2, 10, 1 + n % 28)
        waiting: Any = "n.d." if n % 7 == 0 else 3 + n % 8
        branch, polite = "Ponte" if n % 3 else "Lago", 99 if n % 5 == 0 else 10
        sheet.append([f"K{n:03d}", day, branch, 1 + n % 10, waiting, polite])
    path = folder / "clienti.xlsx"
    book.save(path)
    return path
