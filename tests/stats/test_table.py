"""A measure for many groups at once is that of each, and keeps small groups to itself."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit import ces, count_scores, csat, nps, score_mean, scores_by
from cxkit.stats.measures import Measure

ROWS = st.lists(
    st.tuples(st.integers(2008, 2011), st.sampled_from("ab"), st.integers(1, 5) | st.none()),
    min_size=1, max_size=60,
)  # fmt: skip
MEASURES = {"nps": nps, "csat": lambda data: csat(data, scale=5), "ces": ces, "mean": score_mean}


def frame(rows):
    return pd.DataFrame(rows, columns=["wave", "area", "score"])


@pytest.mark.parametrize("name", MEASURES)
@given(rows=ROWS)
def test_each_group_has_the_figure_it_has_alone(name, rows):
    data = frame(rows)
    table = scores_by(
        count_scores(data, "score", by=["wave", "area"]), "wave", "area", measure=name
    )
    for wave, area in table:
        own = data[(data.wave == wave) & (data.area == area)].score
        alone, together = MEASURES[name](own), table[wave, area]
        for field in ("estimate", "low", "high", "se", "n", "missing", "distribution", "method"):
            assert getattr(together, field) == getattr(alone, field)


def test_other_keys_are_added_up():
    data = frame([(2008, "a", 5), (2008, "b", 1)] * 30)
    counts = count_scores(data, "score", by=["wave", "area"])
    assert scores_by(counts, "wave", measure="mean")[2008].estimate == 3


def test_items_can_be_the_groups():
    data = pd.DataFrame({"desk": [10, 9] * 30, "app": [3, 7] * 30})
    table = scores_by(count_scores(data, ["desk", "app"]), "item")
    assert (table["desk"].estimate, table["app"].estimate) == (100, -50)
    with pytest.raises(ValueError, match="several items"):
        scores_by(count_scores(data, ["desk", "app"]))


def test_without_keys_there_is_one_total():
    table = scores_by(count_scores(frame([(2008, "a", 5)] * 30), "score", by="wave"))
    assert [table[label].n for label in table] == [30]


def test_small_groups_leave_neither_picture_nor_file():
    data = frame([(2008, "a", 5)] * 50 + [(2008, "b", 1)] * 3 + [(2008, "c", 2)] * 40)
    table = scores_by(count_scores(data, "score", by="area"), "area", measure="mean")
    assert table.hidden == {"b", "c"}
    written = table.to_frame().set_index("area")
    assert written.loc[["b", "c"], ["estimate", "n"]].isna().all(axis=None)
    assert written.loc["a", "n"] == 50
    assert [row["n"] for row in table.to_dict()["rows"]] == [50, None, None]


def test_standings_of_groups():
    data = frame([(2008, "a", 5)] * 50 + [(2009, "a", 1)] * 10)
    table = scores_by(count_scores(data, "score", by="wave"), "wave", measure="mean")
    assert [table.standing(wave) for wave in table] == ["publish", "show"]


def test_scale_box_and_interval_are_a_choice():
    data = frame([(2008, "a", 7)] * 20 + [(2008, "a", 6)] * 20)
    kind = Measure("csat", "share", (1, 7), box=1, interval="exact")
    table = scores_by(count_scores(data, "score", by="wave"), "wave", measure=kind)
    assert (table[2008].estimate, table[2008].method) == (0.5, "exact")


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda counts: scores_by(counts, "town"), "no key “town”"),
        (lambda counts: scores_by(counts, "wave", measure="smile"), "no measure “smile”"),
        (lambda counts: scores_by(counts, "wave")[1999], "no 1999; it has 2008"),
        (lambda counts: scores_by(counts, "wave", measure=Measure("ces", "mean", (1, 4))), "to 4"),
    ],
)
def test_what_cannot_be_computed_is_refused(call, says):
    with pytest.raises(ValueError, match=says):
        call(count_scores(frame([(2008, "a", 5)]), "score", by="wave"))


def test_weighted_groups_have_their_effective_bases():
    data = frame([(2008, "a", 5), (2008, "a", 1), (2009, "a", 3)] * 20)
    data["w"] = np.tile([1.0, 3.0, 2.0], 20)
    table = scores_by(count_scores(data, "score", by="wave", weight="w"), "wave", measure="mean")
    assert table[2008].estimate == pytest.approx(2)
    assert (table[2008].n, table[2008].n_eff) == (40, pytest.approx(80**2 / 200))
