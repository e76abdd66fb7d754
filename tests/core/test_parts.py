"""Context, advice, wording and pictures: what checks know and how it reads."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from cxkit.core import Advice, Context, Picture, Text, find_exercise, wording_of
from cxkit.core.advice import Advices
from cxkit.core.markdown import to_html
from cxkit.core.picture import draw_template
from cxkit.core.wording import Words
from tests.core.models import Everything, Route, Stop

ANSWER = Everything(routes=(Route(id="r", title="North", stops=(Stop(id="s", name="Harbour"),)),))


def test_context_finds_items_by_id_and_by_kind() -> None:
    context = Context.of(ANSWER, lang="it")
    assert (context.lang, context.written) == ("it", "it")
    assert context.label("s") == "Harbour"
    assert [item.id for item in context.of_kind("route")] == ["r"]


def test_an_id_that_is_gone_has_no_label() -> None:
    assert Context.of(ANSWER).label("gone") == ""
    assert Context().of_kind("route") == []


def test_today_can_be_any_day() -> None:
    assert Context(today=date(2020, 1, 1)).today == date(2020, 1, 1)


def test_advice_reads_in_the_asked_language_with_its_values() -> None:
    advice = Advice("customer-everybody", "warning", ("customer",), {"words": "<b>tutti</b>"})
    english, italian = (advice.worded("vision-statement", lang) for lang in ("en", "it"))
    assert "<b>tutti</b>" in english.says + english.why + english.next
    assert english.says != italian.says
    assert (english.where, english.severity) == (("customer",), "warning")


def test_advice_in_a_notebook_is_escaped() -> None:
    advice = Advice("customer-everybody", "warning", ("customer",), {"words": "<script>"})
    html = Advices([advice], "vision-statement", "en")._repr_html_()
    assert "<script>" not in html
    assert 'lang="en"' in html


def test_advice_without_words_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        Advice("no-such-key").worded("vision-statement", "en")


def test_an_unknown_exercise_is_named() -> None:
    with pytest.raises(KeyError, match="no-such"):
        find_exercise("no-such")


def test_a_field_is_worded_by_its_path() -> None:
    words = wording_of("vision-statement").field("principles", "name")
    assert words.label.in_("it") == "Principio"


def test_wording_has_both_languages_and_nothing_else() -> None:
    for odd in ({"it": "a"}, {"it": "a", "en": ""}, {"it": "a", "en": "b", "fr": "c"}):
        with pytest.raises(ValidationError):
            Text.model_validate(odd)
    with pytest.raises(ValidationError):
        Words.model_validate({"odd": 1})


def test_a_picture_is_escaped_and_shows_itself() -> None:
    drawn = draw_template(
        "core", "advice.html.j2", lang="it", title="T", description="D",
        advices=[{"severity": "note", "says": "<b>", "why": "&", "next": "{{7*7}}"}],
    )  # fmt: skip
    assert isinstance(drawn, Picture)
    assert "&lt;b&gt;" in drawn._repr_html_()
    assert "{{7*7}}" in drawn.html
    assert (drawn.title, drawn.description, drawn.lang) == ("T", "D", "it")


def test_markdown_shows_html_as_text_unless_an_author_wrote_it() -> None:
    assert "<script>" not in to_html("a <script>alert(1)</script>")
    assert "<b>" in to_html("a <b>c</b>", own_html=True)
    assert "javascript:" not in to_html("[x](javascript:alert(1))").replace("](javascript:", "")
