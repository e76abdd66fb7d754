"""Counts: they add up, can be taken apart, and say what they lack."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit import ScoreCounts, count_scores, nps

ROW = st.tuples(
    st.sampled_from([2011, 2012, None]),
    st.sampled_from(["north", "south"]),
    st.integers(0, 10) | st.none(),
    st.floats(0, 10),
)
ROWS = st.lists(ROW, min_size=1, max_size=40)


def frame(rows):
    return pd.DataFrame(rows, columns=["wave", "area", "advice", "w"])


def count(rows, **more):
    return count_scores(frame(rows), "advice", by=["wave", "area"], **more)


@pytest.fixture
def counts():
    rows = [(2011, "north", 9, 1), (2011, "south", 3, 1), (2012, "north", 10, 1),
            (2012, "north", None, 1)]  # fmt: skip
    return count(rows)


def test_table_is_small_and_tidy(counts):
    table = counts.to_frame()
    assert list(table.columns) == ["wave", "area", "item", "score", "n"]
    assert table.n.sum() == 4
    assert (counts.n, counts.missing) == (3, 1)


def test_groups_stand_in_their_order(counts):
    assert counts.values("wave") == (2011, 2012)
    assert counts.values("area") == ("north", "south")
    assert counts.items == ("advice",)


def test_part_of_a_table(counts):
    assert counts.select(wave=2011).n == 2
    assert counts.select(wave=[2011, 2012], area="north").n == 2
    assert {wave: part.n for wave, part in counts.groups("wave").items()} == {2011: 2, 2012: 1}
    assert list(counts.groups("wave", "area")) == [
        (2011, "north"), (2011, "south"), (2012, "north"),
    ]  # fmt: skip


def test_keys_can_be_added_up(counts):
    by_area = counts.collapse("area")
    assert (by_area.keys, by_area.select(area="north").n) == (("area",), 2)


@pytest.mark.parametrize(
    ("wanted", "says"),
    [({"wave": 2013}, "“wave” has no 2013; it has 2011, 2012"), ({"town": 1}, "no key “town”")],
)
def test_what_is_not_there_is_named_with_what_is(counts, wanted, says):
    with pytest.raises(ValueError, match=says):
        counts.select(**wanted)


@given(ROWS, ROWS)
def test_adding_is_counting_together(first, second):
    assert count(first) + count(second) == count(first + second)


@given(ROWS, ROWS)
def test_weights_add_up_too(first, second):
    added, whole = (
        count(first, weight="w") + count(second, weight="w"),
        count(first + second, weight="w"),
    )
    assert added.labels == whole.labels
    for name in ("n", "w", "ww"):
        assert getattr(added.cells, name) == pytest.approx(getattr(whole.cells, name))


@given(ROWS, st.randoms())
def test_order_of_rows_does_not_matter(rows, chance):
    mixed = list(rows)
    chance.shuffle(mixed)
    assert count(mixed) == count(rows)


@given(ROWS)
def test_parts_add_up_to_the_whole(rows):
    counts = count(rows)
    assert sum(counts.groups("wave").values()) == counts
    assert counts.collapse() == count_scores(frame(rows), "advice")


@given(ROWS)
def test_table_can_be_written_down_and_read_again(rows):
    for counts in (count(rows), count(rows, weight="w")):
        assert ScoreCounts.from_frame(counts.to_frame()) == counts


@given(ROWS)
def test_a_figure_of_counts_is_that_of_the_answers(rows):
    answers = [row[2] for row in rows]
    assert nps(count(rows)) == nps(answers)
    assert nps(ScoreCounts.from_pairs([(one, 1) for one in answers])) == nps(answers)


def test_unlike_tables_do_not_add_up(counts):
    with pytest.raises(ValueError, match="same keys"):
        counts + counts.collapse()
    with pytest.raises(ValueError, match="weights"):
        ScoreCounts.from_pairs({9: 1}) + ScoreCounts((), (("",),), counts.cells, weighted=True)


def test_several_items_are_no_single_figure():
    answers = pd.DataFrame({"advice": [9, 10], "staff": [3, 4]})
    counts = count_scores(answers, ["advice", "staff"])
    assert nps(counts.select(item="staff")).estimate == -100
    with pytest.raises(ValueError, match="several items \\(advice, staff\\)"):
        nps(counts)


def test_weights_of_missing_answers_may_be_missing():
    answers = pd.DataFrame({"a": [9, None], "w": [2.0, np.nan]})
    assert count_scores(answers, "a", weight="w").cells.w.tolist() == [2.0, 0.0]


@pytest.mark.parametrize("weight", [-1, np.nan, np.inf])
def test_impossible_weights_are_refused(weight):
    answers = pd.DataFrame({"a": [9, 8], "t": ["x", "y"], "w": [1.0, weight]})
    for by in ((), "t"):
        with pytest.raises(ValueError, match="weight"):
            count_scores(answers, "a", by=by, weight="w")


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda data: count_scores(data, "b"), "no column “b”. There are: a, t"),
        (lambda data: count_scores(data, "a", by="town"), "no column “town”"),
        (lambda data: count_scores(data, []), "No column with scores"),
        (lambda data: count_scores(data, "t"), "“good” is not a score"),
        (lambda data: count_scores(data, "a", weight="t"), "numbers"),
        (lambda data: count_scores(data.rename(columns={"t": "item"}), "a", by="item"), "rename"),
        (lambda data: count_scores(data.set_axis(["a", "a"], axis=1), "a"), "several columns"),
        (lambda _: count_scores(7, "a"), "int is no table"),
        (lambda _: count_scores({"a": [[9], [8]]}, "a"), "cannot be counted|not a score"),
        (lambda _: count_scores("nowhere.parquet", "a"), "no file or folder"),
        (lambda _: count_scores(__file__, "a"), "is no Parquet file"),
    ],
)
def test_what_cannot_be_counted_is_refused(call, says):
    with pytest.raises(ValueError, match=says):
        call(pd.DataFrame({"a": [9, 8], "t": ["good", "bad"]}))


def test_columns_alone_are_a_table():
    counts = count_scores({"wave": [2011, 2012], "a": ["9", "8,0"]}, "a", by="wave")
    assert counts.to_frame().score.tolist() == [9, 8]


def test_empty_table_counts_nothing():
    counts = count_scores(pd.DataFrame({"a": pd.Series([], dtype="int8")}), "a")
    assert (counts.n, counts.labels) == (0, ())
    assert nps(counts).estimate is None
