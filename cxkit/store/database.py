"""An open database: transactions to read and to write, and errors in our own words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DataError, SQLAlchemyError

from cxkit.store.engine import WRITES, Address, fold_log, log_ahead, make_engine, translate
from cxkit.store.errors import MovedDatabase, NotFound, StoreUnavailable

_inherited: list[Engine] = []


class Database:
    """Connections to one address, for this process.

    Parameters
    ----------
    where
        The address.
    create
        Whether a missing file may be made.
    """

    def __init__(self, where: Address, *, create: bool) -> None:
        self.where = where
        self._create = create
        self._engine = make_engine(where, create=create)
        self._process = os.getpid()
        self._file = self._identity()
        self._closed = False

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one moment of the database."""
        with self._translated(), self._connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give a connection whose changes are committed together when the block ends."""
        with self._translated(), self._connect() as connection:
            self._refuse_moved()
            with connection.execution_options(**{WRITES: True}).begin():
                yield connection

    def log_ahead(self) -> None:
        """Prepare the file for several processes at once."""
        with self._translated():
            log_ahead(self._engine)

    def fold(self) -> None:
        """Fold SQLite's log into the file, so that what was erased stands in neither.

        While somebody reads, part of the log stays until the next time.
        """
        with self._translated():
            fold_log(self._engine)

    def close(self) -> None:
        """Close all connections; SQLite then folds its log into the file."""
        self._closed = True
        self._engine.dispose()

    def _connect(self) -> Connection:
        if self._closed:
            # The pool would open the file again, and nobody would close it.
            raise StoreUnavailable(place=self.where.shown, reason="closed")
        if self._process != os.getpid():
            # After a fork the connections are the parent's. SQLite must not even close them here:
            # that would act on the parent's locks. They are kept, unused, until the child ends.
            _inherited.append(self._engine)
            self._engine = make_engine(self.where, create=self._create)
            self._process = os.getpid()
        return self._engine.connect()

    def _refuse_moved(self) -> None:
        # A deleted file lives on for those who have it open: saves would succeed and be lost.
        now = self._identity()
        if self._file is None:
            self._file = now
        elif now != self._file:
            raise MovedDatabase(place=self.where.shown)

    def _identity(self) -> tuple[int, int] | None:
        if self.where.path is None:
            return None
        try:
            status = self.where.path.stat()
        except FileNotFoundError:
            return None
        return status.st_dev, status.st_ino

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (UnicodeEncodeError, OverflowError, DataError) as error:
            # An id with half an emoji or a NUL, a number too large: nothing is stored under that.
            raise NotFound(name="?") from error
        except (SQLAlchemyError, sqlite3.Error) as error:
            raise translate(error, self.where) from error
