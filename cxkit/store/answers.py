"""Queries on answers and their revisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from cxkit.store.errors import Conflict, NotFound
from cxkit.store.records import Kind, Revision, Saved, Stored, Value
from cxkit.store.tables import answer, revision
from cxkit.store.values import decode

STRETCH = timedelta(minutes=2)
"""What one person saves within one such stretch of the clock is one line of a grouped history."""

LARGE, HISTORY = 100_000, 200_000_000
"""A large answer, and how much all versions of a workbook may take, in characters: a script that
saves large ones all day would otherwise fill the disk that a whole class shares."""

THIN_EVERY = 50
"""So many saves of an answer lie between two lookings for what `thin` may leave out."""

BOUND_EVERY = 10
"""So many saves of a large answer lie between two lookings for what `bound` may leave out."""


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
        base = None
        if expected < number:
            base = _base(connection, entry.workbook, entry.exercise, expected)
        raise Conflict(name=entry.exercise, current=found, base=base)
    append(connection, entry, number + 1)
    if number % THIN_EVERY == 0:
        thin(connection, entry.workbook, entry.exercise, before=entry.saved_at - STRETCH)
    if len(entry.text) > LARGE and number % BOUND_EVERY == 0:
        bound(connection, entry.workbook)
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


def history(
    connection: Connection, workbook: str, exercise: str, *, before: datetime | None = None
) -> list[Revision]:
    """All revisions of an answer, or those from before a moment: the newest first, no values."""
    here = and_(revision.c.workbook_id == workbook, revision.c.exercise == exercise)
    if before is not None:
        here = and_(here, revision.c.saved_at < before)
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
        The newest first. The minutes are the clock's, so lines do not shift as saves are added or
        thinned out. A restore or an import always stands alone.
    """
    lines: dict[tuple[object, ...], Revision] = {}
    deeds = 0
    for one in revisions:
        # What stood before a restore is another line, however soon after it somebody wrote on.
        deeds += one.kind != "save"
        stretch = (one.saved_by, one.saved_at.timestamp() // STRETCH.total_seconds())
        key = (one.kind, deeds, *(stretch if one.kind == "save" else ()))
        line = lines.get(key, replace(one, saves=0))
        lines[key] = replace(line, saves=line.saves + one.saves, since=one.since)
    return list(lines.values())


def thin(connection: Connection, workbook: str, exercise: str, *, before: datetime) -> None:
    """Leave out what a grouped history does not show of the saves from before a moment.

    Somebody who types makes several revisions a second. Each is needed for a while, because pages
    that are open made their changes from it; after that the last one of a stretch says it all.
    """
    old = history(connection, workbook, exercise, before=before)
    kept = {line.revision for line in grouped(old)}
    gone = [one.revision for one in old if one.revision not in kept]
    here = and_(revision.c.workbook_id == workbook, revision.c.exercise == exercise)
    if gone:
        one_of_them = revision.c.revision == bindparam("number")
        connection.execute(delete(revision).where(here, one_of_them), [{"number": n} for n in gone])


def bound(connection: Connection, workbook: str) -> None:
    """Leave out the oldest versions of what takes more than `HISTORY`; never a current answer."""
    columns = (revision.c.exercise, revision.c.revision, func.length(revision.c.value))
    here = revision.c.workbook_id == workbook
    newest = select(*columns).where(here).order_by(revision.c.saved_at.desc())
    pointers = select(answer.c.exercise, answer.c.revision).where(answer.c.workbook_id == workbook)
    now = {(row.exercise, row.revision) for row in connection.execute(pointers)}
    total, gone = 0, []
    for exercise, number, size in connection.execute(newest):
        total += size
        if total > HISTORY and (exercise, number) not in now:
            gone.append({"of": exercise, "number": number})
    if gone:
        one = and_(
            revision.c.exercise == bindparam("of"), revision.c.revision == bindparam("number")
        )
        connection.execute(delete(revision).where(here, one), gone)


def _base(connection: Connection, workbook: str, exercise: str, number: int) -> Stored | None:
    """What a change was made from; if it has been thinned out, the last one kept before it.

    From an earlier base a merge sees more changes than there were: it may ask once too often which
    version to keep, and loses none.
    """
    here = and_(revision.c.workbook_id == workbook, revision.c.exercise == exercise)
    query = select(revision).where(here, revision.c.revision <= number)
    row = connection.execute(query.order_by(revision.c.revision.desc()).limit(1)).one_or_none()
    return None if row is None else _stored(row)


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
