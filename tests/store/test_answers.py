"""Answers: saved with an expected revision, never overwritten unseen, restored from history."""

from __future__ import annotations

import pytest

from cxkit.store import Conflict, NotFound, Revision, Store, Stored, WorkbookInfo
from cxkit.store.answers import STRETCH, THIN_EVERY


def test_nothing_is_stored_at_first(store: Store, bank: WorkbookInfo) -> None:
    assert store.answer(bank.id, "profile") is None
    assert store.answers(bank.id) == {}
    assert store.history(bank.id, "profile") == []


def test_a_save_counts_up_and_can_be_read_back(store: Store, bank: WorkbookInfo, clock) -> None:
    assert store.save(bank.id, "profile", {"company": "A"}, expected_revision=0).revision == 1
    saved = store.save(bank.id, "profile", {"company": "B"}, expected_revision=1)
    assert (saved.revision, saved.saved_at, saved.value) == (2, clock.now, {"company": "B"})
    stored = Stored("profile", {"company": "B"}, 2, clock.now, "owner")
    assert store.answer(bank.id, "profile") == stored
    assert store.answers(bank.id) == {"profile": stored}
    assert store.workbook(bank.id).changed_at == clock.now


def test_the_same_value_makes_no_revision(store: Store, bank: WorkbookInfo) -> None:
    first = store.save(bank.id, "profile", {"company": "A"}, expected_revision=0)
    assert store.save(bank.id, "profile", {"company": "A"}, expected_revision=1) == first
    assert len(store.history(bank.id, "profile")) == 1


def test_a_save_repeated_after_a_lost_answer_is_acknowledged(
    store: Store, bank: WorkbookInfo
) -> None:
    first = store.save(bank.id, "profile", {"company": "A"}, expected_revision=0)
    assert store.save(bank.id, "profile", {"company": "A"}, expected_revision=0) == first


@pytest.mark.parametrize(("before", "after"), [(1, True), (1, 1.0), ("", None)])
def test_values_that_only_look_alike_are_different(
    store: Store, bank: WorkbookInfo, before: object, after: object
) -> None:
    store.save(bank.id, "profile", {"x": before}, expected_revision=0)
    assert store.save(bank.id, "profile", {"x": after}, expected_revision=1).revision == 2
    stored = store.answer(bank.id, "profile")
    assert stored is not None
    assert type(stored.value["x"]) is type(after)


def test_the_order_of_keys_is_kept(store: Store, bank: WorkbookInfo) -> None:
    store.save(bank.id, "profile", {"z": 1, "a": 2}, expected_revision=0)
    assert store.save(bank.id, "profile", {"a": 2, "z": 1}, expected_revision=1).revision == 2
    stored = store.answer(bank.id, "profile")
    assert stored is not None
    assert list(stored.value) == ["a", "z"]


def test_a_stale_save_is_refused_with_what_a_merge_needs(store: Store, bank: WorkbookInfo) -> None:
    store.save(bank.id, "profile", {"company": "A"}, expected_revision=0)
    store.save(bank.id, "profile", {"company": "B"}, expected_revision=1)
    with pytest.raises(Conflict) as caught:
        store.save(bank.id, "profile", {"company": "C"}, expected_revision=1)
    current, base = caught.value.current, caught.value.base
    assert current is not None
    assert (current.revision, current.value) == (2, {"company": "B"})
    assert base is not None
    assert (base.revision, base.value) == (1, {"company": "A"})
    assert store.answer(bank.id, "profile") == current


@pytest.mark.parametrize("expected", [0, -1, 7, 2**70])
def test_an_expected_revision_that_never_was_has_no_base(
    store: Store, bank: WorkbookInfo, expected: int
) -> None:
    store.save(bank.id, "profile", {"company": "A"}, expected_revision=0)
    with pytest.raises(Conflict) as caught:
        store.save(bank.id, "profile", {"company": "B"}, expected_revision=expected)
    assert caught.value.base is None


def test_a_revision_of_an_answer_that_is_not_there_conflicts_with_nothing(
    store: Store, bank: WorkbookInfo
) -> None:
    with pytest.raises(Conflict) as caught:
        store.save(bank.id, "profile", {"company": "A"}, expected_revision=3)
    assert caught.value.current is None


def test_exercises_and_workbooks_count_on_their_own(store: Store, bank: WorkbookInfo) -> None:
    other = store.create_workbook("Other", "en")
    store.save(bank.id, "profile", {"n": 1}, expected_revision=0)
    store.save(bank.id, "episodes", {"n": 2}, expected_revision=0)
    store.save(other.id, "profile", {"n": 3}, expected_revision=0)
    assert {key: one.value["n"] for key, one in store.answers(bank.id).items()} == {
        "profile": 1,
        "episodes": 2,
    }
    assert store.answers(other.id)["profile"].value == {"n": 3}


