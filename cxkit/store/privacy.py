"""A person's right to their data: to have all of it, and to have it erased (GDPR 15, 17, 20)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, func, insert, select, update

from cxkit.store import answers
from cxkit.store.database import Database
from cxkit.store.errors import NotFound
from cxkit.store.tables import (
    audit,
    classroom,
    comment,
    member,
    opened,
    person,
    place,
    revision,
    sharer,
    vote,
    workbook,
)

ERASED = "erased"
"""Who wrote the parts of a team's workbook that an erased person has left there."""


class Privacy:
    """Export and erasure; reached as ``store.privacy``."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def everything(self, person_id: str) -> dict[str, Any]:
        """Give all that is stored about a person, as JSON can hold it.

        Raises
        ------
        NotFound
        """
        with self._database.read() as connection:
            someone = connection.execute(
                select(person).where(person.c.id == person_id)
            ).one_or_none()
            if someone is None:
                raise NotFound(name=person_id)
            known = connection.execute(
                select(member).where(member.c.person_id == person_id)
            ).one_or_none()
            return {
                "name": someone.name,
                "since": someone.created_at.isoformat(),
                "role": known.role if known else None,
                "last_seen": known.seen_at.isoformat() if known else None,
                "retention_days": _kept_days(connection, known),
                "workbooks": _workbooks(connection, person_id),
                "comments": _comments(connection, person_id),
                "votes": _votes(connection, person_id),
                "log": _log(connection, person_id),
            }

    def erase(self, person_id: str) -> None:
        """Erase a person: own workbooks, comments, votes, membership and traces in the log.

        What they wrote in a team's workbook stays with the team, without their name; one that
        they made passes to somebody else of the team.

        Raises
        ------
        NotFound
        """
        with self._database.write() as connection:
            erase_person(connection, person_id, self._clock())
        self._database.fold()


def erase_person(connection: Connection, person_id: str, now: datetime) -> None:
    """Erase a person inside a transaction; `Privacy.erase` says what goes and what stays.

    Raises
    ------
    NotFound
    """
    if connection.scalar(select(person.c.id).where(person.c.id == person_id)) is None:
        raise NotFound(name=person_id)
    for table, column in ((opened, "person_id"), (place, "person_id")):
        connection.execute(delete(table).where(table.c[column] == person_id))
    _hand_over_teams(connection, person_id)
    connection.execute(delete(workbook).where(workbook.c.owner_id == person_id))
    if connection.scalar(select(revision.c.saved_by).where(_wrote(person_id)).limit(1)):
        _ensure_erased(connection, now)
        connection.execute(update(revision).where(_wrote(person_id)).values(saved_by=ERASED))
    traces = audit.c.person_id == person_id
    blank = {"person_id": None, "address": None, "detail": ""}
    connection.execute(update(audit).where(traces).values(**blank))
    for table in (sharer, vote, member):
        connection.execute(delete(table).where(table.c.person_id == person_id))
    connection.execute(delete(comment).where(comment.c.author_id == person_id))
    connection.execute(delete(person).where(person.c.id == person_id))


def _hand_over_teams(connection: Connection, person_id: str) -> None:
    """Give the workbooks that others write in as well to one of these: they are not one's own."""
    mine = select(workbook.c.id).where(workbook.c.owner_id == person_id)
    heirs = (
        select(sharer.c.workbook_id, func.min(sharer.c.person_id).label("heir"))
        .where(and_(sharer.c.workbook_id.in_(mine), sharer.c.person_id != person_id))
        .group_by(sharer.c.workbook_id)
    )
    for key, heir in connection.execute(heirs).all():
        connection.execute(update(workbook).where(workbook.c.id == key).values(owner_id=heir))
        both = and_(sharer.c.workbook_id == key, sharer.c.person_id == heir)
        connection.execute(delete(sharer).where(both))


def _kept_days(connection: Connection, known: Row[Any] | None) -> int | None:
    if known is None:
        return None
    here = classroom.c.id == known.classroom_id
    days: int | None = connection.scalar(select(classroom.c.keep_days).where(here))
    return days


def _wrote(person_id: str) -> Any:
    return revision.c.saved_by == person_id


def _ensure_erased(connection: Connection, now: datetime) -> None:
    if connection.scalar(select(person.c.id).where(person.c.id == ERASED)) is None:
        connection.execute(insert(person), {"id": ERASED, "name": "–", "created_at": now})


def _workbooks(connection: Connection, person_id: str) -> list[dict[str, Any]]:
    found = connection.execute(select(workbook).where(workbook.c.owner_id == person_id)).all()
    return [
        {
            "title": row.title,
            "lang": row.lang,
            "answers": {
                name: stored.value for name, stored in answers.current(connection, row.id).items()
            },
        }
        for row in found
    ]


def _comments(connection: Connection, person_id: str) -> list[dict[str, Any]]:
    rows = connection.execute(select(comment).where(comment.c.author_id == person_id))
    return [
        {"exercise": row.exercise, "text": row.text, "written_at": row.written_at.isoformat()}
        for row in rows
    ]


def _votes(connection: Connection, person_id: str) -> list[dict[str, Any]]:
    rows = connection.execute(select(vote).where(vote.c.person_id == person_id))
    return [{"topic": row.topic, "item": row.item, "dots": row.dots} for row in rows]


def _log(connection: Connection, person_id: str) -> list[dict[str, Any]]:
    mine = audit.c.person_id == person_id
    rows = connection.execute(select(audit).where(mine).order_by(audit.c.id))
    return [
        {"at": row.at.isoformat(), "action": row.action, "address": row.address} for row in rows
    ]
