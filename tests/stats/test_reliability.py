"""Cronbach's α: published figures, an independent formula, and answers that make no scale."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import f

from cxkit.stats import cronbach_alpha

ATTITUDE = pd.read_csv(Path(__file__).with_name("attitude.csv"))
"""Seven ratings of departments (S. Chatterjee, B. Price 1977): R's ``datasets::attitude``."""


def invented(k: int, n: int = 200, seed: int = 1, shared: float = 1.0) -> pd.DataFrame:
    chance = np.random.default_rng(seed)
    rows = chance.normal(size=(n, k)) + shared * chance.normal(size=(n, 1))
    return pd.DataFrame(rows, columns=[f"q{place}" for place in range(k)])


def keys(found) -> list[str]:
    return [note.key for note in found.warnings]


def test_alpha_of_the_attitude_data_is_the_published_one() -> None:
    # W. Revelle's R package psych prints these for alpha(attitude).
    found = cronbach_alpha(ATTITUDE)
    assert round(found.estimate, 2) == 0.84
    rounded = {item: round(r, 2) for item, r in found.item_totals.items()}
    assert list(rounded.values()) == [0.67, 0.74, 0.56, 0.71, 0.79, 0.27, 0.46]
    without = [round(alpha, 2) for alpha in found.without.values()]
    assert without == [0.81, 0.80, 0.83, 0.80, 0.80, 0.86, 0.84]


def test_interval_is_that_of_feldt() -> None:
    found = cronbach_alpha(ATTITUDE, confidence=0.9)
    cut = f.ppf([0.95, 0.05], 29, 29 * 6)
    low, high = 1 - (1 - found.estimate) * cut
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-12)


def test_alpha_follows_from_variances_and_covariances() -> None:
    frame = invented(4)
    covariances = frame.cov().to_numpy()
    mean_variance, off = np.trace(covariances) / 4, covariances[~np.eye(4, dtype=bool)].mean()
    assert cronbach_alpha(frame).estimate == pytest.approx(4 * off / (mean_variance + 3 * off))


def test_the_interval_holds_the_true_alpha_as_often_as_it_says() -> None:
    """Four questions with correlations of 0.5 have an α of 0.8."""
    held = 0
    for seed in range(200):
        found = cronbach_alpha(invented(4, n=60, seed=seed))
        held += found.low <= 0.8 <= found.high
    assert 181 <= held <= 199


def test_corrected_item_total_leaves_the_item_itself_out() -> None:
    frame = invented(4)
    found = cronbach_alpha(frame).item_totals["q1"]
    assert found == pytest.approx(frame["q1"].corr(frame.drop(columns="q1").sum(axis=1)))


@pytest.mark.parametrize(
    ("frame", "note"),
    [
        ({"a": [1, 2, 3]}, "no-scale"),
        ({"a": [1, 2, 3], "b": [5, 5, 5]}, "no-scale"),
        ({"a": [], "b": []}, "no-scale"),
        ({"a": [1], "b": [2]}, "no-scale"),
        ({"a": [None, None], "b": [1, 2]}, "no-scale"),
        ({"a": [1, 2, 3], "b": [3, 2, 1]}, "no-sum"),
    ],
)
def test_what_makes_no_scale_has_no_alpha_and_says_why(frame, note: str) -> None:
    found = cronbach_alpha(frame)
    assert (found.estimate, found.low, found.high) == (None, None, None)
    assert note in keys(found)


def test_a_constant_question_is_left_out_and_named() -> None:
    frame = invented(3).assign(same=4)
    found = cronbach_alpha(frame)
    assert found.items == ("q0", "q1", "q2")
    assert found.estimate == pytest.approx(cronbach_alpha(frame[["q0", "q1", "q2"]]).estimate)
    assert "constant-left-out" in keys(found)


def test_a_question_the_other_way_round_is_named() -> None:
    found = cronbach_alpha(invented(4).assign(q2=lambda one: -one["q2"]))
    assert [note.values["item"] for note in found.warnings if note.key == "reversed-item"] == ["q2"]


def test_a_question_about_something_else_is_named() -> None:
    chance = np.random.default_rng(9)
    frame = invented(4).assign(other=lambda one: chance.normal(size=len(one)) + 0.05 * one["q0"])
    assert "item-apart" in keys(cronbach_alpha(frame)) or "reversed-item" in keys(
        cronbach_alpha(frame)
    )


def test_questions_that_repeat_each_other_are_named() -> None:
    assert "repeating-items" in keys(cronbach_alpha(invented(6, shared=5.0)))


def test_rows_with_a_missing_answer_are_left_out_and_counted() -> None:
    frame = invented(3, n=150)
    frame.loc[:9, "q1"] = 99
    found = cronbach_alpha(frame, missing=99)
    assert (found.n, found.left_out) == (140, 10)
    assert found.estimate == pytest.approx(cronbach_alpha(frame.iloc[10:]).estimate)


@settings(deadline=None)
@given(st.integers(2, 6), st.integers(0, 10**6), st.permutations(range(6)))
def test_order_of_questions_and_units_do_not_matter(k: int, seed: int, order) -> None:
    frame = invented(k, n=30, seed=seed)
    names = [f"q{place}" for place in order if place < k]
    one, other = cronbach_alpha(frame), cronbach_alpha(3 * frame[names] + 7)
    assert one.estimate == pytest.approx(other.estimate)
    assert one.item_totals == pytest.approx(dict(other.item_totals))
    assert one.low <= one.estimate <= one.high <= 1


def test_polars_gives_what_pandas_gives_and_plain_data_is_json() -> None:
    found = cronbach_alpha(ATTITUDE)
    assert cronbach_alpha(pl.from_pandas(ATTITUDE).lazy()).estimate == pytest.approx(found.estimate)
    assert json.loads(json.dumps(found.to_dict()))["n"] == 30


@pytest.mark.parametrize("items", [[], ["q0", "q0"]])
def test_questions_are_named_once_and_at_all(items: list[str]) -> None:
    with pytest.raises(ValueError, match="each question once"):
        cronbach_alpha(invented(2), items)
