"""People whom another system vouches for."""

from __future__ import annotations

import pytest

from cxkit.store import ClassClosed, Store


def test_the_same_account_is_the_same_person(store: Store) -> None:
    room = store.classes.create("CX")
    first = store.classes.admit_known(room.id, "anna", "Anna", "participant")
    again = store.classes.admit_known(room.id, "anna", "Anna Rossi", "instructor")
    assert again.person == first.person
    assert (again.name, again.role, again.epoch) == ("Anna", "instructor", first.epoch)


def test_two_accounts_of_one_name_are_two_people(store: Store) -> None:
    room = store.classes.create("CX")
    names = [
        store.classes.admit_known(room.id, account, "Anna", "participant").name
        for account in ("a1", "a2")
    ]
    assert names == ["Anna", "Anna (a2)"]


def test_nobody_signs_in_as_them_with_a_pin(store: Store) -> None:
    room = store.classes.create("CX")
    store.classes.admit_known(room.id, "anna", "Anna", "participant")
    found = store.classes.credentials(room.id, "Anna")
    assert found is not None
    assert found[1] == ""


def test_a_closed_class_admits_instructors_only(store: Store) -> None:
    room = store.classes.create("CX")
    store.classes.close(room.id, by="owner")
    with pytest.raises(ClassClosed):
        store.classes.admit_known(room.id, "anna", "Anna", "participant")
    assert store.classes.admit_known(room.id, "prof", "Prof", "instructor").role == "instructor"
