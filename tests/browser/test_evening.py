"""An instructor's evening, from the first password to the last erasure, in four real browsers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Locator, expect
from sqlalchemy import select, update

from cxkit.store import Store, tables
from tests.browser.visit import START_MS, Visitor, visiting
from tests.classroom.people import person_of
from tests.classroom.serving import ROOM, Serving, serving

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
PEOPLE = "/voila/render/class/people.ipynb"
QUESTION = "Chi risponde di notte?"


@dataclass
class Evening:
    """Who is there: the instructor, somebody in Italian, in English, and on a phone."""

    school: Serving
    prof: Visitor
    anna: Visitor
    ben: Visitor
    chiara: Visitor

    @property
    def participants(self) -> tuple[Visitor, Visitor, Visitor]:
        return self.anna, self.ben, self.chiara

    def look(self, path: str) -> None:
        """Let the instructor open a page."""
        self.prof.page.goto(self.school.origin + path)

    def row(self, name: str) -> Locator:
        """Return somebody's row of the live table."""
        return self.prof.page.locator(".cx-instructor-people tbody tr", has_text=name)

    def press(self, key: str, *, pressed: bool) -> None:
        """Press a button of the live table, and wait until it stays as it is to be."""
        button = self.prof.page.locator(f'[data-key="{key}"]')
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true" if pressed else "false")

    def decide(self, deed: str) -> None:
        """Let the instructor send a form of the page of decisions, and wait until it is done."""
        with self.prof.page.expect_response(lambda answer: answer.request.method == "POST"):
            self.prof.page.locator(f"form[action$='/class/manage/{deed}'] button").click()

    def export(self) -> tuple[list[str], dict[str, list[tuple[Any, ...]]], str]:
        """Take the class along: the reports' names, the spreadsheet, and all the reports' text."""
        with self.prof.page.expect_download(timeout=START_MS) as begun:
            self.prof.page.locator("a[href$='/class/export']").click()
        archive = zipfile.ZipFile(begun.value.path())
        reports = [name for name in archive.namelist() if name.endswith(".html")]
        book = load_workbook(io.BytesIO(archive.read("class.xlsx")))
        sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
        return reports, sheets, "".join(archive.read(name).decode() for name in reports)


@pytest.fixture
def evening(browser: Browser, tmp_path: Path) -> Iterator[Evening]:
    with ExitStack() as stack:
        school = stack.enter_context(serving(tmp_path / "school", room=ROOM))

        def come(name: str = "", **options: Any) -> Visitor:
            found = stack.enter_context(visiting(browser, school, name, **options))
            found.pardon("status of 423")
            return found

        prof = come(accept_downloads=True)
        prof.page.locator("a[href$='/class/invitation']").click()
        expect(prof.page.locator(".cx-qr")).to_be_visible()
        expect(prof.page.locator(".cx-code")).to_have_text(f"{school.code[:4]} {school.code[4:]}")
        anna, ben, chiara = come("Anna"), come("Ben", locale="en-GB"), come("Chiara", **PHONE)
        ben.page.goto(f"{school.origin}/?lang=en")
        expect(ben.page.locator("#programme")).to_have_text("The programme")
        yield Evening(school, prof, anna, ben, chiara)


def test_an_evening(evening: Evening) -> None:
    everybody_writes(evening)
    the_instructor_follows(evening)
    a_chapter_is_closed_under_the_eyes_of_who_reads_it(evening)
    a_comment_is_answered(evening)
    the_class_votes(evening)
    the_table_is_projected(evening)
    the_class_is_taken_along(evening)
    the_class_is_closed_and_opened_again(evening)
    one_person_is_erased(evening)


def everybody_writes(evening: Evening) -> None:
    for one, text in ((evening.anna, "Banca Valchiara"), (evening.chiara, "Ferrovie")):
        one.open("00-start")
        one.exercise("profile").write(text, "company")
        one.exercise("profile").saved()
    evening.ben.open("03-vision", "en")
    evening.ben.exercise("vision-statement").write("A person answers", "motto")
    evening.ben.exercise("vision-statement").saved("en")


def the_instructor_follows(evening: Evening) -> None:
    evening.look(PEOPLE)
    for name in ("Anna", "Ben", "Chiara"):
        expect(evening.row(name).locator("td.is-begun, td.is-attention")).to_have_count(
            1, timeout=START_MS
        )
    long_ago(evening.school, "Anna")
    stuck = evening.prof.page.locator(".cx-instructor-stuck")
    expect(stuck).to_contain_text("Anna")
    expect(stuck).not_to_contain_text("Ben")


def long_ago(school: Serving, name: str) -> None:
    """Let what somebody wrote be a quarter of an hour old."""
    saved = tables.revision.c
    mine = saved.saved_by == person_of(school, name)
    with Store.open(school.database) as store, store._database.write() as connection:
        for row in connection.execute(select(tables.revision).where(mine)).all():
            earlier = {"saved_at": row.saved_at - timedelta(minutes=15)}
            connection.execute(update(tables.revision).where(mine).values(**earlier))


def a_chapter_is_closed_under_the_eyes_of_who_reads_it(evening: Evening) -> None:
    evening.press("lock-03-vision", pressed=True)
    shut = evening.ben.page.locator(".cx-shut")
    expect(shut).to_contain_text("closed this chapter")
    expect(evening.ben.page.locator(".cx-slot").first).to_have_attribute("inert", "")
    evening.chiara.page.goto(evening.school.chapter("03-vision"))
    expect(evening.chiara.page.locator("main")).to_contain_text("non ha ancora aperto")
    evening.press("lock-03-vision", pressed=False)
    expect(shut).to_be_hidden()
    expect(evening.ben.page.locator(".cx-slot").first).not_to_have_attribute("inert", "")
    evening.chiara.open("00-start")


