"""A participant writes, goes away and comes back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from cxkit.forms.words import form_words
from tests.browser.visit import Visitor, visiting
from tests.classroom.serving import Serving

WORDS = form_words("it")
VISION = {
    "it": "Chi viaggia con noi arriva, anche quando il programma cambia.",
    "en": "Whoever travels with us arrives, even when the plan changes.",
}


@pytest.mark.parametrize("lang", ["it", "en"])
def test_a_vision_is_there_after_the_tab_was_closed(
    browser: Browser, server: Serving, lang: str
) -> None:
    book = server.new_workbook("La ferrovia", lang)
    with visiting(browser, server) as first:
        first.open("03-vision", lang)
        vision = first.exercise("vision-statement")
        vision.write(VISION[lang], "sentence")
        vision.write("Anna\nBruno", "customer")
        principle = vision.add("principles")
        vision.write("Puntuali" if lang == "it" else "On time", "principles", principle, "name")
        vision.saved(lang)
        expect(vision.picture).to_contain_text(VISION[lang])
        expect(first.exercise("vision-to-behaviours").root).to_be_visible()
    with visiting(browser, server) as second:
        second.open("03-vision", lang)
        vision = second.exercise("vision-statement")
        expect(vision.control("sentence")).to_have_value(VISION[lang])
        expect(vision.control("customer")).to_have_value("Anna\nBruno")
        expect(vision.control("principles", principle, "name")).not_to_have_value("")
        vision.saved(lang)
    stored = server.answer(book, "vision-statement")
    assert stored["sentence"] == VISION[lang]
    assert [p["id"] for p in stored["principles"]] == [principle]


def test_what_is_typed_before_the_kernel_runs_is_saved(visitor: Visitor) -> None:
    page = visitor.page
    vision = visitor.exercise("vision-statement")
    with visitor.server.no_new_kernels():
        page.goto(visitor.server.chapter("03-vision"), wait_until="commit")
        vision.write("Subito.", "sentence")
        assert page.locator("html[data-kernel=ready]").count() == 0
    vision.saved()
    page.reload()
    expect(vision.control("sentence")).to_have_value("Subito.")


def test_undo_takes_words_back_and_earlier_versions_are_listed(visitor: Visitor) -> None:
    visitor.open("03-vision")
    vision = visitor.exercise("vision-statement")
    vision.write("Prima.", "sentence")
    vision.saved()
    vision.write("Dopo.", "motto")
    vision.saved()
    vision.status.get_by_role("button", name=WORDS["undo"]).click()
    expect(vision.control("motto")).to_have_value("")
    vision.saved()
    vision.status.get_by_role("button", name=WORDS["history"]).click()
    expect(visitor.page.get_by_role("dialog", name=WORDS["history"])).to_be_visible()
    expect(visitor.page.locator("wa-dialog").get_by_role("listitem")).not_to_have_count(0)


def test_the_example_can_be_seen_and_taken_as_a_start(visitor: Visitor) -> None:
    visitor.open("03-vision")
    vision = visitor.exercise("vision-statement")
    vision.status.get_by_role("button", name=WORDS["show_example"]).click()
    dialog = visitor.page.locator("wa-dialog")
    expect(visitor.page.get_by_role("dialog", name="Un esempio svolto")).to_be_visible()
    dialog.get_by_role("button", name=WORDS["use_example"]).click()
    expect(vision.control("sentence")).not_to_have_value("")
    vision.saved()
