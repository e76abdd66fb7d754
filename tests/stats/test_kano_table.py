"""Kano's table, its counting rules, and the bases below which nothing is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.stats.kano_table import (
    LEAST_SHOWN,
    LEAST_TESTED,
    RANK,
    REPLIES,
    Tally,
    classify,
    is_clear,
    tally,
    wilson,
)

COUNTS = st.lists(st.integers(0, 60), min_size=6, max_size=6)


def counted(**counts):
    return Tally(tuple(counts.get(one, 0) for one in RANK))


def test_the_table_is_the_published_one():
    rows = ["".join(classify(there, missing) for missing in REPLIES) for there in REPLIES]
    assert rows == ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]


def test_better_and_worse_leave_out_reverse_and_questionable_answers():
    found = counted(A=6, O=4, M=5, I=5, R=7, Q=3)
    assert found.n == 30
    assert (found.better.value, found.worse.value) == (0.5, 0.45)
    assert found.better.n == found.worse.n == 20


@pytest.mark.parametrize(
    ("tied", "category"),
    [
        ({"M": 5, "O": 5, "A": 5, "I": 5}, "M"),
        ({"O": 5, "A": 5, "I": 5}, "O"),
        ({"A": 5, "I": 5}, "A"),
        ({"I": 5, "R": 5}, "I"),
    ],
)
def test_in_a_tie_what_hurts_more_counts(tied, category):
    found = counted(**tied)
    assert found.tied
    assert found.category == category


def test_below_five_answers_there_is_no_category():
    assert counted(M=LEAST_SHOWN - 1).category is None
    assert counted(M=LEAST_SHOWN).category == "M"


def test_below_thirty_answers_nothing_is_tested():
    assert counted(M=LEAST_TESTED - 1).clear is None
    assert counted(M=LEAST_TESTED).clear is True


@pytest.mark.parametrize(
    ("most", "second", "n", "clear"),
    # With 20 and 13 of 40 the threshold is 1.65 * sqrt(33 * 47 / 80), which is 7.27.
    [(20, 13, 40, False), (21, 13, 40, True), (18, 18, 40, False), (0, 0, 40, False)],
)
def test_fong_asks_for_a_lead_above_his_threshold(most, second, n, clear):
    assert is_clear(most, second, n) is clear


def test_strengths_are_shares_of_all_answers():
    found = counted(M=20, O=6, I=4)
    assert found.category_strength == pytest.approx(14 / 30)
    assert found.total_strength == pytest.approx(26 / 30)
    assert Tally().category_strength == Tally().total_strength == 0


@pytest.mark.parametrize(
    ("count", "n", "low", "high"),
    # R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3.
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_the_published_one(count, n, low, high):
    share = wilson(count, n)
    assert (share.low, share.high) == pytest.approx((low, high), abs=1e-4)


@given(COUNTS)
def test_any_counts_give_figures_within_their_bounds(counts):
    found = Tally(tuple(counts))
    assert found.n == sum(counts)
    assert 0 <= found.category_strength <= 1
    assert 0 <= found.total_strength <= 1
    for share in (found.better, found.worse):
        assert (share is None) == (found.base == 0)
        if share:
            assert 0 <= share.low <= share.value + 1e-12
            assert share.value - 1e-12 <= share.high <= 1
    assert found.category is None or found[found.category] == max(counts)


@given(st.lists(st.tuples(st.sampled_from(REPLIES), st.sampled_from(REPLIES)), max_size=40))
def test_order_of_the_answers_does_not_matter(pairs):
    assert tally(pairs) == tally(reversed(pairs))
    assert tally(pairs).n == len(pairs)
