"""The calculator: the published arithmetic, honest roundings, nothing without its factors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cxkit.why import Episode, lifetime
from cxkit.why.lifetime import rough

AMOUNTS = st.floats(0, 1e6)


def test_the_lesson_s_own_sum():
    worth = lifetime(10, 60, 30, 5, heeded=1)
    assert (worth.alone, worth.together, worth.is_margin) == (900, 1800, True)


def test_without_a_margin_it_is_revenue_and_says_so():
    worth = lifetime(10, 60, None, 5)
    assert (worth.alone, worth.is_margin) == (3000, False)
    assert lifetime(10, 60, 0, 5).alone == 0


@pytest.mark.parametrize("missing", ["per_year", "value", "years"])
def test_there_is_no_sum_while_a_factor_is_missing(missing):
    factors = {"per_year": 10, "value": 60, "margin": 30, "years": 5}
    assert lifetime(**factors) is not None
    assert lifetime(**{**factors, missing: None}) is None


@given(AMOUNTS, AMOUNTS, st.floats(0, 100), st.floats(0, 60), st.floats(0, 100))
def test_margin_is_part_of_revenue_and_word_of_mouth_adds(per_year, value, margin, years, heeded):
    worth = lifetime(per_year, value, margin, years, heeded)
    assert worth.alone <= lifetime(per_year, value, None, years).alone * (1 + 1e-9)
    assert worth.together >= worth.alone


@given(st.floats(0.01, 1e12))
def test_rough_keeps_two_digits_and_the_order_of_magnitude(amount):
    shown = rough(amount)
    assert abs(shown - amount) <= 0.05 * amount * (1 + 1e-6)
    assert len(f"{shown:.12e}".split("e")[0].replace(".", "").rstrip("0")) <= 2


def test_half_rounds_up():
    assert [rough(value) for value in (405, 395, 0.25, 0)] == [410, 400, 0.25, 0]


@pytest.mark.parametrize(
    "wrong",
    [{"margin": 101}, {"margin": -1}, {"years": 61}, {"per_year": -1}, {"value": float("nan")}],
)
def test_impossible_factors_are_refused(wrong):
    with pytest.raises(ValidationError):
        Episode(**wrong)
