"""Whether a gap is larger than noise, within it, or cannot be judged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.core.context import Context
from cxkit.cycle import Gap, Malma
from cxkit.cycle.gaps import read_gap, read_gaps
from cxkit.cycle.gauge import gauge_of
from cxkit.kpi import Kpi, KpiPlan

WHOLE = {"margin_before": 6, "margin_now": 8, "base_before": 190, "base_now": 210}
figures = st.floats(-1000, 1000).map(lambda value: round(value, 2))
margins = st.floats(0, 100).map(lambda value: round(value, 2))
ways = st.sampled_from(["higher", "lower"])


def read(**fields):
    return read_gap(Gap(**fields), Context())


@pytest.mark.parametrize(("now", "verdict"), [(60, "within"), (61, "larger"), (39, "larger")])
def test_the_margins_of_two_waves_add_like_the_sides_of_a_right_triangle(now, verdict):
    change = read(before=50, now=now, better="higher", **WHOLE).change
    assert change.margin == 10
    assert change.verdict == verdict


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("base_before", None, "no-base"),
        ("base_now", None, "no-base"),
        ("base_now", 29, "small-base"),
        ("margin_before", None, "no-margin"),
    ],
)
def test_nothing_is_claimed_without_base_and_margin(field, value, reason):
    change = read(before=10, now=90, better="higher", **{**WHOLE, field: value}).change
    assert (change.verdict, change.reason) == ("unknown", reason)
    assert not change.is_better


def test_a_base_just_large_enough_is_judged():
    change = read(before=10, now=90, **{**WHOLE, "base_now": 30}).change
    assert change.verdict == "larger"


def test_without_a_direction_a_change_is_neither_better_nor_worse():
    change = read(before=10, now=90, **WHOLE).change
    assert change.gain is None
    assert not change.is_better
    assert not change.is_worse


def test_a_waiting_time_that_rises_is_worse():
    reading = read(before=10, now=40, target=5, better="lower", **WHOLE)
    assert reading.change.is_worse
    assert reading.way.is_worse
    assert reading.is_reached is False


def test_against_a_target_only_the_margin_of_now_counts():
    way = read(now=50, target=57, better="higher", margin_now=8, base_now=90).way
    assert (way.margin, way.verdict) == (8, "within")


def test_a_gap_within_noise_and_near_its_target_does_not_call():
    near = {"before": 50, "now": 52, "better": "higher", **WHOLE}
    assert not read(target=55, **near).calls
    assert read(target=90, **near).calls


def test_unit_direction_and_target_come_from_the_measure_where_they_are_open():
    plan = KpiPlan(kpis=[Kpi(id="k1", unit="days", better="lower", target=2)])
    context = Context.of(plan, Malma(gaps=[Gap(id="g1", kpi="k1"), Gap(id="g2", kpi="k1",
                                           unit="hours", better="higher", target=3)]))  # fmt: skip
    left, written = read_gaps(context).values()
    assert (left.unit, left.better, left.target) == ("days", "lower", 2)
    assert (written.unit, written.better, written.target) == ("hours", "higher", 3)


def test_a_target_of_zero_is_a_target():
    plan = KpiPlan(kpis=[Kpi(id="k1", target=9)])
    reading = read_gap(Gap(kpi="k1", target=0, now=1), Context.of(plan))
    assert reading.target == 0


def test_among_many_gaps_one_just_beyond_its_margin_is_left_in_peace():
    just = {"before": 50, "now": 60.5, "better": "higher", **WHOLE}
    still = {"before": 50, "now": 50, "better": "higher", **WHOLE}
    alone = Context.of(Malma(gaps=[Gap(id="g1", **just)]))
    among = Context.of(Malma(gaps=[Gap(id="g1", **just), *(Gap(id=f"s{n}", **still)
                                                            for n in range(9))]))  # fmt: skip
    assert read_gaps(alone)["g1"].change.verdict == "larger"
    change = read_gaps(among)["g1"].change
    assert (change.verdict, change.reason) == ("within", "many")


@given(st.one_of(st.none(), figures), figures, figures, ways, margins)
def test_on_the_line_whatever_is_better_lies_to_the_right(before, now, target, way, m):
    gauge = gauge_of(read(before=before, now=now, target=target, better=way, margin_now=m))
    places = [gauge.now, gauge.target, *(gauge.band or ())]
    assert all(0 <= place <= 100 for place in places)
    ahead = target > now if way == "higher" else target < now
    if ahead:
        assert gauge.target >= gauge.now
