"""Workbooks that several people of a class write together, and how far everybody is."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from sqlalchemy import Connection, and_, delete, exists, insert, select

from cxkit.store import workbooks
from cxkit.store.access import admit, instructs
from cxkit.store.database import Database
from cxkit.store.errors import NotAllowed, NotFound
from cxkit.store.records import Head, Seat, Standing, WorkbookInfo
from cxkit.store.tables import answer, member, opened, person, revision, sharer, team, workbook


class Teams:
    """The teams of a database; reached as ``store.teams``.

    Examples
    --------
    >>> from cxkit.store import Store
    >>> with Store.create_or_upgrade("sqlite://") as store:
    ...     milan = store.classes.create("CX Milano 2026")
    ...     anna, bea = (store.classes.join(milan.id, name, secret="x").member.person
    ...                  for name in ("Anna", "Bea"))
    ...     bank = store.teams.create(milan.id, "La nostra banca", "it", person=anna)
    ...     store.teams.join(bank.id, person=bea)
    ...     store.save(bank.id, "profile", {"company": "BCC"}, expected_revision=0, person=bea)
    ...     [name for _, name in store.teams.people(bank.id, person=anna)]
    Saved(...)
    ['Anna', 'Bea']
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def create(self, classroom_id: str, title: str, lang: str, *, person: str) -> WorkbookInfo:
        """Make a team's workbook; who makes it belongs to it.

        Raises
        ------
        NotAllowed
            The person is not of this class.
        RefusedName
        """
        with self._database.write() as connection:
            _refuse_stranger(connection, person, classroom_id)
            key = workbooks.create(
                connection, workbook_id=None, title=title, lang=lang, owner=person, case=None,
                now=self._clock(),
            )  # fmt: skip
            connection.execute(insert(team), {"workbook_id": key, "classroom_id": classroom_id})
            return workbooks.info(connection, key, person)

    def all(self, classroom_id: str, *, person: str) -> list[tuple[WorkbookInfo, tuple[str, ...]]]:
        """The class's teams, and the names of who belongs to each."""
        query = (
            select(team.c.workbook_id)
            .join(workbook, workbook.c.id == team.c.workbook_id)
            .where(team.c.classroom_id == classroom_id)
            .order_by(workbook.c.title, workbook.c.id)
        )
        with self._database.read() as connection:
            _refuse_stranger(connection, person, classroom_id)
            keys = list(connection.scalars(query))
            return [
                (
                    workbooks.plain_info(connection, key),
                    tuple(n for _, n in _people(connection, key)),
                )
                for key in keys
            ]

    def join(self, workbook_id: str, *, person: str) -> None:
        """Become one of a team of one's own class.

        Raises
        ------
        NotFound
            There is no such team in this person's class.
        """
        same_class = and_(
            team.c.workbook_id == workbook_id,
            member.c.person_id == person,
            member.c.classroom_id == team.c.classroom_id,
        )
        with self._database.write() as connection:
            if not connection.scalar(select(exists().where(same_class))):
                raise NotFound(name=workbook_id)
            if person in {one for one, _ in _people(connection, workbook_id)}:
                return
            connection.execute(insert(sharer), {"workbook_id": workbook_id, "person_id": person})

    def leave(self, workbook_id: str, *, person: str) -> None:
        """Leave a team; its workbook stays. Its maker cannot leave, only delete it."""
        here = and_(sharer.c.workbook_id == workbook_id, sharer.c.person_id == person)
        with self._database.write() as connection:
            connection.execute(delete(sharer).where(here))

    def people(self, workbook_id: str, *, person: str) -> list[tuple[str, str]]:
        """Who writes in a workbook, as (id, name): its owner first."""
        with self._database.read() as connection:
            admit(connection, person, workbook_id)
            return _people(connection, workbook_id)

    def heads(self, workbook_ids: Collection[str]) -> list[Head]:
        """The current revision of every answer of some workbooks.

        For the server's own watch: it asks for nobody, so it asks nobody's leave.
        """
        columns = select(answer.c.workbook_id, answer.c.exercise, answer.c.revision)
        query = columns.where(answer.c.workbook_id.in_(workbook_ids))
        with self._database.read() as connection:
            return [Head(*row) for row in connection.execute(query)]

    def seats(self, classroom_id: str, *, by: str) -> list[Seat]:
        """Everybody who takes part in a class, and the workbook each has open; by name."""
        query = (
            select(member.c.person_id, person.c.name, member.c.seen_at,
                   opened.c.workbook_id, workbook.c.title)
            .join(person, person.c.id == member.c.person_id)
            .outerjoin(opened, opened.c.person_id == member.c.person_id)
            .outerjoin(workbook, workbook.c.id == opened.c.workbook_id)
            .where(and_(member.c.classroom_id == classroom_id, member.c.role == "participant"))
            .order_by(member.c.name_key)
        )  # fmt: skip
        with self._database.read() as connection:
            _refuse_others(connection, by, classroom_id)
            return [Seat(*row) for row in connection.execute(query)]

    def standings(self, classroom_id: str, *, by: str) -> list[Standing]:
        """Every current answer in the workbooks that a class has open, without its value.

        Cheap enough to ask each second: only what has changed needs to be read whole.
        """
        seats = (
            select(opened.c.workbook_id)
            .join(member, member.c.person_id == opened.c.person_id)
            .where(and_(member.c.classroom_id == classroom_id, member.c.role == "participant"))
        )
        query = (
            select(answer.c.workbook_id, answer.c.exercise, answer.c.revision, revision.c.saved_at)
            .join(revision, and_(revision.c.workbook_id == answer.c.workbook_id,
                                 revision.c.exercise == answer.c.exercise,
                                 revision.c.revision == answer.c.revision))
            .where(answer.c.workbook_id.in_(seats))
            .order_by(answer.c.workbook_id, answer.c.exercise)
        )  # fmt: skip
        with self._database.read() as connection:
            _refuse_others(connection, by, classroom_id)
            return [Standing(*row) for row in connection.execute(query)]


def _refuse_others(connection: Connection, by: str, classroom_id: str) -> None:
    if not instructs(connection, by, classroom_id):
        raise NotAllowed(name=classroom_id)


def _refuse_stranger(connection: Connection, who: str, classroom_id: str) -> None:
    here = and_(member.c.person_id == who, member.c.classroom_id == classroom_id)
    if not connection.scalar(select(exists().where(here))):
        raise NotAllowed(name=classroom_id)


def _people(connection: Connection, workbook_id: str) -> list[tuple[str, str]]:
    columns = select(person.c.id, person.c.name)
    owner = columns.join(workbook, workbook.c.owner_id == person.c.id)
    others = columns.join(sharer, sharer.c.person_id == person.c.id)
    first = connection.execute(owner.where(workbook.c.id == workbook_id))
    rest = connection.execute(
        others.where(sharer.c.workbook_id == workbook_id).order_by(person.c.name)
    )
    return [(row.id, row.name) for row in (*first, *rest)]
