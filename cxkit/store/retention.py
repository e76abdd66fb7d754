"""How long a class is kept, and its end: what the law asks of whoever keeps people's data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from cxkit.store.access import instructs
from cxkit.store.database import Database
from cxkit.store.errors import NotAllowed, NotFound, RefusedDays
from cxkit.store.privacy import erase_person
from cxkit.store.records import Keeping
from cxkit.store.tables import audit, classroom, locked, member

MOST_DAYS = 3650
"""Ten years: longer than any purpose of a class."""


class Retention:
    """The periods of the classes; reached as ``store.retention``.

    A period runs from the day a class is closed; for one that nobody closed, from the last time
    one of its people was there. Nothing is ever erased by itself: somebody asks for it, such as a
    timer that runs ``cxkit class expire --erase --yes``.

    Examples
    --------
    >>> from cxkit.store import OWNER, Store
    >>> with Store.create_or_upgrade("sqlite://") as store:
    ...     milan = store.classes.create("CX Milano 2026")
    ...     store.retention.keep(milan.id, 180, by=OWNER)
    ...     kept = store.retention.of(milan.id)
    >>> kept.days, (kept.until - kept.since).days, kept.is_over
    (180, 180, False)
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def keep(self, classroom_id: str, days: int | None, *, by: str) -> None:
        """Set how many days a class is kept once it has ended; None: until somebody erases it.

        Raises
        ------
        RefusedDays
            Not a whole number from 1 to 3650.
        NotAllowed, NotFound
        """
        if days is not None and (type(days) is not int or not 1 <= days <= MOST_DAYS):
            raise RefusedDays(days=days, most=MOST_DAYS)
        with self._database.write() as connection:
            if not instructs(connection, by, classroom_id):
                raise NotAllowed(name=classroom_id)
            here = classroom.c.id == classroom_id
            changed = connection.execute(update(classroom).where(here).values(keep_days=days))
            if changed.rowcount == 0:
                raise NotFound(name=classroom_id)

    def of(self, classroom_id: str) -> Keeping:
        """Say how long a class is kept.

        Raises
        ------
        NotFound
        """
        with self._database.read() as connection:
            return _keeping(connection, classroom_id, self._clock())

    def all(self) -> list[Keeping]:
        """Say it of all classes, the first to end first; those without a period last."""
        with self._database.read() as connection:
            now = self._clock()
            keys = connection.scalars(select(classroom.c.id))
            found = [_keeping(connection, key, now) for key in keys]
        return sorted(found, key=lambda one: (one.until is None, one.until or now, one.name))

    def expire(self, classroom_id: str) -> int:
        """Erase everybody of a class and all they wrote; returns how many people that were.

        The class itself stays, closed and empty, and so does its log, without names, addresses
        and details: who looks later sees when it was and that it was erased.

        Raises
        ------
        NotFound
        """
        now = self._clock()
        with self._database.write() as connection:
            room = _keeping(connection, classroom_id, now)
            here = member.c.classroom_id == classroom_id
            people = list(connection.scalars(select(member.c.person_id).where(here)))
            for one in people:
                erase_person(connection, one, now)
            connection.execute(delete(locked).where(locked.c.classroom_id == classroom_id))
            lines = audit.c.classroom_id == classroom_id
            blank = {"person_id": None, "address": None, "detail": ""}
            connection.execute(update(audit).where(lines).values(**blank))
            told = {"at": now, "classroom_id": classroom_id, "action": "expire",
                    "detail": str(len(people))}  # fmt: skip
            connection.execute(insert(audit), told)
            closed = {} if room.is_closed else {"closed_at": now}
            ended = update(classroom).where(classroom.c.id == classroom_id)
            connection.execute(ended.values(timer_ends_at=None, **closed))
        self._database.fold()
        return len(people)


def _keeping(connection: Connection, classroom_id: str, now: datetime) -> Keeping:
    here = classroom.c.id == classroom_id
    row = connection.execute(select(classroom).where(here)).one_or_none()
    if row is None:
        raise NotFound(name=classroom_id)
    of_class = member.c.classroom_id == classroom_id
    people = int(connection.scalar(select(func.count()).where(of_class)) or 0)
    pupils = and_(of_class, member.c.role == "participant")
    seen = connection.scalar(select(func.max(member.c.seen_at)).where(pupils))
    since = row.closed_at or seen or row.created_at
    until = None if row.keep_days is None else since + timedelta(days=row.keep_days)
    return Keeping(
        classroom=row.id, name=row.name, days=row.keep_days, people=people, since=since,
        until=until, is_closed=row.closed_at is not None,
        is_over=until is not None and people > 0 and until <= now,
    )  # fmt: skip
