"""The calendar of a plan: each message on its days, nothing before it begins or after the year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.embed.calendar import add_months, plan_of, said_on
from tests.embed.answers import TODAY, audience, message, plan

RHYTHMS = ("once", "daily", "weekly", "fortnightly", "monthly", "quarterly", "half-yearly",
           "yearly")  # fmt: skip


@pytest.mark.parametrize(
    ("frequency", "times"),
    [("once", 1), ("weekly", 53), ("fortnightly", 27), ("monthly", 12), ("quarterly", 4),
     ("half-yearly", 2), ("yearly", 1), ("", 0)],
)  # fmt: skip
def test_a_year_holds_each_rhythm_so_often(frequency, times):
    laid = plan_of(plan(message(frequency=frequency, first=date(2026, 12, 1))), TODAY)
    assert laid.rows[0].total == times


def test_daily_means_working_days():
    days = list(said_on(message(frequency="daily", first=date(2026, 12, 4)), date(2026, 12, 10)))
    assert [day.day for day in days] == [4, 7, 8, 9]


def test_the_year_begins_with_the_earliest_date_else_with_this_month():
    later = message(id="n", first=date(2027, 2, 3))
    assert plan_of(plan(message(), later), TODAY).months[0] == date(2026, 12, 1)
    assert plan_of(plan(message(first=None)), TODAY).months[0] == date(2026, 11, 1)


def test_an_audience_that_no_message_names_hears_nothing():
    both = plan(message(), audiences=[audience(), audience(id="night", name="Notte")])
    rows = plan_of(both, TODAY).rows
    assert rows[1].total == 0
    assert rows[1].silence == 12
    assert rows[0].silence == 0


def test_the_last_day_that_can_be_written_still_has_a_calendar():
    assert len(plan_of(plan(message(first=date.max)), TODAY).months) == 12


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.sampled_from(RHYTHMS))
def test_days_are_in_order_and_inside_the_year(first, frequency):
    end = add_months(first, 12)
    days = list(said_on(message(first=first, frequency=frequency), end))
    assert days == sorted(set(days))
    assert all(first <= day < end for day in days)
    assert sum(plan_of(plan(message(first=first, frequency=frequency)), TODAY).rows[0].counts) > 0


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 48))
def test_a_month_later_is_never_more_than_a_month_away(day, months):
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert timedelta(0) <= later - day <= timedelta(days=31 * months)
