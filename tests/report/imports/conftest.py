"""Workbooks to export, edit and bring back, and hands that edit."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from cxkit.journey import Journey
from cxkit.journey.model import Phase, Touchpoint
from cxkit.kpi.model import Kpi, KpiPlan
from cxkit.personas.model import Need, Persona, Personas
from cxkit.report.formats.csv import unguarded
from cxkit.report.imports.command import answers_from
from cxkit.report.imports.sheets import read_sheets
from cxkit.report.rows.row import COLUMNS
from cxkit.workbook import Workbook
from tests.report.formats.conftest import made

Rows = list[dict[str, str]]
Bring = Callable[..., dict[str, Any]]


def book_of(lang: str = "en") -> Workbook:
    """Return a workbook with a journey and a KPI plan that are linked."""
    need = Need(id="n1", text="To be told in time")
    anna = Persona(id="a1", name="Anna", needs=(need,))
    journey = Journey(
        title="=A ticket", persona="a1",
        phases=(Phase(id="p1", name="On the way"), Phase(id="p2", name="At the station")),
        touchpoints=(
            Touchpoint(id="t1", name="Reads the app", phase="p1", emotion=1, channels=("app",),
                       action="-looks\n\nat “news” 👩🏽‍🚒 è", meets=("n1",)),
            Touchpoint(id="t2", name="Asks", phase="p2", emotion=-3, moment_of_truth=True),
            Touchpoint(id="t3", name="Travels", phase="p2"),
        ),
    )  # fmt: skip
    plan = KpiPlan(
        kpis=(
            Kpi(id="k1", name="Trust", level="vision", baseline=12.5, target=40, unit="%"),
            Kpi(id="k2", name="@Waiting", parent="k1", touchpoints=("t2", "deleted"),
                better="lower", frequency="weekly", owner="Ada"),
        ),
        reading="Every Monday",
    )  # fmt: skip
    book = Workbook("The railway", lang)  # type: ignore[arg-type]
    return book.with_answer(Personas(personas=(anna,))).with_answer(journey).with_answer(plan)


@pytest.fixture
def book() -> Workbook:
    """Return a workbook with a journey and a KPI plan that are linked."""
    return book_of()


def edited_csv(book: Workbook, path: Path, edit: Callable[[Rows], Rows | None]) -> Path:
    """Export a workbook as CSV, and write it again with its rows edited."""
    text = made(book, "csv").decode("utf-8-sig")
    delimiter = ";" if book.lang == "it" else ","
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found = [dict(zip(COLUMNS, map(unguarded, row), strict=True)) for row in rows]
    changed = edit(found)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(head)
        writer.writerows(row.values() for row in (found if changed is None else changed))
    return path


def edited_xlsx(book: Workbook, path: Path, edit: Callable[[Any], None]) -> Path:
    """Export a workbook as XLSX, and save it again with its sheets edited."""
    excel = load_workbook(io.BytesIO(made(book, "xlsx")))
    edit(excel)
    excel.save(path)
    return path


def brought(path: Path, book: Workbook, **options: Any) -> dict[str, Any]:
    """Return the answers that a file changes in a workbook."""
    return dict(answers_from(read_sheets(path, "en"), book, "en", **options))


def cell_of(sheet: Any, heading: str, row: str) -> Any:
    """Return the cell in a column, on the row whose id or key is `row`."""
    head = next(cells for cells in sheet.iter_rows() if any(c.value == heading for c in cells))
    column = next(cell.column for cell in head if cell.value == heading)
    keys = next(cell.column for cell in head if str(cell.value).startswith(("Id", "Key")))
    line = next(n for n in range(1, sheet.max_row + 1) if sheet.cell(n, keys).value == row)
    return sheet.cell(line, column)
