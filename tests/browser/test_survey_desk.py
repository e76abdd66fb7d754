"""From a file to figures, by somebody who does not code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from cxkit.forms.desk.words import desk_words
from cxkit.language import LANGS, as_lang
from cxkit.survey.desk import PANELS
from tests.browser.visit import Visitor, visiting
from tests.classroom.serving import Serving
from tests.survey.files import messy_xlsx

CHAPTER = "07-listen-to-data"
LONG = 60_000


class Desk:
    """The desk on a page."""

    def __init__(self, visitor: Visitor, lang: str = "it") -> None:
        self.page = visitor.page
        self.words = desk_words(as_lang(lang))
        self.root = visitor.page.locator(".cx-desk")
        self.problem = self.root.locator(".cx-desk-problem")
        self.panel = self.root.locator(".cx-desk-panel")

    def button(self, key: str, **values: str) -> Locator:
        """Return a button by the key of its words."""
        name = self.words[key].format(**values) if values else self.words[key]
        return self.root.get_by_role("button", name=name)

    def explain(self) -> None:
        """Say of everything that is asked about that it is no answer."""
        asked = self.root.locator(".cx-desk-question.cx-open")
        while left := asked.count():
            asked.first.locator("> div input[type=checkbox]").last.check()
            expect(asked).not_to_have_count(left)

    def count(self) -> None:
        """Explain what is open, confirm, and wait for the first panel."""
        expect(self.root.locator(".cx-desk-question").first).to_be_visible(timeout=LONG)
        self.explain()
        self.button("confirm").click()
        expect(self.panel.locator("figure")).to_be_visible(timeout=LONG)

    def tab_to(self, target: Locator) -> None:
        """Press Tab until something has the focus."""
        for _ in range(60):
            if target.evaluate("e => e.matches(':focus')"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never comes to {target}")

    def look(self, name: str) -> Locator:
        """Choose a panel and return it when it is there."""
        self.root.locator(f'[role=tab][data-panel="{name}"]').click()
        expect(self.panel).to_have_attribute("data-panel", name, timeout=LONG)
        return self.panel


def test_by_keyboard_focus_goes_on_where_something_was_pressed(
    browser: Browser, server: Serving
) -> None:
    server.new_workbook("Banca", "it")
    with visiting(browser, server) as visitor:
        visitor.open(CHAPTER)
        desk = Desk(visitor)
        desk.button("sample").press("Enter")
        heading = desk.root.get_by_role("heading", name=desk.words["step_file"])
        expect(heading).to_be_focused(timeout=LONG)
        desk.button("remove").press("Enter")
        expect(desk.button("keep")).to_be_focused()
        visitor.page.keyboard.press("Enter")
        expect(desk.button("remove")).to_be_focused()


def test_columns_are_mapped_by_keyboard_to_the_figures(visitor: Visitor, tmp_path: Path) -> None:
    rows = [
        f"{1 + n % 28}/{5 if n < 40 else 10}/2026;{'Ancona' if n % 3 else 'Jesi'};{1 + n % 10};"
        f"{('la coda', 'il prezzo', 'niente')[n % 3]}"
        for n in range(80)
    ]
    path = tmp_path / "voti.csv"
    path.write_text("\n".join(["Data;Negozio;Voto (1-10);Motivo", *rows]), encoding="utf-8")
    visitor.open(CHAPTER)
    desk = Desk(visitor)
    with visitor.page.expect_file_chooser() as chooser:
        desk.button("own").press("Enter")
    chooser.value.set_files(path)
    expect(desk.root.get_by_role("heading", name=desk.words["step_file"])).to_be_focused(
        timeout=LONG
    )
    groups = desk.root.locator(".cx-desk-boxes")
    expect(groups).to_contain_text("Motivo")
    comment = desk.root.get_by_label(desk.words["comment"], exact=True)
    desk.tab_to(comment)
    visitor.page.keyboard.type("Motivo")
    expect(groups).not_to_contain_text("Motivo")
    expect(comment).to_be_focused()
    desk.tab_to(desk.button("confirm"))
    visitor.page.keyboard.press("Enter")
    expect(desk.panel.locator("figure")).to_be_visible(timeout=LONG)
    expect(desk.panel).to_contain_text("2026-04/06")


@pytest.mark.parametrize("lang", LANGS)
def test_sample_to_figures_in_the_language_of_the_page(
    browser: Browser, server: Serving, lang: str
) -> None:
    server.new_workbook("Banca", lang)
    with visiting(browser, server) as visitor:
        visitor.open(CHAPTER, lang)
        desk = Desk(visitor, lang)
        desk.button("sample").click()
        expect(desk.root).to_contain_text("7.770 righe" if lang == "it" else "7,770 rows")
        desk.count()
        for name in PANELS:
            panel = desk.look(name)
            expect(panel).to_contain_text(desk.words["says"])
        assert not re.search(r"\{\w+\}", desk.root.inner_text())
        foreign = "95% interval" if lang == "it" else "intervallo"
        assert foreign not in desk.root.inner_text()


def test_figures_and_a_gap_go_into_the_exercises(visitor: Visitor) -> None:
    visitor.open(CHAPTER)
    desk = Desk(visitor)
    desk.button("sample").click()
    desk.count()
    desk.root.locator(".cx-desk-panel wa-button").first.click()
    waves = visitor.exercise("waves")
    expect(waves.picture).to_contain_text("2015", timeout=LONG)
    desk.panel.locator("[data-gap]").first.click()
    expect(desk.root.locator(".cx-desk-note").last).to_contain_text("capitolo 8", timeout=LONG)
    stored = visitor.stored("waves")
    assert {"2008", "2015"} <= {wave["name"] for wave in stored["waves"]}
    (gap,) = visitor.stored("malma")["gaps"]
    assert stored["gaps"] == [gap["id"]]
    assert gap["base_now"] >= 30
    assert gap["margin_now"] > 0


def test_own_messy_spreadsheet_to_figures_and_still_there_after_reload(
    visitor: Visitor, tmp_path: Path
) -> None:
    visitor.open(CHAPTER)
    desk = Desk(visitor)
    desk.root.locator("input[type=file]").set_input_files(messy_xlsx(tmp_path, 400))
    expect(desk.root).to_contain_text("clienti.xlsx", timeout=LONG)
    expect(desk.root.locator(".cx-desk-remarks")).to_contain_text("Dati")
    desk.count()
    expect(desk.panel).to_contain_text("2015")
    visitor.page.reload()
    visitor.ready()
    expect(desk.root).to_contain_text("clienti.xlsx")
    desk.root.scroll_into_view_if_needed()
    expect(desk.panel.locator("figure")).to_be_visible(timeout=LONG)


def test_a_file_that_is_no_table_says_what_to_do(visitor: Visitor, tmp_path: Path) -> None:
    visitor.open(CHAPTER)
    desk = Desk(visitor)
    path = tmp_path / "relazione.csv"
    path.write_bytes(b"%PDF-1.7 ...")
    desk.root.locator("input[type=file]").set_input_files(path)
    expect(desk.problem).to_contain_text("relazione.csv", timeout=LONG)
    expect(desk.problem).to_contain_text("XLSX")
    expect(desk.button("sample")).to_be_visible()


def test_long_work_can_be_stopped_and_nothing_changes(visitor: Visitor, tmp_path: Path) -> None:
    visitor.open(CHAPTER)
    desk = Desk(visitor)
    path = tmp_path / "tanti.csv"
    names = ";".join(["onda", *(f"voto{n}" for n in range(40))])
    row = ";".join(["2014", *("8" for _ in range(40))])
    path.write_text(names + "\n" + (row + "\n") * 200_000)
    desk.root.locator("input[type=file]").set_input_files(path)
    # Where the machine is quick, or this one looks late, the file has come and is being read.
    expect(desk.root).to_have_attribute("data-work", re.compile("^(uploading|reading)$"))
    desk.button("stop").click()
    expect(desk.root.locator(".cx-desk-note").first).to_have_text(desk.words["stopped"])
    expect(desk.root).not_to_have_attribute("aria-busy", "true")
    expect(desk.button("sample")).to_be_visible()


def test_typed_names_are_never_markup(visitor: Visitor, tmp_path: Path) -> None:
    visitor.open(CHAPTER)
    desk = Desk(visitor)
    path = tmp_path / "<img src=x onerror=alert(1)>.csv"
    evil = "<script>alert(2)</script>"
    rows = "".join(f"2014;{evil};{1 + n % 10}\n" for n in range(60))
    path.write_text(
        f"onda;gruppo;<b onclick=alert(3)>voto</b>\n{rows}{rows.replace('2014', '2015')}"
    )
    desk.root.locator("input[type=file]").set_input_files(path)
    desk.count()
    for name in ("waves", "segments", "integrity"):
        desk.look(name)
    assert desk.root.locator("b[onclick], script, img").count() == 0


def test_removed_file_is_gone_from_page_and_disk(visitor: Visitor, tmp_path: Path) -> None:
    visitor.open(CHAPTER)
    desk = Desk(visitor)
    desk.root.locator("input[type=file]").set_input_files(messy_xlsx(tmp_path))
    expect(desk.button("remove")).to_be_visible(timeout=LONG)
    folder = visitor.server.folder / "cxworkbook-surveys" / visitor.server.current_workbook()
    assert (folder / "answers.xlsx").is_file()
    desk.button("remove").click()
    expect(desk.root).to_contain_text(desk.words["remove_sure"])
    assert folder.exists()
    desk.button("remove").click()
    expect(desk.button("sample")).to_be_visible()
    assert not folder.exists()


def test_the_way_to_a_file_is_a_button_and_nothing_nameless_beside_it(visitor: Visitor) -> None:
    visitor.open(CHAPTER)
    desk = Desk(visitor)
    expect(desk.root.locator("input[type=file]")).to_be_hidden()
    with visitor.page.expect_file_chooser() as chosen:
        desk.button("own").press("Enter")
    assert not chosen.value.is_multiple()
