"""Markdown, Mermaid, JSON and the archive of all."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from cxkit.journey import Journey
from cxkit.report.formats.md import escape
from cxkit.report.formats.mermaid import diagrams
from cxkit.report.formats.texts import clean, cut_to, line_count, text_height
from cxkit.report.formats.zip import TOGETHER
from cxkit.report.request import Request
from cxkit.report.writers import FORMATS
from cxkit.roadmap.model import Roadmap, Step
from cxkit.workbook import Workbook
from tests.report.formats.conftest import DAY, made, parts
from tests.texts import NASTY


@given(NASTY)
def test_markdown_shows_any_text_as_it_is(text: str) -> None:
    html = MarkdownIt().render(f"- {escape(text)}")
    shown = unescape(re.sub(r"<[^>]*>", "", html))
    assert " ".join(shown.split()) == " ".join(clean(text).split())


def test_markdown_has_the_chapters_the_answers_and_the_diagrams(english: Workbook) -> None:
    text = made(english, "md").decode()
    assert text.startswith("# Valchiara Cooperative Bank")
    assert text.count("```mermaid") == 3
    assert "\n### The journey map\n" in text


def test_mermaid_says_in_its_first_line_what_it_leaves_out(bank: Workbook) -> None:
    found = diagrams(Request(bank, bank.lang, DAY))
    assert set(found) == {"journey", "thread", "roadmap"}
    assert all(text.startswith("%% ") for text in found.values())
    words = {"it": "Tutto il resto", "en": "Everything else"}
    assert all(words[bank.lang] in text.splitlines()[0] for text in found.values())


def test_the_journey_in_mermaid_has_a_score_from_1_to_5_for_each_touchpoint(
    english: Workbook,
) -> None:
    journey: Any = english.answers["journey-map"]
    lines = diagrams(Request(english, "en", DAY))["journey"].splitlines()
    scores = [line.split(": ")[-2] for line in lines if line.endswith(": Customer")]
    assert len(scores) == len(journey.touchpoints)
    assert set(scores) <= set("12345")


def test_a_diagram_that_is_not_asked_for_is_not_there(english: Workbook) -> None:
    made_of = FORMATS["mermaid"].write(Request(english, "en", DAY, exercises=("roadmap",)))
    assert set(made_of) == {"roadmap.mmd"}


def test_a_step_named_like_an_order_to_mermaid_is_a_name() -> None:
    road = Roadmap(steps=(Step(id="a", name="click a call f()", starts=DAY, ends=DAY),))
    text = diagrams(Request(Workbook().with_answer(road), "en", DAY))["roadmap"]
    assert "click" not in text


def test_a_link_to_something_deleted_is_drawn_as_lost(english: Workbook) -> None:
    journey: Any = english.answers["journey-map"]
    book = english.with_answer(journey.model_copy(update={"touchpoints": ()}))
    text = diagrams(Request(book, "en", DAY))["thread"]
    assert "-.-> lost0" in text


def test_json_opens_again_with_what_was_asked_for(bank: Workbook) -> None:
    assert Workbook.from_json(made(bank, "json")) == bank
    one = Workbook.from_json(made(bank, "json", exercises=("journey-map",)))
    assert one.answers == {"journey-map": bank.answers["journey-map"]}


def test_the_archive_holds_every_format(english: Workbook) -> None:
    files = parts(made(english, "zip"))
    assert len(files) == len(TOGETHER) - 1 + 3
    assert {"report.html", "report.pptx", "mermaid/journey.mmd"} <= set(files)
    assert Workbook.from_json(files["report.cxworkbook.json"]) == english


@pytest.mark.parametrize("to", [name for name in FORMATS if name != "pdf"])
def test_an_empty_workbook_is_an_export_too(to: str) -> None:
    assert FORMATS[to].write(Request(Workbook("", "it"), "it", DAY)) is not None
    unnamed = Workbook("x", "it").with_answer(Journey.of("", {"": [{}]}))
    assert FORMATS[to].write(Request(unnamed, "it", DAY))


@given(NASTY)
def test_a_text_that_is_cut_fits(text: str) -> None:
    cut = cut_to(text * 20, 1.5, 0.6, 12)
    assert text_height(cut, 1.5, 12) <= 0.6 or line_count(cut, 1.5, 12) == 1
