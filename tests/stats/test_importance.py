"""Importance against performance: four quadrants, and what cannot be placed."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.stats import drivers, importance_performance, score_mean
from cxkit.stats.importance import quadrant

IMPORTANCE = {"listening": 0.4, "waiting": 0.35, "courtesy": 0.15, "hours": 0.1}
PERFORMANCE = {
    "listening": (8.5, 0.1, 400), "waiting": (6.0, 0.1, 400), "courtesy": (8.9, 0.1, 400),
    "hours": (6.2, 0.1, 400),
}  # fmt: skip


def placed(found) -> dict[str, str]:
    return {point.item: point.quadrant for point in found.points}


def test_four_quadrants_at_the_means() -> None:
    found = importance_performance(IMPORTANCE, PERFORMANCE)
    assert placed(found) == {
        "listening": "keep", "waiting": "improve", "courtesy": "ease", "hours": "wait",
    }  # fmt: skip
    assert found.cuts == pytest.approx((0.25, 7.4))


@pytest.mark.parametrize(
    ("cut", "cuts"),
    [
        ("median", (0.25, 7.35)),
        ("midpoint", (0.25, 5.5)),
        ((0.3, 7.0), (0.3, 7.0)),
        (("median", "mean"), (0.25, 7.4)),
    ],
)
def test_cuts_are_a_choice_and_stand_in_the_result(cut, cuts) -> None:
    found = importance_performance(IMPORTANCE, PERFORMANCE, cut=cut, scale=(1, 10))
    assert found.cuts == pytest.approx(cuts)
    assert found.cut == (cut if isinstance(cut, tuple) else (cut, cut))


def test_an_interval_across_the_cut_has_no_side() -> None:
    found = importance_performance(IMPORTANCE, {**PERFORMANCE, "waiting": (6.8, 0.9, 40)})
    assert placed(found)["waiting"] == "unsure"
    assert [note.key for note in found.warnings] == ["items-unsure"]


def test_small_bases_and_missing_figures_are_left_out_with_the_reason() -> None:
    performance = {**PERFORMANCE, "waiting": (6.0, 1.5, 29), "hours": None, "app": (7, 0.1, 300)}
    found = importance_performance(IMPORTANCE, performance)
    assert found.left_out == {
        "waiting": "small-base", "hours": "no-performance", "app": "no-importance",
    }  # fmt: skip
    assert "waiting" in found.warnings[0].says("en")


def test_the_table_of_drivers_and_scores_go_in_as_they_are() -> None:
    frame = pd.DataFrame({"y": [1, 2, 3, 4, 5] * 40, "a": [1, 2, 3, 5, 4] * 40,
                          "b": [5, 4, 5, 4, 5] * 40})  # fmt: skip
    shares = drivers(frame, "y", ["a", "b"])
    scores = {name: score_mean(frame[name], scale=(1, 5)) for name in "ab"}
    found = importance_performance(shares, scores, cut="midpoint")
    assert found.cuts == (0.5, 3)
    assert placed(found) == {"a": "unsure", "b": "ease"}
    assert list(found.to_frame()["item"]) == ["a", "b"]
    assert json.loads(json.dumps(found.to_dict()))["cuts"] == [0.5, 3]


def test_two_scales_do_not_share_a_map() -> None:
    scores = {"a": score_mean([1, 2, 3] * 20, scale=(1, 5)),
              "b": score_mean([1, 2, 3] * 20, scale=(1, 10))}  # fmt: skip
    with pytest.raises(ValueError, match="different scales"):
        importance_performance({"a": 1, "b": 2}, scores)


@pytest.mark.parametrize(
    ("given_", "says"),
    [
        ({"cut": "best"}, "no cut"),
        ({"cut": "midpoint"}, "needs the scale"),
        ({"least": 1000}, "No item has both"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_plain_words(given_: dict, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        importance_performance(IMPORTANCE, PERFORMANCE, **given_)


edges = st.floats(0, 10)


@given(edges, edges, edges, edges, edges)
def test_a_side_is_told_exactly_where_the_whole_interval_lies_on_it(weight, a, b, x, y) -> None:
    low, high = min(a, b), max(a, b)
    side = quadrant(weight, low, high, (x, y))
    assert (side == "unsure") == (low <= y <= high)
    if side != "unsure":
        assert (side in ("keep", "ease")) == (low > y)
        assert (side in ("keep", "improve")) == (weight >= x)
