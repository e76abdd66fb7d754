"""Classes and who belongs to them."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, insert, select, update

from cxkit.store import members as _members
from cxkit.store import secrets, values
from cxkit.store.access import instructs
from cxkit.store.database import Database
from cxkit.store.errors import AlreadyThere, ClassClosed, NameTaken, NotAllowed, NotFound
from cxkit.store.limits import room_for_person
from cxkit.store.members import Newcomer, name_key
from cxkit.store.records import ClassInfo, Entered, Member, Role
from cxkit.store.tables import classroom, locked, member

SEEN_EVERY = timedelta(seconds=30)
"""A person who is there is noted this often, not with each request."""


class Classes:
    """The classes of a database; reached as ``store.classes``.

    Where ``by`` is asked for, it must be an instructor of the class or who runs the machine;
    anybody else gets ``NotAllowed``.

    Examples
    --------
    >>> from cxkit.store import Store
    >>> with Store.create_or_upgrade("sqlite://") as store:
    ...     milan = store.classes.create("CX Milano 2026")
    ...     anna = store.classes.join(milan.id, "Anna Rossi", secret="kept hash").member
    ...     [one.name for one in store.classes.members(milan.id)]
    ['Anna Rossi']
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def create(self, name: str) -> ClassInfo:
        """Make a class with a code of its own.

        Raises
        ------
        AlreadyThere
            There is a class of this name.
        RefusedName
            The name is blank.
        """
        row = {
            "id": uuid.uuid4().hex,
            "name": values.title(name),
            "name_key": name_key(name),
            "code": secrets.new_code(),
            "created_at": self._clock(),
        }
        with self._database.write() as connection:
            if _named(connection, name) is not None:
                raise AlreadyThere(name=row["name"])
            connection.execute(insert(classroom), row)
            return _class(connection, str(row["id"]))

    def named(self, name: str) -> ClassInfo | None:
        """Find a class by its name, however it is spelled in capitals and spaces."""
        with self._database.read() as connection:
            row = _named(connection, name)
            return None if row is None else _info(row)

    def get(self, classroom_id: str) -> ClassInfo:
        """Give a class.

        Raises
        ------
        NotFound
        """
        with self._database.read() as connection:
            return _class(connection, classroom_id)

    def all(self) -> list[ClassInfo]:
        """All classes, the newest first."""
        with self._database.read() as connection:
            rows = connection.execute(select(classroom).order_by(classroom.c.created_at.desc()))
            return [_info(row) for row in rows]

    def close(self, classroom_id: str, *, by: str) -> None:
        """End a class: nobody joins it any more, and the participants' sessions end."""
        with self._database.write() as connection:
            _lead(connection, by, classroom_id)
            pupils = and_(member.c.classroom_id == classroom_id, member.c.role == "participant")
            connection.execute(update(member).where(pupils).values(epoch=member.c.epoch + 1))
            _set(connection, classroom_id, closed_at=self._clock())

    def reopen(self, classroom_id: str, *, by: str) -> None:
        """Open a closed class again."""
        with self._database.write() as connection:
            _lead(connection, by, classroom_id)
            _set(connection, classroom_id, closed_at=None)

    def set_timer(self, classroom_id: str, ends_at: datetime | None, *, by: str) -> None:
        """Start the class's timer, or take it away."""
        with self._database.write() as connection:
            _lead(connection, by, classroom_id)
            _set(connection, classroom_id, timer_ends_at=ends_at)

    def join(
        self, classroom_id: str, name: str, *, secret: str, role: Role = "participant"
    ) -> Entered:
        """Let a new person in.

        Parameters
        ----------
        secret
            What ``secrets.hashed`` made of the person's PIN or password.

        Raises
        ------
        NameTaken, ClassClosed, RefusedName, TooMany, NotFound
        """
        token, shown = secrets.new_link(), values.title(name)
        with self._database.write() as connection:
            _refuse_closed(connection, classroom_id, role)
            if _members.by_name(connection, classroom_id, shown) is not None:
                raise NameTaken(name=shown)
            room_for_person(connection, classroom_id)
            someone = Newcomer(uuid.uuid4().hex, classroom_id, shown, role, secret, token)
            return Entered(_members.add(connection, someone, self._clock()), token)

    def admit_known(self, classroom_id: str, account: str, name: str, role: Role) -> Member:
        """Let in somebody whom another system vouches for, such as a JupyterHub.

        Parameters
        ----------
        account
            The other system's name of the person; the same account is the same person here.
        role
            What the other system says the person is now.

        Raises
        ------
        ClassClosed, NotFound
        """
        person_id = "a-" + hashlib.sha256(f"{classroom_id} {account}".encode()).hexdigest()[:40]
        with self._database.write() as connection:
            _refuse_closed(connection, classroom_id, role)
            if _members.by_person(connection, person_id) is None:
                shown = values.title(name)
                if _members.by_name(connection, classroom_id, shown) is not None:
                    shown = values.title(f"{name} ({account})")
                token = secrets.new_link()
                someone = Newcomer(person_id, classroom_id, shown, role, "", token)
                return _members.add(connection, someone, self._clock())
            _members.change(connection, person_id, role=role, seen_at=self._clock())
            return _members.get(connection, person_id)

    def member(self, person_id: str) -> Member | None:
        """Give a person of a class; None for anybody else."""
        with self._database.read() as connection:
            return _members.by_person(connection, person_id)

    def credentials(self, classroom_id: str, name: str) -> tuple[Member, str] | None:
        """Give a person by name, and what was kept of the secret, for sign-in."""
        with self._database.read() as connection:
            return _members.credentials(connection, classroom_id, name)

    def by_link(self, classroom_id: str, token: str) -> Member | None:
        """Give the person a personal link belongs to."""
        with self._database.read() as connection:
            return _members.by_link(connection, classroom_id, token)

    def members(self, classroom_id: str, role: Role | None = None) -> list[Member]:
        """Everybody of a class, by name."""
        with self._database.read() as connection:
            return _members.listing(connection, classroom_id, role)

    def set_secret(self, person_id: str, secret: str) -> Entered:
        """Give a person another PIN or password and another link; all sessions end."""
        token = secrets.new_link()
        with self._database.write() as connection:
            changed = {"secret": secret, "link": secrets.link_digest(token)}
            _members.change(connection, person_id, **changed, epoch=member.c.epoch + 1)
            return Entered(_members.get(connection, person_id), token)

    def rename(self, person_id: str, name: str) -> None:
        """Call a person by another name.

        Raises
        ------
        NameTaken, RefusedName, NotFound
        """
        shown = values.title(name)
        with self._database.write() as connection:
            known = _members.by_person(connection, person_id)
            if known is None:
                raise NotFound(name=person_id)
            other = _members.by_name(connection, known.classroom, shown)
            if other is not None and other.person != person_id:
                raise NameTaken(name=shown)
            _members.rename(connection, person_id, shown)

    def new_link(self, person_id: str) -> str:
        """Give a person another personal link; the old one ends."""
        token = secrets.new_link()
        with self._database.write() as connection:
            _members.change(connection, person_id, link=secrets.link_digest(token))
        return token

    def end_sessions(self, person_id: str) -> None:
        """Sign a person out everywhere."""
        with self._database.write() as connection:
            _members.change(connection, person_id, epoch=member.c.epoch + 1)

    def seen(self, known: Member) -> None:
        """Note that a member who was looked up is there; writes at most every `SEEN_EVERY`."""
        now = self._clock()
        if abs(now - known.seen_at) >= SEEN_EVERY:
            with self._database.write() as connection:
                _members.change(connection, known.person, seen_at=now)

    def lock(self, classroom_id: str, chapter: str, *, by: str) -> None:
        """Close a chapter such as ``"03-vision"`` to the participants."""
        row = {"classroom_id": classroom_id, "chapter": _chapter(chapter)}
        with self._database.write() as connection:
            _lead(connection, by, classroom_id)
            connection.execute(delete(locked).where(_is(row)))
            connection.execute(insert(locked), row)

    def unlock(self, classroom_id: str, chapter: str, *, by: str) -> None:
        """Open a chapter to the participants."""
        row = {"classroom_id": classroom_id, "chapter": _chapter(chapter)}
        with self._database.write() as connection:
            _lead(connection, by, classroom_id)
            connection.execute(delete(locked).where(_is(row)))

    def locked(self, classroom_id: str) -> frozenset[str]:
        """The chapters that are closed to the participants."""
        query = select(locked.c.chapter).where(locked.c.classroom_id == classroom_id)
        with self._database.read() as connection:
            return frozenset(connection.scalars(query))


