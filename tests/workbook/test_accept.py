"""Whatever a browser sends: what is valid is kept, what is not falls back to what was stored."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cxkit.core.problems import Problem
from cxkit.language import LANGS, Lang
from cxkit.vision.model import Behaviours, Vision
from cxkit.workbook import accept
from tests.workbook.generated import SENT, stored

EMPTY = Behaviours().model_dump(mode="json")


def taken(value: object, before: dict[str, Any]) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    accepted = accept(Behaviours, value, before, "en")
    return accepted.answer.model_dump(mode="json"), accepted.problems


@given(SENT, stored(), st.sampled_from(LANGS))
def test_anything_at_all_gives_a_valid_answer(value: Any, before: Any, lang: Lang) -> None:
    accepted = accept(Behaviours, value, before, lang)
    again = accepted.answer.model_dump(mode="json")
    assert Behaviours.model_validate(again) == accepted.answer


@given(stored(), stored())
def test_a_valid_answer_is_taken_whole(value: Any, before: Any) -> None:
    assert taken(value, before) == (value, ())


@given(SENT, stored())
def test_what_was_taken_is_taken_again_unchanged(value: Any, before: Any) -> None:
    first, _ = taken(value, before)
    assert taken(first, before) == (first, ())


@given(SENT)
def test_a_refusal_is_never_silent(value: Any) -> None:
    """What differs from the sent value is explained, or only cleaned and filled up."""
    answer, problems = taken(value, EMPTY)
    sent = value.get("behaviours") if isinstance(value, dict) else None
    if isinstance(sent, list) and len(answer["behaviours"]) != len(sent):
        assert problems


@given(stored(), st.sampled_from(["i1", "i2", "i3", "i4"]))
def test_one_bad_field_leaves_all_others_as_sent(before: Any, chosen: str) -> None:
    value = {"behaviours": [{**entry, "role": "New"} for entry in before["behaviours"]]}
    hit = [entry for entry in value["behaviours"] if entry["id"] == chosen]
    for entry in hit:
        entry["text"] = "x" * 500
    answer, problems = taken(value, before)
    old = {entry["id"]: entry["text"] for entry in before["behaviours"]}
    wanted = [{**entry, "text": old[entry["id"]]} for entry in value["behaviours"]]
    if hit:
        kept = [e["text"] for e in value["behaviours"] if e["id"] != chosen]
        assert [e["text"] for e in answer["behaviours"] if e["id"] != chosen] == kept
        assert [problem.where for problem in problems] == [("behaviours", chosen, "text")]
    for entry, want in zip(answer["behaviours"], wanted, strict=True):
        assert entry["role"] == want["role"]
        if entry["id"] == chosen:
            assert entry == want


def test_a_new_item_with_a_bad_field_comes_in_without_it() -> None:
    value = {"behaviours": [{"id": "i9", "text": "Greets", "change": "maybe"}]}
    answer, (problem,) = taken(value, EMPTY)
    assert answer["behaviours"][0]["text"] == "Greets"
    assert answer["behaviours"][0]["change"] == ""
    assert problem.where == ("behaviours", "i9", "change")


def test_too_many_items_keep_the_stored_list() -> None:
    many = {"behaviours": [{"id": f"i{n}"} for n in range(61)]}
    before = {"behaviours": [{"id": "i1", "text": "Greets"}]}
    answer, (problem,) = taken(many, before)
    assert [entry["text"] for entry in answer["behaviours"]] == ["Greets"]
    assert problem.where == ("behaviours",)


def test_reasons_are_in_the_asked_language() -> None:
    motto = {"motto": "x" * 300}
    english = accept(Vision, motto, {}, "en").problems[0].message
    italian = accept(Vision, motto, {}, "it").problems[0].message
    assert "Shorten it" in english
    assert "Accorciatelo" in italian


def test_what_is_no_object_changes_nothing() -> None:
    before = {"behaviours": [{"id": "i1", "text": "Greets"}]}
    for value in (None, [], "text", 3, True):
        assert taken(value, before)[0]["behaviours"][0]["text"] == "Greets"
