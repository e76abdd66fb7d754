"""Each door asks who knocks, and a closed door looks like a wall."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest

from cxkit.store import NotAllowed, NotFound, RefusedName, Store, WorkbookInfo

DOORS: dict[str, Callable[[Store, str, str], object]] = {
    "workbook": lambda s, w, p: s.workbook(w, person=p),
    "opened": lambda s, w, p: s.opened(w, person=p),
    "rename_workbook": lambda s, w, p: s.rename_workbook(w, "Mine", person=p),
    "set_language": lambda s, w, p: s.set_language(w, "en", person=p),
    "delete_workbook": lambda s, w, p: s.delete_workbook(w, person=p),
    "set_current": lambda s, w, p: s.set_current(p, w),
    "remember_place": lambda s, w, p: s.remember_place(w, "03-vision", "it", person=p),
    "answer": lambda s, w, p: s.answer(w, "profile", person=p),
    "answers": lambda s, w, p: s.answers(w, person=p),
    "save": lambda s, w, p: s.save(w, "profile", {"n": 2}, expected_revision=1, person=p),
    "save_all": lambda s, w, p: s.save_all(w, {"profile": ({"n": 2}, 1)}, person=p),
    "history": lambda s, w, p: s.history(w, "profile", person=p),
    "revision": lambda s, w, p: s.revision(w, "profile", 1, person=p),
    "restore": lambda s, w, p: s.restore(w, "profile", 1, expected_revision=1, person=p),
}


@pytest.fixture
def filled(store: Store, bank: WorkbookInfo) -> WorkbookInfo:
    store.add_person("ada", "Ada")
    store.save(bank.id, "profile", {"n": 1}, expected_revision=0)
    return store.workbook(bank.id)


@pytest.mark.parametrize("person", ["ada", "nobody", "", "OWNER", "owner' OR '1'='1", "\ud800"])
@pytest.mark.parametrize("door", DOORS)
def test_a_stranger_is_refused_and_changes_nothing(
    store: Store, filled: WorkbookInfo, door: str, person: str
) -> None:
    with pytest.raises(NotFound) as refused:
        DOORS[door](store, filled.id, person)
    with pytest.raises(NotFound) as missing:
        DOORS[door](store, "no-such-workbook", person)
    for lang in ("it", "en"):
        seen = refused.value.message(lang).replace(filled.id, "ID")
        assert seen == missing.value.message(lang).replace("no-such-workbook", "ID")
    assert store.workbook(filled.id) == filled
    assert store.answers(filled.id)["profile"].value == {"n": 1}


def test_every_method_that_takes_a_workbook_is_tried_above() -> None:
    takes_a_workbook = {
        name
        for name, method in inspect.getmembers(Store, inspect.isfunction)
        if not name.startswith("_") and "workbook" in inspect.signature(method).parameters
    }
    assert takes_a_workbook == set(DOORS)


@pytest.mark.parametrize("workbook", ["", "\x00", "\ud800", "x" * 10_000, "'; DROP TABLE person"])
@pytest.mark.parametrize("door", DOORS)
def test_a_hostile_id_finds_nothing(
    store: Store, filled: WorkbookInfo, door: str, workbook: str
) -> None:
    with pytest.raises(NotFound):
        DOORS[door](store, workbook, "owner")


@pytest.mark.parametrize("exercise", ["", "\ud800", "x" * 65, "<script>", "a b", "é", "profile\n"])
def test_an_exercise_is_a_plain_name(store: Store, bank: WorkbookInfo, exercise: str) -> None:
    with pytest.raises(RefusedName):
        store.save(bank.id, exercise, {"n": 1}, expected_revision=0)
    assert store.answers(bank.id) == {}


def test_people_see_their_own_workbooks_only(store: Store, filled: WorkbookInfo) -> None:
    hers = store.create_workbook("Hers", "en", person="ada")
    assert store.workbooks("ada") == [hers]
    assert store.workbooks() == [filled]
    assert store.workbooks("nobody") == []


def test_a_workbook_needs_a_person_who_exists(store: Store) -> None:
    with pytest.raises(NotFound):
        store.create_workbook("Whose?", "it", person="nobody")


def test_not_allowed_is_a_kind_of_not_found(store: Store, filled: WorkbookInfo) -> None:
    with pytest.raises(NotAllowed):
        store.answers(filled.id, person="ada")
    with pytest.raises(NotFound) as missing:
        store.answers("no-such-workbook")
    assert not isinstance(missing.value, NotAllowed)
