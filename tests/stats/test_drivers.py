"""What drives an outcome: held against published figures and against ordinary regressions."""

from __future__ import annotations

from itertools import permutations
from math import isnan
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from cxkit.resources import samples
from cxkit.stats import driver_notes, drivers
from cxkit.stats.relative import explained, johnson, lmg

SWISS = pd.read_csv(Path(__file__).with_name("swiss.csv"))
"""Fertility in 47 Swiss districts, 1888: the data of R's ``datasets::swiss``."""
ITEMS = list(SWISS.columns[1:])


def invented(p: int, n: int = 400, seed: int = 1) -> pd.DataFrame:
    chance = np.random.default_rng(seed)
    rows = chance.normal(size=(n, p + 1)) + chance.normal(size=(n, 1))
    return pd.DataFrame(rows, columns=["y", *(f"x{place}" for place in range(p))])


def keys(found: pd.DataFrame) -> list[str]:
    return [note.key for note in driver_notes(found)]


def by_all_orders(frame: pd.DataFrame, outcome: str, items: list[str]) -> dict[str, float]:
    """Average the gain of R² over all orders, each regression fitted anew by statsmodels."""
    known: dict[frozenset, float] = {frozenset(): 0.0}
    for order in permutations(items):
        for size in range(1, len(order) + 1):
            chosen = frozenset(order[:size])
            if chosen not in known:
                x = sm.add_constant(frame[sorted(chosen)])
                known[chosen] = sm.OLS(frame[outcome], x).fit().rsquared
    orders = list(permutations(items))
    return {
        item: np.mean([known[frozenset(order[: order.index(item) + 1])]
                       - known[frozenset(order[: order.index(item)])] for order in orders])
        for item in items
    }  # fmt: skip


def test_lmg_of_the_swiss_data_is_the_published_one() -> None:
    # U. Grömping, Journal of Statistical Software 17 (2006) 1: relaimpo's output for this model.
    found = drivers(SWISS, "fertility", ITEMS).set_index("item")["importance"]
    published = {
        "agriculture": 0.05709122, "examination": 0.17117303, "education": 0.26013468,
        "catholic": 0.10557015, "infant_mortality": 0.11276592,
    }  # fmt: skip
    assert found.to_dict() == pytest.approx(published, abs=1e-8)


def test_lmg_is_the_mean_over_all_orders_of_ordinary_regressions() -> None:
    frame = invented(5)
    items = list(frame.columns[1:])
    found = drivers(frame, "y", items).set_index("item")["importance"].to_dict()
    assert found == pytest.approx(by_all_orders(frame, "y", items), abs=1e-12)


def test_two_relative_weights_are_those_of_both_methods() -> None:
    """With two drivers Johnson's weights and LMG are the same (Thomas et al. 2014)."""
    frame = invented(2)
    one = drivers(frame, "y", ["x0", "x1"])["importance"]
    assert one.to_numpy() == pytest.approx(
        drivers(frame, "y", ["x0", "x1"], "johnson")["importance"].to_numpy()
    )


def test_relative_weights_come_from_the_nearest_uncorrelated_drivers() -> None:
    """The same by singular values of the standardised answers, as Johnson (2000) writes it."""
    frame = invented(6)
    x = frame.iloc[:, 1:].apply(lambda one: (one - one.mean()) / one.std(ddof=0)).to_numpy()
    y = ((frame["y"] - frame["y"].mean()) / frame["y"].std(ddof=0)).to_numpy()
    left, _values, right = np.linalg.svd(x, full_matrices=False)
    nearest = left @ right
    weights = ((nearest.T @ x / np.sqrt(len(x))) ** 2).T @ ((nearest.T @ y) ** 2 / len(x))
    found = drivers(frame, "y", list(frame.columns[1:]), "johnson").set_index("item")["importance"]
    assert found[list(frame.columns[1:])].to_numpy() == pytest.approx(weights)


@pytest.mark.parametrize("method", ["lmg", "johnson"])
def test_importance_sums_to_r2_and_share_to_one(method: str) -> None:
    found = drivers(SWISS, "fertility", ITEMS, method)
    fit = sm.OLS(SWISS["fertility"], sm.add_constant(SWISS[ITEMS])).fit()
    assert list(found.columns) == ["item", "importance", "share"]
    assert found["importance"].sum() == pytest.approx(fit.rsquared)
    assert found["share"].sum() == pytest.approx(1)
    assert found.attrs["r2"] == pytest.approx(fit.rsquared)
    assert found.attrs["r2_adjusted"] == pytest.approx(fit.rsquared_adj)


