"""Pictures of the slice: escaped, well formed, the same each time, useful when empty."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxkit.journey import Journey, Touchpoint
from cxkit.kpi import (
    CounterKpi,
    Decision,
    Drift,
    Encouragement,
    Guard,
    Kpi,
    KpiPlan,
    KpiQuestions,
    Mark,
    Reward,
    Rewards,
    Survey,
    SurveyItem,
)
from tests.markup import assert_only_text, assert_steady, words_of
from tests.texts import HOSTILE, NASTY

KINDS = ["", "nps-0-10", "csat-1-5", "csat-1-10", "ces-1-7", "yes-no", "one-of", "open"]


def full(text):
    kpi = Kpi(
        id="k1", name=text, level="vision", instrument=text, owner=text, unit=text,
        baseline=1, target=2, touchpoints=["t1"],
    )  # fmt: skip
    return (
        KpiQuestions(
            marks=[Mark(text=text, who="team")],
            drifts=[Drift(text=text, pushed_by=text)],
            decisions=[Decision(situation=text, decision=text, role=text, limit=text)],
            encouragements=[Encouragement(text=text, kind="tools")],
            against=[CounterKpi(name=text, why=text, instead=text, change="drop", use="paid")],
        ),
        KpiPlan(kpis=[kpi, Kpi(id="k2", parent="k1"), Kpi(name=text)], reading=text),
        Survey(
            title=text, who=text, when=text, sender=text, invitation=text, closing=text,
            low_score=text, channel="text", touchpoint="t1", answers=10, response=5,
            questions=[
                SurveyItem(id=f"s{i}", text=text, kind=kind, low=text, high=text, kpi="k1",
                           choices=[text[:60]], optional=True, not_applicable=True)
                for i, kind in enumerate(KINDS)
            ],
        ),
        Rewards(
            rewards=[Reward(what=text, how=text, giver=text, kpi="k1", honours="result")],
            guards=[Guard(kpi="k1", gaming=text, sign=text, action=text, watch="k1")],
        ),
    )  # fmt: skip


JOURNEY = Journey(touchpoints=[Touchpoint(id="t1", name="Signing", moment_of_truth=True)])


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", ["it", "en"])
def test_hostile_text_stays_text(text, lang):
    answers = full(text)
    for answer in answers:
        assert_only_text(answer.picture(*answers, JOURNEY, lang=lang), text)


@settings(max_examples=30, deadline=None)
@given(NASTY, st.sampled_from(["it", "en"]), st.sampled_from(["it", "en"]))
def test_any_answer_draws_well_formed_markup_that_does_not_change(text, lang, written):
    assert_steady(full(text), lang, written)


def test_the_tree_shows_who_is_missing_and_where_it_goes():
    plan = KpiPlan(kpis=[Kpi(id="k1", name="Promise", level="vision", baseline=41, target=-10)])
    words = words_of(plan.picture(JOURNEY).html)
    for expected in ("Nobody answers for it", "Nobody measures it", "41", "−10", "Signing"):
        assert expected in words


def test_the_tree_marks_a_conflict_and_a_guard():
    plan = KpiPlan(kpis=[Kpi(id="k1", name="Calls per hour", level="vision")])
    assert "In tension" in words_of(plan.picture().html)
    guarded = Rewards(guards=[Guard(kpi="k1", gaming="a", sign="b", action="c")])
    assert "In tension" not in words_of(plan.picture(guarded).html)


def test_loose_measures_stand_apart():
    plan = KpiPlan(kpis=[Kpi(id="k1", name="Lone", level="phase")])
    assert "Hanging from nothing" in words_of(plan.picture().html)


@pytest.mark.parametrize(("kind", "marks"), [("nps-0-10", 11), ("csat-1-5", 5), ("ces-1-7", 7)])
def test_the_preview_shows_the_scale_people_get(kind, marks):
    survey = Survey(questions=[SurveyItem(text="Easy?", kind=kind)])
    assert f'class="marks n{marks}"' in survey.picture().html


def test_the_survey_says_how_many_answers_with_its_formula():
    survey = Survey(
        questions=[SurveyItem(text="Recommend?", kind="nps-0-10")], margin=10, population=300
    )
    words = words_of(survey.picture(lang="it").html)
    for expected in ("382", "n = z²·Var ÷ E² − 3", "E = 0,1", "chiedete a tutte"):
        assert expected in words


def test_measures_without_a_guard_come_first():
    plan = KpiPlan(kpis=[Kpi(id="k1", name="Guarded"), Kpi(id="k2", name="Bare")])
    rewards = Rewards(guards=[Guard(kpi="k1", gaming="a", sign="b", action="c")])
    words = words_of(rewards.picture(plan).html)
    assert words.index("Bare") < words.index("Guarded")
