"""What the checks of the obstacles find, and what they leave alone."""

import pytest

from cxkit.core.context import Context
from cxkit.core.wording import wording_of
from cxkit.journey import Assessment, Journey, Obstacle, Touchpoint
from cxkit.journey.checks import check_assessment
from tests.journey import cases

TRIP = Journey(
    touchpoints=(
        Touchpoint(id="low", name="Queues", emotion=-3),
        Touchpoint(id="truth", name="Asks", moment_of_truth=True),
    )
)


def keys(assessment, trip=TRIP, lang="en"):
    return {advice.key for advice in check_assessment(assessment, Context.of(trip, lang=lang))}


def found(*kinds, **fields):
    fields.setdefault("touchpoint", "low")
    fields.setdefault("what", "Papers are checked once a day")
    return tuple(Obstacle(id=f"o{n}", kind=kind, **fields) for n, kind in enumerate(kinds))


SEVERE = {"severity": 3, "effect": "Waits for three days", "evidence": "41 calls in March"}
P = "process"

CASES = {
    "no-touchpoint": Assessment(obstacles=found(P, touchpoint="")),
    "only-technology": Assessment(obstacles=found(*["technology"] * 3)),
    "one-kind": Assessment(obstacles=found(P, P, P)),
    "severe-without-effect": Assessment(obstacles=found(P, severity=3)),
    "severe-without-evidence": Assessment(obstacles=found(P, severity=4)),
    "severity-flat": Assessment(obstacles=found(P, P, P, P, severity=2)),
    "severity-missing": Assessment(obstacles=found(P)),
    "low-without-obstacle": Assessment(obstacles=found(P, touchpoint="truth")),
    "moment-unexamined": Assessment(obstacles=found(P)),
    "clear-and-obstacle": Assessment(obstacles=found(P), clear=("low",)),
    "blames-people": Assessment(obstacles=found(P, what="The clerks are lazy")),
    "missing-solution": Assessment(obstacles=found(P, what="There is no app")),
    "nothing-first": Assessment(obstacles=found(P, P)),
    "first-is-lighter": Assessment(
        obstacles=(*found(P, severity=1), Obstacle(severity=4)), first="o0"
    ),
    "good-kinds": Assessment(obstacles=found(P, "organisation", "technology")),
    "good-severe": Assessment(obstacles=found(P, **SEVERE)),
    "good-first": Assessment(obstacles=found(P, **SEVERE), first="o0", reason="It comes first"),
}


@pytest.mark.parametrize("key", CASES)
def test_the_check_finds_it(key):
    assert key in keys(CASES[key])


def test_every_advice_in_the_wording_has_a_case():
    assert set(CASES) == set(wording_of("assess").advice)


@pytest.mark.parametrize("lang", ["it", "en"])
def test_every_advice_can_be_said(lang):
    for case in CASES.values():
        for advice in case.checks(TRIP, lang=lang):
            assert "{" not in advice.says + advice.why + advice.next


def test_no_obstacles_no_advice():
    assert not keys(Assessment())


def test_a_point_found_in_order_counts_as_examined():
    assessment = Assessment(obstacles=found(P), clear=("truth",))
    assert "moment-unexamined" not in keys(assessment)


def test_blame_is_known_in_italian():
    blaming = Assessment(obstacles=found(P, what="Allo sportello sono svogliati"))
    assert "blames-people" in keys(blaming, lang="it")
    assert "blames-people" not in keys(blaming, lang="en")


def test_a_long_reason_for_a_trifle_is_no_praise():
    trifle = Assessment(obstacles=found(P, severity=1), first="o0", reason="because " * 400)
    assert "good-first" not in keys(trifle)


def test_the_bank_is_praised_for_its_choice():
    heard = keys(cases.bank_assessment(), cases.bank(), "it")
    assert {"good-kinds", "good-severe", "good-first", "severity-missing"} <= heard
    assert not {"low-without-obstacle", "only-technology"} & heard
