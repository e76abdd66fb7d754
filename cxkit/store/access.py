"""Who may touch which workbook: its owner, those who share it, and instructors to read."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Literal

from sqlalchemy import Connection, Row, and_, exists, select

from cxkit.store.errors import ChapterShut, NotAllowed, NotFound
from cxkit.store.tables import locked, member, sharer, workbook

OWNER = "owner"
"""The person of a workbook that serves one person; in a class, whoever runs the machine."""

Deed = Literal["read", "write", "delete"]


def admit(
    connection: Connection, person: str, workbook_id: str, *, deed: Deed = "read"
) -> Row[Any]:
    """Give the workbook's row to a person who may touch it.

    Parameters
    ----------
    deed
        What the transaction is going to do. Where the database locks rows and not itself
        (PostgreSQL), savers of one workbook queue up here.

    Raises
    ------
    NotFound
        There is no such workbook.
    NotAllowed
        It is not this person's; to the outside the same as ``NotFound``.
    """
    query = select(workbook).where(workbook.c.id == workbook_id)
    row = connection.execute(query if deed == "read" else query.with_for_update()).one_or_none()
    if row is None:
        raise NotFound(name=workbook_id)
    if not _may(connection, person, row, deed):
        raise NotAllowed(name=workbook_id)
    return row


def _may(connection: Connection, person: str, row: Row[Any], deed: Deed) -> bool:
    if row.owner_id == person:
        return True
    # No id has other letters, and the database could not even take some of them.
    if deed == "delete" or not person.isascii():
        return False
    shares = and_(sharer.c.workbook_id == row.id, sharer.c.person_id == person)
    if connection.scalar(select(exists().where(shares))):
        return True
    return deed == "read" and teaches(connection, person, row.owner_id)


def refuse_shut(connection: Connection, person: str, chapters: Collection[str]) -> None:
    """Let nobody but an instructor write in a chapter that is closed.

    Raises
    ------
    ChapterShut
        One of these chapters is closed in the class the person is a participant of.
    """
    if person == OWNER or not any(chapters):
        return
    theirs = and_(
        member.c.person_id == person,
        member.c.role == "participant",
        locked.c.classroom_id == member.c.classroom_id,
        locked.c.chapter.in_(chapters),
    )
    shut = connection.scalar(select(locked.c.chapter).where(theirs).limit(1))
    if shut is not None:
        raise ChapterShut(name=shut)


def teaches(connection: Connection, person: str, other: str) -> bool:
    """Say whether a person is an instructor of the class another one belongs to."""
    pupil = member.alias()
    same = and_(
        member.c.person_id == person,
        member.c.role == "instructor",
        pupil.c.person_id == other,
        pupil.c.classroom_id == member.c.classroom_id,
    )
    return bool(connection.scalar(select(exists().where(same))))


def instructs(connection: Connection, person: str, classroom_id: str) -> bool:
    """Say whether a person leads a class: its instructor, or who runs the machine."""
    if person == OWNER or not person.isascii():
        return person == OWNER
    leads = and_(
        member.c.person_id == person,
        member.c.classroom_id == classroom_id,
        member.c.role == "instructor",
    )
    return bool(connection.scalar(select(exists().where(leads))))
