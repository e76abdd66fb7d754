"""What-ifs on the page of chapter 6 and in JupyterLab: plain controls, an answer at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_outputs import first_cell_in_jupyterlab, notebook
from tests.browser.test_people import AXE, TOO_WIDE
from tests.browser.visit import Visitor, visiting
from tests.classroom.serving import Serving

ASKED = {
    "it": ("Di quanti punti può sbagliare?", "382 risposte, quindi circa 1.528 inviti"),
    "en": ("How many points off may it be?", "382 answers, so about 1,528 invitations"),
}


def ask(page: Page | Locator, lang: str) -> None:
    label, answer = ASKED[lang]
    page.get_by_label(label).fill("10")
    expect(page.get_by_text(answer)).to_be_visible()


@pytest.mark.parametrize("lang", ["it", "en"])
def test_typing_a_number_changes_the_answer(visitor: Visitor, lang: str) -> None:
    visitor.open("06-measure", lang)
    expect(visitor.page.locator(".cx-whatif")).to_have_count(4)
    ask(visitor.page, lang)
    assert not any("voila.js" in url for url in visitor.requests)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_them_on_a_phone(browser: Browser, server: Serving, scheme: str) -> None:
    options = {"color_scheme": scheme, "viewport": {"width": 360, "height": 700}}
    with visiting(browser, server, bypass_csp=True, **options) as visitor:
        visitor.open("06-measure")
        expect(visitor.page.locator(".cx-whatif")).to_have_count(4)
        assert visitor.page.evaluate(TOO_WIDE) == []
        visitor.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = "axe.run('.cx-whatif').then(r => r.violations.map(v => v.id))"
        assert visitor.page.evaluate(found) == []


def test_they_work_in_jupyterlab(browser: Browser, tmp_path: Path) -> None:
    notebook(
        tmp_path / "it" / "numbers.ipynb", ('from cxkit import what_if\nwhat_if("sample-size")',)
    )
    with first_cell_in_jupyterlab(browser, tmp_path, "it/numbers.ipynb") as page:
        ask(page.locator(".jp-Notebook"), "it")