def _refuse_closed(connection: Connection, classroom_id: str, role: Role) -> None:
    info = _class(connection, classroom_id)
    if info.closed_at is not None and role == "participant":
        raise ClassClosed(name=info.name)


def _chapter(name: str) -> str:
    return values.name(name, "capitolo", "chapter")


def _is(row: dict[str, str]) -> Any:
    return and_(*(locked.c[key] == value for key, value in row.items()))


def _lead(connection: Connection, by: str, classroom_id: str) -> None:
    if not instructs(connection, by, classroom_id):
        raise NotAllowed(name=classroom_id)


def _named(connection: Connection, name: str) -> Row[Any] | None:
    here = classroom.c.name_key == name_key(name)
    return connection.execute(select(classroom).where(here)).one_or_none()


def _class(connection: Connection, classroom_id: str) -> ClassInfo:
    row = connection.execute(select(classroom).where(classroom.c.id == classroom_id)).one_or_none()
    if row is None:
        raise NotFound(name=classroom_id)
    return _info(row)


def _set(connection: Connection, classroom_id: str, **columns: object) -> None:
    here = classroom.c.id == classroom_id
    if connection.execute(update(classroom).where(here).values(**columns)).rowcount == 0:
        raise NotFound(name=classroom_id)


def _info(row: Row[Any]) -> ClassInfo:
    return ClassInfo(
        row.id, row.name, row.code, row.created_at, row.closed_at, row.timer_ends_at, row.keep_days
    )
