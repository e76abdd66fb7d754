"""Sample sizes: against published figures, and there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.kpi.sample import (
    invitations,
    nps_answers,
    nps_margin,
    share_answers,
    share_margin,
)


@pytest.mark.parametrize(
    ("margin", "population", "answers"),
    [
        (5, None, 385),
        (3, None, 1068),
        (5, 1000, 278),
        (5, 10_000, 370),
        (5, 500, 218),
        (10, 80, 44),
    ],
)
def test_shares_need_what_cochrans_tables_say(margin, population, answers):
    assert share_answers(margin, population) == answers


@pytest.mark.parametrize(
    ("margin", "variance", "answers"), [(10, 1, 382), (5, 1, 1534), (10, 0.5, 190)]
)
def test_an_nps_needs_three_answers_less_than_wald(margin, variance, answers):
    assert nps_answers(margin, variance=variance) == answers


def test_more_confidence_asks_for_more_answers():
    assert share_answers(5, confidence=0.99) == 664
    assert nps_answers(10, confidence=0.90) == 268


@given(st.floats(0.5, 60))
def test_the_answers_it_asks_for_give_the_margin_and_one_less_does_not(margin):
    needed = nps_answers(margin)
    assert nps_margin(needed) <= margin + 1e-6
    assert needed == 1 or nps_margin(needed - 1) > margin - 1e-6


@given(st.floats(0.5, 40), st.none() | st.integers(2, 10**6))
def test_shares_keep_their_margin_in_any_population(margin, population):
    needed = share_answers(margin, population)
    assert population is None or needed <= population
    assert share_margin(needed, population) <= margin + 1e-6


def test_everybody_answering_leaves_no_margin():
    assert share_margin(80, 80) == 0
    assert share_margin(0) == 100


def test_invitations_round_up_and_refuse_a_rate_of_nothing():
    assert invitations(280, 45) == 623
    with pytest.raises(ValueError, match="response rate of 0"):
        invitations(280, 0)


def test_a_margin_of_nothing_is_refused_with_a_next_step():
    with pytest.raises(ValueError, match="number above 0"):
        share_answers(0)
