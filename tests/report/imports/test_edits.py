"""What people do to the rows: change, add, move, delete, rename."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cxkit.report.errors import ReportError
from cxkit.report.rows.row import COLUMNS
from cxkit.workbook import Workbook
from tests.report.imports.conftest import Rows, brought, cell_of, edited_csv, edited_xlsx


def set_cell(key: str, column: str, value: str) -> Any:
    def edit(rows: Rows) -> None:
        next(row for row in rows if row["key"] == key)[column] = value

    return edit


def row(**cells: str) -> dict[str, str]:
    return {column: cells.get(column, "") for column in COLUMNS}


def refusal(path: Path, book: Workbook) -> str:
    with pytest.raises(ReportError) as caught:
        brought(path, book)
    return caught.value.message


def test_a_changed_emotion_and_text_arrive(tmp_path: Path, book: Workbook) -> None:
    def edit(rows: Rows) -> None:
        set_cell("journey-map/touchpoints/t1/emotion", "value", "−2")(rows)
        set_cell("journey-map/touchpoints/t1/quote", "text", "=SUM(1) è\nqui")(rows)

    journey = brought(edited_csv(book, tmp_path / "x.csv", edit), book)["journey-map"]
    assert journey.touchpoints[0].emotion == -2
    assert journey.touchpoints[0].quote == "=SUM(1) è\nqui"
    assert journey.touchpoints[0].meets == ("n1",)


def test_an_emptied_cell_is_an_empty_value(tmp_path: Path, book: Workbook) -> None:
    edit = set_cell("journey-map/touchpoints/t2/emotion", "value", "")
    journey = brought(edited_csv(book, tmp_path / "x.csv", edit), book)["journey-map"]
    assert journey.touchpoints[1].emotion is None


@pytest.mark.parametrize("value", ["7", "-4", "1.5", "angry"])
def test_a_wrong_emotion_is_named_with_its_place_and_what_is_allowed(
    tmp_path: Path, book: Workbook, value: str
) -> None:
    edit = set_cell("journey-map/touchpoints/t2/emotion", "value", value)
    said = refusal(edited_csv(book, tmp_path / "x.csv", edit), book)
    assert f"“{value}”" in said
    assert "column “Value”" in said
    assert "Row " in said
    assert "from -3 to 3" in said


def test_a_wrong_emotion_in_excel_names_the_sheet(tmp_path: Path, book: Workbook) -> None:
    def edit(excel: Any) -> None:
        sheet = excel["The journey map"]
        cell_of(sheet, "Value", "journey-map/touchpoints/t2/emotion").value = 9

    said = refusal(edited_xlsx(book, tmp_path / "x.xlsx", edit), book)
    assert "Sheet “The journey map”" in said
    assert "“9”" in said


def test_rows_without_a_key_make_a_touchpoint(tmp_path: Path, book: Workbook) -> None:
    def edit(rows: Rows) -> Rows:
        place = max(n for n, one in enumerate(rows) if "/t2/" in one["key"]) + 1
        new = [row(exercise="The journey map", part="At the station", item="Waits",
                   field="Emotion", value="-1"),
               row(part="At the station", item="Waits", field="What they do",
                   text="Looks")]  # fmt: skip
        return [*rows[:place], *new, *rows[place:]]

    journey = brought(edited_csv(book, tmp_path / "x.csv", edit), book)["journey-map"]
    assert [one.name for one in journey.touchpoints] == ["Reads the app", "Asks", "Waits",
                                                         "Travels"]  # fmt: skip
    waits = journey.touchpoints[2]
    assert (waits.phase, waits.emotion, waits.action) == ("p2", -1, "Looks")


def test_a_row_of_an_unknown_phase_says_which_there_are(tmp_path: Path, book: Workbook) -> None:
    def edit(rows: Rows) -> Rows:
        new = row(exercise="The journey map", part="Nowhere", item="Waits", field="Emotion")
        return [*rows, new]

    said = refusal(edited_csv(book, tmp_path / "x.csv", edit), book)
    assert "“Nowhere”" in said
    assert "On the way; At the station" in said


def test_rows_that_are_gone_are_deleted_touchpoints(tmp_path: Path, book: Workbook) -> None:
    path = edited_csv(
        book, tmp_path / "x.csv", lambda rows: [one for one in rows if "/t2/" not in one["key"]]
    )
    journey = brought(path, book)["journey-map"]
    assert [one.id for one in journey.touchpoints] == ["t1", "t3"]


def test_moved_rows_move_their_touchpoint(tmp_path: Path, book: Workbook) -> None:
    def edit(rows: Rows) -> Rows:
        moved = [one for one in rows if "/t3/" in one["key"]]
        rest = [one for one in rows if "/t3/" not in one["key"]]
        place = next(n for n, one in enumerate(rest) if "/t1/" in one["key"])
        return [*rest[:place], *moved, *rest[place:]]

    journey = brought(edited_csv(book, tmp_path / "x.csv", edit), book)["journey-map"]
    assert [one.id for one in journey.touchpoints] == ["t3", "t1", "t2"]


def test_a_name_changed_in_the_wrong_column_is_told(tmp_path: Path, book: Workbook) -> None:
    edit = set_cell("journey-map/touchpoints/t1/emotion", "item", "Opens the app")
    said = refusal(edited_csv(book, tmp_path / "x.csv", edit), book)
    assert "“Opens the app”" in said
    assert "“Reads the app”" in said


def test_the_same_field_twice_names_both_rows(tmp_path: Path, book: Workbook) -> None:
    path = edited_csv(book, tmp_path / "x.csv", lambda rows: [*rows, rows[-1]])
    assert "stands on row" in refusal(path, book)


@pytest.mark.parametrize(
    "key",
    [
        "nonsense",
        "journey-map/touchpoints/t1",
        "journey-map/x",
        "journey-map/touchpoints/bad id!/name",
        "journey-map//",
    ],
)
def test_a_damaged_key_is_told(tmp_path: Path, book: Workbook, key: str) -> None:
    edit = set_cell("journey-map/touchpoints/t1/emotion", "key", key)
    assert "Nothing was written" in refusal(edited_csv(book, tmp_path / "x.csv", edit), book)


def test_columns_may_change_places_and_one_may_be_missing(tmp_path: Path, book: Workbook) -> None:
    path = edited_csv(book, tmp_path / "x.csv", set_cell(
        "journey-map/touchpoints/t1/emotion", "value", "3"))  # fmt: skip
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [[line[6], line[5], line[4]] for line in csv.reader(file)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t").writerows(rows)
    before: Any = book.answers["journey-map"]
    journey = brought(path, book)["journey-map"]
    assert journey.touchpoints[0].emotion == 3
    assert journey.touchpoints[1:] == before.touchpoints[1:]


def test_a_kpi_is_edited_in_excel_by_its_words(tmp_path: Path, book: Workbook) -> None:
    def edit(excel: Any) -> None:
        sheet = excel["The measurement plan"]
        cell_of(sheet, "Level", "k2").value = "Touchpoint"
        cell_of(sheet, "Touchpoints it looks at", "k2").value = "Asks\nTravels"
        cell_of(sheet, "Target", "k1").value = "41,5"

    plan = brought(edited_xlsx(book, tmp_path / "x.xlsx", edit), book)["kpi-plan"]
    assert plan.kpis[1].level == "touchpoint"
    assert plan.kpis[1].touchpoints == ("t2", "t3")
    assert plan.kpis[0].target == 41.5


def test_a_new_row_in_excel_is_a_new_kpi_and_may_be_linked_to(
    tmp_path: Path, book: Workbook
) -> None:
    def edit(excel: Any) -> None:
        sheet = excel["The measurement plan"]
        name = cell_of(sheet, "Name", "k1")
        sheet.cell(sheet.max_row + 1, name.column, "Brand new")
        parent = cell_of(sheet, "Which KPI it hangs from", "k2")
        parent.value = "Brand new"

    plan = brought(edited_xlsx(book, tmp_path / "x.xlsx", edit), book)["kpi-plan"]
    assert [kpi.name for kpi in plan.kpis] == ["Trust", "@Waiting", "Brand new"]
    assert plan.kpis[1].parent == plan.kpis[2].id


def test_an_unknown_name_is_told_with_those_there_are(tmp_path: Path, book: Workbook) -> None:
    def edit(excel: Any) -> None:
        cell_of(excel["The measurement plan"], "Touchpoints it looks at", "k1").value = "Flies"

    said = refusal(edited_xlsx(book, tmp_path / "x.xlsx", edit), book)
    assert "“Flies”" in said
    assert "Reads the app; Asks; Travels" in said


def test_a_renamed_column_is_told_with_the_name_that_is_missing(
    tmp_path: Path, book: Workbook
) -> None:
    def edit(excel: Any) -> None:
        sheet = excel["The measurement plan"]
        for cells in sheet.iter_rows():
            for cell in cells:
                if cell.value == "Target":
                    cell.value = "Goal"

    said = refusal(edited_xlsx(book, tmp_path / "x.xlsx", edit), book)
    assert "“Goal”" in said
    assert "missing: Target" in said


def test_a_doubled_id_names_the_row_that_has_it(tmp_path: Path, book: Workbook) -> None:
    def edit(excel: Any) -> None:
        cell_of(excel["The measurement plan"], "Id (leave as it is)", "k2").value = "k1"

    assert "“k1” stands on row" in refusal(edited_xlsx(book, tmp_path / "x.xlsx", edit), book)


def test_without_the_column_of_ids_rows_are_found_by_their_names(
    tmp_path: Path, book: Workbook
) -> None:
    def edit(excel: Any) -> None:
        sheet = excel["The measurement plan"]
        column = cell_of(sheet, "Id (leave as it is)", "k1").column
        cell_of(sheet, "Who answers for it", "k1").value = "Bo"
        for n in range(1, sheet.max_row + 1):
            sheet.cell(n, column).value = None

    plan = brought(edited_xlsx(book, tmp_path / "x.xlsx", edit), book)["kpi-plan"]
    assert [kpi.id for kpi in plan.kpis] == ["k1", "k2"]
    assert plan.kpis[0].owner == "Bo"


def test_what_the_workbook_changed_meanwhile_stays(tmp_path: Path, book: Workbook) -> None:
    def edit(excel: Any) -> None:
        cell_of(excel["The measurement plan"], "Who answers for it", "k1").value = "Bo"

    path = edited_xlsx(book, tmp_path / "x.xlsx", edit)
    plan: Any = book.answers["kpi-plan"]
    later = plan.model_copy(update={"reading": "Every Friday"})
    merged = brought(path, book.with_answer(later))["kpi-plan"]
    assert (merged.kpis[0].owner, merged.reading) == ("Bo", "Every Friday")


def test_a_field_changed_on_both_sides_is_decided_by_people(tmp_path: Path, book: Workbook) -> None:
    def edit(excel: Any) -> None:
        cell_of(excel["The measurement plan"], "Who answers for it", "k1").value = "Bo"

    path = edited_xlsx(book, tmp_path / "x.xlsx", edit)
    plan: Any = book.answers["kpi-plan"]
    first = plan.kpis[0].model_copy(update={"owner": "Cy"})
    later = book.with_answer(plan.model_copy(update={"kpis": (first, plan.kpis[1])}))
    assert "--prefer" in refusal(path, later)
    assert brought(path, later, prefer="file")["kpi-plan"].kpis[0].owner == "Bo"
    assert brought(path, later, prefer="workbook") == {}


def test_a_formula_whose_result_is_not_there_is_told(tmp_path: Path, book: Workbook) -> None:
    def edit(excel: Any) -> None:
        cell_of(excel["The measurement plan"], "Target", "k1").value = "=1+1"

    assert "formula" in refusal(edited_xlsx(book, tmp_path / "x.xlsx", edit), book)


def test_another_workbook_takes_what_it_lacks(tmp_path: Path, book: Workbook) -> None:
    path = edited_xlsx(book, tmp_path / "x.xlsx", lambda excel: None)
    found = brought(path, replace(book, answers={}))
    assert found["kpi-plan"] == book.answers["kpi-plan"]
