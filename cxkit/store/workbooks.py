"""Queries on people, workbooks and the places where people left off."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, delete, insert, or_, select, update

from cxkit.store import values
from cxkit.store.access import OWNER, admit
from cxkit.store.errors import AlreadyThere, NotFound
from cxkit.store.limits import room_for_workbook
from cxkit.store.records import Place, WorkbookInfo
from cxkit.store.tables import opened, person, place, sharer, workbook


def add_person(connection: Connection, person_id: str, name: str, now: datetime) -> None:
    """Add a person; the id must be new."""
    values.name(person_id, "persona", "person")
    if _person_exists(connection, person_id):
        raise AlreadyThere(name=person_id)
    row = {"id": person_id, "name": values.title(name), "created_at": now}
    connection.execute(insert(person), row)


def ensure_owner(connection: Connection, now: datetime) -> None:
    """Make the single user, once."""
    if not _person_exists(connection, OWNER):
        connection.execute(insert(person), {"id": OWNER, "name": OWNER, "created_at": now})


def create(
    connection: Connection,
    *,
    workbook_id: str | None,
    title: str,
    lang: str,
    owner: str,
    case: str | None,
    now: datetime,
) -> str:
    """Insert an empty workbook and give its id."""
    key = uuid.uuid4().hex if workbook_id is None else values.name(workbook_id, "id", "id")
    if not _person_exists(connection, owner):
        raise NotFound(name=values.whole_text(owner))
    if connection.scalar(select(workbook.c.id).where(workbook.c.id == key)) is not None:
        raise AlreadyThere(name=key)
    room_for_workbook(connection, owner)
    row = {
        "id": key,
        "owner_id": owner,
        "title": values.title(title),
        "lang": values.language(lang),
        "case_name": None if case is None else values.name(case, "caso", "case"),
        "created_at": now,
        "changed_at": now,
    }
    connection.execute(insert(workbook), row)
    return key


def listing(connection: Connection, owner: str) -> list[WorkbookInfo]:
    """All workbooks of a person, also those of a team, the last changed first."""
    shared = select(sharer.c.workbook_id).where(sharer.c.person_id == owner)
    query = _infos(owner).where(or_(workbook.c.owner_id == owner, workbook.c.id.in_(shared)))
    latest = query.order_by(
        workbook.c.changed_at.desc(), workbook.c.created_at.desc(), workbook.c.id
    )
    return [_info(row) for row in connection.execute(latest)]


def info(connection: Connection, workbook_id: str, reader: str) -> WorkbookInfo:
    """One workbook, to a person who may see it."""
    admit(connection, reader, workbook_id)
    return _info(connection.execute(_infos(reader).where(workbook.c.id == workbook_id)).one())


def plain_info(connection: Connection, workbook_id: str) -> WorkbookInfo:
    """One workbook as a list shows it, for a caller who has checked the reader otherwise."""
    return _info(connection.execute(_infos("").where(workbook.c.id == workbook_id)).one())


def existing(connection: Connection, ids: list[str]) -> set[str]:
    """Those of some ids that are workbooks."""
    return set(connection.scalars(select(workbook.c.id).where(workbook.c.id.in_(ids))))


def change(connection: Connection, workbook_id: str, writer: str, **columns: object) -> None:
    """Set columns of a workbook."""
    admit(connection, writer, workbook_id, deed="write")
    connection.execute(update(workbook).where(workbook.c.id == workbook_id).values(**columns))


def remove(connection: Connection, workbook_id: str, writer: str) -> None:
    """Delete a workbook with its answers and their history."""
    admit(connection, writer, workbook_id, deed="delete")
    connection.execute(delete(workbook).where(workbook.c.id == workbook_id))


def opened_by(connection: Connection, reader: str) -> str | None:
    """The id of the workbook a person has open."""
    key: str | None = connection.scalar(
        select(opened.c.workbook_id).where(opened.c.person_id == reader)
    )
    return key


def set_opened(connection: Connection, reader: str, workbook_id: str) -> None:
    """Note which workbook a person has open."""
    admit(connection, reader, workbook_id, deed="write")
    connection.execute(delete(opened).where(opened.c.person_id == reader))
    connection.execute(insert(opened), {"person_id": reader, "workbook_id": workbook_id})


def remember(
    connection: Connection, workbook_id: str, reader: str, columns: Mapping[str, str]
) -> None:
    """Note where a person is in a workbook; the caller has admitted the person."""
    key = {"workbook_id": workbook_id, "person_id": reader}
    here = and_(place.c.workbook_id == workbook_id, place.c.person_id == reader)
    if connection.execute(update(place).where(here).values(**columns)).rowcount == 0:
        connection.execute(insert(place), {**key, **columns})


def _person_exists(connection: Connection, person_id: str) -> bool:
    return connection.scalar(select(person.c.id).where(person.c.id == person_id)) is not None


def _infos(reader: str) -> Select[Any]:
    here = and_(place.c.workbook_id == workbook.c.id, place.c.person_id == reader)
    return select(
        workbook,
        place.c.person_id.label("visitor"),
        place.c.chapter,
        place.c.lang.label("place_lang"),
        place.c.exercise,
    ).select_from(workbook.outerjoin(place, here))


def _info(row: Row[Any]) -> WorkbookInfo:
    visited = row.visitor is not None
    return WorkbookInfo(
        id=row.id,
        title=row.title,
        lang=row.lang,
        owner=row.owner_id,
        case=row.case_name,
        created_at=row.created_at,
        changed_at=row.changed_at,
        place=Place(row.chapter, row.place_lang, row.exercise) if visited else None,
    )
