"""The journey's models: what they take, refuse and compute."""

import pytest
from pydantic import ValidationError

from cxkit import Journey
from cxkit.journey import Assessment, Blueprint, Line, Obstacle, Phase, Touchpoint
from tests.journey import cases


@pytest.mark.parametrize(
    "answer", [cases.bank(), cases.bank_blueprint(), cases.bank_assessment(), cases.railway()]
)
def test_an_answer_survives_json(answer):
    assert type(answer).from_json(answer.to_json()) == answer


def test_a_journey_is_built_from_nested_names():
    journey = Journey.of("Trip", {"Before": [{"name": "Books"}], "After": []}, goal="Go")
    assert [phase.name for phase in journey.phases] == ["Before", "After"]
    assert journey.touchpoints[0].phase == journey.phases[0].id
    assert journey.goal == "Go"


def test_building_refuses_an_unknown_field():
    with pytest.raises(ValidationError, match="feeling"):
        Journey.of("Trip", {"Before": [{"name": "Books", "feeling": 2}]})


@pytest.mark.parametrize("emotion", [-4, 4, 1.5, "angry"])
def test_an_emotion_is_a_whole_number_from_minus_three_to_three(emotion):
    with pytest.raises(ValidationError):
        Touchpoint(emotion=emotion)


def test_a_text_of_two_hundred_kilobytes_is_refused():
    with pytest.raises(ValidationError):
        Touchpoint(action="x" * 200_000)


def test_an_unknown_channel_is_refused_and_a_double_one_kept_once():
    with pytest.raises(ValidationError):
        Touchpoint(channels=("telepathy",))
    assert Touchpoint(channels=("web", "app", "web")).channels == ("web", "app")


def test_touchpoints_follow_the_phases_and_strays_come_last():
    journey = Journey(
        phases=(Phase(id="a"), Phase(id="b")),
        touchpoints=(
            Touchpoint(id="stray", phase="gone"),
            Touchpoint(id="second", phase="b"),
            Touchpoint(id="first", phase="a"),
        ),
    )
    assert [point.id for point in journey.in_order()] == ["first", "second", "stray"]


def test_departments_are_involved_once_whatever_their_case():
    lines = (
        Line(department="Branches", also=("IT",)),
        Line(department="branches", also=("Legal", "it")),
    )
    assert Blueprint(lines=lines).involved() == ["Branches", "IT", "Legal"]


def test_a_line_with_only_its_touchpoint_is_blank():
    assert Line(touchpoint="t1").is_blank()
    assert not Line(touchpoint="t1", owner="Teller").is_blank()


def test_what_is_missing_is_named():
    assert Journey(title="x").missing() == ["phases", "touchpoints"]
    assert Assessment(obstacles=(Obstacle(),)).missing() == ["first"]
