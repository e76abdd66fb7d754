"""A person gets all that is stored about them, and can have it erased."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from cxkit.store import NotFound, Store, tables


def names_everywhere(store: Store, person: str) -> list[str]:
    """Return the tables in which an id still stands."""
    found = []
    with store._database.read() as connection:
        for table in tables.metadata.tables.values():
            rows = connection.execute(select(table)).all()
            if any(person in map(str, row) for row in rows):
                found.append(table.name)
    return found


def test_everything_about_a_person_and_nothing_of_others(store: Store) -> None:
    milan = store.classes.create("CX Milano 2026")
    anna = store.classes.join(milan.id, "Anna", secret="kept").member.person
    bea = store.classes.join(milan.id, "Bea", secret="kept").member.person
    for person, text in ((anna, "hers"), (bea, "theirs")):
        info = store.create_workbook(text, "it", person=person)
        store.save(info.id, "profile", {"company": text}, expected_revision=0, person=person)
        store.talk.comment(info.id, "profile", text, person=person)
        store.talk.vote("obstacles", {text: 1}, person=person)
        store.log.note("join", classroom=milan.id, person=person, address="127.0.0.1")
    told = store.privacy.everything(anna)
    assert told["name"] == "Anna"
    assert told["workbooks"][0]["answers"] == {"profile": {"company": "hers"}}
    text = json.dumps(told)
    assert "theirs" not in text
    assert "kept" not in text
    assert [line["action"] for line in told["log"]] == ["join"]


def test_an_erased_person_leaves_no_trace(store: Store) -> None:
    milan = store.classes.create("CX Milano 2026")
    anna = store.classes.join(milan.id, "Anna", secret="x").member.person
    bea = store.classes.join(milan.id, "Bea", secret="x").member.person
    hers = store.create_workbook("Hers", "it", person=anna)
    store.save(hers.id, "profile", {"n": 1}, expected_revision=0, person=anna)
    shared = store.teams.create(milan.id, "Team", "it", person=bea)
    store.teams.join(shared.id, person=anna)
    store.save(shared.id, "profile", {"n": 2}, expected_revision=0, person=anna)
    store.set_current(anna, shared.id)
    store.talk.comment(shared.id, "profile", "I think", person=anna)
    store.talk.vote("obstacles", {"silos": 1}, person=anna)
    store.log.note("join", classroom=milan.id, person=anna, address="10.0.0.7", detail="Anna")
    store.privacy.erase(anna)
    assert names_everywhere(store, anna) == []
    kept = store.answer(shared.id, "profile", person=bea)
    assert kept is not None
    assert kept.value == {"n": 2}
    (line,) = store.log.lines(milan.id)
    assert (line.person, line.address, line.detail) == (None, None, "")
    with pytest.raises(NotFound):
        store.privacy.erase(anna)
    with pytest.raises(NotFound):
        store.privacy.everything(anna)


def test_two_people_can_be_erased(store: Store) -> None:
    milan = store.classes.create("CX Milano 2026")
    bea = store.classes.join(milan.id, "Bea", secret="x").member.person
    shared = store.teams.create(milan.id, "Team", "it", person=bea)
    for number, name in enumerate(("Anna", "Carlo")):
        person = store.classes.join(milan.id, name, secret="x").member.person
        store.teams.join(shared.id, person=person)
        value = {"n": number}
        store.save(shared.id, "profile", value, expected_revision=number, person=person)
        store.privacy.erase(person)
    assert len(store.history(shared.id, "profile", person=bea)) == 2


def test_a_teams_workbook_outlives_who_made_it(store: Store) -> None:
    milan = store.classes.create("CX Milano 2026")
    anna, bea = (store.classes.join(milan.id, n, secret="x").member.person for n in ("Anna", "Bea"))
    alone = store.create_workbook("Hers", "it", person=anna)
    team = store.teams.create(milan.id, "Team", "it", person=anna)
    store.teams.join(team.id, person=bea)
    store.save(team.id, "profile", {"n": 1}, expected_revision=0, person=bea)
    store.privacy.erase(anna)
    assert store.existing([alone.id, team.id]) == {team.id}
    assert [name for _, name in store.teams.people(team.id, person=bea)] == ["Bea"]
    assert names_everywhere(store, anna) == []
    store.save(team.id, "profile", {"n": 2}, expected_revision=1, person=bea)