correlations = st.integers(1, 7).flatmap(
    lambda p: st.tuples(st.just(p), st.integers(0, 2**32 - 1), st.integers(1, p + 1))
)


@settings(deadline=None)
@given(correlations, st.permutations(range(7)))
def test_any_correlations_share_r2_out_whatever_the_order(drawn, order) -> None:
    p, seed, rank = drawn
    rows = np.random.default_rng(seed).normal(size=(rank, p + 1))
    whole = np.corrcoef(np.vstack([rows, -rows, 0.3 * np.eye(p + 1)]).T)
    x, y = whole[:p, :p], whole[:p, p]
    r2 = float(y @ np.linalg.pinv(x) @ y)
    order = [place for place in order if place < p]
    for method in (lmg, johnson):
        found = method(x, y)
        assert found.sum() == pytest.approx(r2, abs=1e-9)
        assert (found >= -1e-12).all()
        assert method(x[np.ix_(order, order)], y[order]) == pytest.approx(found[order], abs=1e-9)


def test_every_subset_is_explained_as_a_regression_explains_it() -> None:
    subset = [ITEMS[0], ITEMS[3], ITEMS[4]]
    whole = SWISS[[*ITEMS, "fertility"]].corr().to_numpy()
    fit = sm.OLS(SWISS["fertility"], sm.add_constant(SWISS[subset])).fit()
    assert explained(whole[:5, :5], whole[:5, 5])[0b11001] == pytest.approx(fit.rsquared)


def test_twenty_drivers_are_exact_and_twenty_one_are_shown_the_way_out() -> None:
    frame = invented(21)
    items = list(frame.columns[1:])
    found = drivers(frame, "y", items[:20])
    assert found["importance"].sum() == pytest.approx(found.attrs["r2"])
    with pytest.raises(ValueError, match=r"at most 20 items, and 21 were named.*johnson"):
        drivers(frame, "y", items)
    assert len(drivers(frame, "y", items, "johnson")) == 21


def test_one_driver_explains_its_squared_correlation() -> None:
    found = drivers(SWISS, "fertility", ["education"])
    r = SWISS["fertility"].corr(SWISS["education"])
    assert found["importance"].tolist() == pytest.approx([r**2])
    assert found["share"].tolist() == [1]


@pytest.mark.parametrize("method", ["lmg", "johnson"])
def test_twins_share_alike_and_are_named(method: str) -> None:
    frame = invented(3).assign(twin=lambda one: one["x0"])
    found = drivers(frame, "y", ["x0", "x1", "x2", "twin"], method)
    shares = found.set_index("item")["importance"]
    assert shares["x0"] == pytest.approx(shares["twin"])
    assert shares.sum() == pytest.approx(drivers(frame, "y", ["x0", "x1", "x2"]).attrs["r2"])
    (note,) = [one for one in driver_notes(found) if one.key == "alike-items"]
    assert note.values["items"] == "x0, twin"


def test_nearly_the_same_items_are_named() -> None:
    chance = np.random.default_rng(3)
    frame = invented(2).assign(close=lambda one: one["x0"] + 0.1 * chance.normal(size=len(one)))
    assert "alike-items" in keys(drivers(frame, "y", ["x0", "x1", "close"]))
    assert "alike-items" not in keys(drivers(frame, "y", ["x0", "x1"]))


def test_a_constant_item_explains_nothing_and_is_named() -> None:
    frame = invented(2).assign(same=7)
    found = drivers(frame, "y", ["x0", "same", "x1"])
    assert found.iloc[-1].to_list() == ["same", 0, 0]
    assert "constant-item" in keys(found)


def test_where_nothing_is_explained_there_are_no_shares() -> None:
    frame = {"y": [1, 2, 3, 4], "x": [5, 5, 5, 5]}
    found = drivers(frame, "y", ["x"])
    assert found["importance"].tolist() == [0]
    assert isnan(found["share"][0])
    assert "explains-nothing" in keys(found)


def test_noise_is_told_to_explain_nothing() -> None:
    chance = np.random.default_rng(5)
    frame = pd.DataFrame(chance.normal(size=(120, 4)), columns=list("yabc"))
    found = drivers(frame, "y", list("abc"))
    assert found.attrs["r2_adjusted"] <= 0.02
    assert ("explains-nothing" in keys(found)) == (found.attrs["r2_adjusted"] <= 0)


def test_an_item_against_the_outcome_is_named() -> None:
    found = drivers(SWISS, "fertility", ITEMS)
    named = [one.values["item"] for one in driver_notes(found) if one.key == "against-outcome"]
    assert named == ["examination", "education"]


