"""A class is kept for as long as was said, and its erasure leaves nothing behind."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from cxkit.store import OWNER, ClassInfo, NotAllowed, RefusedDays, Store, tables
from tests.store.conftest import Clock

WORD = "riconoscibilissimo"


def filled(store: Store, name: str = "CX Milano 2026") -> tuple[ClassInfo, str]:
    """Make a class in which one person has left something in every table."""
    room = store.classes.create(name)
    anna = store.classes.join(room.id, "Anna", secret="x").member.person
    bea = store.classes.join(room.id, "Bea", secret="x", role="instructor").member.person
    team = store.teams.create(room.id, WORD, "it", person=anna)
    store.save(team.id, "profile", {"company": WORD}, expected_revision=0, person=anna)
    store.set_current(anna, team.id)
    store.remember_place(team.id, "03-vision", "it", person=anna)
    store.talk.comment(team.id, "profile", WORD, person=bea)
    store.talk.vote("obstacles", {"silos": 1}, person=anna)
    store.classes.lock(room.id, "05-journey", by=OWNER)
    store.log.note("join", classroom=room.id, person=anna, address="10.0.0.7", detail=WORD)
    store.log.note("wrong code", classroom=room.id, address="10.0.0.8")
    return room, anna


def everything(store: Store) -> str:
    """Return all that stands in any table."""
    with store._database.read() as connection:
        return str([connection.execute(select(t)).all() for t in tables.metadata.sorted_tables])


def test_the_period_runs_from_the_closing(store: Store, clock: Clock) -> None:
    room, _ = filled(store)
    store.retention.keep(room.id, 30, by=OWNER)
    store.classes.close(room.id, by=OWNER)
    closed = store.classes.get(room.id).closed_at
    kept = store.retention.of(room.id)
    assert closed is not None
    assert (kept.since, kept.until) == (closed, closed + timedelta(days=30))
    clock.turn(days=29)
    assert not store.retention.of(room.id).is_over
    clock.turn(days=1)
    assert store.retention.of(room.id).is_over


def test_a_class_that_nobody_closed_is_kept_from_when_somebody_was_last_there(
    store: Store, clock: Clock
) -> None:
    room, anna = filled(store)
    store.retention.keep(room.id, 30, by=OWNER)
    clock.turn(days=20)
    there = store.classes.member(anna)
    assert there is not None
    store.classes.seen(there)
    clock.turn(days=20)
    assert not store.retention.of(room.id).is_over
    clock.turn(days=20)
    assert store.retention.of(room.id).is_over


def test_without_a_period_nothing_is_ever_over(store: Store, clock: Clock) -> None:
    room, _ = filled(store)
    store.classes.close(room.id, by=OWNER)
    clock.turn(days=10_000)
    (kept,) = store.retention.all()
    assert (kept.days, kept.until, kept.is_over) == (None, None, False)


def test_an_expired_class_leaves_its_name_and_nothing_of_its_people(
    store: Store, clock: Clock
) -> None:
    room, anna = filled(store)
    other, _ = filled(store, "CX Roma 2026")
    before = everything(store).count(WORD)
    assert store.retention.expire(room.id) == 2
    left = everything(store)
    assert anna not in left
    assert "10.0.0.7" in left, "the other class's log stays"
    assert left.count(WORD) == before / 2
    assert store.classes.members(room.id) == []
    assert store.classes.get(room.id).closed_at is not None
    lines = store.log.lines(room.id)
    assert [line.action for line in lines] == ["expire", "wrong code", "join"]
    assert {(line.person, line.address) for line in lines} == {(None, None)}
    assert len(store.classes.members(other.id)) == 2
    clock.turn(days=4000)
    assert not store.retention.of(room.id).is_over


@pytest.mark.parametrize("days", [0, -1, 3651, True, 1.5, "30"])
def test_an_odd_period_is_refused(store: Store, days: object) -> None:
    room = store.classes.create("CX Milano 2026")
    with pytest.raises(RefusedDays, match="3650"):
        store.retention.keep(room.id, days, by=OWNER)  # type: ignore[arg-type]
    assert store.retention.of(room.id).days is None


def test_a_participant_sets_no_period(store: Store) -> None:
    room, anna = filled(store)
    with pytest.raises(NotAllowed):
        store.retention.keep(room.id, 3650, by=anna)


def test_what_was_erased_stands_in_no_file_any_more(path: Path) -> None:
    with Store.create_or_upgrade(path) as store:
        room, anna = filled(store)
        store.retention.expire(room.id)
        assert anna.encode() not in whole(path)
        assert WORD.encode() not in whole(path)


def test_an_erased_person_stands_in_no_file_any_more(path: Path) -> None:
    with Store.create_or_upgrade(path) as store:
        _, anna = filled(store)
        store.privacy.erase(anna)
        assert anna.encode() not in whole(path)


def whole(path: Path) -> bytes:
    """Return the bytes of the database and of what lies beside it."""
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
