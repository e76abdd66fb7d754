"""What counts as written, and how long one turn takes."""

import pytest
from pydantic import ValidationError

from cxkit.cycle import Action, Actions, Continuum, Malma, Stage


def test_the_four_stages_stand_there_from_the_start_and_count_as_nothing():
    answer = Continuum()
    assert [stage.stage for stage in answer.stages] == ["feedback", "insight", "revision", "use"]
    assert answer.is_empty()
    assert answer.missing() == ["stages", "subject", "jumps"]


def test_a_stage_takes_as_long_as_its_slowest_card():
    slow, fast = Stage(stage="use", days=9), Stage(stage="use", days=2)
    answer = Continuum(stages=[slow, fast, Stage(stage="insight", days=0)])
    assert answer.days("use") == 9
    assert answer.delay() == 9
    assert answer.unknown() == ["feedback", "revision"]


def test_days_nobody_counted_are_not_zero():
    assert Continuum().delay() is None


def test_a_step_rated_zero_is_rated():
    assert "act" not in Malma(act=0).missing()


def test_stages_are_named_in_each_language():
    stage = Continuum().stages[3]
    assert (stage.label_in("it"), stage.label_in("en")) == ("Acquisto e uso", "Purchase and use")


@pytest.mark.parametrize("fields", [{"impact": 5}, {"effort": -1}, {"status": "late"}])
def test_an_action_outside_the_scales_is_refused(fields):
    with pytest.raises(ValidationError):
        Action(**fields)


def test_answers_survive_their_json():
    answer = Actions(actions=[Action(what="Write", due="2026-12-15", told=True)])
    assert Actions.from_json(answer.to_json()) == answer
