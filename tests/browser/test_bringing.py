"""A plan edited in a spreadsheet comes back from home: shown first, then taken over."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from cxkit.forms.example import sample
from tests.browser.visit import START_MS, Visitor

REFUSED = "Failed to load resource: the server responded with a status of 4"
NAME = "=1+1 <b>Telefonate</b> «a che punto è?»"


@pytest.fixture
def plan(visitor: Visitor, tmp_path: Path) -> Path:
    """Open the bank's case and save its spreadsheet."""
    page = visitor.page
    title = sample("bank", "it").title
    page.locator(".cx-cases").get_by_role("button", name=title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.locator(".cx-exports > summary").click()
    with page.expect_download(timeout=START_MS) as download:
        page.locator("[data-export][href*='/export/xlsx']").click()
    file = tmp_path / "piano.xlsx"
    download.value.save_as(file)
    return file


def edited(file: Path, old: str, new: str) -> Path:
    """Change every cell that says `old` in a saved spreadsheet."""
    book = load_workbook(io.BytesIO(file.read_bytes()))
    for sheet in book.worksheets:
        for row in sheet.iter_rows() if sheet.title != "cxkit" else ():
            for cell in row:
                if cell.value == old:
                    cell.value = new
                    cell.data_type = "s"
    book.save(file)
    return file


def chosen(page: Page, file: Path) -> None:
    page.get_by_text("Riporta da Excel").click()
    page.locator("form[action$='/bring'] input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Mostra che cosa cambia").click()


def shown(page: Page) -> Locator:
    return page.locator(".cx-bring")


def first_kpi() -> str:
    plan = sample("bank", "it").answer("kpi-plan")
    return str(plan.kpis[0].name)  # type: ignore[attr-defined]


def test_what_changes_is_shown_before_it_is_taken_over(visitor: Visitor, plan: Path) -> None:
    page = visitor.page
    chosen(page, edited(plan, first_kpi(), NAME))
    expect(shown(page).locator("section h2")).to_have_text(["Il piano di misura"])
    row = shown(page).locator(".cx-changes tbody tr").filter(has_text=NAME)
    expect(row).to_have_count(1)
    expect(row).to_contain_text(first_kpi())
    assert visitor.stored("kpi-plan")["kpis"][0]["name"] == first_kpi()
    page.get_by_role("button", name="Riporta nel quaderno").click()
    page.wait_for_url("**/06-measure.ipynb*")
    visitor.ready()
    assert visitor.stored("kpi-plan")["kpis"][0]["name"] == NAME
    assert len(visitor.stored("journey-map")["touchpoints"]) > 3


def test_a_file_that_says_the_same_changes_nothing(visitor: Visitor, plan: Path) -> None:
    chosen(visitor.page, plan)
    expect(shown(visitor.page)).to_contain_text("il quaderno dice già le stesse cose")


def test_what_cannot_be_read_is_named_with_its_cell(visitor: Visitor, plan: Path) -> None:
    visitor.pardon(REFUSED)
    book = load_workbook(io.BytesIO(plan.read_bytes()))
    sheet = next(one for one in book.worksheets if one.title == "Il piano di misura")
    heads = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    cell = heads["Livello"]
    sheet.cell(cell.row + 1, cell.column).value = "Galassia"
    book.save(plan)
    chosen(visitor.page, plan)
    said = shown(visitor.page).get_by_role("alert")
    expect(said).to_contain_text("«Galassia»")
    expect(said).to_contain_text("«Livello»")
    expect(shown(visitor.page).locator("form[action$='/bring']")).to_be_visible()


@pytest.mark.parametrize("name", ["x.xlsx", "x.csv", "x.exe", "../../x.xlsx", "<img src=x>.csv"])
def test_a_hostile_file_is_refused_in_words(visitor: Visitor, name: str, plan: Path) -> None:
    visitor.pardon(REFUSED)
    page = visitor.page
    page.get_by_text("Riporta da Excel").click()
    page.locator("form[action$='/bring'] input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": b"PK\x03\x04 =cmd|' /C calc'!A0"}
    )
    page.get_by_role("button", name="Mostra che cosa cambia").click()
    expect(shown(page).get_by_role("alert")).to_contain_text("«")
    assert page.locator(".cx-bring img").count() == 0


def test_an_answer_that_no_form_would_take_is_not_taken_over(visitor: Visitor, plan: Path) -> None:
    visitor.pardon(REFUSED)
    page = visitor.page
    chosen(page, edited(plan, first_kpi(), "Altro"))
    field = page.locator("input[name=answers]")
    sent = json.loads(field.input_value())
    sent["kpi-plan"][0]["kpis"][0]["level"] = "galaxy"
    field.evaluate("(field, text) => { field.value = text; }", json.dumps(sent))
    page.get_by_role("button", name="Riporta nel quaderno").click()
    expect(page.get_by_role("alert")).to_contain_text("Non è stato riportato nulla")
    assert visitor.stored("kpi-plan")["kpis"][0]["name"] == first_kpi()
