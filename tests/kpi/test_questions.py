"""The five questions: each check fires where it should and is silent where it should."""

import pytest

from cxkit.kpi import (
    CounterKpi,
    Decision,
    Drift,
    Encouragement,
    Kpi,
    KpiPlan,
    KpiQuestions,
    Mark,
)
from cxkit.vision import Behaviour, Behaviours

BEHAVIOURS = Behaviours(behaviours=[Behaviour(id="b1", text="Calls back by evening")])


def keys(answer, *others, lang="en"):
    return {advice.key for advice in answer.checks(*others, lang=lang)}


def test_an_empty_answer_is_left_in_peace():
    assert keys(KpiQuestions()) == set()


@pytest.mark.parametrize(
    ("key", "field", "fires", "silent", "lang"),
    [
        ("mark-attitude", "marks", Mark(text="Being attentive"),
         Mark(text="Calls back, attentive to the hour"), "en"),
        ("mark-attitude", "marks", Mark(text="Essere disponibili ed empatici"),
         Mark(text="Richiama prima di sera"), "it"),
        ("drift-blames", "drifts", Drift(text="They are lazy"),
         Drift(text="Closing the ticket twice", pushed_by="Red after five days"), "en"),
        ("drift-no-push", "drifts", Drift(text="Closing the ticket twice"),
         Drift(text="Closing the ticket twice", pushed_by="Red after five days"), "en"),
        ("decision-asks", "decisions", Decision(decision="Refund after approval from the office"),
         Decision(decision="Refund at once"), "en"),
        ("decision-no-role", "decisions", Decision(decision="Refund"),
         Decision(decision="Refund", role="Counter"), "en"),
        ("decision-nobody", "decisions", Decision(decision="Refund", role="Everyone"),
         Decision(decision="Refund", role="Counter"), "en"),
        ("decision-no-limit", "decisions", Decision(decision="Refund", role="Counter"),
         Decision(decision="Refund", role="Counter", limit="up to 50 euros"), "en"),
        ("control", "encouragements", Encouragement(text="Mystery shopping each month"),
         Encouragement(text="Telling how it ended"), "en"),
        ("control", "encouragements", Encouragement(text="Più controlli a campione"),
         Encouragement(text="Si racconta com'è finita"), "it"),
        ("against-none", "marks", Mark(text="x"), None, "en"),
        ("against-known", "against", CounterKpi(name="Calls per hour"),
         CounterKpi(name="Calls per hour", why="w", instead="i"), "en"),
        ("against-no-why", "against", CounterKpi(name="Ink used"),
         CounterKpi(name="Ink used", why="Nobody prints the letter"), "en"),
        ("against-kept", "against", CounterKpi(name="Ink used", use="paid", change="keep"),
         CounterKpi(name="Ink used", use="looked-at", change="keep"), "en"),
    ],
)  # fmt: skip
def test_a_check_fires_and_is_silent(key, field, fires, silent, lang):
    assert key in keys(KpiQuestions(**{field: [fires]}), lang=lang)
    if silent is not None:
        assert key not in keys(KpiQuestions(**{field: [silent]}), lang=lang)


def test_marks_want_a_link_and_both_sides():
    marks = [Mark(text=f"Calls back {i}", who="person") for i in range(3)]
    assert {"marks-untied", "marks-one-side"} <= keys(KpiQuestions(marks=marks), BEHAVIOURS)
    linked = [mark.model_copy(update={"behaviour": "b1"}) for mark in marks]
    both = [*linked, Mark(text="They tell each other", who="team")]
    found = keys(KpiQuestions(marks=both), BEHAVIOURS)
    assert "marks-seen" in found
    assert not {"marks-untied", "marks-one-side"} & found


def test_decisions_with_role_and_limit_are_praised_and_long_ones_are_not():
    free = [Decision(decision=f"Refund {i}", role="Counter", limit="50 euros") for i in range(3)]
    assert "decisions-free" in keys(KpiQuestions(decisions=free))
    wordy = [Decision(decision="lorem ipsum " * 9, role="Counter", limit="as needed")] * 3
    assert "decisions-free" not in keys(KpiQuestions(decisions=wordy))


def test_a_measure_to_drop_that_keeps_its_target_is_found_in_the_plan():
    answer = KpiQuestions(against=[CounterKpi(name="Ink used", change="drop")])
    assert "against-in-plan" in keys(answer, KpiPlan(kpis=[Kpi(name="ink used", target=1)]))
    assert "against-in-plan" not in keys(answer, KpiPlan(kpis=[Kpi(name="ink used")]))


def test_harmful_measures_answered_whole_are_praised():
    whole = CounterKpi(
        name="Calls per hour", behaviour="b1", why="w", change="plan-only", instead="Solved"
    )
    assert "against-answered" in keys(KpiQuestions(against=[whole]), BEHAVIOURS)
    assert "against-answered" not in keys(KpiQuestions(against=[whole, CounterKpi(name="x")]))


def test_encouragements_of_one_kind_are_remarked():
    same = [Encouragement(text=f"Training {i}", kind="learning") for i in range(3)]
    assert "encouragements-one-kind" in keys(KpiQuestions(encouragements=same))
