"""Two people change one answer: what only one changed is kept, what both changed is shown."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cxkit.workbook import merge
from cxkit.workbook.merge import Clash
from tests.workbook.generated import stored

FLAT = st.dictionaries(st.sampled_from("abc"), st.integers(0, 2) | st.none())


def ids(value: dict[str, Any]) -> list[str]:
    return [entry["id"] for entry in value["behaviours"]]


@given(FLAT, FLAT)
def test_one_sided_changes_are_all_kept(base: Any, changed: Any) -> None:
    """Fields are never taken out of an answer, so a side that lacks one has not touched it."""
    changed = {**base, **changed}
    assert merge(base, changed, base) == (changed, [])
    assert merge(base, base, changed) == (changed, [])
    assert merge(base, changed, changed) == (changed, [])


@given(FLAT, FLAT, FLAT)
def test_a_clash_shows_both_and_keeps_what_is_stored(base: Any, mine: Any, theirs: Any) -> None:
    merged, clashes = merge(base, mine, theirs)
    both = {
        name
        for name in {**mine, **theirs}
        if len({repr(side.get(name)) for side in (base, mine, theirs)}) == 3
    }
    assert {clash.name for clash in clashes} == both
    for clash in clashes:
        assert (clash.mine, clash.theirs) == (mine.get(clash.name), theirs.get(clash.name))
        assert merged[clash.name] == theirs.get(clash.name)


@given(stored(), stored(), stored())
def test_no_item_that_somebody_added_or_changed_is_lost(base: Any, mine: Any, theirs: Any) -> None:
    merged, _ = merge(base, mine, theirs)
    old = {entry["id"]: entry for entry in base["behaviours"]}
    touched = {
        entry["id"]
        for side in (mine, theirs)
        for entry in side["behaviours"]
        if old.get(entry["id"]) != entry
    }
    assert touched <= set(ids(merged))


@given(stored(), stored(), stored())
def test_items_stay_unique_and_none_is_invented(base: Any, mine: Any, theirs: Any) -> None:
    merged, _ = merge(base, mine, theirs)
    assert len(set(ids(merged))) == len(ids(merged))
    assert set(ids(merged)) <= set(ids(mine)) | set(ids(theirs))


@given(stored(), stored(), stored())
def test_an_item_deleted_by_one_and_untouched_by_the_other_is_gone(
    base: Any, mine: Any, theirs: Any
) -> None:
    merged, _ = merge(base, mine, theirs)
    old = {entry["id"]: entry for entry in base["behaviours"]}
    for gone, kept in ((mine, theirs), (theirs, mine)):
        present = {entry["id"]: entry for entry in kept["behaviours"]}
        for name, entry in old.items():
            if name not in ids(gone) and present.get(name) == entry:
                assert name not in ids(merged)


def test_items_added_on_both_sides_are_both_there() -> None:
    base = {"rows": [{"id": "a"}]}
    merged, clashes = merge(
        base, {"rows": [{"id": "a"}, {"id": "m"}]}, {"rows": [{"id": "a"}, {"id": "t"}]}
    )
    assert [row["id"] for row in merged["rows"]] == ["a", "m", "t"]
    assert clashes == []


def test_different_fields_of_one_item_go_together() -> None:
    base = {"rows": [{"id": "a", "x": 0, "y": 0}]}
    merged, clashes = merge(
        base, {"rows": [{"id": "a", "x": 1, "y": 0}]}, {"rows": [{"id": "a", "x": 0, "y": 2}]}
    )
    assert merged == {"rows": [{"id": "a", "x": 1, "y": 2}]}
    assert clashes == []


def test_the_same_field_of_one_item_is_a_clash_of_its_list() -> None:
    base = {"rows": [{"id": "a", "x": 0}]}
    mine, theirs = {"rows": [{"id": "a", "x": 1}]}, {"rows": [{"id": "a", "x": 2}]}
    merged, clashes = merge(base, mine, theirs)
    assert merged == theirs
    assert clashes == [Clash("rows", mine["rows"], theirs["rows"])]


def test_my_order_is_kept_when_only_i_moved_something() -> None:
    base = {"rows": [{"id": "a", "x": 0}, {"id": "b", "x": 0}]}
    mine = {"rows": [{"id": "b", "x": 0}, {"id": "a", "x": 0}]}
    theirs = {"rows": [{"id": "a", "x": 5}, {"id": "b", "x": 0}]}
    assert merge(base, mine, theirs)[0] == {"rows": [{"id": "b", "x": 0}, {"id": "a", "x": 5}]}
