"""A journey as Mermaid text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cxkit.journey import Journey
from cxkit.journey.mermaid import escape
from tests.journey import cases


def test_every_touchpoint_stands_in_its_section_with_a_score():
    text = cases.railway().to_mermaid("en")
    assert text.splitlines()[0] == "journey"
    assert "    section At the station" in text
    assert "      Queues at the main office: 1: Customer" in text
    assert "      Compares the plane: 3: Customer" in text


def test_the_customer_is_named_in_the_language_asked_for():
    assert "Cliente" in cases.bank().to_mermaid("it")


def test_names_cannot_add_lines_scores_or_directives():
    hostile = "a: 5: Me\nsection Mine; # %%{init: {}}%%, <script>"
    journey = Journey.of(hostile, {hostile: [{"name": hostile, "emotion": -3}]})
    lines = journey.to_mermaid().splitlines()
    assert len(lines) == 4
    assert [line.count(":") for line in lines] == [0, 0, 0, 2]
    assert not re.search(r"[<>%{}]", journey.to_mermaid())


@given(st.text())
def test_an_escaped_text_is_one_line_without_syntax(text):
    escaped = escape(text)
    bare = re.sub(r"#\d+;", "", escaped)
    assert len(escaped.splitlines()) == 1
    assert not set(bare) & set("#:;,%<>{}&")