def test_people_who_skipped_a_question_are_left_out_and_counted() -> None:
    frame = invented(2, n=100)
    frame.loc[:9, "x0"] = np.nan
    frame.loc[10:14, "x1"] = 99
    found = drivers(frame, "y", ["x0", "x1"], missing=99)
    assert (found.attrs["n"], found.attrs["left_out"]) == (85, 15)
    whole = drivers(frame.iloc[15:], "y", ["x0", "x1"])
    pd.testing.assert_frame_equal(found, whole)


def test_few_answers_are_warned_of() -> None:
    assert "few-for-drivers" in keys(drivers(invented(3, n=59), "y", ["x0", "x1", "x2"]))
    assert "few-for-drivers" not in keys(drivers(invented(3, n=60), "y", ["x0", "x1", "x2"]))


@pytest.mark.parametrize(
    ("frame", "items", "says"),
    [
        ({"y": [1, 2, 3, 4, 5]}, ["x"], "no column “x”"),
        ({"y": [1, 2, 3, 4, 5]}, [], "No items"),
        ({"y": [1, 2, 3], "x": [1, 3, 2]}, ["y"], "named twice"),
        ({"y": [1, 2], "x": [1, 3]}, ["x"], "Only 2 people.*at least 3"),
        ({"y": [None] * 4, "x": [1, 2, 3, 4]}, ["x"], "Only 0 people"),
        ({"y": [5] * 4, "x": [1, 2, 3, 4]}, ["x"], "the same score, 5"),
        ({"y": [1, 2, 3, 4], "x": ["a", "b", "c", "d"]}, ["x"], "not a score"),
    ],
)
def test_what_cannot_be_shared_out_is_refused_in_plain_words(frame, items, says) -> None:
    with pytest.raises(ValueError, match=says):
        drivers(frame, "y", items)


def test_an_unknown_method_names_those_there_are() -> None:
    with pytest.raises(ValueError, match="“lmg” or “johnson”"):
        drivers(SWISS, "fertility", ITEMS, "pratt")


def test_weights_count_like_people() -> None:
    frame = invented(3, n=200).assign(w=lambda one: np.arange(len(one)) % 3)
    doubled = frame.loc[frame.index.repeat(frame["w"])]
    pd.testing.assert_frame_equal(
        drivers(frame, "y", ["x0", "x1", "x2"], weight="w"),
        drivers(doubled, "y", ["x0", "x1", "x2"]),
    )


def test_a_negative_weight_is_refused() -> None:
    frame = invented(1, n=50).assign(w=-1.0)
    with pytest.raises(ValueError, match="0 or more"):
        drivers(frame, "y", ["x0"], weight="w")


def test_intervals_of_shares_hold_them_and_come_again() -> None:
    found = drivers(SWISS, "fertility", ITEMS, bootstrap=60)
    assert (found["low"] <= found["share"]).all()
    assert (found["share"] <= found["high"]).all()
    again = drivers(SWISS, "fertility", ITEMS, bootstrap=60)
    pd.testing.assert_frame_equal(found, again)


def test_polars_parts_and_files_give_what_pandas_gives(tmp_path: Path) -> None:
    whole = drivers(SWISS, "fertility", ITEMS)
    SWISS.to_parquet(tmp_path / "swiss.parquet")
    for frame in (
        pl.from_pandas(SWISS),
        pl.from_pandas(SWISS).lazy(),
        [SWISS.iloc[:10], SWISS.iloc[10:]],
        tmp_path / "swiss.parquet",
        SWISS.astype(str),
    ):
        pd.testing.assert_frame_equal(drivers(frame, "fertility", ITEMS), whole)


def test_the_table_can_be_written_to_a_file_with_what_belongs_to_it(tmp_path: Path) -> None:
    found = drivers(SWISS, "fertility", ITEMS)
    found.to_parquet(tmp_path / "found.parquet")
    assert pd.read_parquet(tmp_path / "found.parquet").attrs["n"] == 47


def test_what_was_planted_in_the_bank_is_found() -> None:
    bank = pd.read_parquet(samples() / "bank_waves.parquet")
    items = [name for name in bank if name.startswith(("prodotti", "servizio", "persone"))]
    found = drivers(bank[bank["onda"] != 2014], "soddisfazione", items)
    assert found["item"][:3].tolist() == ["persone_ascolto", "servizio_tempi", "prodotti_chiarezza"]
    assert keys(found) == []
