"""Kano on answers: pairs, long and wide tables, codes, and what is none of the five replies."""

from __future__ import annotations

import json

import duckdb
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.resources import samples
from cxkit.stats import Kano, kano
from cxkit.stats.kano_table import REPLIES

PAIRS = [(1, 2), (1, 5), (2, 5), (3, 3)]
"""One answer of each: attractive, one-dimensional, must-be, indifferent."""


def of(a: int = 0, o: int = 0, m: int = 0, i: int = 0, r: int = 0, q: int = 0) -> Kano:
    return kano([(1, 2)] * a + [(1, 5)] * o + [(2, 5)] * m + [(3, 3)] * i + [(5, 1)] * r
                + [(1, 1)] * q)  # fmt: skip


def keys(found: Kano) -> list[str]:
    return [note.key for note in found.warnings]


def test_better_and_worse_are_those_of_berger_and_others() -> None:
    found = of(a=6, o=4, m=5, i=5, r=7, q=3)
    assert (found.better, found.worse) == (0.5, -0.45)
    assert (found.n, found.base) == (30, 20)
    assert found.worse_low < found.worse < found.worse_high <= 0


def test_strengths_and_fongs_test() -> None:
    found = of(m=21, o=13, i=6)
    assert found.category == "M"
    assert found.category_strength == pytest.approx(8 / 40)
    assert found.total_strength == pytest.approx(34 / 40)
    # The threshold is 1.65 * sqrt(34 * 46 / 80), which is 7.3.
    assert found.clear is True
    assert of(m=20, o=13, i=7).clear is False


@pytest.mark.parametrize(
    ("counts", "category"),
    [({"m": 5, "o": 5, "a": 5, "i": 5}, "M"), ({"o": 5, "a": 5, "i": 5}, "O"),
     ({"a": 5, "i": 5}, "A")],
)  # fmt: skip
def test_ties_go_to_what_hurts_more(counts: dict, category: str) -> None:
    found = of(**counts)
    assert found.tied
    assert found.category == category


def test_below_five_answers_there_are_no_figures() -> None:
    found = of(m=4)
    assert (found.category, found.better, found.worse, found.total_strength) == (None,) * 4
    assert keys(found) == ["kano-none"]


def test_below_thirty_answers_nothing_is_tested() -> None:
    found = of(m=29)
    assert (found.category, found.clear) == ("M", None)
    assert keys(found) == ["kano-few"]


def test_nobody_answered() -> None:
    found = kano([(None, None)] * 3)
    assert (found.n, found.missing, found.category) == (0, 3, None)


def test_only_reverse_answers_have_a_category_but_no_better_or_worse() -> None:
    found = of(r=40)
    assert (found.category, found.base, found.better, found.worse) == ("R", 0, None, None)


def test_codes_that_are_no_reply_are_counted_apart_and_named() -> None:
    found = kano([(2, 5)] * 30 + [(6, 5), (0, "x")])
    assert (found.n, found.unreadable) == (30, 2)
    (note,) = found.warnings
    assert note.values == {"n": 2, "seen": "0, 6, x"}


def test_contradictions_are_named_when_they_are_many() -> None:
    assert "kano-contradictions" in keys(of(m=40, q=5))
    assert "kano-contradictions" not in keys(of(m=40, q=4))


def test_words_numbers_and_texts_are_the_same_replies() -> None:
    written = [("È il minimo", "Non mi piace"), ("must-be", "dislike"), ("2", " 5 "), (2.0, 5)]
    assert kano(written * 3).counts["M"] == 12


def test_own_codes_take_the_place_of_the_usual_ones() -> None:
    codes = dict(zip("abcde", REPLIES, strict=True))
    found = kano([("b", "e")] * 6 + [("2", "e")], codes=codes)
    assert (found.counts["M"], found.unreadable) == (6, 1)
    with pytest.raises(ValueError, match="no reply"):
        kano([], codes={1: "love"})


def test_declared_codes_are_missing_answers() -> None:
    found = kano([(2, 5)] * 5 + [(9, 5)], missing=9)
    assert (found.n, found.missing, found.unreadable) == (5, 1, 0)


LONG = pd.DataFrame(
    {"requirement": ["news"] * 8 + ["hours"] * 6, "functional": [1] * 8 + [2] * 6,
     "dysfunctional": [2] * 7 + [None] + [5] * 6}
)  # fmt: skip


def test_a_long_table_gives_one_result_for_each_requirement() -> None:
    found = kano(LONG)
    assert {name: one.category for name, one in found.items()} == {"hours": "M", "news": "A"}
    assert found["news"].missing == 1
    assert list(found.to_frame()["requirement"]) == ["hours", "news"]
    assert json.loads(json.dumps(found.to_dict()))["hours"]["counts"]["M"] == 6
    with pytest.raises(KeyError):
        found["prices"]


def test_a_wide_table_has_two_columns_for_each_requirement() -> None:
    wide = pd.DataFrame({"n1": [1] * 6, "n2": [2] * 6, "h1": [2] * 6, "h2": [5] * 6})
    found = kano(wide, columns={"news": ("n1", "n2"), "hours": ("h1", "h2")})
    assert [(name, one.category) for name, one in found.items()] == [("news", "A"), ("hours", "M")]


def test_a_table_without_requirements_is_one() -> None:
    assert kano(LONG.iloc[8:].drop(columns="requirement")).category == "M"
    assert kano({"functional": [2] * 6, "dysfunctional": [5] * 6}).category == "M"


def test_every_engine_counts_the_same() -> None:
    whole = kano(LONG).to_dict()
    relation = duckdb.from_df(LONG)
    for frame in (pl.from_pandas(LONG), pl.from_pandas(LONG).lazy(), relation,
                  pl.from_pandas(LONG).to_arrow(), LONG.astype("string")):  # fmt: skip
        assert kano(frame).to_dict() == whole


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match="no column “absent”"):
        kano(LONG, columns=("functional", "absent"))


def test_the_samples_categories_are_the_planted_ones() -> None:
    frame = pd.read_csv(samples() / "kano_answers.csv", sep=";", encoding="utf-8-sig")
    truths = json.loads((samples() / "bank_truths.json").read_text(encoding="utf-8"))["kano"]
    found = kano(frame, requirement="requisito", columns=("se_c_e", "se_manca"))
    assert set(found) == set(truths)
    for name, planted in truths.items():
        assert found[name].clear is ("=" not in planted)
        assert found[name].category in planted.split("=")


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=60))
def test_any_answers_give_figures_within_their_bounds(pairs) -> None:
    found = kano(pairs)
    assert found.to_dict() == kano(reversed(pairs)).to_dict()
    assert sum(found.counts.values()) == found.n == len(pairs)
    if found.better is not None:
        assert 0 <= found.better_low <= found.better <= found.better_high <= 1
        assert -1 <= found.worse_low <= found.worse <= found.worse_high <= 0
