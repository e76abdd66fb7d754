"""Rows of people who belong to a class."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, insert, select, update

from cxkit.store import secrets
from cxkit.store.errors import NotFound
from cxkit.store.records import Member, Role
from cxkit.store.tables import member, person

_MEMBER = select(member, person.c.name).join(person, person.c.id == member.c.person_id)


def name_key(name: str) -> str:
    """Return what two spellings of one name have in common.

    Examples
    --------
    >>> name_key("  Anna   ROSSI ") == name_key("anna rossi")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())[:200]


@dataclass(frozen=True)
class Newcomer:
    """Somebody who is about to belong to a class; the token is that of the personal link."""

    person_id: str
    classroom_id: str
    name: str
    role: Role
    secret: str
    token: str


def add(connection: Connection, newcomer: Newcomer, now: datetime) -> Member:
    """Add a person and the place in the class."""
    someone = {"id": newcomer.person_id, "name": newcomer.name, "created_at": now}
    connection.execute(insert(person), someone)
    row = {
        "person_id": newcomer.person_id,
        "classroom_id": newcomer.classroom_id,
        "role": newcomer.role,
        "name_key": name_key(newcomer.name),
        "secret": newcomer.secret,
        "link": secrets.link_digest(newcomer.token),
        "epoch": 1,
        "joined_at": now,
        "seen_at": now,
    }
    connection.execute(insert(member), row)
    return get(connection, newcomer.person_id)


def get(connection: Connection, person_id: str) -> Member:
    """Give a person who is known to belong to a class."""
    return _record(connection.execute(_MEMBER.where(member.c.person_id == person_id)).one())


def by_person(connection: Connection, person_id: str) -> Member | None:
    """Give a person by id."""
    row = _one(connection, member.c.person_id == person_id)
    return None if row is None else _record(row)


def by_name(connection: Connection, classroom_id: str, name: str) -> Member | None:
    """Give a person of a class by name, however it is spelled."""
    row = _one(connection, _called(classroom_id, name))
    return None if row is None else _record(row)


def credentials(connection: Connection, classroom_id: str, name: str) -> tuple[Member, str] | None:
    """Give a person by name, and what was kept of the secret."""
    row = _one(connection, _called(classroom_id, name))
    return None if row is None else (_record(row), row.secret)


def by_link(connection: Connection, classroom_id: str, token: str) -> Member | None:
    """Give the person of a class whom a personal link belongs to."""
    own = member.c.link == secrets.link_digest(token)
    row = _one(connection, and_(own, member.c.classroom_id == classroom_id))
    return None if row is None else _record(row)


def listing(connection: Connection, classroom_id: str, role: Role | None) -> list[Member]:
    """List the people of a class by name; of one role, if given."""
    query = _MEMBER.where(member.c.classroom_id == classroom_id)
    if role is not None:
        query = query.where(member.c.role == role)
    return [_record(row) for row in connection.execute(query.order_by(member.c.name_key))]


def change(connection: Connection, person_id: str, **columns: object) -> None:
    """Change columns of one person's place.

    Raises
    ------
    NotFound
    """
    here = member.c.person_id == person_id
    if connection.execute(update(member).where(here).values(**columns)).rowcount == 0:
        raise NotFound(name=person_id)


def rename(connection: Connection, person_id: str, name: str) -> None:
    """Call a person by another name."""
    here = person.c.id == person_id
    connection.execute(update(person).where(here).values(name=name))
    change(connection, person_id, name_key=name_key(name))


def _called(classroom_id: str, name: str) -> ColumnElement[bool]:
    return and_(member.c.classroom_id == classroom_id, member.c.name_key == name_key(name))


def _one(connection: Connection, here: ColumnElement[bool]) -> Row[Any] | None:
    return connection.execute(_MEMBER.where(here)).one_or_none()


def _record(row: Row[Any]) -> Member:
    return Member(
        row.person_id, row.classroom_id, row.name, row.role, row.epoch, row.joined_at, row.seen_at
    )
