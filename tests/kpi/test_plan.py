"""The plan: its tree, its cards, what it covers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.journey import Journey, Touchpoint
from cxkit.kpi import Kpi, KpiPlan
from cxkit.kpi.gauge import gauge_of
from cxkit.kpi.tree import grown, in_loops
from cxkit.vision import Behaviour, Behaviours

WHOLE = {
    "formula": "a ÷ b", "instrument": "Log", "owner": "Branch manager", "decision": "Act",
    "frequency": "weekly", "scale": "share", "baseline": 10, "target": 20, "unit": "%",
}  # fmt: skip


def keys(plan, *others, lang="en"):
    return {advice.key for advice in plan.checks(*others, lang=lang)}


def one(**fields):
    return KpiPlan(kpis=[Kpi(**{"name": "People told", **fields})])


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("unowned", {}, {"owner": "Head of checks"}),
        ("owned-by-nobody", {"owner": "Everyone"}, {"owner": "Everyone's favourite manager"}),
        ("unmeasured", {}, {"instrument": "Call log"}),
        ("furniture", {}, {"decision": "Below 80 we add one person"}),
        ("formula-missing", {}, {"formula": "a ÷ b"}),
        ("baseline-missing", {}, {"baseline": 1}),
        ("target-missing", {}, {"target": 1}),
        ("scale-missing", {}, {"scale": "share"}),
        ("level-missing", {}, {"level": "vision"}),
        ("loose", {"level": "phase"}, {"level": "vision"}),
        ("wrong-way", {"baseline": 9, "target": 4, "better": "higher"},
         {"baseline": 9, "target": 4, "better": "lower"}),
        ("off-scale", {"scale": "nps-0-10", "target": 120}, {"scale": "nps-0-10", "target": -20}),
        ("off-scale", {"scale": "csat-1-5", "target": 80},
         {"scale": "csat-1-5", "target": 80, "unit": "% of 4 and 5"}),
        ("below-zero", {"scale": "time", "baseline": -1}, {"scale": "money", "baseline": -1}),
        ("nps-scale", {"name": "NPS", "scale": "csat-1-10"}, {"name": "NPS", "scale": "nps-0-10"}),
        ("nps-scale", {"scale": "nps-0-10", "definition": "asked from 1 to 10"},
         {"scale": "nps-0-10", "definition": "asked from 0 to 10"}),
        ("score-paid", {"scale": "csat-1-5", "reward": "individual-pay"},
         {"scale": "csat-1-5", "reward": "nothing"}),
    ],
)  # fmt: skip
def test_a_card_is_checked(key, fires, silent):
    assert key in keys(one(**fires))
    assert key not in keys(one(**silent))


def test_an_nps_from_one_to_ten_is_found_in_italian_too():
    plan = one(name="NPS di filiale", scale="csat-1-10")
    assert "nps-scale" in keys(plan, lang="it")


def tree(*, behaviour=True):
    kpis = [
        Kpi(id="k1", name="Promise", level="vision", **WHOLE),
        Kpi(id="k2", name="NPS", level="journey", parent="k1", **{**WHOLE, "scale": "nps-0-10"}),
        Kpi(id="k3", name="News", level="behaviour", parent="k2", **WHOLE),
    ]
    return KpiPlan(kpis=kpis if behaviour else kpis[:2])


def test_a_tree_from_vision_to_behaviours_holds():
    assert {"tree-holds", "cards-whole"} <= keys(tree())
    assert "tree-holds" not in keys(tree(behaviour=False))


def test_long_texts_earn_no_praise():
    filler = "lorem ipsum dolor sit amet " * 20
    kpis = [Kpi(name=f"K{i}", definition=filler, formula=filler) for i in range(4)]
    praised = [a for a in KpiPlan(kpis=kpis, reading=filler).checks() if a.severity == "good"]
    assert praised == []


def test_a_measure_hangs_from_one_that_stands_higher():
    upside = KpiPlan(
        kpis=[
            Kpi(id="k1", name="A", level="behaviour", parent="k2"),
            Kpi(id="k2", name="B", level="vision"),
            Kpi(id="k3", name="C", level="journey", parent="k1"),
        ]
    )
    says = [a.says for a in upside.checks() if a.key == "upside-down"]
    assert says == ["“C” hangs from “A”, which stands lower."]


def test_a_plan_without_a_top_says_so():
    assert "no-vision" in keys(one(level="journey"))
    assert "no-vision" not in keys(one(level="vision"))


def test_moments_of_truth_want_a_measure():
    journey = Journey(
        touchpoints=[
            Touchpoint(id="t1", name="Signing", moment_of_truth=True),
            Touchpoint(id="t2", name="Waiting"),
        ]
    )
    missed = [a.says for a in one().checks(journey) if a.key == "moment-unmeasured"]
    assert missed == ["The moment of truth “Signing” has no KPI."]
    assert "moments-measured" in keys(one(touchpoints=["t1"]), journey)


def test_behaviours_nobody_measures_are_counted():
    behaviours = Behaviours(
        behaviours=[Behaviour(id="b1", text="Calls back"), Behaviour(id="b2", text="Explains")]
    )
    [advice] = [a for a in one(behaviours=["b1"]).checks(behaviours)
                if a.key == "behaviours-unmeasured"]  # fmt: skip
    assert "1 of 2" in advice.says


def test_a_behaviour_that_is_to_stop_wants_no_kpi():
    behaviours = Behaviours(
        behaviours=[
            Behaviour(id="b1", text="Calls back", change="start"),
            Behaviour(id="b2", text="Points at the board", change="stop"),
        ]
    )
    assert "behaviours-unmeasured" not in keys(one(behaviours=["b1"]), behaviours)


def test_only_opinions_and_too_many_are_remarked():
    opinions = KpiPlan(kpis=[Kpi(name=f"K{i}", scale="csat-1-5") for i in range(3)])
    assert "only-opinions" in keys(opinions)
    assert "too-many" in keys(KpiPlan(kpis=[Kpi(name=f"K{i}") for i in range(21)]))


def test_a_loop_is_a_problem_and_is_drawn_all_the_same():
    plan = KpiPlan(kpis=[Kpi(id="a", name="A", parent="b"), Kpi(id="b", name="B", parent="a")])
    assert "loop" in keys(plan)
    assert plan.picture().html.count('class="node') == 2


IDS = st.sampled_from("abcdef")


@given(st.dictionaries(IDS, IDS | st.just("gone"), max_size=6))
def test_every_measure_stands_in_the_tree_once_whatever_the_links(parents):
    plan = KpiPlan(kpis=[Kpi(id=one, parent=parent) for one, parent in parents.items()])

    def ids(nodes):
        return [i for node in nodes for i in (node.kpi.id, *ids(node.children))]

    tops, loose = grown(plan)
    assert sorted(ids(tops + loose)) == sorted(parents)
    assert {kpi.id for kpi in in_loops(plan)} <= set(parents)


@given(
    st.none() | st.floats(-1e9, 1e9), st.none() | st.floats(-1e9, 1e9),
    st.sampled_from(["", "nps-0-10", "csat-1-5", "share", "time", "money"]),
)  # fmt: skip
def test_a_gauge_keeps_its_dots_on_the_line(baseline, target, scale):
    gauge = gauge_of(Kpi(baseline=baseline, target=target, scale=scale))
    if baseline is None and target is None:
        assert gauge is None
        return
    assert (gauge.baseline is None) == (baseline is None)
    assert all(6 <= place <= 114 for place in (gauge.baseline, gauge.target) if place is not None)
