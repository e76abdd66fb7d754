"""What the checks of the cycle and its gaps find, and what they leave alone."""

import pytest

from cxkit.core.context import Context
from cxkit.core.wording import wording_of
from cxkit.cycle import Malma
from cxkit.cycle.checks import check_malma
from cxkit.kpi import Kpi, KpiPlan
from tests.cycle.cases import around, gap


def keys(answer, lang="en"):
    return {advice.key for advice in check_malma(answer, around(answer, lang=lang))}


def steps(*levels, **more):
    named = zip(("map", "assess", "listen", "measure", "act"), levels, strict=True)
    told = {"have": "Map of 14 points", "who": "Head of experience"}
    fields = {}
    for step, level in named:
        fields[step] = level
        fields |= {f"{step}_{about}": text for about, text in told.items()}
    return Malma(**{**fields, **more})


def table(*gaps, **more):
    return Malma(gaps=gaps, **more)


def calm(**fields):
    """A gap within noise and near its target."""
    return gap(**{"before": 78, "now": 79, "name": "Knowing", **fields})


CASES = {
    "undated": Malma(cycle=2),
    "dates-reversed": Malma(begins="2026-05-01", ends="2026-05-01"),
    "cycle-long": Malma(begins="2025-01-01", ends="2026-05-01"),
    "step-unproved": steps(1, 0, 0, 0, 0, map_have=" "),
    "step-hearsay": steps(2, 0, 0, 0, 0, map_have="Everybody knows it is there"),
    "step-vague": steps(3, 0, 0, 0, 0, map_have="A map of the account"),
    "step-nobody": steps(2, 0, 0, 0, 0, map_who="Everyone"),
    "all-alike": steps(2, 2, 2, 2, 2),
    "measured-in-vain": steps(2, 2, 2, 3, 1),
    "acting-blind": steps(2, 2, 2, 1, 3),
    "unheard": steps(2, 2, 0, 2, 2),
    "good-steps": steps(3, 3, 3, 3, 2, act_lack="Dates slip"),
    "gap-nowhere": table(gap(touchpoint="")),
    "gap-unmeasured": table(gap(kpi="")),
    "target-differs": table(gap(target=90)),
    "off-scale": table(gap(now=101)),
    "now-missing": table(gap(now=None)),
    "before-missing": table(gap(before=None), cycle=2),
    "target-missing": table(gap(kpi="k2")),
    "direction-missing": table(gap(kpi="k2")),
    "target-behind": table(gap(kpi="k2", better="lower", target=70)),
    "claim-in-noise": table(calm(name="Knowing gets worse")),
    "claim-unproved": table(gap(name="Knowing collapses", base_now=None)),
    "cause-open": table(gap(obstacle="")),
    "kinds-differ": table(gap(about="technology")),
    "base-missing": table(gap(base_before=None)),
    "base-small": table(gap(base_now=12)),
    "margin-missing": table(gap(margin_now=None)),
    "moment-without-gap": table(gap(touchpoint="t1")),
    "good-gaps": table(gap(), gap(id="g2"), gap(id="g3")),
    "good-worse-told": table(gap()),
    "reading-claims": table(calm(), reading="Knowing has improved at last"),
    "good-noise": table(calm(), reading="Knowing stands still"),
}


@pytest.mark.parametrize("key", CASES)
def test_the_check_finds_it(key):
    assert key in keys(CASES[key])


def test_every_advice_in_the_wording_has_a_case():
    assert CASES.keys() == wording_of("malma").advice.keys()


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("key", CASES)
def test_every_advice_can_be_said(key, lang):
    answer = CASES[key]
    for advice in check_malma(answer, around(answer)):
        words = advice.worded("malma", lang)
        assert "{" not in words.says + words.why + words.next


def test_an_empty_answer_gets_no_advice():
    assert keys(Malma()) == set()


def test_a_whole_gap_is_left_alone():
    assert keys(table(gap())) == {"undated", "good-worse-told"}


@pytest.mark.parametrize(
    ("kpi", "lost"),
    [
        (Kpi(id="k1", level="vision"), False),
        (Kpi(id="k1", level="touchpoint", touchpoints=("t2",)), False),
        (Kpi(id="k1", level="touchpoint"), True),
    ],
)
def test_a_gap_may_have_its_place_from_its_kpi(kpi, lost):
    answer = table(gap(touchpoint=""))
    advice = check_malma(answer, Context.of(KpiPlan(kpis=[kpi]), answer))
    assert ("gap-nowhere" in {one.key for one in advice}) is lost


def test_length_alone_proves_nothing():
    assert "step-vague" in keys(steps(3, 0, 0, 0, 0, map_have="A map of the account " * 40))


def test_the_first_cycle_has_no_previous_one():
    assert "before-missing" not in keys(table(gap(before=None), cycle=1))


def test_a_movement_beyond_noise_may_be_called_one():
    found = keys(table(gap(name="Knowing gets worse")))
    assert not {"claim-in-noise", "claim-unproved"} & found


def test_italian_claims_are_read_in_italian():
    assert "claim-in-noise" in keys(table(calm(name="Crollo delle notizie")), lang="it")


def test_a_step_at_zero_needs_no_proof():
    assert "step-unproved" not in keys(steps(0, 0, 0, 0, 0, map_have=""))
