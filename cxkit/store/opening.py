"""How a database is opened and closed: by the server, which may make it, or by a kernel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from cxkit.store import schema
from cxkit.store import workbooks as _workbooks
from cxkit.store.classes import Classes
from cxkit.store.database import Database
from cxkit.store.engine import address, refuse_missing, refuse_unfit
from cxkit.store.log import Log
from cxkit.store.privacy import Privacy
from cxkit.store.retention import Retention
from cxkit.store.tables import SCHEMA
from cxkit.store.talk import Talk
from cxkit.store.teams import Teams

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Tell the time in UTC."""
    return datetime.now(UTC)


class OpenDatabase:
    """A database that is open in this process, and what of it has a name of its own."""

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock
        self.classes = Classes(database, clock)
        self.teams = Teams(database, clock)
        self.talk = Talk(database, clock)
        self.log = Log(database, clock)
        self.privacy = Privacy(database, clock)
        self.retention = Retention(database, clock)

    @classmethod
    def create_or_upgrade(cls, place: str | Path, *, clock: Clock = utc_now) -> Self:
        """Open a database; make it when it is missing, bring it to this version when it is older.

        Parameters
        ----------
        place
            A file, or an SQLAlchemy URL (``sqlite:///…``, ``postgresql+psycopg://…``).
        clock
            Tells the time, with its zone.

        Raises
        ------
        DamagedDatabase, UnwritableDatabase, NewerDatabase, UnknownAddress
            The file is then left byte by byte as it was.
        """
        where = address(place)
        refuse_unfit(where)
        database = Database(where, create=True)
        try:
            with database.read() as connection:
                found = schema.refuse_newer(connection, where.shown)
            database.log_ahead()
            if found != SCHEMA:
                with database.write() as connection:
                    schema.refuse_newer(connection, where.shown)
                    schema.upgrade(connection)
                    _workbooks.ensure_owner(connection, clock())
        except BaseException:
            database.close()
            raise
        return cls(database, clock)

    @classmethod
    def open(cls, place: str | Path, *, clock: Clock = utc_now) -> Self:
        """Open a database that exists and has this version's schema; quick, for kernels.

        Raises
        ------
        MissingDatabase, OutdatedDatabase, NewerDatabase, DamagedDatabase, UnknownAddress
        """
        where = address(place)
        refuse_missing(where)
        database = Database(where, create=False)
        try:
            with database.read() as connection:
                schema.refuse_other(connection, where.shown)
        except BaseException:
            database.close()
            raise
        return cls(database, clock)

    @property
    def file(self) -> Path | None:
        """The database's file; None for one on a server or in memory."""
        return self._database.where.path

    @property
    def place(self) -> str:
        """Where the data lie, as it may be shown: without a password."""
        return self._database.where.shown

    def close(self) -> None:
        """Close the database's files."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
