"""A chapter is closed under the hands of somebody who types, and opens again."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, WebSocketRoute, expect

from cxkit.forms.words import form_words
from cxkit.front.page_words import page_words
from cxkit.language import Lang
from cxkit.store import OWNER, ChapterShut, Store
from tests.browser.visit import Visitor, visiting
from tests.classroom.people import person_of
from tests.classroom.serving import ROOM, Serving, serving

CHAPTER = "03-vision"
# What would go again by itself a quarter of a minute later does not: only the news sends it.
NO_LONG_TIMERS = """const later = window.setTimeout;
window.setTimeout = (run, ms, ...told) => (ms >= 15000 ? 0 : later(run, ms, ...told));"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with serving(tmp_path_factory.mktemp("school"), room=ROOM) as running:
        yield running


class News:
    """What the page hears of others, a while later."""

    def __init__(self, visitor: Visitor) -> None:
        self.page: WebSocketRoute | None = None
        self.held: list[str | bytes] | None = None
        visitor.page.route_web_socket(re.compile("/live/"), self._between)

    def _between(self, page: WebSocketRoute) -> None:
        self.page = page
        page.connect_to_server().on_message(self._pass)

    def _pass(self, message: str | bytes) -> None:
        if self.held is not None:
            self.held.append(message)
        elif self.page:
            self.page.send(message)

    def hold(self) -> None:
        """Let nothing through."""
        self.held = []

    def release(self) -> None:
        """Let through what has come, and what comes."""
        held, self.held = self.held or [], None
        for message in held:
            self._pass(message)


def shut(school: Serving, is_shut: bool) -> None:
    with Store.open(school.database) as store:
        room = store.classes.all()[0].id
        (store.classes.lock if is_shut else store.classes.unlock)(room, CHAPTER, by=OWNER)


def motto(school: Serving, name: str) -> str:
    person = person_of(school, name)
    with Store.open(school.database) as store:
        book = store.current_workbook(person)
        assert book is not None
        kept = store.answer(book.id, "vision-statement", person=person)
    return str(kept.value["motto"]) if kept else ""


@pytest.mark.parametrize("lang", ["it", "en"])
def test_what_is_typed_as_a_chapter_closes_stays_and_is_saved_when_it_opens(
    browser: Browser, school: Serving, lang: Lang
) -> None:
    name = f"Nina {lang}"
    words = form_words(lang)
    with visiting(browser, school, name) as nina:
        nina.page.add_init_script(NO_LONG_TIMERS)
        news = News(nina)
        nina.open(CHAPTER, lang)
        vision = nina.exercise("vision-statement")
        vision.write("Una persona", "motto")
        vision.saved(lang)
        news.hold()
        shut(school, True)
        vision.write("Una persona risponde", "motto")
        expect(vision.status).to_have_attribute("data-state", "refused")
        reason = words["refused"].format(reason=ChapterShut().for_page(lang))
        expect(vision.status).to_contain_text(f"{reason} {words['waits']}")
        news.release()
        expect(nina.page.locator(".cx-shut")).to_be_visible()
        expect(vision.control("motto")).to_have_value("Una persona risponde")
        assert motto(school, name) == "Una persona"
        shut(school, False)
        expect(nina.page.locator(".cx-shut")).to_be_hidden()
        vision.saved(lang)
        assert motto(school, name) == "Una persona risponde"


def test_a_page_whose_kernel_ended_while_its_chapter_was_closed_goes_on(
    browser: Browser, school: Serving
) -> None:
    with visiting(browser, school, "Olga") as olga:
        olga.pardon("status of 423", "WebSocket", "Failed to load resource")
        olga.open(CHAPTER)
        vision = olga.exercise("vision-statement")
        vision.write("Qui", "motto")
        vision.saved()
        shut(school, True)
        expect(olga.page.locator(".cx-shut")).to_be_visible()
        school.kill_kernels()
        expect(olga.page.locator(".cx-connection")).to_contain_text(page_words("it")["locked"])
        shut(school, False)
        expect(olga.page.locator(".cx-shut")).to_be_hidden()
        vision.write("Qui e adesso", "motto")
        vision.saved()
        assert motto(school, "Olga") == "Qui e adesso"
