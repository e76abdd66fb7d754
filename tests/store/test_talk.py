"""Comments and votes."""

from __future__ import annotations

import pytest

from cxkit.store import ClassInfo, NotAllowed, NotFound, RefusedValue, Store, WorkbookInfo


@pytest.fixture
def milan(store: Store) -> ClassInfo:
    return store.classes.create("CX Milano 2026")


@pytest.fixture
def anna(store: Store, milan: ClassInfo) -> str:
    return store.classes.join(milan.id, "Anna", secret="x").member.person


@pytest.fixture
def prof(store: Store, milan: ClassInfo) -> str:
    return store.classes.join(milan.id, "Prof", secret="x", role="instructor").member.person


@pytest.fixture
def mine(store: Store, anna: str) -> WorkbookInfo:
    return store.create_workbook("Mine", "it", person=anna)


def test_a_comment_reaches_who_wrote_the_exercise(
    store: Store, mine: WorkbookInfo, anna: str, prof: str
) -> None:
    written = store.talk.comment(mine.id, "profile", " Why these\ngoals? ", person=prof)
    (seen,) = store.talk.comments(mine.id, "profile", person=anna)
    assert seen == written
    assert (seen.author_name, seen.text, seen.read_at) == ("Prof", "Why these\ngoals?", None)
    assert store.talk.comments(mine.id, "episodes", person=anna) == []
    store.talk.mark_read(mine.id, "profile", person=anna)
    (read,) = store.talk.comments(mine.id, person=prof)
    assert read.read_at is not None


def test_a_stranger_neither_comments_nor_reads(
    store: Store, milan: ClassInfo, mine: WorkbookInfo
) -> None:
    bea = store.classes.join(milan.id, "Bea", secret="x").member.person
    for refused in (
        lambda: store.talk.comment(mine.id, "profile", "Hello", person=bea),
        lambda: store.talk.comments(mine.id, person=bea),
        lambda: store.talk.mark_read(mine.id, "profile", person=bea),
    ):
        with pytest.raises(NotFound):
            refused()


def test_only_its_author_takes_a_comment_back(
    store: Store, mine: WorkbookInfo, anna: str, prof: str
) -> None:
    written = store.talk.comment(mine.id, "profile", "Well done", person=prof)
    store.talk.withdraw(written.id, person=anna)
    assert len(store.talk.comments(mine.id, person=anna)) == 1
    store.talk.withdraw(written.id, person=prof)
    assert store.talk.comments(mine.id, person=anna) == []


@pytest.mark.parametrize("text", ["", "  \n", "\x00", "x" * 4001])
def test_an_empty_or_endless_comment_is_refused(
    store: Store, mine: WorkbookInfo, anna: str, text: str
) -> None:
    with pytest.raises(RefusedValue):
        store.talk.comment(mine.id, "profile", text, person=anna)


def test_votes_are_counted_without_names(
    store: Store, milan: ClassInfo, anna: str, prof: str
) -> None:
    bea = store.classes.join(milan.id, "Bea", secret="x").member.person
    store.talk.vote("obstacles", {"silos": 2, "surveys": 1}, person=anna)
    store.talk.vote("obstacles", {"silos": 1}, person=anna)
    store.talk.vote("obstacles", {"silos": 3}, person=bea)
    assert store.talk.dots(milan.id, "obstacles") == ({"silos": 4}, 2)
    assert store.talk.my_dots("obstacles", person=anna) == {"silos": 1}
    store.talk.vote("obstacles", {}, person=bea)
    assert store.talk.dots(milan.id, "obstacles") == ({"silos": 1}, 1)


@pytest.mark.parametrize("dots", [0, -1, 11, True, 1.5])
def test_a_vote_has_whole_dots(store: Store, anna: str, dots: object) -> None:
    with pytest.raises(RefusedValue):
        store.talk.vote("obstacles", {"silos": dots}, person=anna)  # type: ignore[dict-item]


def test_who_is_in_no_class_does_not_vote(store: Store) -> None:
    with pytest.raises(NotAllowed):
        store.talk.vote("obstacles", {"silos": 1}, person="nobody")


def test_what_participants_said_last_is_for_who_leads(
    store: Store, milan: ClassInfo, mine: WorkbookInfo, anna: str, prof: str
) -> None:
    store.talk.comment(mine.id, "profile", "Why?", person=prof)
    for text in ("First", "Second", "Third"):
        store.talk.comment(mine.id, "profile", text, person=anna)
    rome = store.classes.create("CX Roma")
    assert store.talk.latest(rome.id, by="owner") == []
    said = store.talk.latest(milan.id, by=prof, most=2)
    assert [one.text for one in said] == ["Third", "Second"]
    with pytest.raises(NotAllowed):
        store.talk.latest(milan.id, by=anna)
