"""The rule base: recognises harmful measures, in both languages, and leaves the others alone."""

import pytest

from cxkit.kpi import Guard, Kpi, KpiPlan, Rewards
from cxkit.kpi.conflicts import direction, rule_of, rules
from cxkit.vision import Behaviour, Behaviours, Principle, Vision

HANDLING = {"it": "Durata media delle chiamate", "en": "Average handling time"}


def keys(plan, *others, lang="en"):
    return {advice.key for advice in plan.checks(*others, lang=lang)}


def advice_of(plan, key, *others, lang="en"):
    return next(advice for advice in plan.checks(*others, lang=lang) if advice.key == key)


@pytest.mark.parametrize(
    ("name", "lang", "rule"),
    [
        ("Average handling time", "en", "handling-time"),
        ("AHT (seconds)", "en", "handling-time"),
        ("Durata media delle telefonate", "it", "handling-time"),
        ("Calls per hour", "en", "contacts-per-hour"),
        ("Chiamate all'ora", "it", "contacts-per-hour"),
        ("Tickets closed each week", "en", "tickets-closed"),
        ("Segnalazioni chiuse", "it", "tickets-closed"),
        ("Sales quota at the counter", "en", "sales-quota"),
        ("Conti aperti per filiale", "it", "sales-quota"),
        ("Cross-selling rate", "en", "upsell"),
        ("Costo per contatto", "it", "cost-per-contact"),
        ("Occupancy", "en", "occupancy"),
        ("Saturazione degli operatori", "it", "occupancy"),
        ("Lunghezza della coda", "it", "queue-length"),
        ("NPS per agent", "en", "begged-score"),
        ("NPS di filiale", "it", "begged-score"),
        ("Number of complaints", "en", "complaints-count"),
        ("Chatbot containment", "en", "deflection"),
    ],
)
def test_a_harmful_measure_is_recognised_by_its_name(name, lang, rule):
    assert rule_of(name, lang).id == rule


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("NPS of the whole bank", "en"),
        ("People called back within two days", "en"),
        ("Files complete at the first pass", "en"),
        ("Chi sa a che punto è", "it"),
        ("Richieste risolte al primo contatto", "it"),
        ("", "it"),
    ],
)
def test_an_honest_measure_is_left_alone(name, lang):
    assert rule_of(name, lang) is None


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_every_rule_speaks_both_languages_and_recognises_something(rule):
    for lang in ("it", "en"):
        assert getattr(rule.names, lang)
        assert getattr(rule.behaviours, lang)
        assert rule.why.in_(lang).endswith(".")
        assert rule.better.in_(lang).endswith(".")
        own = getattr(rule.names, lang)[0].rstrip("*")
        assert rule_of(own, lang), own
    assert len({one.id for one in rules()}) == len(rules())


@pytest.mark.parametrize("lang", ["it", "en"])
def test_a_measure_alone_is_warned_of_with_its_reason_and_a_better_one(lang):
    plan = KpiPlan(kpis=[Kpi(name=HANDLING[lang], target=300)])
    advice = advice_of(plan, "conflict", lang=lang)
    rule = rules()[0]
    assert advice.severity == "warning"
    assert (advice.why, advice.next) == (rule.why.in_(lang), rule.better.in_(lang))


def test_two_measures_that_pull_apart_are_named_together():
    plan = KpiPlan(kpis=[Kpi(name=HANDLING["en"]), Kpi(name="First contact resolution")])
    assert "First contact resolution" in advice_of(plan, "conflict-kpis").says


def test_a_linked_behaviour_comes_before_the_rest_of_the_culture():
    behaviours = Behaviours(
        behaviours=[
            Behaviour(id="b1", text="Listens to the whole question"),
            Behaviour(id="b2", text="Explains on a single sheet"),
        ]
    )
    linked = KpiPlan(kpis=[Kpi(name=HANDLING["en"], behaviours=["b2"])])
    loose = KpiPlan(kpis=[Kpi(name=HANDLING["en"])])
    assert "Listens" not in advice_of(linked, "conflict-culture", behaviours).says
    assert "Listens" in advice_of(loose, "conflict-culture", behaviours).says


def test_a_principle_counts_when_no_behaviour_does():
    vision = Vision(principles=[Principle(id="p1", name="We speak plainly")])
    plan = KpiPlan(kpis=[Kpi(name=HANDLING["en"])])
    assert "We speak plainly" in advice_of(plan, "conflict-culture", vision).says


def test_what_people_want_to_stop_is_not_hurt():
    stopped = Behaviours(behaviours=[Behaviour(id="b1", text="Listens halfway", change="stop")])
    assert "conflict" in keys(KpiPlan(kpis=[Kpi(name=HANDLING["en"])]), stopped)


def test_the_direction_decides():
    longer = Kpi(name=HANDLING["en"], baseline=300, target=420)
    assert direction(longer) == "higher"
    assert not {"conflict", "conflict-guarded"} & keys(KpiPlan(kpis=[longer]))
    shorter = Kpi(name=HANDLING["en"], baseline=420, target=300)
    assert "conflict" in keys(KpiPlan(kpis=[shorter]))


def test_a_whole_guard_softens_and_a_half_one_does_not():
    plan = KpiPlan(kpis=[Kpi(id="k1", name=HANDLING["en"])])
    whole = Rewards(guards=[Guard(kpi="k1", gaming="a", sign="b", action="c")])
    half = Rewards(guards=[Guard(kpi="k1", gaming="a")])
    assert advice_of(plan, "conflict-guarded", whole).severity == "note"
    assert "conflict" in keys(plan, half)


def test_pay_makes_it_a_problem_guard_or_not():
    paid = KpiPlan(kpis=[Kpi(id="k1", name=HANDLING["en"], reward="team-pay")])
    whole = Rewards(guards=[Guard(kpi="k1", gaming="a", sign="b", action="c")])
    assert advice_of(paid, "conflict", whole).severity == "problem"
