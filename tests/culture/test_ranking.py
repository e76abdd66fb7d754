"""Pareto ranking: order, shares, ties and the few that matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.culture.ranking import pareto

WEIGHTS = st.lists(st.integers(0, 16), max_size=15).map(
    lambda weights: [(f"o{place}", weight) for place, weight in enumerate(weights)]
)


def test_the_few_reach_the_share_and_no_more():
    ranked = pareto([("c", 1), ("a", 7), ("b", 2)])
    assert [(one.id, one.vital) for one in ranked] == [("a", True), ("b", True), ("c", False)]
    assert [one.cumulative for one in ranked] == pytest.approx([0.7, 0.9, 1.0])


def test_exactly_the_share_is_enough():
    assert [one.vital for one in pareto([("a", 8), ("b", 2)])] == [True, False]


def test_a_tie_shares_its_place_and_is_never_cut():
    ranked = pareto([("a", 6), ("b", 4), ("c", 4), ("d", 4), ("e", 1)], most=0.5)
    assert [one.place for one in ranked] == [1, 2, 2, 2, 5]
    assert [one.id for one in ranked if one.vital] == ["a", "b", "c", "d"]
    assert [one.id for one in ranked] == ["a", "b", "c", "d", "e"]


def test_what_weighs_nothing_is_left_out():
    assert pareto([("a", 0)]) == []
    assert [one.id for one in pareto([("a", 0), ("b", 1)])] == ["b"]


@given(WEIGHTS, st.floats(0.05, 1))
def test_ranking_holds_for_any_weights(weights, most):
    ranked = pareto(weights, most)
    assert sorted(one.id for one in ranked) == sorted(i for i, weight in weights if weight)
    assert [one.weight for one in ranked] == sorted((one.weight for one in ranked), reverse=True)
    vital = [one for one in ranked if one.vital]
    assert ranked[: len(vital)] == vital
    if ranked:
        assert ranked[-1].cumulative == pytest.approx(1)
        assert vital[-1].cumulative >= most - 1e-9
        shortest = [one for one in vital if one.weight > vital[-1].weight]
        assert not shortest or shortest[-1].cumulative < most
