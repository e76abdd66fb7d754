"""Teams: several people in one workbook, and what an instructor sees of it."""

from __future__ import annotations

import pytest

from cxkit.store import ClassInfo, NotAllowed, NotFound, Store


@pytest.fixture
def milan(store: Store) -> ClassInfo:
    return store.classes.create("CX Milano 2026")


@pytest.fixture
def people(store: Store, milan: ClassInfo) -> dict[str, str]:
    def enter(name: str, role: str = "participant") -> str:
        return store.classes.join(milan.id, name, secret="x", role=role).member.person  # type: ignore[arg-type]

    return {"anna": enter("Anna"), "bea": enter("Bea"), "prof": enter("Prof", "instructor")}


def test_a_team_writes_one_workbook(store: Store, milan: ClassInfo, people: dict[str, str]) -> None:
    bank = store.teams.create(milan.id, "Banca", "it", person=people["anna"])
    with pytest.raises(NotFound):
        store.save(bank.id, "profile", {"n": 1}, expected_revision=0, person=people["bea"])
    store.teams.join(bank.id, person=people["bea"])
    store.teams.join(bank.id, person=people["bea"])
    store.save(bank.id, "profile", {"n": 1}, expected_revision=0, person=people["bea"])
    assert store.answer(bank.id, "profile", person=people["anna"]) is not None
    assert [info.id for info in store.workbooks(people["bea"])] == [bank.id]
    names = [name for _, name in store.teams.people(bank.id, person=people["bea"])]
    assert names == ["Anna", "Bea"]
    ((info, members),) = store.teams.all(milan.id, person=people["prof"])
    assert (info.title, members) == ("Banca", ("Anna", "Bea"))


def test_who_shares_a_workbook_cannot_delete_it(
    store: Store, milan: ClassInfo, people: dict[str, str]
) -> None:
    bank = store.teams.create(milan.id, "Banca", "it", person=people["anna"])
    store.teams.join(bank.id, person=people["bea"])
    with pytest.raises(NotAllowed):
        store.delete_workbook(bank.id, person=people["bea"])
    store.teams.leave(bank.id, person=people["bea"])
    with pytest.raises(NotAllowed):
        store.answers(bank.id, person=people["bea"])
    store.delete_workbook(bank.id, person=people["anna"])


def test_a_team_is_open_to_its_class_only(
    store: Store, milan: ClassInfo, people: dict[str, str]
) -> None:
    bank = store.teams.create(milan.id, "Banca", "it", person=people["anna"])
    private = store.create_workbook("Mine", "it", person=people["anna"])
    rome = store.classes.create("CX Roma")
    carlo = store.classes.join(rome.id, "Carlo", secret="x").member.person
    for workbook, person in ((bank.id, carlo), (bank.id, "owner"), (private.id, people["bea"])):
        with pytest.raises(NotFound):
            store.teams.join(workbook, person=person)
    for person in (carlo, "nobody"):
        with pytest.raises(NotAllowed):
            store.teams.all(milan.id, person=person)
        with pytest.raises(NotAllowed):
            store.teams.create(milan.id, "Banca", "it", person=person)


def test_an_instructor_reads_every_workbook_of_the_class_and_writes_in_none(
    store: Store, milan: ClassInfo, people: dict[str, str]
) -> None:
    mine = store.create_workbook("Mine", "it", person=people["anna"])
    saved = store.save(mine.id, "profile", {"n": 1}, expected_revision=0, person=people["anna"])
    assert store.answers(mine.id, person=people["prof"])["profile"].value == {"n": 1}
    for refused in (
        lambda: store.save(mine.id, "profile", {}, expected_revision=1, person=people["prof"]),
        lambda: store.restore(mine.id, "profile", 1, expected_revision=1, person=people["prof"]),
        lambda: store.rename_workbook(mine.id, "Theirs", person=people["prof"]),
        lambda: store.delete_workbook(mine.id, person=people["prof"]),
        lambda: store.set_current(people["prof"], mine.id),
    ):
        with pytest.raises(NotAllowed):
            refused()
    assert store.teams.standings(milan.id, by=people["prof"]) == []
    store.set_current(people["anna"], mine.id)
    anna, bea = store.teams.seats(milan.id, by=people["prof"])
    assert (anna.person, anna.workbook, anna.title) == (people["anna"], mine.id, "Mine")
    assert (bea.name, bea.workbook) == ("Bea", None)
    (line,) = store.teams.standings(milan.id, by=people["prof"])
    assert (line.workbook, line.exercise, line.revision, line.saved_at) == (
        mine.id,
        "profile",
        1,
        saved.saved_at,
    )


def test_an_instructor_of_another_class_reads_nothing(
    store: Store, milan: ClassInfo, people: dict[str, str]
) -> None:
    mine = store.create_workbook("Mine", "it", person=people["anna"])
    rome = store.classes.create("CX Roma")
    other = store.classes.join(rome.id, "Prof", secret="x", role="instructor").member.person
    with pytest.raises(NotAllowed):
        store.answers(mine.id, person=other)
    with pytest.raises(NotAllowed):
        store.answers(mine.id, person=people["bea"])
