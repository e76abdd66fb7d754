"""Classes: who is in, who leads, and what ends a session."""

from __future__ import annotations

import pytest

from cxkit.store import (
    AlreadyThere,
    ChapterShut,
    ClassClosed,
    ClassInfo,
    NameTaken,
    NotAllowed,
    RefusedName,
    Store,
)
from cxkit.store.secrets import CODE_LETTERS, hashed, link_digest, matches
from tests.store.conftest import Clock


@pytest.fixture
def milan(store: Store) -> ClassInfo:
    return store.classes.create("CX Milano 2026")


def test_a_class_is_found_by_its_name_however_it_is_spelled(store: Store, milan: ClassInfo) -> None:
    assert store.classes.named("  cx  MILANO 2026 ") == milan
    assert store.classes.named("CX Roma") is None
    with pytest.raises(AlreadyThere):
        store.classes.create("cx milano 2026")
    with pytest.raises(RefusedName):
        store.classes.create("   ")


def test_a_code_can_be_read_aloud(milan: ClassInfo) -> None:
    assert len(milan.code) == 8
    assert set(milan.code) <= set(CODE_LETTERS)


def test_two_people_do_not_share_a_name(store: Store, milan: ClassInfo) -> None:
    anna = store.classes.join(milan.id, "Anna  Rossi", secret="x").member
    with pytest.raises(NameTaken):
        store.classes.join(milan.id, "anna rossi", secret="y")
    found = store.classes.credentials(milan.id, "ANNA ROSSI")
    assert found == (anna, "x")
    assert store.classes.credentials(milan.id, "Bea") is None


def test_the_same_name_in_another_class_is_another_person(store: Store, milan: ClassInfo) -> None:
    rome = store.classes.create("CX Roma")
    here = store.classes.join(milan.id, "Anna", secret="x").member
    there = store.classes.join(rome.id, "Anna", secret="y").member
    assert here.person != there.person
    assert store.classes.members(milan.id) == [here]


def test_a_personal_link_lets_in_one_person_of_one_class(store: Store, milan: ClassInfo) -> None:
    rome = store.classes.create("CX Roma")
    entered = store.classes.join(milan.id, "Anna", secret="x")
    assert store.classes.by_link(milan.id, entered.link) == entered.member
    assert store.classes.by_link(rome.id, entered.link) is None
    assert store.classes.by_link(milan.id, link_digest(entered.link)) is None
    fresh = store.classes.new_link(entered.member.person)
    assert store.classes.by_link(milan.id, entered.link) is None
    assert store.classes.by_link(milan.id, fresh) is not None


def test_another_pin_ends_sessions_and_links(store: Store, milan: ClassInfo) -> None:
    entered = store.classes.join(milan.id, "Anna", secret="x")
    again = store.classes.set_secret(entered.member.person, "y")
    assert again.member.epoch == entered.member.epoch + 1
    assert store.classes.by_link(milan.id, entered.link) is None
    assert store.classes.credentials(milan.id, "Anna") == (again.member, "y")


def test_closing_ends_participants_sessions_and_not_the_instructors(
    store: Store, milan: ClassInfo
) -> None:
    anna = store.classes.join(milan.id, "Anna", secret="x").member
    prof = store.classes.join(milan.id, "Prof", secret="x", role="instructor").member
    store.classes.close(milan.id, by=prof.person)
    epochs = {one.name: one.epoch for one in store.classes.members(milan.id)}
    assert epochs == {"Anna": anna.epoch + 1, "Prof": prof.epoch}
    with pytest.raises(ClassClosed):
        store.classes.join(milan.id, "Bea", secret="x")
    store.classes.reopen(milan.id, by="owner")
    store.classes.join(milan.id, "Bea", secret="x")


def test_only_the_instructor_locks_closes_and_starts_the_timer(
    store: Store, milan: ClassInfo, clock: Clock
) -> None:
    anna = store.classes.join(milan.id, "Anna", secret="x").member.person
    rome = store.classes.create("CX Roma")
    other = store.classes.join(rome.id, "Prof", secret="x", role="instructor").member.person
    for person in (anna, other, "nobody", "\ud800"):
        for deed in (
            lambda by: store.classes.lock(milan.id, "03-vision", by=by),
            lambda by: store.classes.unlock(milan.id, "03-vision", by=by),
            lambda by: store.classes.close(milan.id, by=by),
            lambda by: store.classes.reopen(milan.id, by=by),
            lambda by: store.classes.set_timer(milan.id, clock(), by=by),
            lambda by: store.teams.standings(milan.id, by=by),
            lambda by: store.teams.seats(milan.id, by=by),
        ):
            with pytest.raises(NotAllowed):
                deed(person)
    assert store.classes.get(milan.id) == milan


def test_chapters_are_locked_and_opened(store: Store, milan: ClassInfo) -> None:
    for _ in range(2):
        store.classes.lock(milan.id, "03-vision", by="owner")
    assert store.classes.locked(milan.id) == {"03-vision"}
    store.classes.unlock(milan.id, "03-vision", by="owner")
    assert store.classes.locked(milan.id) == frozenset()
    with pytest.raises(RefusedName):
        store.classes.lock(milan.id, "../etc", by="owner")


def test_only_the_instructor_writes_in_a_closed_chapter(store: Store, milan: ClassInfo) -> None:
    anna = store.classes.join(milan.id, "Anna", secret="x").member.person
    prof = store.classes.join(milan.id, "Prof", secret="y", role="instructor").member.person
    books = {person: store.create_workbook("Ours", "en", person=person).id
             for person in (anna, prof)}  # fmt: skip

    def write(person: str, motto: str, revision: int, chapter: str = "03-vision") -> None:
        store.save(
            books[person], "vision-statement", {"motto": motto}, expected_revision=revision,
            person=person, chapter=chapter,
        )  # fmt: skip

    write(anna, "Near", 0)
    store.classes.lock(milan.id, "03-vision", by="owner")
    with pytest.raises(ChapterShut):
        write(anna, "Nearer", 1)
    with pytest.raises(ChapterShut):
        store.restore(
            books[anna], "vision-statement", 1, expected_revision=1, person=anna,
            chapter="03-vision",
        )  # fmt: skip
    both = {"profile": ({"company": "Us"}, 0), "vision-statement": ({"motto": "Nearer"}, 1)}
    with pytest.raises(ChapterShut):
        store.save_all(books[anna], both, person=anna, chapters=["00-start", "03-vision"])
    assert store.answers(books[anna], person=anna).keys() == {"vision-statement"}
    write(anna, "Elsewhere", 1, chapter="05-journey")
    write(prof, "Mine", 0)
    store.classes.unlock(milan.id, "03-vision", by="owner")
    write(anna, "Nearer", 2)


def test_being_there_is_noted_now_and_then(store: Store, milan: ClassInfo, clock: Clock) -> None:
    anna = store.classes.join(milan.id, "Anna", secret="x").member
    store.classes.seen(anna)
    assert store.classes.member(anna.person) == anna
    clock.turn(minutes=1)
    store.classes.seen(anna)
    later = store.classes.member(anna.person)
    assert later is not None
    assert later.seen_at > anna.seen_at


def test_a_secret_is_not_what_was_typed(store: Store) -> None:
    kept = hashed("2706")
    assert "2706" not in kept
    assert kept != hashed("2706")
    assert not matches("2706", "")
    assert not matches("2706", "scrypt$=$=")
