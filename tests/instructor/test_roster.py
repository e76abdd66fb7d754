"""How far everybody is, read anew only where something has changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cxkit.forms.example import sample
from cxkit.instructor.roster import Roster, presence_of
from cxkit.store import NotAllowed, Seat, Store

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path):
    with Store.create_or_upgrade(tmp_path / "x.db") as opened:
        yield opened


def join(store: Store, room: str, name: str, role: str = "participant") -> str:
    return store.classes.join(room, name, secret="x", role=role).member.person


def test_rows_show_progress_and_follow_changes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = store.classes.create("CX").id
    prof, anna = join(store, room, "Prof", "instructor"), join(store, room, "Anna")
    join(store, room, "Bea")
    bank = sample("bank", "it")
    book = store.create_workbook("Banca", "it", person=anna, answers=bank.values())
    store.set_current(anna, book.id)
    roster = Roster(store, room, prof, "it")
    first, second = roster.rows()
    assert (first.seat.name, first.complete) == ("Anna", len(bank.answers))
    assert (second.seat.name, second.complete, second.saved_at) == ("Bea", 0, None)
    read: list[str] = []
    whole = store.answers
    monkeypatch.setattr(
        store, "answers", lambda w, person: read.append(w) or whole(w, person=person)
    )
    roster.rows()
    assert read == []
    store.save(book.id, "vision-statement", {"motto": "Qui"}, expected_revision=1, person=anna)
    (changed, _) = roster.rows()
    assert read == [book.id]
    assert changed.progress["vision-statement"] == "begun"
    assert changed.complete == first.complete - 1


def test_a_closed_workbook_leaves_the_table(store: Store) -> None:
    room = store.classes.create("CX").id
    prof, anna = join(store, room, "Prof", "instructor"), join(store, room, "Anna")
    one, two = (store.create_workbook(title, "it", person=anna) for title in ("Uno", "Due"))
    for book in (one, two):
        store.save(book.id, "profile", {"company": book.title}, expected_revision=0, person=anna)
    roster = Roster(store, room, prof, "it")
    for book in (one, two):
        store.set_current(anna, book.id)
        roster.rows()
        assert list(roster.books) == [book.id]


def test_a_participant_has_no_roster(store: Store) -> None:
    room = store.classes.create("CX").id
    anna = join(store, room, "Anna")
    with pytest.raises(NotAllowed):
        Roster(store, room, anna, "it").rows()


@pytest.mark.parametrize(
    ("seen", "saved", "presence"),
    [(0, 1, "writing"), (0, 5, "here"), (0, 11, "stuck"), (9, 9, "away"), (0, None, "new")],
)
def test_presence(seen: int, saved: int | None, presence: str) -> None:
    seat = Seat("a", "Anna", NOW - timedelta(minutes=seen), "w", "Banca")
    saved_at = None if saved is None else NOW - timedelta(minutes=saved)
    assert presence_of(seat, saved_at, NOW) == presence
