"""The spreadsheet as Excel reads it, and the rows of CSV."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from openpyxl import load_workbook

from cxkit.report.formats.xlsx.paper import heads
from cxkit.report.formats.xlsx.text import LIMIT, cell_text, sheet_name
from cxkit.workbook import Workbook
from tests.report.formats.conftest import made


@pytest.fixture(scope="module")
def excel(bank: Workbook) -> Any:
    return load_workbook(io.BytesIO(made(bank, "xlsx")))


def test_there_is_a_cover_then_one_sheet_for_each_exercise(excel: Any, bank: Workbook) -> None:
    begun = [name for name, answer in bank.answers.items() if not answer.is_empty()]
    # Cover, board of the journey, and what the file remembers stand beside these.
    assert len(excel.sheetnames) == len(begun) + 3
    linked = [cell.hyperlink.location for row in excel.worksheets[0].iter_rows() for cell in row
              if cell.hyperlink]  # fmt: skip
    assert len(linked) == len(begun)
    assert all(place.split("!")[0].strip("'").replace("''", "'") in excel.sheetnames
               for place in linked)  # fmt: skip


def test_the_kpi_plan_is_a_table_that_filters_below_frozen_headings(
    excel: Any, bank: Workbook
) -> None:
    plan: Any = bank.answers["kpi-plan"]
    titles = {"it": "Il piano di misura", "en": "The measurement plan"}
    sheet = excel[titles[bank.lang]]
    (table,) = sheet.tables.values()
    first, last = table.ref.split(":")
    assert table.autoFilter is not None
    assert sheet.freeze_panes == f"B{int(first[1:]) + 1}"
    assert sheet[last].row - sheet[first].row == len(plan.kpis)
    assert sheet.data_validations.dataValidation


def test_names_of_tables_are_no_cells(excel: Any) -> None:
    names = [name for sheet in excel for name in sheet.tables]
    assert len(set(names)) == len(names)
    assert all("_" in name for name in names)


def test_headings_of_tables_are_all_different(excel: Any) -> None:
    for sheet in excel:
        for table in sheet.tables.values():
            row = sheet[table.ref][0]
            texts = [str(cell.value).casefold() for cell in row]
            assert len(set(texts)) == len(texts)
    assert heads(["A", "a"]) == ["A", "a (2)"]


def test_what_the_file_remembers_is_out_of_sight(excel: Any) -> None:
    assert excel["cxkit"].sheet_state == "veryHidden"
    assert excel.active.title != "cxkit"


def test_a_text_longer_than_a_cell_says_that_it_is_cut() -> None:
    cut = cell_text("a" * 40_000, "en")
    assert len(cut) == LIMIT
    assert cut.endswith("[cut here: the workbook holds all 40000 characters]")


def test_long_and_equal_titles_become_legal_names() -> None:
    taken: set[str] = set()
    for title in ("x" * 40, "X" * 40, "[]:*?/\\", "", "History", "'", "👩🏽‍🚒" * 20):
        name = sheet_name(title, taken)
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert name.casefold() not in taken
        taken.add(name.casefold())


def test_csv_opens_in_the_spreadsheet_of_its_language(bank: Workbook) -> None:
    data = made(bank, "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    delimiter = {"it": ";", "en": ","}[bank.lang]
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))
    assert {len(row) for row in rows} == {7}
    mark = {"it": ",", "en": "."}[bank.lang]
    figures = [row[5] for row in rows if row[6].endswith("/baseline")]
    assert any(mark in figure for figure in figures)


def test_csv_of_a_journey_alone_is_headed_by_phase_touchpoint_and_lane(english: Workbook) -> None:
    head = made(english, "csv", exercises=("journey-map",)).decode("utf-8-sig").splitlines()[0]
    assert head.startswith("Exercise,Phase,Touchpoint,Lane,Text,Value,")
