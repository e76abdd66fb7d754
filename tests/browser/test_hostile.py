"""Whatever is written in a field is shown as what it is: text."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from cxkit.core.wording import exercise_ids
from cxkit.language import LANGS
from cxkit.store import OWNER, Store
from cxkit.workbook import chapter_plans
from tests.browser.visit import START_MS, Visitor, visiting
from tests.classroom.serving import Serving
from tests.forms.answers import filled

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
TEMPLATE = "{{7*7}}"
EVERYTHING = f"{SCRIPT}{IMAGE}{TEMPLATE} 👩🏽‍🚒 \u202egnorw"
CHAPTERS = [plan.notebook for plan in chapter_plans() if plan.exercises]


@pytest.fixture(scope="module")
def infested(server: Serving) -> str:
    """Make a workbook with hostile text in its title and in each field of each exercise."""
    with Store.open(server.database) as store:
        book = store.create_workbook(EVERYTHING, "it", person=OWNER)
        for name in exercise_ids():
            value = filled(name, EVERYTHING)
            store.save(book.id, name, value, expected_revision=0, person=OWNER)
    return book.id


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_hostile_text_in_every_field_stays_text(
    browser: Browser, server: Serving, infested: str, chapter: str
) -> None:
    server.open_workbook(infested)
    with visiting(browser, server) as visitor:
        visitor.open(chapter)
        page = visitor.page
        assert page.locator("img[onerror], main script:not([type])").count() == 0
        assert "49" not in page.locator(".cx-brand").inner_text()
        expect(page.locator(".cx-brand")).to_contain_text(SCRIPT)
        shown = page.locator(".cx-exercise").all_inner_texts()
        typed = (
            page.locator(".cx-exercise")
            .locator("textarea, input")
            .evaluate_all("all => all.map((e) => e.value)")
        )
        assert SCRIPT in "\n".join([*shown, *typed])


@pytest.mark.parametrize("lang", LANGS)
def test_hostile_titles_stay_text_on_home_and_in_the_report(
    browser: Browser, server: Serving, infested: str, tmp_path: Path, lang: str
) -> None:
    server.open_workbook(infested)
    with visiting(browser, server) as visitor:
        page = visitor.page
        page.goto(f"{server.origin}/?lang={lang}")
        expect(page.get_by_role("heading", level=1)).to_contain_text(SCRIPT + IMAGE + TEMPLATE)
        with page.expect_download(timeout=START_MS) as download:
            page.locator('a[href*="/report"]').first.click()
        opened = page.context.new_page()
        visitor.watch(opened)
        download.value.save_as(tmp_path / "report.html")
        opened.goto((tmp_path / "report.html").as_uri())
        expect(opened.locator("body")).to_contain_text(SCRIPT)
        visitor.requests[:] = [u for u in visitor.requests if not u.startswith("file:")]


def test_text_without_end_is_refused_beside_its_field_and_the_rest_is_saved(
    visitor: Visitor,
) -> None:
    visitor.open("03-vision")
    vision = visitor.exercise("vision-statement")
    vision.write("x" * 200_000, "motto")
    vision.write(EVERYTHING, "sentence")
    expect(vision.status).to_have_attribute("data-state", "partly")
    expect(vision.at("motto").locator(".cx-error")).to_contain_text("200")
    expect(vision.picture).to_contain_text(SCRIPT + IMAGE + TEMPLATE)
    assert visitor.stored("vision-statement")["sentence"] == EVERYTHING
    assert visitor.stored("vision-statement")["motto"] == ""
    visitor.page.reload()
    visitor.ready()
    expect(vision.control("sentence")).to_have_value(EVERYTHING)
    assert len(vision.control("motto").input_value()) == 200_000, "what was refused stays"


def test_a_lone_surrogate_is_saved_as_a_sign_that_something_was_there(visitor: Visitor) -> None:
    visitor.open("03-vision")
    vision = visitor.exercise("vision-statement")
    vision.control("sentence").evaluate(
        """(area) => {
          area.focus();
          area.value = "a" + String.fromCharCode(0xd800) + "b";
          area.dispatchEvent(new InputEvent("input", {bubbles: true, composed: true}));
        }"""
    )
    vision.saved()
    assert visitor.stored("vision-statement")["sentence"] == "a\ufffdb"
