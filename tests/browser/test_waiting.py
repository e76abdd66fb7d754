"""All places are taken: the page is there, says how many come before, and goes on by itself."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.visit import Visitor, visiting
from tests.classroom.serving import serving


def test_a_page_that_waits_takes_words_and_goes_on_when_a_place_is_free(
    browser: Browser, tmp_path: Path
) -> None:
    with serving(tmp_path, options={"in_all": 1, "grace": 0.1}) as server:
        server.new_workbook()
        with visiting(browser, server) as first:
            first.open("00-start")
            waiting = Visitor(first.page.context.new_page(), server)
            waiting.page.goto(server.chapter("03-vision"))
            bar = waiting.page.locator(".cx-connection")
            expect(bar).to_contain_text("Pagine in attesa prima di questa: 0.")
            vision = waiting.exercise("vision-statement")
            vision.write("Scritto in attesa.", "motto")
            first.leave()
            vision.saved()
            expect(bar).not_to_contain_text("in attesa")
            book = server.current_workbook()
            assert server.answer(book, "vision-statement")["motto"] == "Scritto in attesa."