def test_a_fresh_revision_is_kept_for_the_pages_that_started_from_it(
    store: Store, bank: WorkbookInfo
) -> None:
    for number in range(5):
        store.save(bank.id, "profile", {"n": number}, expected_revision=number)
    lines = store.history(bank.id, "profile")
    assert [line.revision for line in lines] == [5, 4, 3, 2, 1]
    assert {(line.saved_by, line.kind, line.saves) for line in lines} == {("owner", "save", 1)}
    for number in range(5):
        kept = store.revision(bank.id, "profile", number + 1)
        assert kept is not None
        assert kept.value == {"n": number}
    assert store.revision(bank.id, "profile", 6) is None


def test_a_restore_is_a_new_revision(store: Store, bank: WorkbookInfo) -> None:
    store.save(bank.id, "profile", {"n": 1}, expected_revision=0)
    store.save(bank.id, "profile", {"n": 2}, expected_revision=1)
    restored = store.restore(bank.id, "profile", 1, expected_revision=2)
    assert (restored.revision, restored.value) == (3, {"n": 1})
    assert [line.kind for line in store.history(bank.id, "profile")] == ["restore", "save", "save"]


def test_a_restore_overwrites_nothing_unseen(store: Store, bank: WorkbookInfo) -> None:
    store.save(bank.id, "profile", {"n": 1}, expected_revision=0)
    store.save(bank.id, "profile", {"n": 2}, expected_revision=1)
    with pytest.raises(Conflict):
        store.restore(bank.id, "profile", 1, expected_revision=1)
    with pytest.raises(NotFound):
        store.restore(bank.id, "profile", 9, expected_revision=2)
    assert len(store.history(bank.id, "profile")) == 2


def _type(store: Store, clock, bank: WorkbookInfo, gaps: list[float]) -> list[Revision]:
    for number, gap in enumerate(gaps):
        clock.turn(seconds=gap - 1)
        store.save(bank.id, "profile", {"n": number}, expected_revision=number)
    return store.history(bank.id, "profile", grouped=True)


def test_two_minutes_of_typing_are_one_line_of_the_grouped_history(
    store: Store, bank: WorkbookInfo, clock
) -> None:
    lines = _type(store, clock, bank, [1, 50, 50, 30, 60, 500])
    assert [(line.revision, line.saves) for line in lines] == [(6, 1), (5, 2), (3, 3)]
    assert (lines[2].saved_at - lines[2].since).total_seconds() == 100
    assert len(store.history(bank.id, "profile")) == 6


def test_long_typing_keeps_what_its_history_shows_and_the_latest_minutes(
    store: Store, bank: WorkbookInfo, clock
) -> None:
    typed = 12 * THIN_EVERY + 1
    lines = _type(store, clock, bank, [1.0] * typed)
    kept = store.history(bank.id, "profile")
    assert len(lines) == 1 + typed // 120
    assert len(kept) < 120 + THIN_EVERY + len(lines)
    assert {line.revision for line in lines} <= {line.revision for line in kept}
    latest = [line.revision for line in kept if clock.now - line.saved_at < STRETCH]
    assert latest == list(range(typed, typed - len(latest), -1))
    assert len(latest) == 120
    assert store.answers(bank.id)["profile"].value == {"n": typed - 1}


def test_who_started_from_a_revision_that_was_thinned_out_merges_from_the_one_before(
    store: Store, bank: WorkbookInfo, clock
) -> None:
    _type(store, clock, bank, [1.0] * (8 * THIN_EVERY))
    kept = [line.revision for line in store.history(bank.id, "profile")]
    gone = next(number for number in range(1, 8 * THIN_EVERY) if number > kept[-1])
    assert gone not in kept
    with pytest.raises(Conflict) as caught:
        store.save(bank.id, "profile", {"n": -1}, expected_revision=gone)
    assert caught.value.base is not None
    assert caught.value.base.revision == kept[-1]


def test_a_restore_stands_alone_in_the_grouped_history(
    store: Store, bank: WorkbookInfo, clock
) -> None:
    _type(store, clock, bank, [1, 1])
    store.restore(bank.id, "profile", 1, expected_revision=2)
    store.save(bank.id, "profile", {"n": 9}, expected_revision=3)
    lines = store.history(bank.id, "profile", grouped=True)
    assert [(line.revision, line.kind, line.saves) for line in lines] == [
        (4, "save", 1),
        (3, "restore", 1),
        (2, "save", 2),
    ]


def test_a_clock_set_back_loses_nothing(store: Store, bank: WorkbookInfo, clock) -> None:
    store.save(bank.id, "profile", {"n": 1}, expected_revision=0)
    clock.turn(days=-400)
    store.save(bank.id, "profile", {"n": 2}, expected_revision=1)
    stored = store.answer(bank.id, "profile")
    assert stored is not None
    assert stored.value == {"n": 2}
    lines = store.history(bank.id, "profile", grouped=True)
    assert [line.revision for line in lines] == [2, 1]
