"""What every answer does: clean its text, refuse what it does not know, name what is missing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cxkit.core.kinds import clean_text, new_id, one_line
from tests.core.models import Everything, Laws, Route, Stop

TEXT = st.text(st.characters(codec=None), max_size=60)


def test_the_empty_answer_is_empty_and_misses_what_is_needed() -> None:
    empty = Everything()
    assert empty.is_empty()
    assert empty.missing() == ["name", "budget", "done", "routes"]


def test_zero_is_an_answer_and_blank_text_is_none() -> None:
    filled = Everything(name="   ", budget=0, done=True, routes=(Route(),))
    assert filled.missing() == ["name"]


def test_an_answer_does_not_change() -> None:
    with pytest.raises(ValidationError):
        Everything().name = "other"  # type: ignore[misc]


def test_an_unknown_key_is_refused_at_any_depth() -> None:
    for value in ({"colour": 1}, {"laws": {"colour": 1}}, {"routes": [{"colour": 1}]}):
        with pytest.raises(ValidationError, match="colour"):
            Everything.model_validate(value)


def test_items_are_walked_outer_ones_first() -> None:
    inner = (Stop(id="a"), Stop(id="b"))
    answer = Everything(routes=(Route(id="r", stops=inner), Route(id="s")), rows=(Stop(id="z"),))
    assert [item.id for item in answer.items()] == ["r", "a", "b", "s", "z"]


def test_a_new_item_has_an_id_of_its_own_that_the_model_takes() -> None:
    ids = {new_id() for _ in range(200)}
    assert len(ids) == 200
    assert [Stop(id=i).id for i in ids] == list(ids)


@pytest.mark.parametrize("bad", ["", "-a", "a b", "a" * 41, "é", "a/b", "<b>"])
def test_an_odd_id_is_refused(bad: str) -> None:
    with pytest.raises(ValidationError):
        Stop(id=bad)


def test_an_item_is_called_by_its_label_field() -> None:
    assert Route(title="North").label == "North"
    assert Stop().label == ""


@given(TEXT)
def test_cleaned_text_has_nothing_that_cannot_be_drawn(text: str) -> None:
    cleaned = str(clean_text(text))
    cleaned.encode("utf-8")
    controls = {letter for letter in cleaned if unicodedata.category(letter) == "Cc"}
    assert controls <= {"\n", "\t"}
    assert clean_text(cleaned) == cleaned


@given(TEXT)
def test_a_short_text_is_one_line(text: str) -> None:
    line = str(one_line(text))
    assert len(line.splitlines()) <= 1
    assert line == line.strip()


def test_line_ends_become_line_feeds() -> None:
    assert clean_text("a\r\nb\rc") == "a\nb\nc"


@pytest.mark.parametrize("kept", ["👩‍👩‍👧", "שלום", "{{7*7}}", "<script>", "e\u0301", "a\tb"])
def test_what_people_write_is_kept_as_it_is(kept: str) -> None:
    assert Everything(story=kept).story == kept


def test_what_is_no_text_is_left_to_the_model() -> None:
    assert clean_text(3) == 3
    with pytest.raises(ValidationError):
        Everything.model_validate({"name": 3})


def test_tags_are_cleaned_and_kept_once() -> None:
    assert Everything(words=(" a ", "b", "a", "")).words == ("a", "b")


def test_numbers_that_are_none_are_refused() -> None:
    for value in (float("nan"), float("inf")):
        with pytest.raises(ValidationError):
            Everything(budget=value)


@given(
    st.builds(
        Everything,
        name=TEXT.map(lambda text: text[:50]),
        budget=st.none() | st.floats(allow_nan=False, allow_infinity=False),
        day=st.none() | st.dates(),
        laws=st.builds(Laws, reaction=st.none() | st.integers(0, 4)),
        words=st.lists(st.sampled_from(["x", "y", "z"])).map(tuple),
    )
)
def test_an_answer_survives_json(answer: Everything) -> None:
    assert Everything.from_json(answer.to_json()) == answer
    assert Everything.model_validate(answer.model_dump(mode="json")) == answer
