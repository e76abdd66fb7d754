"""Intervals: against brute force, published coverage and other implementations."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, stats
from statsmodels.stats.proportion import proportion_confint

from cxkit.stats import intervals

COUNTS = st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60)).filter(any)


def score_test(counts, value):
    """Return the score statistic with shares that maximise the likelihood numerically."""
    lower, _middle, upper = counts
    n = sum(counts)

    def loss(low):
        shares = np.array([low, 1 - 2 * low - value, low + value])
        return -sum(c * np.log(max(p, 1e-300)) for c, p in zip(counts, shares, strict=True) if c)

    least, most = max(0.0, -value), (1 - value) / 2
    best = optimize.minimize_scalar(loss, (least, most), bounds=(least, most), method="bounded",
                                    options={"xatol": 1e-12}).x  # fmt: skip
    variance = 2 * best + value - value**2
    return abs((upper - lower) / n - value) / np.sqrt(variance / n)


@pytest.mark.parametrize("counts", [(20, 30, 50), (3, 2, 7), (1, 8, 4), (40, 5, 40)])
def test_score_interval_ends_where_a_brute_force_test_rejects(counts):
    n = sum(counts)
    low, high = intervals.nps_score(counts[0] / n, counts[2] / n, n)
    for edge in (float(low), float(high)):
        assert score_test(counts, edge) == pytest.approx(1.959964, abs=1e-3)


@given(COUNTS)
def test_intervals_of_many_groups_are_those_of_each(counts):
    n = sum(counts)
    lower, upper = np.array([counts[0] / n, 0.2]), np.array([counts[2] / n, 0.5])
    for make in (intervals.nps_adjusted_wald, intervals.nps_score, intervals.nps_wald):
        low, high = make(lower, upper, np.array([n, 100]))
        alone = make(lower[0], upper[0], n)
        assert (low[0], high[0]) == pytest.approx((float(alone[0]), float(alone[1])))


@pytest.mark.parametrize(
    ("shares", "n"), [((0.1, 0.3, 0.6), 30), ((0.05, 0.15, 0.8), 50), ((0.4, 0.3, 0.3), 15)]
)
def test_adjusted_wald_covers_as_it_promises(shares, n):
    # Exact coverage over all samples; Rocks finds it near 95% where Wald falls short.
    truth = shares[2] - shares[0]
    covered = {"nps_adjusted_wald": 0.0, "nps_score": 0.0, "nps_wald": 0.0}
    lower, upper = np.meshgrid(np.arange(n + 1), np.arange(n + 1))
    kept = lower + upper <= n
    lower, upper = lower[kept], upper[kept]
    chance = stats.multinomial.pmf(np.stack([lower, n - lower - upper, upper], axis=1), n, shares)
    for name in covered:
        low, high = getattr(intervals, name)(lower / n, upper / n, n)
        covered[name] = chance[(low <= truth) & (truth <= high)].sum()
    assert covered["nps_adjusted_wald"] == pytest.approx(0.95, abs=0.02)
    assert covered["nps_score"] == pytest.approx(0.95, abs=0.02)
    assert covered["nps_wald"] < covered["nps_adjusted_wald"]


@given(st.integers(0, 40), st.integers(1, 40), st.floats(0.5, 0.999))
def test_shares_are_those_of_statsmodels(hits, more, confidence):
    n = hits + more
    for ours, theirs in ((intervals.wilson, "wilson"), (intervals.clopper_pearson, "beta")):
        low, high = ours(hits / n, n, confidence)
        expected = proportion_confint(hits, n, alpha=1 - confidence, method=theirs)
        assert (float(low), float(high)) == pytest.approx(expected, abs=1e-7)


def test_without_answers_bounds_are_not_numbers():
    for make in (intervals.nps_adjusted_wald, intervals.nps_score, intervals.nps_wald):
        assert np.isnan(make([0.1], [0.2], [0])).all()
    for make in (intervals.wilson, intervals.clopper_pearson):
        assert np.isnan(make([0.1], [0])).all()
    assert np.isnan(intervals.student(4, 1, 0)).all()
