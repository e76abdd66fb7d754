"""The report in a real browser: read without script, searched with it, by night, on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Request, ViewportSize, expect

from cxkit.report import request as asked
from cxkit.report.command import Wishes
from cxkit.report.compare import compare
from cxkit.report.writers import FORMATS
from cxkit.resources import samples
from cxkit.workbook import Workbook

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id))"


@pytest.fixture(scope="module", params=["bank.it", "railway.en"])
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a sample's report with its script."""
    book = Workbook.read(samples() / f"{request.param}.cxworkbook.json")
    wish = asked.Request(book, book.lang, date(2026, 3, 1), comfort=True)
    place = tmp_path_factory.mktemp("report") / "report.html"
    made = FORMATS["html"].write(wish)
    assert isinstance(made, bytes)
    place.write_bytes(made)
    return place


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compare the railway before its actions with the railway today."""
    folder = tmp_path_factory.mktemp("compared")
    book = Workbook.read(samples() / "railway.en.cxworkbook.json")
    kept = {name: answer for name, answer in book.answers.items() if name != "actions"}
    for name, answers in (("before", kept), ("after", book.answers)):
        state = Workbook(book.title, book.lang, answers)
        (folder / f"{name}.cxworkbook.json").write_text(state.to_json(), encoding="utf-8")
    sources = [str(folder / f"{name}.cxworkbook.json") for name in ("before", "after")]
    (made,) = compare(sources, Wishes.of("en", to="html"))
    return made


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_in_a_comparison(
    browser: Browser, comparison: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    size: ViewportSize = {"width": width, "height": 900}
    page = browser.new_page(viewport=size, color_scheme=scheme, bypass_csp=True)
    page.goto(comparison.as_uri())
    page.add_script_tag(path=AXE)
    assert page.evaluate(RUN) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto(file.as_uri())
    yield opened
    opened.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, file: Path, scheme: str, width: int
) -> None:
    # The page's policy runs its own script only; axe is the test's.
    page = browser.new_page(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,  # type: ignore[arg-type]  # one of two
    )
    page.goto(file.as_uri())
    page.add_script_tag(path=AXE)
    assert page.evaluate(RUN) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_it_asks_nothing_of_anybody_and_breaks_no_policy(browser: Browser, file: Path) -> None:
    seen: list[str] = []
    said: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: seen.append(_address(request)))
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    page.locator("#find").fill("customer")
    page.close()
    assert [address for address in seen if not address.startswith("data:")] == [file.as_uri()]
    assert said == []


def _address(request: Request) -> str:
    return request.url


def test_without_script_everything_is_there_and_no_dead_button(
    browser: Browser, file: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.locator("#tools")).to_be_hidden()
    expect(page.locator("#kpi-plan")).to_be_visible()
    page.locator("details:has(#answers-kpi-plan) > summary").click()
    expect(page.locator("#answers-kpi-plan .r-pairs").first).to_be_visible()
    context.close()


def test_a_word_is_found_in_what_is_folded(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("pers")
    page.keyboard.press("Enter")
    found = page.locator("#found")
    expect(found).to_have_text(re.compile(r"^1 \D+ \d+$"))
    assert int(found.inner_text().split()[-1]) > 3
    page.locator("#find").fill("zzzzz")
    expect(found).to_have_text(re.compile("^(Non c’è|Not found)$"))


def test_day_and_night_and_all_answers_by_button(page: Page) -> None:
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("[data-do=theme]").click()
    expect(page.locator("body")).not_to_have_css("background-color", before)
    page.locator("[data-do=open]").click()
    expect(page.locator("details:not([open])")).to_have_count(0)


def test_a_link_to_a_folded_answer_opens_it(page: Page) -> None:
    page.locator("#kpi-plan ~ .r-onward a, section:has(#kpi-plan) > .r-onward a").first.click()
    expect(page.locator("#answers-kpi-plan .r-pairs").first).to_be_visible()
