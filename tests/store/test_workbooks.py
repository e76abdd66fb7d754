"""Workbooks: made, listed, renamed, opened again where one left off, deleted."""

from __future__ import annotations

from datetime import UTC, timedelta

import pytest

from cxkit.store import (
    AlreadyThere,
    NotFound,
    Place,
    RefusedName,
    RefusedValue,
    Store,
    StoreUnavailable,
)


def test_a_new_database_has_no_workbook(store: Store) -> None:
    assert store.workbooks() == []
    assert store.current_workbook() is None


def test_a_new_workbook_says_what_it_was_made_from(store: Store, clock) -> None:
    made = store.create_workbook("Ferrovia", "it", case="railway", id="rail-1")
    assert (made.id, made.title, made.lang, made.owner, made.case) == (
        "rail-1",
        "Ferrovia",
        "it",
        "owner",
        "railway",
    )
    assert made.created_at == made.changed_at == clock.now
    assert made.created_at.utcoffset() == timedelta(0)
    assert made.place is None
    assert store.workbook("rail-1") == made


def test_moments_come_back_in_utc(store: Store, bank) -> None:
    assert store.workbook(bank.id).created_at.tzinfo == UTC


def test_ids_are_made_up_and_differ(store: Store) -> None:
    assert store.create_workbook("A", "it").id != store.create_workbook("A", "it").id


def test_an_id_is_given_once(store: Store) -> None:
    store.create_workbook("A", "it", id="same")
    with pytest.raises(AlreadyThere):
        store.create_workbook("B", "it", id="same")
    assert [one.title for one in store.workbooks()] == ["A"]


def test_the_last_changed_workbook_comes_first(store: Store) -> None:
    old, new = store.create_workbook("old", "it"), store.create_workbook("new", "it")
    assert [one.title for one in store.workbooks()] == ["new", "old"]
    store.save(old.id, "profile", {"company": "Acme"}, expected_revision=0)
    assert [one.title for one in store.workbooks()] == ["old", "new"]
    store.rename_workbook(new.id, "newer")
    assert [one.title for one in store.workbooks()] == ["newer", "old"]


def test_a_title_becomes_one_line_and_a_language_two_letters(store: Store, bank) -> None:
    assert store.rename_workbook(bank.id, " La\nbanca \x00 ").title == "La banca"
    assert store.set_language(bank.id, "en").lang == "en"
    for refused in ("", " \n ", "\x00"):
        with pytest.raises(RefusedName):
            store.rename_workbook(bank.id, refused)
    with pytest.raises(RefusedName):
        store.set_language(bank.id, "../en")
    assert store.workbook(bank.id).title == "La banca"


def test_an_import_brings_all_answers_at_once(store: Store) -> None:
    given = {"profile": {"company": "Acme"}, "vision-statement": {"motto": "Qui"}}
    made = store.create_workbook("Import", "it", answers=given)
    stored = store.answers(made.id)
    assert {key: one.value for key, one in stored.items()} == given
    assert {one.revision for one in stored.values()} == {1}
    assert [one.kind for one in store.history(made.id, "profile")] == ["import"]


def test_an_import_with_one_bad_answer_leaves_nothing(store: Store) -> None:
    with pytest.raises(RefusedValue):
        store.create_workbook("Import", "it", answers={"a": {}, "b": {"x": float("nan")}})
    assert store.workbooks() == []


def test_a_deleted_workbook_is_gone_with_its_answers(store: Store, bank) -> None:
    store.save(bank.id, "profile", {"company": "Acme"}, expected_revision=0)
    store.remember_place(bank.id, "00-start", "it")
    store.set_current("owner", bank.id)
    store.delete_workbook(bank.id)
    assert store.workbooks() == []
    assert store.current_workbook() is None
    with pytest.raises(NotFound):
        store.answers(bank.id)
    again = store.create_workbook("Again", "it", id=bank.id)
    assert store.answers(again.id) == {}
    assert again.place is None


def test_the_open_workbook_is_remembered_for_each_person(store: Store, bank) -> None:
    store.add_person("ada", "Ada")
    hers = store.create_workbook("Hers", "en", person="ada")
    store.set_current("owner", bank.id)
    store.set_current("ada", hers.id)
    store.set_current("ada", hers.id)
    assert store.current_workbook() == store.workbook(bank.id)
    assert store.current_workbook("ada") == store.workbook(hers.id, person="ada")


def test_a_person_continues_on_the_page_and_exercise_left(store: Store, bank) -> None:
    store.remember_place(bank.id, "00-start", "it")
    store.remember_place(bank.id, "03-vision", "en")
    assert store.workbook(bank.id).place == Place("03-vision", "en", None)
    store.save(bank.id, "vision-statement", {"motto": "Qui"}, expected_revision=0)
    assert store.workbooks()[0].place == Place("03-vision", "en", "vision-statement")


def test_looking_at_a_page_does_not_count_as_a_change(store: Store, bank) -> None:
    store.remember_place(bank.id, "03-vision", "it")
    assert store.workbook(bank.id).changed_at == bank.changed_at


@pytest.mark.parametrize("chapter", ["", "../etc/passwd", "<script>", "x" * 65, "é", "a\n"])
def test_a_place_is_a_plain_name(store: Store, bank, chapter: str) -> None:
    with pytest.raises(RefusedName):
        store.remember_place(bank.id, chapter, "it")


def test_a_closed_store_stays_closed(path) -> None:
    store = Store.create_or_upgrade(path)
    store.close()
    store.close()
    with pytest.raises(StoreUnavailable):
        store.workbooks()


def test_everything_is_there_after_closing(path) -> None:
    with Store.create_or_upgrade(path) as first:
        made = first.create_workbook("Banca", "it", answers={"profile": {"company": "Acme"}})
    with Store.open(path) as second:
        assert second.workbooks() == [made]
        assert second.answers(made.id)["profile"].value == {"company": "Acme"}


def test_ids_that_are_workbooks_are_told_from_those_that_are_none(store: Store) -> None:
    made = store.create_workbook("Banca", "it")
    assert store.existing([made.id, "gone", "../etc"]) == {made.id}
    assert store.existing([]) == set()
