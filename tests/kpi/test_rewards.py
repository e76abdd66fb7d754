"""Rewards and guards: gestures honoured, measures protected."""

import pytest

from cxkit.kpi import Guard, Kpi, KpiPlan, Reward, Rewards
from cxkit.vision import Behaviour, Behaviours

PLAN = KpiPlan(
    kpis=[
        Kpi(id="k1", name="People told", scale="share"),
        Kpi(id="k2", name="Satisfaction", scale="csat-1-5"),
        Kpi(id="k3", name="Calls per hour", scale="count"),
    ]
)
BEHAVIOURS = Behaviours(behaviours=[Behaviour(id="b1", text="Calls back")])
WHOLE = {"gaming": "Empty notices", "sign": "All alike", "action": "They do not count"}


def keys(answer, *others, lang="en"):
    return {advice.key for advice in answer.checks(*others, lang=lang)}


def test_blank_guards_made_by_the_form_say_nothing():
    assert keys(Rewards(guards=[Guard(kpi="k1")]), PLAN) == set()


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("untied", {}, {"behaviour": "b1"}),
        ("whom-missing", {}, {"whom": "team"}),
        ("ranking", {"how": "Employee of the month"}, {"how": "A story on Mondays"}),
        ("unguarded", {"kpi": "k1"}, {"behaviour": "b1"}),
        ("rewards-harm", {"kpi": "k3"}, {"kpi": "k1"}),
        ("score-for-money", {"kpi": "k2", "form": "money", "whom": "person"},
         {"kpi": "k2", "form": "thanks", "whom": "person"}),
        ("too-late", {"frequency": "yearly"}, {"frequency": "weekly"}),
        ("behaviours-unrewarded", {}, {"behaviour": "b1"}),
    ],
)  # fmt: skip
def test_a_reward_is_checked(key, fires, silent):
    for fields, wanted in ((fires, True), (silent, False)):
        answer = Rewards(rewards=[Reward(what="Thanks", **fields)])
        assert (key in keys(answer, PLAN, BEHAVIOURS)) is wanted


@pytest.mark.parametrize(
    ("key", "fields", "lang"),
    [
        ("guard-half", {"sign": ""}, "en"),
        ("guard-appeal", {"action": "We remind everyone to be fair"}, "en"),
        ("guard-appeal", {"action": "Raccomandiamo correttezza"}, "it"),
        ("guard-punishes", {"action": "Formal warning"}, "en"),
        ("guard-punishes", {"action": "Richiamo scritto e taglio del premio"}, "it"),
        ("guard-itself", {"watch": "k1"}, "en"),
    ],
)
def test_a_guard_is_checked(key, fields, lang):
    weak = Rewards(guards=[Guard(kpi="k1", **{**WHOLE, **fields})])
    assert key in keys(weak, PLAN, lang=lang)
    sound = Rewards(guards=[Guard(kpi="k1", **WHOLE, watch="k2")])
    assert key not in keys(sound, PLAN, lang=lang)


def test_a_whole_guard_lets_a_measure_be_rewarded():
    reward = Reward(what="Thanks", kpi="k1")
    assert "unguarded" in keys(
        Rewards(rewards=[reward], guards=[Guard(kpi="k1", gaming="x")]), PLAN
    )
    assert "unguarded" not in keys(
        Rewards(rewards=[reward], guards=[Guard(kpi="k1", **WHOLE)]), PLAN
    )


def test_one_sided_rewards_are_remarked():
    cash = [Reward(what=f"R{i}", honours="result", form="money", whom="person") for i in range(2)]
    assert {"only-results", "only-money", "only-persons"} <= keys(Rewards(rewards=cash))
    mixed = [*cash, Reward(what="R", honours="behaviour", form="thanks", whom="team")]
    assert not {"only-results", "only-money", "only-persons"} & keys(Rewards(rewards=mixed))


def test_a_gesture_close_by_and_guards_on_all_are_praised():
    guards = [Guard(kpi=k, **WHOLE, watch="k1" if k != "k1" else "k2") for k in ("k1", "k2", "k3")]
    near = Reward(what="T", honours="behaviour", behaviour="b1", frequency="weekly")
    found = keys(Rewards(rewards=[near], guards=guards), PLAN, BEHAVIOURS)
    assert {"gesture-honoured", "all-guarded"} <= found
    some = keys(Rewards(rewards=[near], guards=guards[:2]), PLAN, BEHAVIOURS)
    assert "guards-missing" in some
    assert "all-guarded" not in some
