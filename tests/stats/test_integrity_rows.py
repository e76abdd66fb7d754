"""Single interviews: one score throughout, hurry, duplicates; and what is none of these."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from cxkit.stats import Survey, integrity
from tests.stats.surveys import RATED, clean_answers, clean_survey


def found(frame, survey: Survey | None = None) -> dict[str, object]:
    return {one.key: one for one in integrity(frame, survey or clean_survey())}


def test_people_with_one_score_throughout_are_counted_by_wave() -> None:
    frame = clean_answers()
    lazy = frame.index[frame["year"] == 2020][::4]
    frame.loc[lazy, list(RATED)] = 8
    finding = found(frame)["flat"]
    assert (finding.waves, finding.severity) == ((2020,), "fault")
    assert finding.values["n"] >= 100
    assert set(frame.loc[lazy, "id"][:50]) <= set(finding.cases)


def test_people_who_really_agree_are_no_straight_liners() -> None:
    """Answers close to each other: many differ in one question, hardly fewer in none."""
    chance = np.random.default_rng(3)
    frame = clean_answers()
    for name in RATED:
        frame[name] = np.where(chance.random(len(frame)) < 0.88, 8, 7)
    assert "flat" not in found(frame)


def test_an_interviewer_who_invents_answers_is_named() -> None:
    frame = clean_answers()
    own = frame.index[(frame["who"] == "I3") & (frame["year"] == 2021)][:20]
    frame.loc[own, list(RATED)] = 7
    frame.loc[own, "seconds"] = 90
    result = found(frame)
    assert result["flat-interviewer"].unit == "I3"
    assert result["speeders-interviewer"].unit == "I3"


def test_hurried_interviews_are_counted() -> None:
    frame = clean_answers()
    fast = frame.index[frame["year"] == 2021][:12]
    frame.loc[fast, "seconds"] = 60
    finding = found(frame)["speeders"]
    assert finding.waves == (2021,)
    assert set(frame.loc[fast, "id"]) <= set(finding.cases)


def test_below_a_hundred_durations_nobody_is_called_a_speeder() -> None:
    frame = clean_answers(n=99)
    frame.loc[frame.index[::10], "seconds"] = 20
    assert "speeders" not in found(frame)


def test_repeated_numbers_and_copied_answers_are_told_apart() -> None:
    frame = clean_answers()
    copied = frame.iloc[10:14].assign(id=[f"new-{place}" for place in range(4)])
    result = found(pd.concat([frame, frame.iloc[:6], copied], ignore_index=True))
    assert result["double-ids"].values["n"] == 6
    assert result["copies"].values["n"] == 4
    assert set(result["copies"].cases) == set(copied["id"])


@pytest.mark.parametrize("start", [10**17, 0.0])
def test_respondents_may_be_numbers_even_long_ones(start) -> None:
    frame = clean_answers().assign(id=lambda one: start + np.arange(len(one)))
    assert "double-ids" not in found(frame)
    twice = pd.concat([frame, frame.iloc[:3]], ignore_index=True)
    assert found(twice)["double-ids"].values["n"] == 3


def test_respondents_without_a_number_are_nobodys_double() -> None:
    frame = clean_answers()
    frame.loc[:20, "id"] = None
    frame.loc[21:30, "id"] = " "
    assert "double-ids" not in found(frame)


def test_short_answers_that_agree_by_chance_are_no_copies() -> None:
    chance = np.random.default_rng(8)
    frame = clean_answers(n=2000)[["id", "year"]]
    items = [f"s{place}" for place in range(10)]
    for name in items:
        frame[name] = chance.choice([3, 4, 5], len(frame), p=[0.15, 0.7, 0.15])
    survey = Survey.of(dict.fromkeys(items, (1, 5)), wave="year", respondent="id")
    assert "copies" not in found(frame, survey)
