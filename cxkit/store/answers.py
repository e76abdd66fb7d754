"""Queries on answers and their revisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, insert, select, update

from cxkit.store.errors import Conflict, NotFound
from cxkit.store.records import Kind, Revision, Saved, Stored, Value
from cxkit.store.tables import answer, revision
from cxkit.store.values import decode

GROUP = timedelta(minutes=2)
"""Saves of one person within this time of the first of them are one line of a grouped history."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is about to become a revision."""

    workbook: str
    exercise: str
    text: str
    saved_by: str
    saved_at: datetime
    kind: Kind


_LARGEST = 2**31 - 1

_HISTORY = (
    revision.c.exercise,
    revision.c.revision,
    revision.c.saved_at,
    revision.c.saved_by,
    revision.c.kind,
)


def current(connection: Connection, workbook: str) -> dict[str, Stored]:
    """All current answers of a workbook, by exercise."""
    return {row.exercise: _stored(row) for row in connection.execute(_current(workbook))}


def current_one(connection: Connection, workbook: str, exercise: str) -> Stored | None:
    """The current answer of one exercise."""
    row = _current_row(connection, workbook, exercise)
    return None if row is None else _stored(row)


def at(connection: Connection, workbook: str, exercise: str, number: int) -> Stored | None:
    """An answer as it was in one revision."""
    row = _row_at(connection, workbook, exercise, number)
    return None if row is None else _stored(row)


def save(
    connection: Connection, entry: Entry, value: Value, *, expected: int
) -> tuple[Saved, bool]:
    """Store a revision, unless it says what the current one says; tell whether it is a new one.

    Raises
    ------
    Conflict
        The current revision is not the expected one and says something else.
    """
    row = _current_row(connection, entry.workbook, entry.exercise)
    if row is not None and row.value == entry.text:
        # Also when the expected revision is older: an acknowledgement that was lost on its way
        # makes the page send the same value again.
        return Saved(row.revision, row.saved_at, value), False
    number = 0 if row is None else int(row.revision)
    if number != expected:
        found = None if row is None else _stored(row)
        base = at(connection, entry.workbook, entry.exercise, expected)
        raise Conflict(name=entry.exercise, current=found, base=base)
    append(connection, entry, number + 1)
    return Saved(number + 1, entry.saved_at, value), True


def append(connection: Connection, entry: Entry, number: int) -> None:
    """Write a revision and make it the current one."""
    key = {"workbook_id": entry.workbook, "exercise": entry.exercise, "revision": number}
    row = {
        **key,
        "value": entry.text,
        "saved_at": entry.saved_at,
        "saved_by": entry.saved_by,
        "kind": entry.kind,
    }
    connection.execute(insert(revision), row)
    if number == 1:
        connection.execute(insert(answer), key)
    else:
        here = and_(answer.c.workbook_id == entry.workbook, answer.c.exercise == entry.exercise)
        connection.execute(update(answer).where(here).values(revision=number))


def text_at(connection: Connection, workbook: str, exercise: str, number: int) -> str:
    """The stored text of one revision, for a restore.

    Raises
    ------
    NotFound
    """
    row = _row_at(connection, workbook, exercise, number)
    if row is None:
        raise NotFound(name=f"{exercise} {number}")
    return str(row.value)


def history(connection: Connection, workbook: str, exercise: str) -> list[Revision]:
    """All revisions of an answer, the newest first, without their values."""
    here = and_(revision.c.workbook_id == workbook, revision.c.exercise == exercise)
    query = select(*_HISTORY).where(here).order_by(revision.c.revision.desc())
    return [
        Revision(
            exercise=row.exercise,
            revision=row.revision,
            saved_at=row.saved_at,
            saved_by=row.saved_by,
            kind=row.kind,
            saves=1,
            since=row.saved_at,
        )
        for row in connection.execute(query)
    ]


def grouped(revisions: Iterable[Revision]) -> list[Revision]:
    """Let the last save of two minutes' typing stand for all of them.

    Parameters
    ----------
    revisions
        Single revisions, the newest first.

    Returns
    -------
    list of Revision
        The newest first. Groups are counted from their first save, so they do not shift as saves
        are added. A restore or an import always stands alone.
    """
    groups: list[Revision] = []
    for item in sorted(revisions, key=lambda one: one.revision):
        if groups and _joins(groups[-1], item):
            first = groups[-1]
            groups[-1] = Revision(
                exercise=item.exercise,
                revision=item.revision,
                saved_at=item.saved_at,
                saved_by=item.saved_by,
                kind=item.kind,
                saves=first.saves + 1,
                since=first.since,
            )
        else:
            groups.append(item)
    return groups[::-1]


def _joins(group: Revision, item: Revision) -> bool:
    return (
        group.kind == item.kind == "save"
        and group.saved_by == item.saved_by
        # Absolute, because a clock may have been set back in between.
        and abs(item.saved_at - group.since) <= GROUP
    )


def _current(workbook: str) -> Select[Any]:
    same = and_(
        answer.c.workbook_id == revision.c.workbook_id,
        answer.c.exercise == revision.c.exercise,
        answer.c.revision == revision.c.revision,
    )
    joined = select(revision).select_from(answer.join(revision, same))
    return joined.where(answer.c.workbook_id == workbook).order_by(answer.c.exercise)


def _current_row(connection: Connection, workbook: str, exercise: str) -> Row[Any] | None:
    query = _current(workbook).where(answer.c.exercise == exercise)
    return connection.execute(query).one_or_none()


def _row_at(connection: Connection, workbook: str, exercise: str, number: int) -> Row[Any] | None:
    if not 1 <= number <= _LARGEST:
        return None
    here = and_(
        revision.c.workbook_id == workbook,
        revision.c.exercise == exercise,
        revision.c.revision == number,
    )
    return connection.execute(select(revision).where(here)).one_or_none()


def _stored(row: Row[Any]) -> Stored:
    return Stored(row.exercise, decode(row.value), row.revision, row.saved_at, row.saved_by)