def a_comment_is_answered(evening: Evening) -> None:
    prof, ben = evening.prof.page, evening.ben.page
    evening.look("/class/manage")
    prof.locator("form[action$='/name'] input[name=name]").fill("Marta Gallo")
    evening.decide("name")
    evening.look(PEOPLE)
    evening.row("Ben").locator("td a").click()
    expect(prof.locator(".cx-read-picture")).to_contain_text("A person answers")
    prof.locator("textarea").fill(QUESTION)
    prof.locator(".cx-comment-form button").click()
    expect(ben.locator(".cx-news")).to_contain_text("Marta Gallo")
    section = ben.locator('.cx-comments[data-exercise="vision-statement"]')
    expect(section.locator("li p")).to_have_text(QUESTION)
    section.locator("textarea").fill("The night shift")
    section.locator("form button").click()
    expect(section.locator("li")).to_have_count(2)
    expect(section.locator("li.cx-new")).to_have_count(1)  # one's own words are no news
    evening.look(PEOPLE)
    prof.locator(".cx-instructor-said a", has_text="Ben").click()
    expect(prof.locator(".cx-comments li")).to_have_count(2)


def the_class_votes(evening: Evening) -> None:
    for one in evening.participants:
        one.page.goto(f"{evening.school.origin}/vote")
        one.page.locator("select").first.select_option("3")
        one.page.locator("main form button").click()
        expect(one.page.get_by_role("status")).to_be_visible()
    evening.look("/voila/render/class/pictures.ipynb")
    expect(evening.prof.page.locator(".cx-class-bars li").first).to_contain_text("9")
    expect(evening.prof.page.locator("main")).to_contain_text("A person answers")
    assert "Ben" not in evening.prof.page.locator("main").inner_text()


def the_table_is_projected(evening: Evening) -> None:
    for one in (evening.anna, evening.chiara):
        one.open("00-start")
    evening.ben.open("03-vision", "en")
    evening.look(PEOPLE)
    expect(evening.row("Anna")).to_have_count(1)
    evening.press("names", pressed=True)
    assert not {"Anna", "Ben", "Chiara"} & set(evening.prof.page.content().split())
    evening.prof.page.locator("[data-minutes]").fill("5")
    evening.prof.page.locator('[data-key="start"]').click()
    for one, words in zip(
        evening.participants, ("Tempo rimasto", "Time left", "Tempo rimasto"), strict=True
    ):
        expect(one.page.locator(".cx-timer")).to_contain_text(words)
    evening.prof.page.locator('[data-key="stop"]').click()
    for one in evening.participants:
        expect(one.page.locator(".cx-timer")).to_be_hidden()
    evening.press("names", pressed=False)


def the_class_is_taken_along(evening: Evening) -> None:
    reports, sheets, text = evening.export()
    assert [name.split("-")[0] for name in reports] == [
        "reports/anna", "reports/ben", "reports/chiara"
    ]  # fmt: skip
    assert {"Banca Valchiara", "A person answers", "Ferrovie"} <= words_in(text)
    assert [row[0] for row in sheets["Persone"]][1:] == ["Anna", "Ben", "Chiara"]
    assert [row[4] for row in sheets["Commenti"]][1:] == [QUESTION, "The night shift"]
    assert max(row[1] for row in sheets["Voti"][1:]) == 9


def words_in(text: str) -> set[str]:
    """Return which of the evening's texts stand in a text."""
    known = ("Banca Valchiara", "A person answers", "Ferrovie")
    return {one for one in known if one in text}


def the_class_is_closed_and_opened_again(evening: Evening) -> None:
    anna, door = evening.anna, f"{evening.school.origin}/join"
    evening.look("/class/manage")
    evening.decide("close")
    for one, words in ((anna, "ha chiuso il corso"), (evening.ben, "has closed the class")):
        expect(one.page.locator(".cx-connection")).to_contain_text(words)
    anna.exercise("profile").write("Dopo la chiusura", "sector")
    anna.page.locator(".cx-connection a").click()
    anna.page.wait_for_url(f"{door}?**")
    expect(anna.page.get_by_role("status")).to_contain_text("chiuso")
    evening.decide("reopen")
    expect(evening.prof.page.locator("#door")).to_have_text("Il corso è aperto")
    for field, value in (("code", evening.school.code), ("name", "Anna"), ("pin", "2706")):
        anna.page.locator(f"[name={field}]").fill(value)
    anna.page.locator("main form button").click()
    anna.ready()
    anna.exercise("profile").saved()
    expect(anna.exercise("profile").control("sector")).to_have_value("Dopo la chiusura")


def one_person_is_erased(evening: Evening) -> None:
    ben = person_of(evening.school, "Ben")
    evening.look("/class/manage")
    evening.prof.page.locator(".cx-books li", has_text="Ben").locator("summary").click()
    evening.prof.page.locator(f"form[action$='/erase/{ben}'] [name=sure]").check()
    evening.decide(f"erase/{ben}")
    expect(evening.prof.page.get_by_role("status")).to_contain_text("Ben")
    evening.ben.pardon("status of 403")
    evening.ben.page.goto(evening.school.origin)
    evening.ben.page.wait_for_url(f"{evening.school.origin}/join")
    evening.look(PEOPLE)
    expect(evening.row("Anna")).to_have_count(1)
    expect(evening.row("Ben")).to_have_count(0)
    reports, sheets, text = evening.export()
    assert len(reports) == 2
    assert "A person answers" not in text
    assert "Ben" not in str(sheets)
    with Store.open(evening.school.database) as store, store._database.read() as connection:
        for table in tables.metadata.tables.values():
            kept = str(connection.execute(select(table)).all())
            assert ben not in kept, table.name
            assert "A person answers" not in kept, table.name
