"""Everybody can use it: by keyboard, with a screen reader, on a phone, on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visit import Visitor, visiting
from tests.classroom.serving import ROOT, Serving

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
  .filter(v => ["serious", "critical"].includes(v.impact))
  .map(v => [v.impact, v.id, ...v.nodes.map(n => n.target.flat().join(" "))].join(" | "))"""
# The bars that appear and the fields that grow must not make the page wider than the screen.
TOO_WIDE = """() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide <= 0) return [];
  const own = ["auto", "scroll", "hidden", "clip"];
  const scrolls = (e) => e && e !== document.body &&
    (own.includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  return [...document.querySelectorAll("body *")]
    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !scrolls(e.parentElement))
    .map((e) => `${e.tagName}.${e.className}`);
}"""
# Nor may a lesson hide a column beside what a phone shows.
BESIDE = """() => [...document.querySelectorAll(".cx-lesson :is(p, ul, ol, table, tr, td, pre)")]
  .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline")
  .map((e) => `${e.tagName} ${e.textContent.trim().slice(0, 40)}`)"""
PLACES = {
    "home": "/",
    "start": "/voila/render/{lang}/00-start.ipynb",
    "vision": "/voila/render/{lang}/03-vision.ipynb",
    "journey": "/voila/render/{lang}/05-journey.ipynb",
    "error": "/voila/render/{lang}/nothing.ipynb",
}


@pytest.fixture(scope="module")
def filled(server: Serving) -> str:
    """Make a workbook that holds the railway's case, in Italian, and return its id."""
    return server.new_sample("railway", "it")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["it", "en"])
def test_axe_finds_nothing(
    browser: Browser, server: Serving, filled: str, lang: str, scheme: str
) -> None:
    server.open_workbook(filled)
    found = []
    with visiting(browser, server, color_scheme=scheme, bypass_csp=True) as visitor:
        visitor.pardon("status of 404")
        visitor.page.goto(f"{server.origin}/?lang={lang}")
        for name, place in PLACES.items():
            visitor.page.goto(server.origin + place.format(lang=lang))
            if "ipynb" in place and name != "error":
                visitor.ready()
            visitor.page.evaluate(AXE.read_text(encoding="utf-8"))
            found += [f"{name}: {violation}" for violation in visitor.page.evaluate(RUN)]
    assert found == []


def test_a_card_list_is_filled_by_keyboard_alone(visitor: Visitor) -> None:
    page = visitor.page
    visitor.open("03-vision")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Vai al contenuto")).to_be_focused()
    page.keyboard.press("Enter")
    vision = visitor.exercise("vision-statement")
    tab_to(page, vision.at("principles").get_by_role("button", name="Aggiungi").last)
    page.keyboard.press("Enter")
    card = vision.only_record("principles")
    expect(vision.control("principles", card, "name")).to_be_focused()
    page.keyboard.type("Puntuali")
    page.keyboard.press("Tab")
    vision.saved()
    assert visitor.stored("vision-statement")["principles"][0]["name"] == "Puntuali"


def tab_to(page: Page, target: object) -> None:
    """Press Tab until the target has focus, as somebody without a mouse does."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if target.evaluate("e => e.matches(':focus-within') || e.matches(':focus')"):  # type: ignore[attr-defined]
            return
    raise AssertionError("the keyboard does not reach it")


@pytest.mark.parametrize("lang", ["it", "en"])
def test_nothing_scrolls_sideways_on_a_phone(browser: Browser, still: Serving, lang: str) -> None:
    phone = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
    wide = {}
    with visiting(browser, still, **phone) as visitor:
        visitor.page.goto(f"{still.origin}/?lang={lang}")
        for path in ["/", *chapters(lang)]:
            visitor.page.goto(still.origin + path)
            undrawn = visitor.page.locator(".cx-slot[aria-busy], .cx-later:empty")
            expect(undrawn).to_have_count(0)
            wide[path] = visitor.page.evaluate(TOO_WIDE) + visitor.page.evaluate(BESIDE)
    assert {path: found for path, found in wide.items() if found} == {}


def chapters(lang: str) -> list[str]:
    """Return the addresses of all chapters."""
    names = sorted(path.stem for path in (ROOT / "workbook" / lang).glob("*.ipynb"))
    return [f"/voila/render/{lang}/{name}.ipynb" for name in names]


def test_a_chapter_prints_without_what_only_a_screen_needs(
    browser: Browser, server: Serving, filled: str, tmp_path: Path
) -> None:
    server.open_workbook(filled)
    with visiting(browser, server) as visitor:
        visitor.open("05-journey")
        visitor.page.emulate_media(media="print")
        for hidden in (".cx-tools", ".cx-turn", ".cx-status-acts"):
            for element in visitor.page.locator(hidden).all():
                expect(element).to_be_hidden()
        expect(visitor.exercise("journey-map").picture).to_be_visible()
        printed = visitor.page.pdf(path=tmp_path / "chapter.pdf")
    assert printed.startswith(b"%PDF")
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") < 60
