"""Differences: against published intervals and other implementations, corrected when many."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import test_proportions_2indep as two_proportions

from cxkit import ces, compare, compare_many, csat, nps, score_mean
from cxkit.stats import adjusted, beyond_chance

P_VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=30)
SCORES = st.lists(st.integers(0, 10), min_size=1, max_size=120)


def share(hits, n):
    return csat({5: hits, 1: n - hits}, scale=5)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    # R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, table II, method 10.
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((5, 56), (0, 29), -0.0381, 0.1926),
    ],
)
def test_shares_have_newcombes_published_interval(first, second, low, high):
    found = compare(share(*first), share(*second))
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_p_value_of_shares_is_that_of_the_chi_square_test():
    found = compare(share(56, 70), share(48, 80))
    table = stats.chi2_contingency([[56, 14], [48, 32]], correction=False)
    assert found.p_value == pytest.approx(table.pvalue)
    assert found.p_value == pytest.approx(
        two_proportions(56, 70, 48, 80, method="wald", correction=False).pvalue, abs=0.01
    )


def test_means_are_compared_as_scipy_does():
    chance = np.random.default_rng(5)
    first, second = chance.integers(1, 8, 40), chance.integers(2, 8, 65)
    found = compare(score_mean(first), score_mean(second))
    welch = stats.ttest_ind(first, second, equal_var=False)
    assert found.p_value == pytest.approx(welch.pvalue)
    interval = welch.confidence_interval()
    assert (found.low, found.high) == pytest.approx((interval.low, interval.high))


def test_nps_is_compared_as_written_in_the_method():
    found = compare(nps({10: 50, 8: 30, 3: 20}), nps({10: 30, 8: 40, 3: 30}))
    first, second = (50.75, 20.75, 103), (30.75, 30.75, 103)
    middle = variance = 0
    for sign, (up, down, n) in ((1, first), (-1, second)):
        score = (up - down) / n
        middle += sign * score
        variance += ((up + down) / n - score**2) / n
    reach = 1.959964 * sqrt(variance)
    assert found.estimate == pytest.approx(30)
    assert (found.low, found.high) == pytest.approx(
        (100 * (middle - reach), 100 * (middle + reach)), abs=1e-4
    )


@given(SCORES, SCORES)
def test_turned_round_a_difference_changes_its_sign(first, second):
    one, other = compare(nps(first), nps(second)), compare(nps(second), nps(first))
    assert (one.estimate, one.low, one.high, one.p_value) == pytest.approx(
        (-other.estimate, -other.high, -other.low, other.p_value)
    )


@given(SCORES, SCORES)
def test_interval_holds_the_difference(first, second):
    for measure in (nps, lambda data: csat(data, scale=(0, 10))):
        found = compare(measure(first), measure(second))
        assert found.low - 1e-9 <= found.estimate <= found.high + 1e-9
        assert 0 <= found.p_value <= 1


@given(SCORES)
def test_a_figure_does_not_differ_from_itself(scores):
    found = compare(nps(scores), nps(scores))
    assert (found.estimate, found.p_value) == (0, 1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (nps([9] * 40), csat([5] * 40)),
        (csat([5] * 40, scale=5), csat([5] * 40, scale=7)),
        (csat([5] * 40, scale=5), csat([5] * 40, scale=5, box=1)),
        (ces([5] * 40), ces([5] * 40, figure="share")),
        (score_mean([5] * 40, scale=7), score_mean([5] * 40)),
    ],
)
def test_only_like_is_compared_with_like(first, second):
    with pytest.raises(ValueError, match="Only like is compared with like"):
        compare(first, second)


def test_answers_can_be_compared_when_the_measure_is_named():
    assert compare([10] * 40, [3] * 40, measure="nps").verdict == "higher"
    with pytest.raises(ValueError, match="measure=“nps”"):
        compare([10], [3])


@pytest.mark.parametrize(
    ("first", "second"), [([], [9]), ([9], []), ([], [])], ids=["none now", "none before", "none"]
)
def test_without_answers_there_is_no_difference(first, second):
    for measure in (nps, csat, ces, score_mean):
        found = compare(measure(first), measure(second[:0])) if not first else compare(
            measure([5]), measure(second)
        )  # fmt: skip
        assert (found.estimate, found.p_value, found.verdict) == (None, None, "withheld")


def test_means_without_spread_are_not_judged():
    found = compare(score_mean([8] * 40), score_mean([9] * 40))
    assert (found.estimate, found.p_value, found.verdict) == (-1, None, "open")


def test_small_bases_are_not_judged():
    assert compare(nps([10] * 29), nps([0] * 40)).verdict == "withheld"
    assert compare(nps([10] * 30), nps([0] * 40)).verdict == "higher"


def test_uneven_weights_make_a_difference_less_sure():
    scores = [10] * 40 + [3] * 40
    even, uneven = nps(scores), nps(scores, weights=[1, 9] * 40)
    other = nps([10] * 30 + [3] * 50)
    assert compare(uneven, other).p_value > compare(even, other).p_value


# The fifteen p-values of Benjamini and Hochberg's own example, section 4.1: four stand.
PUBLISHED = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240,
             0.4262, 0.5719, 0.6528, 0.7590, 1.0]  # fmt: skip


def test_correction_keeps_the_four_of_the_published_example():
    assert beyond_chance(PUBLISHED) == [True] * 4 + [False] * 11


@settings(max_examples=25)
@given(P_VALUES)
def test_corrections_are_those_of_scipy_and_statsmodels(p_values):
    assert adjusted(p_values) == pytest.approx(stats.false_discovery_control(p_values))
    assert adjusted(p_values, "holm") == pytest.approx(multipletests(p_values, method="holm")[1])


@given(P_VALUES)
def test_correction_lies_between_none_and_the_strictest(p_values):
    kept = beyond_chance(p_values)
    assert all(p <= 0.05 for p, stays in zip(p_values, kept, strict=True) if stays)
    assert all(stays for p, stays in zip(p_values, kept, strict=True)
               if p <= 0.05 / len(p_values))  # fmt: skip


def test_many_comparisons_are_corrected_for_their_number():
    near = ({10: 70, 3: 30}, {10: 56, 3: 44})
    alone = compare_many([near], measure="nps")
    crowd = compare_many([near, *[({10: 60, 3: 40},) * 2] * 9], measure="nps")
    assert (alone[0].verdict, crowd[0].verdict) == ("higher", "open")
    assert crowd[0].p_adjusted == pytest.approx(10 * crowd[0].p_value)
    assert "p_value" not in crowd.to_frame().columns


def test_what_cannot_be_judged_does_not_count_as_a_try():
    flat = (score_mean([8] * 40), score_mean([9] * 40))
    real = (score_mean([8, 9] * 20), score_mean([7, 8] * 20))
    found = compare_many({"flat": flat, "real": real}, correction="holm")
    assert found["flat"].p_adjusted is None
    assert found["real"].p_adjusted == found["real"].p_value
    assert [one.comparisons for one in found] == [1, 1]


def test_an_unknown_correction_is_named():
    with pytest.raises(ValueError, match="no correction “bonferroni”"):
        adjusted([0.1], "bonferroni")


@pytest.mark.parametrize("pairs", [[1], [(1, 2, 3)], {"a": nps([9])}])
def test_pairs_are_asked_for(pairs):
    with pytest.raises(ValueError, match="Give pairs"):
        compare_many(pairs)


def test_result_is_plain_data_when_asked():
    plain = compare_many({"a": ([10] * 40, [3] * 40)}, measure="nps").to_dict()
    assert plain["differences"][0]["label"] == "a"
    assert plain["differences"][0]["verdict"] == "higher"
    assert plain["differences"][0]["n"] == [40, 40]
