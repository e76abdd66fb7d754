"""What the checks of the blueprint find, and what they leave alone."""

import pytest

from cxkit.core.context import Context
from cxkit.core.wording import wording_of
from cxkit.journey import Blueprint, Handover, Journey, Line, Touchpoint
from cxkit.journey.checks import check_blueprint
from tests.journey import cases

TRIP = Journey(
    touchpoints=(
        Touchpoint(id="t1", name="Books", emotion=1),
        Touchpoint(id="t2", name="Asks", emotion=-2, moment_of_truth=True),
    )
)


def keys(blueprint, trip=TRIP, lang="en"):
    return {advice.key for advice in check_blueprint(blueprint, Context.of(trip, lang=lang))}


def lines(*departments, **fields):
    return tuple(
        Line(id=f"l{n}", touchpoint=f"t{n}", department=department, **fields)
        for n, department in enumerate(departments, 1)
    )


GIVEN = Handover(giver="A", receiver="B", passes="The form", lost="The date")

CASES = {
    "step-not-examined": Blueprint(lines=lines("A")),
    "moment-unowned": Blueprint(lines=lines("A", "B")),
    "steps-unowned": Blueprint(lines=lines("A", "B")),
    "owner-is-everyone": Blueprint(lines=lines("A", owner="Everyone")),
    "departments-unknown": Blueprint(lines=lines("A")),
    "departments-few": Blueprint(departments=("A", "B", "C"), lines=lines("A")),
    "department-unlisted": Blueprint(departments=("A", "B", "C"), lines=lines("D")),
    "stage-only": Blueprint(lines=lines("A", front_stage="Greets")),
    "front-copied": Blueprint(lines=lines("A", front_stage="Greets", back_stage="greets.")),
    "handover-missing": Blueprint(lines=lines("A", "B")),
    "handovers-missing": Blueprint(lines=lines("A", "B", "C", "A")),
    "handover-loose": Blueprint(handovers=(GIVEN,)),
    "many-handovers": Blueprint(lines=lines("A", "B", "C", "A")),
    "cause-hidden": Blueprint(lines=lines("A", "B")),
    "good-owned": Blueprint(lines=lines("A", "B", "C", owner="Station manager")),
    "good-everyone": Blueprint(departments=("A", "B", "C"), lines=lines("A", "B", "C")),
    "good-handovers": Blueprint(
        handovers=(GIVEN.model_copy(update={"agreement": "By noon, by phone"}),)
    ),
}


@pytest.mark.parametrize("key", CASES)
def test_the_check_finds_it(key):
    assert key in keys(CASES[key])


def test_every_advice_in_the_wording_has_a_case():
    assert set(CASES) == set(wording_of("blueprint").advice)


@pytest.mark.parametrize("lang", ["it", "en"])
def test_every_advice_can_be_said(lang):
    for case in CASES.values():
        for advice in case.checks(TRIP, lang=lang):
            assert "{" not in advice.says + advice.why + advice.next


def test_lines_made_by_the_form_get_no_advice():
    assert not keys(Blueprint(lines=(Line(touchpoint="t1"), Line(touchpoint="t2"))))


def test_a_department_does_not_answer_for_a_step():
    assert "owner-is-everyone" in keys(Blueprint(lines=lines("Lending", owner="lending")))
    named = Blueprint(lines=lines("Lending", owner="Head of lending"))
    assert "owner-is-everyone" not in keys(named)


def test_vague_owners_earn_no_praise():
    assert "good-owned" not in keys(Blueprint(lines=lines("A", "B", "C", owner="Everyone")))


def test_a_described_handover_is_not_missing():
    told = Blueprint(lines=lines("A", "B"), handovers=(GIVEN,))
    assert "handover-missing" not in keys(told)


def test_handovers_described_in_part_earn_no_praise():
    agreed = GIVEN.model_copy(update={"agreement": "By noon, by phone"})
    told = Blueprint(lines=lines("A", "B", "C", "D"), handovers=(agreed,))
    assert "good-handovers" not in keys(told)


def test_a_handover_inside_a_step_counts_as_one_more():
    trip = Journey(touchpoints=[Touchpoint(id=f"t{n}", name=f"T{n}") for n in range(1, 5)])
    inside = Handover(giver="D", receiver="A", passes="The form")
    found = check_blueprint(
        Blueprint(lines=lines("A", "B", "C", "D"), handovers=(inside,)), Context.of(trip, lang="en")
    )
    (many,) = [advice for advice in found if advice.key == "many-handovers"]
    assert many.values["count"] == 4


def test_handovers_follow_the_journey_not_the_order_of_writing():
    mixed = Blueprint(lines=(*lines("A", "A"),)[::-1])
    assert "handover-missing" not in keys(mixed)


def test_the_bank_hears_that_nobody_answers_for_the_silence():
    found = keys(cases.bank_blueprint(), cases.bank(), "it")
    assert {"moment-unowned", "good-everyone", "handover-loose"} <= found
    assert "good-owned" not in found
