"""What a link should point to is written where such things are written, whatever is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.core.exercise import find_exercise
from cxkit.core.wording import exercise_ids
from cxkit.forms.example import sample
from cxkit.workbook import (
    NotCreatedError,
    Progress,
    Wanted,
    Workbook,
    birthplaces,
    given_places,
    linkable,
    with_new,
)
from cxkit.workbook.links import targets_of

LINKED = sorted({kind for name in exercise_ids() for kind in targets_of(find_exercise(name).model)})
KINDS = sorted(set(LINKED) & set(birthplaces()))


def empty(kind: str) -> dict[str, object]:
    """Return the value of a kind's exercise before anybody has begun it."""
    return find_exercise(birthplaces()[kind].exercise).model().model_dump(mode="json")


def wanted(kind: str, label: str = "Una cosa nuova", made: str = "new-1") -> Wanted:
    """Ask for a new thing; what holds it is new too."""
    return Wanted(kind, made, label, holder="holder-1", holder_label="Chi la tiene")


def test_whatever_is_linked_to_can_be_added_or_is_given() -> None:
    assert set(LINKED) <= set(birthplaces()) | set(given_places())


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_thing_of_each_kind_can_be_linked_to_before_its_exercise_is_begun(kind: str) -> None:
    exercise = birthplaces()[kind].exercise
    value, made = with_new(empty(kind), wanted(kind), "it")
    book = Workbook.from_values("", "it", {exercise: value})
    found = {target.id: target.label for target in linkable(book.answers, "it")[kind]}
    assert found[made] == "Una cosa nuova"


@pytest.mark.parametrize("kind", [k for k in KINDS if k not in ("phase", "need")])
def test_what_is_no_more_than_a_name_wants_attention(kind: str) -> None:
    exercise = birthplaces()[kind].exercise
    book = sample("bank", "it")
    assert book.progress(exercise) is Progress.COMPLETE
    value, made = with_new(book.values()[exercise], wanted(kind), "it")
    book = Workbook.from_values("", "it", {**book.values(), exercise: value})
    assert book.progress(exercise) is Progress.ATTENTION
    advice = next(one for one in book.advice(exercise) if one.key == "only-named")
    assert made in advice.where
    assert "«Una cosa nuova»" in advice.worded(exercise, "it").says


def test_the_sample_cases_have_no_bare_names() -> None:
    for case in ("bank", "railway"):
        book = sample(case, "en")
        found = {one.key for name in book.answers for one in book.advice(name)}
        assert "only-named" not in found


@pytest.mark.parametrize("kind", KINDS)
def test_asked_twice_it_is_written_once(kind: str) -> None:
    value, made = with_new(empty(kind), wanted(kind), "en")
    assert with_new(value, wanted(kind), "en") == (value, made)


def test_what_is_there_under_the_same_name_is_linked_to() -> None:
    value, _ = with_new(empty("kpi"), wanted("kpi", "Attesa", "k1"), "it")
    assert with_new(value, wanted("kpi", "  ATTESA ", "k2"), "it") == (value, "k1")


def test_a_need_goes_into_the_persona_that_has_it() -> None:
    value = {"personas": [{"id": "p1", "name": "Anna"}, {"id": "p2", "name": "Bruno"}]}
    after, _ = with_new(value, Wanted("need", "n1", "Sapere", holder="p2"), "it")
    assert [len(one["needs"]) for one in after["personas"]] == [0, 1]


def test_a_need_whose_persona_was_deleted_meanwhile_is_refused() -> None:
    with pytest.raises(NotCreatedError, match="Scegliete"):
        with_new({"personas": []}, Wanted("need", "n1", "Sapere", holder="p2"), "it")


@pytest.mark.parametrize(("lang", "word"), [("it", "pieno"), ("en", "full")])
def test_a_full_list_says_so_and_stays_as_it_is(lang: str, word: str) -> None:
    value = {"personas": [{"id": f"p{n}", "name": f"Persona {n}"} for n in range(12)]}
    with pytest.raises(NotCreatedError, match=f"{word}.*12"):
        with_new(value, wanted("persona"), lang)  # type: ignore[arg-type]
    assert len(value["personas"]) == 12


@pytest.mark.parametrize("label", ["", "   ", "\x00\x07"])
def test_a_thing_without_a_name_is_refused(label: str) -> None:
    with pytest.raises(NotCreatedError, match="called"):
        with_new(empty("kpi"), wanted("kpi", label), "en")


def test_a_name_that_is_too_long_is_refused_with_its_bound() -> None:
    with pytest.raises(NotCreatedError, match="201.*200"):
        with_new(empty("kpi"), wanted("kpi", "x" * 201), "en")


@pytest.mark.parametrize("made", ["", "a b", "<i>", "x" * 41, "../x"])
def test_an_id_that_is_none_is_refused(made: str) -> None:
    with pytest.raises(NotCreatedError):
        with_new(empty("kpi"), wanted("kpi", made=made), "en")


@given(st.sampled_from(KINDS), st.text(max_size=250), st.text(max_size=45), st.text(max_size=45))
def test_whatever_is_asked_either_nothing_happens_or_a_valid_answer_comes_back(
    kind: str, label: str, made: str, holder: str
) -> None:
    model = find_exercise(birthplaces()[kind].exercise).model
    try:
        value, _ = with_new(empty(kind), Wanted(kind, made, label, holder, "Chi"), "en")
    except NotCreatedError as refusal:
        assert str(refusal)
        return
    assert model.model_validate(value).model_dump(mode="json") == value
