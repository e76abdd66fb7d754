"""One person cannot fill what all share; whoever works alone has no such limits."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cxkit.store import OWNER, RefusedComment, Store, TooMany, answers, limits
from tests.store.conftest import Clock


def test_comments_are_bounded_by_the_minute_and_by_the_workbook(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    milan = store.classes.create("CX Milano 2026")
    anna = store.classes.join(milan.id, "Anna", secret="x").member.person
    book = store.create_workbook("Hers", "it", person=anna)
    for number in range(limits.COMMENTS_A_MINUTE):
        store.talk.comment(book.id, "profile", str(number), person=anna)
    with pytest.raises(TooMany) as refused:
        store.talk.comment(book.id, "profile", "one more", person=anna)
    assert refused.value.message("it") == (
        "Più di 30 commenti al minuto non si può: aspettate un momento e riprovate."
    )
    clock.now += timedelta(minutes=2)
    store.talk.comment(book.id, "profile", "later", person=anna)
    there = limits.COMMENTS_A_MINUTE + 1
    monkeypatch.setattr(limits, "COMMENTS_ON_A_WORKBOOK", there)
    with pytest.raises(TooMany, match="on one workbook"):
        store.talk.comment(book.id, "vision-statement", "no", person=anna)
    assert len(store.talk.comments(book.id, person=anna)) == there


def test_a_long_comment_is_told_its_length(store: Store) -> None:
    book = store.create_workbook("Mine", "it", person=OWNER)
    with pytest.raises(RefusedComment, match="4000 characters; this one has 4001"):
        store.talk.comment(book.id, "profile", "x" * 4001, person=OWNER)


def test_a_member_of_a_class_owns_so_many_workbooks_and_an_owner_any(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "WORKBOOKS_A_PERSON", 2)
    milan = store.classes.create("CX Milano 2026")
    anna = store.classes.join(milan.id, "Anna", secret="x").member.person
    store.create_workbook("One", "it", person=anna)
    store.teams.create(milan.id, "Two", "it", person=anna)
    for make in (store.create_workbook, lambda *a, **k: store.teams.create(milan.id, *a, **k)):
        with pytest.raises(TooMany, match="delete one first"):
            make("Three", "it", person=anna)
    assert len([store.create_workbook(str(n), "it", person=OWNER) for n in range(3)]) == 3


def test_a_class_is_full_some_day(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PEOPLE_IN_A_CLASS", 1)
    milan = store.classes.create("CX Milano 2026")
    store.classes.join(milan.id, "Anna", secret="x")
    with pytest.raises(TooMany, match="people in one class"):
        store.classes.join(milan.id, "Bea", secret="x")
    assert [one.name for one in store.classes.members(milan.id)] == ["Anna"]


def test_large_answers_saved_all_day_keep_their_latest_versions_only(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "LARGE", 1000)
    monkeypatch.setattr(answers, "HISTORY", 20_000)
    book = store.create_workbook("Mine", "it", person=OWNER)
    store.save(book.id, "profile", {"company": "first"}, expected_revision=0, person=OWNER)
    for number in range(61):
        clock.now += timedelta(minutes=3)
        value = {"motto": f"{number} " + "x" * 2000}
        store.save(book.id, "vision", value, expected_revision=number, person=OWNER)
    kept = [line.revision for line in store.history(book.id, "vision", person=OWNER)]
    assert kept[0] == 61
    assert kept == sorted(range(kept[-1], 62), reverse=True)
    assert len(kept) < 20
    latest, oldest = (store.answer(book.id, name, person=OWNER) for name in ("vision", "profile"))
    assert latest is not None
    assert latest.value["motto"].startswith("60 ")
    assert oldest is not None
    assert oldest.value == {"company": "first"}
