"""Sample sizes and power: against published figures, and there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.power import NormalIndPower, TTestIndPower

from cxkit.stats import (
    power_between_waves,
    sample_size_between_waves,
    sample_size_nps,
    sample_size_share,
)
from cxkit.stats.samples import invitations, margin_nps, margin_share


@pytest.mark.parametrize(
    ("margin", "population", "answers"),
    [
        (0.05, None, 385),
        (0.03, None, 1068),
        (0.05, 1000, 278),
        (0.05, 10_000, 370),
        (0.05, 500, 218),
        (0.10, 80, 44),
    ],
)
def test_shares_need_what_cochrans_tables_say(margin, population, answers):
    assert sample_size_share(margin, population=population) == answers


@pytest.mark.parametrize(
    ("margin", "variance", "answers"), [(10, 1, 382), (5, 1, 1534), (10, 0.5, 190)]
)
def test_an_nps_needs_three_answers_less_than_wald(margin, variance, answers):
    assert sample_size_nps(margin, variance=variance) == answers


def test_more_confidence_asks_for_more_answers():
    assert sample_size_share(0.05, confidence=0.99) == 664
    assert sample_size_nps(10, confidence=0.90) == 268


@given(st.floats(0.5, 60), st.none() | st.integers(2, 10**6))
def test_the_answers_it_asks_for_give_the_margin_and_one_less_does_not(margin, population):
    needed = sample_size_nps(margin, population=population)
    if population is None:
        assert margin_nps(needed) <= margin + 1e-6
        assert needed == 1 or margin_nps(needed - 1) > margin - 1e-6
    else:
        assert needed <= population


@given(st.floats(0.005, 0.4), st.none() | st.integers(2, 10**6))
def test_shares_keep_their_margin_in_any_population(margin, population):
    needed = sample_size_share(margin, population=population)
    assert population is None or needed <= population
    assert margin_share(needed, population=population) <= margin + 1e-8


def test_everybody_answering_leaves_no_margin():
    assert margin_share(80, population=80) == 0
    assert margin_nps(80, population=80) == 0
    assert margin_share(0) == 1


def test_invitations_round_up():
    assert invitations(280, 0.45) == 623


@pytest.mark.parametrize(
    ("n", "before", "after", "published"),
    # Help page of R's power.prop.test: n = 50 per group, and n = 76.7 for a power of 0.9.
    [(50, 0.50, 0.75, 0.740), (76.7, 0.50, 0.75, 0.90)],
)
def test_power_of_shares_is_that_of_r(n, before, after, published):
    found = power_between_waves(after - before, n, figure="share", spread=before)
    assert found == pytest.approx(published, abs=5e-4)


def test_power_of_means_is_that_of_r_and_statsmodels():
    # Help page of R's power.t.test: n = 20, delta = 1, sd = 1 gives 0.869.
    found = power_between_waves(1, 20, figure="mean", spread=1)
    assert found == pytest.approx(0.869, abs=5e-4)
    assert found == pytest.approx(TTestIndPower().power(1, 20, 0.05))
    uneven = power_between_waves(0.5, 80, 40, figure="mean", spread=1.4)
    assert uneven == pytest.approx(TTestIndPower().power(0.5 / 1.4, 80, 0.05, ratio=0.5))


def test_power_of_an_nps_is_that_of_statsmodels():
    found = power_between_waves(8, 900, 600, spread=0.6)
    expected = NormalIndPower().power(0.08 / 0.6**0.5, 900, 0.05, ratio=600 / 900)
    assert found == pytest.approx(expected)


@given(
    st.floats(1, 60), st.floats(0.05, 0.99),
    st.sampled_from([("nps", 0.7, 1), ("share", 0.3, 0.01), ("mean", 2.0, 0.05)]),
)  # fmt: skip
def test_answers_for_a_change_are_enough_and_one_less_is_not(change, power, kind):
    figure, spread, unit = kind
    ask = {"figure": figure, "spread": spread}
    needed = sample_size_between_waves(change * unit, power=power, **ask)
    assert power_between_waves(change * unit, needed, **ask) >= power
    assert needed == 2 or power_between_waves(change * unit, needed - 1, **ask) < power


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: sample_size_nps(0), "number above 0"),
        (lambda: sample_size_share(5), "A margin of 5 does not work here"),
        (lambda: sample_size_share(0.05, share=50), "share is 50; it runs from 0 to 1"),
        (lambda: sample_size_nps(5, confidence=95), "confidence of 95"),
        (lambda: invitations(280, 0), "response rate of 0"),
        (lambda: invitations(280, 45), "response rate of 45"),
        (lambda: power_between_waves(5, 1), "more than one answer"),
        (lambda: power_between_waves(0.6, 50, figure="share"), "leads out of 0 to 1"),
        (lambda: power_between_waves(1, 50, figure="mean"), "how the answers spread"),
        (lambda: power_between_waves(1, 50, figure="median"), "no figure “median”"),
        (lambda: sample_size_between_waves(0), "A change of 0"),
        (lambda: sample_size_between_waves(0.01), "too small for any survey"),
    ],
)
def test_impossible_wishes_are_refused_with_a_next_step(call, says):
    with pytest.raises(ValueError, match=says):
        call()
