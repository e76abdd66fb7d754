"""Hostile text in every field of every exercise, in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from cxkit.core.exercise import find_exercise
from cxkit.core.fields import FieldShape, shapes_of
from cxkit.core.wording import exercise_ids
from cxkit.report import report_html
from cxkit.workbook import Workbook
from tests.report.conftest import DAY, Page

ATTACKS = {
    "script": "<script>alert(1)</script></style></title>",
    "picture": '"><img src=x onerror="alert(1)">\'><svg onload=alert(1)>',
    "template": "{{7*7}} {% include 'x' %} ${7*7} <!-- --> ]]> &lt;b&gt;",
    "right to left": "\u202eمرحبا بالعالم שלום \u2066x",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈 e\u0301\u0327" * 5,
    "one long word": "W" * 4000,
}


def filled(shapes: tuple[FieldShape, ...], text: str) -> dict[str, Any]:
    """Return a value with `text` in every field that takes text."""
    value: dict[str, Any] = {}
    for shape in shapes:
        kind = shape.kind.name
        if kind in ("text", "long-text"):
            value[shape.name] = text[: shape.max_length]
        elif kind == "tags":
            value[shape.name] = [text[:60]]
        elif kind in ("cards", "table"):
            items = [filled(shape.fields, text) for _ in range(2)]
            value[shape.name] = [{**item, "id": f"{shape.name}{n}"} for n, item in enumerate(items)]
    return value


def hostile_book(text: str) -> Workbook:
    values = {}
    for name in exercise_ids():
        values[name] = filled(shapes_of(find_exercise(name).model), text)
    if "journey-map" in values:
        for n, touchpoint in enumerate(values["journey-map"]["touchpoints"]):
            touchpoint |= {"phase": f"phases{n}", "emotion": n - 2, "moment_of_truth": True}
    return Workbook.from_values(text[:200], "en", values)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_runs_and_the_page_keeps_its_width(browser: Browser, attack: str) -> None:
    html = report_html(hostile_book(ATTACKS[attack]), date=DAY)
    found = Page(html)
    assert not found.tags & {"script", "iframe", "object"}
    assert not [name for _, name, _ in found.attributes if name.startswith("on")]
    page = browser.new_page(viewport={"width": 360, "height": 700})
    events: list[str] = []
    page.on("dialog", lambda dialog: (events.append("dialog"), dialog.dismiss()))
    page.on("console", lambda message: events.append(message.text))
    page.on("pageerror", lambda error: events.append(str(error)))
    page.set_content(html)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not events
    page.close()


def test_template_code_is_text_like_any_other() -> None:
    page = Page(report_html(hostile_book("{{1234*5678}}"), date=DAY))
    assert "{{1234*5678}}" in page.text
    assert "7006652" not in page.text


def test_the_page_has_no_serious_findings(
    browser: Browser, bank_page: Page, checkout: Path
) -> None:
    axe = checkout / "node_modules" / "axe-core" / "axe.min.js"
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        page.set_content(bank_page.html)
        page.evaluate(axe.read_text(encoding="utf-8"))
        findings = page.evaluate("axe.run().then(r => r.violations)")
        serious = [f["id"] for f in findings if f["impact"] in ("serious", "critical")]
        assert not serious
        context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_asks_nothing_of_the_network_and_does_not_scroll_sideways(
    browser: Browser, bank_page: Page, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(bank_page.html)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith("data:")] == []
    page.close()
