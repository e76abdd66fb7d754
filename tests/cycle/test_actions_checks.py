"""What the checks of the actions find, and what they leave alone."""

from datetime import date

import pytest

from cxkit.core.wording import wording_of
from cxkit.cycle import Actions
from cxkit.cycle.checks import check_actions
from tests.cycle.cases import action, around, gap, measured

PAST = date(2026, 11, 1)


def keys(answer, *gaps, lang="en"):
    found = check_actions(answer, around(answer, measured(*gaps), lang=lang))
    return {advice.key for advice in found}


def plan(*actions, **more):
    return Actions(actions=actions, **more)


def several(count=4, **fields):
    days = [date(2026, 12, day) for day in range(1, count + 1)]
    return tuple(
        action(id=f"a{n}", **{"owner": f"Head of unit {n}", "due": day, **fields})
        for n, day in enumerate(days)
    )


CALM = gap(before=78, now=79)
CASES = {
    "no-gap": plan(action(gaps=[])),
    "no-proof": plan(action(kpi="")),
    "tool-for-rule": plan(action(kind="technology")),
    "no-owner": plan(action(owner="")),
    "owner-nobody": plan(action(owner="The team")),
    "no-due": plan(action(due=None)),
    "overdue": plan(action(due=PAST)),
    "only-teaches": plan(action(what="Training for counter staff")),
    "hollow": plan(action(what="Monitor the situation")),
    "proof-activity": plan(action(kpi="", proof="Hours of training")),
    "unrated": plan(action(effort=None)),
    "all-quick": plan(*several(impact=4, effort=1)),
    "all-high": plan(*several(3, impact=4, effort=1), action(id="b", impact=3, effort=4)),
    "good-mix": plan(
        *several(2, impact=4, effort=1),
        action(id="b", impact=3, effort=4),
        action(id="c", impact=1, effort=1),
    ),
    "same-day": plan(*several(due=date(2026, 12, 31))),
    "one-owner": plan(*several(owner="Anna")),
    "only-tools": plan(*several(kind="technology", obstacles=["o2"])),
    "gap-without-action": plan(action(gaps=["other"])),
    "chases-noise": (plan(action()), CALM),
    "nothing-first": plan(action(), action(id="a2")),
    "good-first": plan(action(), first="a1"),
    "moment-not-first": plan(action(gaps=["other"]), first="a1"),
    "good-tied": plan(*several(3)),
    "thanks-only": plan(action(message="Thank you for your valuable feedback")),
    "loop-undated": plan(action(tell_on=None)),
    "told-late": plan(action(tell_on=date(2027, 4, 1))),
    "tell-overdue": plan(action(tell_on=PAST)),
    "loop-open": plan(action(status="done")),
    "nobody-spoke": plan(action(told_by="")),
    "good-loop": plan(action(), action(id="a2")),
}


def _case(key):
    case = CASES[key]
    return case if isinstance(case, tuple) else (case,)


@pytest.mark.parametrize("key", CASES)
def test_the_check_finds_it(key):
    assert key in keys(*_case(key))


def test_every_advice_in_the_wording_has_a_case():
    assert CASES.keys() == wording_of("actions").advice.keys()


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("key", CASES)
def test_every_advice_can_be_said(key, lang):
    answer, *gaps = _case(key)
    for advice in check_actions(answer, around(answer, measured(*gaps))):
        words = advice.worded("actions", lang)
        assert "{" not in words.says + words.why + words.next


def test_an_empty_answer_gets_no_advice():
    assert keys(Actions()) == set()


def test_a_whole_action_is_left_alone():
    assert keys(plan(action())) == set()


def test_what_was_done_is_not_late():
    assert "overdue" not in keys(plan(action(status="done", due=PAST, told=True)))


def test_an_action_due_today_is_not_late():
    assert "overdue" not in keys(plan(action(due=date(2026, 11, 22))))


def test_what_was_stopped_asks_for_nothing():
    stopped = action(status="stopped", owner="", due=None, kpi="")
    assert not {"no-owner", "no-due", "no-proof"} & keys(plan(stopped))


def test_a_stopped_action_leaves_its_gap_open():
    assert "gap-without-action" in keys(plan(action(status="stopped")))


def test_training_beside_a_change_is_no_excuse():
    both = "Move the check to ten, with training for those who run it"
    assert "only-teaches" not in keys(plan(action(what=both)))


def test_longer_wording_does_not_turn_a_course_into_a_change():
    long = "A long and careful training course for all counter staff of all branches " * 2
    assert "only-teaches" in keys(plan(action(what=long)))


@pytest.mark.parametrize(
    ("what", "key"),
    [
        ("Corso di accoglienza per chi è allo sportello", "only-teaches"),
        ("Sensibilizzare il personale", "only-teaches"),
        ("Tavolo di lavoro sull'attesa", "hollow"),
    ],
)
def test_italian_actions_are_read_in_italian(what, key):
    assert key in keys(plan(action(what=what)), lang="it")


def test_a_reason_lets_a_moment_of_truth_wait():
    reasoned = plan(action(gaps=["other"]), first="a1", reason="It frees the people for the rest")
    assert "moment-not-first" not in keys(reasoned)


def test_a_gap_that_cannot_be_judged_calls_for_nothing():
    unknown = gap(base_now=None)
    assert "gap-without-action" not in keys(plan(action(gaps=["other"])), unknown)


def test_a_number_says_what_has_changed():
    thanks = "Thank you: the 41 of you will no longer have to call"
    assert "thanks-only" not in keys(plan(action(message=thanks)))
