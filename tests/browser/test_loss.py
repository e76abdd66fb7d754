"""The server or the kernel dies, or never comes: the page says so and keeps every word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visit import Visitor, visiting
from tests.classroom.serving import Serving, serving

NETWORK = ("ERR_CONNECTION", "WebSocket", "Failed to load resource", "ERR_INCOMPLETE")


@pytest.fixture(scope="module")
def frail(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with serving(tmp_path_factory.mktemp("frail")) as running:
        yield running


@pytest.fixture
def writer(browser: Browser, frail: Serving) -> Iterator[Visitor]:
    frail.new_workbook()
    with visiting(browser, frail) as visitor:
        visitor.pardon(*NETWORK)
        yield visitor


def test_a_killed_server_costs_no_word_and_the_page_goes_on_by_itself(
    writer: Visitor, frail: Serving
) -> None:
    writer.open("03-vision")
    vision = writer.exercise("vision-statement")
    vision.write("Scritto prima.", "sentence")
    vision.saved()
    control = vision.control("customer")
    control.press_sequentially("Chi viag")
    frail.kill()
    control.press_sequentially("gia con noi")
    expect(writer.page.locator(".cx-connection")).to_contain_text("fermat")
    expect(vision.status).to_have_attribute("data-state", "lost")
    vision.write("Scritto senza server.", "motto")
    expect(control).to_have_value("Chi viaggia con noi")
    frail.start()
    vision.saved()
    book_shown = writer.page
    book_shown.reload()
    expect(vision.control("sentence")).to_have_value("Scritto prima.")
    expect(vision.control("customer")).to_have_value("Chi viaggia con noi")
    expect(vision.control("motto")).to_have_value("Scritto senza server.")


def test_words_typed_while_the_server_was_gone_outlive_the_tab(
    browser: Browser, frail: Serving
) -> None:
    frail.new_workbook()
    context = browser.new_context(locale="it-IT")
    first = Visitor(context.new_page(), frail)
    first.sign_in()
    first.open("03-vision")
    frail.kill()
    first.exercise("vision-statement").write("Resta qui.", "sentence")
    expect(first.exercise("vision-statement").status).to_have_attribute("data-state", "lost")
    first.page.close()
    frail.start()
    again = Visitor(context.new_page(), frail)
    again.sign_in()
    again.open("03-vision")
    vision = again.exercise("vision-statement")
    expect(vision.control("sentence")).to_have_value("Resta qui.")
    vision.saved()
    again.leave()
    context.close()
    again.check()


def test_a_killed_kernel_is_replaced_under_the_same_form(writer: Visitor, frail: Serving) -> None:
    writer.open("03-vision")
    vision = writer.exercise("vision-statement")
    vision.write("Prima.", "sentence")
    vision.saved()
    frail.kill_kernels()
    vision.write("Mentre manca.", "motto")
    expect(vision.control("motto")).to_have_value("Mentre manca.")
    vision.saved()
    writer.page.reload()
    expect(vision.control("motto")).to_have_value("Mentre manca.")
    expect(vision.control("sentence")).to_have_value("Prima.")


def test_a_lost_network_is_said_and_what_was_typed_is_saved_on_return(writer: Visitor) -> None:
    writer.open("03-vision")
    vision = writer.exercise("vision-statement")
    writer.page.context.set_offline(True)
    expect(writer.page.locator(".cx-connection")).to_be_visible()
    vision.write("In galleria.", "sentence")
    writer.page.context.set_offline(False)
    vision.saved()
    expect(writer.page.locator(".cx-connection")).to_be_hidden()
    writer.page.reload()
    expect(vision.control("sentence")).to_have_value("In galleria.")


@pytest.mark.parametrize(
    ("options", "says"),
    [({"per_person": 0}, "troppe"), ({"python": "/bin/false"}, "kernel")],
    ids=["no room for another kernel", "a broken interpreter"],
)
def test_a_page_without_a_kernel_says_why_and_keeps_the_words(
    browser: Browser, tmp_path: Path, options: dict[str, object], says: str
) -> None:
    with serving(tmp_path, options=options) as limited:
        limited.new_workbook()
        with visiting(browser, limited) as visitor:
            visitor.page.goto(limited.chapter("03-vision"))
            vision = visitor.exercise("vision-statement")
            vision.write("Scritto lo stesso.", "sentence")
            expect(visitor.page.locator(".cx-connection")).to_contain_text(says)
            expect(vision.control("sentence")).to_have_value("Scritto lo stesso.")
            visitor.page.reload()
            expect(vision.control("sentence")).to_have_value("Scritto lo stesso.")
