"""What stands in the answers from the start, and what counts as missing."""

import pytest

from cxkit.culture import Commitment, Levels, Obstacles, Pillars, Value, Values
from cxkit.workbook.links import linkable
from tests.culture.answers import known, pillars, proved


def test_the_seven_and_the_six_stand_there_under_readable_ids():
    assert [one.id for one in Obstacles().known] == [
        f"obstacle-{name}"
        for name in ("silos", "goals", "fear", "channels", "surveys", "persona", "loop")
    ]
    assert [one.id for one in Pillars().pillars][-1] == "pillar-improvement"


@pytest.mark.parametrize("model", [Obstacles, Pillars, Values, Commitment])
def test_what_stands_there_from_the_start_is_no_answer(model):
    assert model().is_empty()
    assert model().missing()
    assert model.from_json(model().to_json()) == model()


def test_obstacles_are_complete_when_all_seven_are_rated_and_one_is_first():
    rated = known(*[(1, 1)] * 7)
    assert rated.missing() == ["first"]
    assert known(*[(1, 1)] * 6, first="obstacle-silos").missing() == ["known"]
    assert known(*[(1, 1)] * 7, first="obstacle-silos").missing() == []


def test_pillars_are_complete_with_both_levels_of_each():
    assert pillars().missing() == []
    assert pillars(hiring=(2, None)).missing() == ["hiring"]


def test_a_deleted_card_leaves_its_pillar_in_the_picture():
    answer = Pillars(vision=Levels(today=1, target=2), pillars=())
    assert next(name for name, _, _ in answer.rows()) == "vision"
    assert "1 → 2" in answer.picture().html


@pytest.mark.parametrize(("lang", "name"), [("it", "Silo aziendali"), ("en", "Company silos")])
def test_a_listed_item_has_its_name_in_both_languages(lang, name):
    assert Obstacles().known[0].label_in(lang) == name


def test_weight_is_severity_times_frequency():
    assert proved(severity=3, frequency=4).weight == 12
    assert proved(severity=0, frequency=4).weight == 0
    assert proved(severity=3, frequency=None).weight is None


def test_obstacles_pillars_values_and_behaviours_can_be_linked_to():
    answers = (Obstacles(), Pillars(), Values(values=[Value(name="v")]))
    found = linkable({answer.exercise: answer for answer in answers}, "it")
    assert len(found["obstacle"]) == 7
    assert [target.label for target in found["pillar"]][:2] == ["Visione", "Ascolto"]
    assert [target.label for target in found["value"]] == ["v"]
