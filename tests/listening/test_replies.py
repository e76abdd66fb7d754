"""From sheets and single answers to counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.listening import KanoAnswer, Needs, Requirement, Sheets
from cxkit.listening.replies import read_pairs, single_answers, tallies
from cxkit.listening.verdicts import verdict_of

NEWS = Requirement(id="r1", text="News every two days")
MUST = {"requirement": "r1", "functional": "must-be", "dysfunctional": "dislike"}


@pytest.mark.parametrize("text", ["25 15", "25,15", "25;15", "2-5 1/5", " 25\n15\t", "2:5 | 1.5"])
def test_pairs_are_read_however_they_are_typed(text):
    sheet = read_pairs(text)
    assert sheet.pairs == (("must-be", "dislike"), ("like", "dislike"))
    assert sheet.unreadable == ()


@pytest.mark.parametrize("odd", ["2", "255", "06", "61", "si", "٢٥"])
def test_what_is_no_pair_is_named_and_not_counted(odd):
    sheet = read_pairs(f"25 {odd}")
    assert len(sheet.pairs) == 1
    assert sheet.unreadable == (odd,)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    sheet = read_pairs(text)
    assert all(len(pair) == 2 for pair in sheet.pairs)


def test_sheets_and_single_answers_are_added():
    needs = Needs(
        requirements=[NEWS],
        sheets=[Sheets(requirement="r1", pairs="25 25")],
        answers=[KanoAnswer(respondent="A", **MUST)],
    )
    assert tallies(needs)["r1"]["M"] == 3


def test_incomplete_answers_and_unknown_requirements_do_not_count():
    half = KanoAnswer(requirement="r1", functional="like")
    stray = KanoAnswer(**{**MUST, "requirement": "gone"})
    needs = Needs(
        requirements=[NEWS],
        answers=[half, stray],
        sheets=[Sheets(requirement="gone", pairs="25")],
    )
    assert {key: found.n for key, found in tallies(needs).items()} == {"r1": 0}


def test_the_last_answer_of_a_person_counts_and_nameless_people_are_different():
    first = KanoAnswer(id="a1", respondent="Anna", **{**MUST, "functional": "like"})
    second = KanoAnswer(id="a2", respondent=" anna ", **MUST)
    unnamed = [KanoAnswer(**MUST), KanoAnswer(**MUST)]
    needs = Needs(requirements=[NEWS], answers=[first, second, *unnamed])
    kept, repeated = single_answers(needs)
    assert [one.id for one in repeated] == ["a1"]
    assert len(kept) == 3
    assert tallies(needs)["r1"]["M"] == 3


@pytest.mark.parametrize(
    ("pairs", "side", "verdict"),
    [
        ("", "minimum", "unasked"),
        ("25 25 25 25", "minimum", "withheld"),
        ("25 " * 5, "minimum", "agrees"),
        ("25 " * 5, "memorable", "contradicts"),
        ("15 " * 5, "proportional", "agrees"),
        ("13 " * 5, "memorable", "agrees"),
        ("13 " * 5, "", "open"),
        ("33 " * 5, "memorable", "indifferent"),
        ("51 " * 5, "memorable", "reverse"),
        ("11 " * 5, "memorable", "questionable"),
    ],
)
def test_a_guess_is_held_against_the_answers(pairs, side, verdict):
    needs = Needs(requirements=[NEWS], sheets=[Sheets(requirement="r1", pairs=pairs)])
    assert verdict_of(side, tallies(needs)["r1"]) == verdict
