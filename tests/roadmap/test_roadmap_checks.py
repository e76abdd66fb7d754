"""The roadmap's checks: the order, the names, the proofs, the pace."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxkit.core.context import Context
from cxkit.language import Lang
from cxkit.roadmap import Roadmap, Step
from cxkit.roadmap.check_roadmap import check_roadmap
from cxkit.roadmap.order import busiest_day, circle_of, holding, in_time, too_early

DAY = date(2027, 1, 1)


def on(days: int) -> date:
    """Return a day of the plan."""
    return DAY + timedelta(days=days)


def step(name: str, start: int = 0, end: int = 30, **fields: Any) -> Step:
    """Return a step with everything that a good one has."""
    whole: dict[str, Any] = {
        "stretch": "actions", "change": "Callers get an answer", "owner": "Anna",
        "actions": ["a1"], "proof": "9 in 10 answered", **fields,
    }  # fmt: skip
    return Step(id=name, name=name, starts=on(start), ends=on(end), **whole)


def road(*steps: Step, **fields: Any) -> Roadmap:
    """Return a roadmap of some steps."""
    return Roadmap(steps=steps, **{"monday": "We call them", "again": on(300), **fields})


def keys(answer: Roadmap, lang: Lang = "en", today: date = DAY) -> set[str]:
    """Return the keys of the advice."""
    return {one.key for one in check_roadmap(answer, Context(lang, lang, today))}


def test_an_empty_answer_gets_no_advice() -> None:
    assert keys(Roadmap()) == set()


def test_steps_that_wait_for_one_another_are_named() -> None:
    answer = road(step("A", after=["C"]), step("B", after=["A"]), step("C", after=["B"]))
    (found,) = [one for one in answer.checks() if one.key == "circle"]
    assert found.severity == "problem"
    assert all(f"“{name}”" in found.says for name in "ABC")


def test_a_step_that_waits_for_itself_is_a_circle() -> None:
    assert [one.name for one in circle_of(road(step("A", after=["A"])))] == ["A"]


def test_a_step_that_starts_before_what_it_depends_on_ends_is_found() -> None:
    answer = road(step("A", 0, 30), step("B", 29, 60, after=["A"]))
    assert [(one.name, first.name) for one, first in too_early(answer)] == [("B", "A")]
    assert "starts-too-early" in keys(answer)
    assert holding(answer) == 0


def test_a_step_may_start_on_the_day_another_ends() -> None:
    answer = road(step("A", 0, 30), step("B", 30, 60, after=["A"]))
    assert list(too_early(answer)) == []


def test_dependencies_on_deleted_steps_are_left_to_the_thread() -> None:
    assert "starts-too-early" not in keys(road(step("A", after=["gone"])))


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"owner": ""}, "owner-missing"),
        ({"owner": "Everyone"}, "owner-nobody"),
        ({"owner": "To be decided"}, "owner-nobody"),
        ({"actions": []}, "tied-to-nothing"),
        ({"change": ""}, "change-missing"),
        ({"milestone": True, "proof": ""}, "milestone-unproved"),
        ({"proof": "Training delivered"}, "proof-activity"),
        ({"stretch": ""}, "stretch-missing"),
    ],
)
def test_what_a_step_lacks_is_said(fields: dict[str, Any], key: str) -> None:
    assert key in keys(road(step("A", **fields)))
    assert key not in keys(road(step("A")))


@pytest.mark.parametrize("proof", ["Training delivered to 80 people", "Customers call back less"])
def test_a_proof_that_can_be_counted_or_met_is_no_mere_activity(proof: str) -> None:
    assert "proof-activity" not in keys(road(step("A", proof=proof)))


def test_dates_that_are_missing_or_turned_round_are_told_apart() -> None:
    assert "date-missing" in keys(road(Step(name="A", starts=DAY)))
    assert "end-before-start" in keys(road(step("A", 10, 5)))
    assert "step-long" in keys(road(step("A", 0, 200)))


def test_a_step_past_its_date_is_overdue_until_it_is_done() -> None:
    assert "overdue" in keys(road(step("A")), today=on(31))
    assert "overdue" not in keys(road(step("A")), today=on(30))
    assert "overdue" not in keys(road(step("A", done=True)), today=on(31))


def test_done_before_what_it_depends_on_is_noticed() -> None:
    assert "done-before" in keys(road(step("A"), step("B", 30, 40, after=["A"], done=True)))


def test_technology_after_listening_and_vision() -> None:
    def keyed(start: int) -> set[str]:
        return keys(road(step("Talk", 0, 30, stretch="listening"),
                         step("Join", start, 200, stretch="omnichannel")))  # fmt: skip

    assert "omnichannel-first" in keyed(10)
    assert "omnichannel-first" not in keyed(30)
    assert "omnichannel-alone" in keys(road(step("Join", stretch="omnichannel")))


def test_a_road_without_a_step_by_those_who_lead_is_noticed() -> None:
    three = [step(name) for name in "ABC"]
    assert "no-culture" in keys(road(*three))
    assert "no-culture" not in keys(road(*three, step("D", stretch="commitment")))


def test_a_milestone_within_ninety_days_is_praised_and_a_later_one_is_not_enough() -> None:
    assert "early-milestone" in keys(road(step("A", 0, 90, milestone=True)))
    assert "no-early-milestone" in keys(road(step("A", 0, 91, milestone=True)))


def test_everything_at_once_is_noticed() -> None:
    assert "all-at-once" in keys(road(*(step(name) for name in "ABCD")))
    apart = [step(name, 40 * place, 40 * place + 30) for place, name in enumerate("ABCD")]
    assert "all-at-once" not in keys(road(*apart))


def test_one_owner_for_most_of_it_is_noticed() -> None:
    steps = [step(name, owner="ANNA" if name == "A" else "Anna") for name in "ABC"]
    assert "one-owner" in keys(road(*steps, step("D", owner="Bruno")))


def test_no_dependency_at_all_is_noticed() -> None:
    assert "no-dependency" in keys(road(*(step(name) for name in "ABCD")))


def test_measuring_again_comes_after_the_beginning() -> None:
    assert "again-missing" in keys(road(step("A"), again=None))
    assert "again-early" in keys(road(step("A"), again=DAY))


def test_the_busiest_day_counts_steps_that_run() -> None:
    assert busiest_day([step("A", 0, 10), step("B", 5, 20), step("C", 11, 12)]) == (on(5), 2)
    assert busiest_day([Step(name="A")]) is None


DAYS = st.none() | st.dates()
STEPS = st.lists(
    st.builds(
        Step, id=st.sampled_from("abcd"), name=st.sampled_from(["", "A", "B"]), starts=DAYS,
        ends=DAYS, after=st.lists(st.sampled_from("abcdx"), max_size=3), milestone=st.booleans(),
        done=st.booleans(), owner=st.sampled_from(["", "Anna", "tutti"]),
    ),
    max_size=6, unique_by=lambda one: one.id,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(STEPS, st.sampled_from(["it", "en"]))
def test_any_plan_is_judged_in_words(steps: list[Step], lang: Lang) -> None:
    answer = Roadmap(steps=steps)
    assert all(one.says and one.next for one in answer.checks(lang=lang))
    assert sorted(one.id for one in in_time(answer)) == sorted(one.id for one in steps)
