"""The base: what may be shown, and what a total and the others would give away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.stats import Base, total_is_safe, withheld, withheld_cells
from cxkit.stats.margins import MarginDifference, least_margin, most_margin

GROUPS = st.dictionaries(st.text(max_size=3), st.integers(0, 60), max_size=8)
CELLS = st.dictionaries(
    st.tuples(st.integers(2008, 2011), st.sampled_from("abc")), st.integers(0, 30), max_size=12
)


def test_a_small_group_takes_the_next_smallest_with_it():
    assert withheld({"a": 40, "b": 3, "c": 12, "d": 30}) == {"b", "c"}
    assert withheld({"a": 40, "b": 3, "c": 12}, total=False) == {"b"}


def test_two_small_groups_that_are_enough_together_hide_each_other():
    assert withheld({"a": 40, "b": 3, "c": 4}) == {"b", "c"}
    assert withheld({"a": 40, "b": 1, "c": 1}) == {"a", "b", "c"}


def test_empty_groups_hide_nobody():
    assert withheld({"a": 40, "b": 3, "c": 0, "d": 9}) == {"b", "d"}
    assert withheld({"a": 40, "b": 0}) == set()


@given(GROUPS, st.integers(1, 10))
def test_nobody_can_work_out_a_small_group(groups, least):
    hidden = withheld(groups, least)
    assert all(groups[name] >= least or not groups[name] for name in groups.keys() - hidden)
    if not total_is_safe(groups, hidden, least):
        assert hidden == {name for name, n in groups.items() if n}


@given(CELLS)
def test_every_line_of_a_crossed_table_is_safe(cells):
    hidden, safe = withheld_cells(cells, [0, 1])
    lines = [{name: n for name, n in cells.items() if name[axis] == value}
             for axis in (0, 1) for value in {name[axis] for name in cells}]  # fmt: skip
    for line in lines:
        inside = hidden & line.keys()
        everybody = {name for name, n in line.items() if n}
        assert total_is_safe(line, inside) or inside == everybody
    assert safe == all(total_is_safe(line, hidden & line.keys()) for line in lines)


@pytest.mark.parametrize(("show", "publish"), [(0, 30), (40, 30)])
def test_a_base_that_cannot_be_is_refused(show, publish):
    with pytest.raises(ValueError, match="does not work"):
        Base(publish, show)


@given(st.floats(-100, 100), st.integers(30, 10_000))
def test_least_margin_is_never_above_the_most(value, n):
    assert least_margin("nps", value, n) <= most_margin("nps", value, n) + 1e-9


def test_a_difference_as_large_as_its_margin_is_chance_one_time_in_twenty():
    assert MarginDifference(8, 8).p_value == pytest.approx(0.05)
    assert (MarginDifference(8, 0).p_value, MarginDifference(0, 0).p_value) == (0, 1)
