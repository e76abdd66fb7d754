"""Everything that is particular to one database: SQLite's files and pragmas, PostgreSQL's codes.

No other module of the store knows which database it talks to.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import QueuePool

from cxkit.store.errors import (
    DamagedDatabase,
    MissingDatabase,
    MissingFolder,
    NotADatabase,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreUnavailable,
    UnknownAddress,
    UnwritableDatabase,
)

WRITES = "cxkit_writes"
"""Execution option of a connection that is going to write."""

BUSY_SECONDS = 5.0
_SQLITE_MAGIC = b"SQLite format 3\0"
_NEARLY_FULL = 1_000_000
_CHECKS = 20

_BY_SQLITE_CODE: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_FULL: StoreFull,
    sqlite3.SQLITE_READONLY: UnwritableDatabase,
    sqlite3.SQLITE_CANTOPEN: UnwritableDatabase,
    sqlite3.SQLITE_PERM: UnwritableDatabase,
    sqlite3.SQLITE_CORRUPT: DamagedDatabase,
    sqlite3.SQLITE_NOTADB: NotADatabase,
    sqlite3.SQLITE_BUSY: StoreBusy,
    sqlite3.SQLITE_LOCKED: StoreBusy,
}
_BY_POSTGRES_STATE: dict[str, type[StoreError]] = {
    "53100": StoreFull,
    "25006": UnwritableDatabase,
    "55P03": StoreBusy,
    "40P01": StoreBusy,
    "40001": StoreBusy,
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database lives: a file (``path``), or somewhere else by ``url``."""

    url: URL
    path: Path | None
    shown: str

    @property
    def in_memory(self) -> bool:
        """Whether it is an SQLite database that vanishes with its connection."""
        return self.path is None and self.url.get_backend_name() == "sqlite"


def address(place: str | Path) -> Address:
    """Read a file name or an SQLAlchemy URL; passwords never show."""
    text = str(place)
    if "\0" in text:
        raise UnknownAddress(place=text.replace("\0", "�"))
    if isinstance(place, Path) or "://" not in text:
        path = Path(text).resolve()
        return Address(URL.create("sqlite"), path, str(path))
    try:
        url = make_url(text)
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError):
        raise UnknownAddress(place=text.rsplit("@", maxsplit=1)[-1]) from None
    if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
        path = Path(str(url.database)).resolve()
        return Address(URL.create("sqlite"), path, str(path))
    return Address(url, None, url.render_as_string(hide_password=True))


def make_engine(where: Address, *, create: bool) -> Engine:
    """Make the engine of an address; nothing is opened yet."""
    if where.url.get_backend_name() != "sqlite":
        try:
            return create_engine(where.url, pool_pre_ping=True, pool_timeout=BUSY_SECONDS)
        except (ImportError, SQLAlchemyError):
            raise UnknownAddress(place=where.shown) from None
    # A file: URI with a mode, because a kernel must never create a database by opening one.
    mode = "rwc" if create else "rw"
    target = "file::memory:" if where.path is None else f"{where.path.as_uri()}?mode={mode}"
    engine = create_engine(
        "sqlite://",
        creator=lambda: _connect(target),
        poolclass=QueuePool,
        pool_size=1 if where.in_memory else 5,
        max_overflow=0 if where.in_memory else 10,
        pool_timeout=BUSY_SECONDS,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _connect(target: str) -> sqlite3.Connection:
    # Transactions are begun by us (isolation_level None): sqlite3's own begin too late, and never
    # for a read, which would then not see one moment of the database.
    connection = sqlite3.connect(
        target, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    # FULL syncs the log at each commit, so that what was shown as saved survives a power cut too.
    # Its price is one fsync: measured per save, 1.0 ms with it and 0.7 ms with NORMAL.
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA trusted_schema=OFF")
    # What is erased is overwritten, not only forgotten: its pages would keep it for years.
    connection.execute("PRAGMA secure_delete=ON")
    # Each page's kernel has a cache of its own, which would fill up to 2 MB as the class's file
    # grows. One workbook takes less, and what is not in it the system still has in memory.
    connection.execute("PRAGMA cache_size=-512")
    return connection


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another process wrote in
    # between, without waiting. One that is going to write takes the lock at its start.
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def log_ahead(engine: Engine) -> None:
    """Switch an SQLite file to write-ahead logging, for good; readers then never wait.

    A file system that can't do it keeps the rollback journal, which is as safe and slower.
    """
    if engine.dialect.name != "sqlite":
        return
    give_up = time.monotonic() + BUSY_SECONDS
    with closing(engine.raw_connection()) as connection:
        while not _switched(connection.cursor()):
            if time.monotonic() > give_up:
                raise PoolTimeout
            time.sleep(0.02)


def fold_log(engine: Engine) -> None:
    """Write an SQLite file's log back into the file and empty it, as far as readers allow."""
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _switched(cursor: DBAPICursor) -> bool:
    # SQLite does not wait here by itself when two processes create the same file at once.
    try:
        cursor.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def refuse_missing(where: Address) -> None:
    """Raise when a file that is to be opened is not there."""
    if where.path is not None and not where.path.exists():
        raise MissingDatabase(place=where.shown)


def refuse_unfit(where: Address) -> None:
    """Raise when a file can't become or can't be our database, and leave no trace of having looked.

    Raises
    ------
    MissingFolder, UnwritableDatabase, NotADatabase, DamagedDatabase
    """
    path = where.path
    if path is None:
        return
    shown = where.shown
    if not path.parent.is_dir():
        raise MissingFolder(place=shown, folder=path.parent)
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise UnwritableDatabase(place=shown)
    if not path.exists():
        return
    if not path.is_file():
        raise NotADatabase(place=shown)
    try:
        with path.open("r+b") as file:
            start = file.read(len(_SQLITE_MAGIC))
    except OSError:
        raise UnwritableDatabase(place=shown) from None
    if start and start != _SQLITE_MAGIC:
        raise NotADatabase(place=shown)
    if start:
        _check(path, shown)


def _check(path: Path, shown: str) -> None:
    # Another process may open, write and close the file while we read it. Damage is what is found
    # twice with nothing changed in between.
    seen: object = None
    for attempt in range(_CHECKS):
        state = _state(path)
        try:
            _check_once(path, shown)
        except (StoreError, OSError) as error:
            if state == seen or attempt == _CHECKS - 1:
                if isinstance(error, StoreError):
                    raise
                raise StoreUnavailable(place=shown, reason=_short(error)) from error
            seen = state
        else:
            return


def _state(path: Path) -> list[tuple[int, int] | None]:
    found: list[tuple[int, int] | None] = []
    for ending in ("", "-wal", "-journal"):
        try:
            status = Path(f"{path}{ending}").stat()
        except FileNotFoundError:
            found.append(None)
        else:
            found.append((status.st_mtime_ns, status.st_size))
    return found


def _check_once(path: Path, shown: str) -> None:
    log, shared, journal = (Path(f"{path}{ending}") for ending in ("-wal", "-shm", "-journal"))
    if log.exists() and shared.exists():
        # Somebody has it open, or was killed: all files are there already, reading adds none.
        _quick_check(f"{path.as_uri()}?mode=ro", shown)
    elif log.exists() or journal.exists():
        # Left half-way and nobody has it open. Reading would recover it; recover a copy instead.
        with tempfile.TemporaryDirectory() as folder:
            for file in (path, log, journal):
                if file.exists():
                    shutil.copyfile(file, Path(folder, file.name))
            _quick_check(Path(folder, path.name).as_uri(), shown)
    else:
        _quick_check(f"{path.as_uri()}?immutable=1", shown)


def _quick_check(target: str, shown: str) -> None:
    try:
        with closing(sqlite3.connect(target, uri=True, timeout=BUSY_SECONDS)) as connection:
            findings = connection.execute("PRAGMA quick_check(1)").fetchall()
    except sqlite3.Error as error:
        # A file that starts like a database but can't be read as one is a damaged one.
        kind = _sqlite_kind(error, None)
        raise (DamagedDatabase if kind is NotADatabase else kind)(
            place=shown, reason=_short(error)
        ) from None
    if findings != [("ok",)]:
        raise DamagedDatabase(place=shown)


def translate(error: Exception, where: Address) -> StoreError:
    """Say what an error of SQLAlchemy or of a driver means to us."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(error, PoolTimeout):
        kind: type[StoreError] = StoreBusy
    elif isinstance(cause, sqlite3.Error):
        kind = _sqlite_kind(cause, where.path)
    else:
        state = str(getattr(cause, "sqlstate", ""))
        kind = _BY_POSTGRES_STATE.get(state, StoreUnavailable)
    return kind(place=where.shown, reason=_short(cause))


def _sqlite_kind(error: sqlite3.Error, path: Path | None) -> type[StoreError]:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    # A full disk shows as an I/O error where SQLite grows its shared memory.
    if code == sqlite3.SQLITE_IOERR and path is not None and _nearly_full(path.parent):
        return StoreFull
    return _BY_SQLITE_CODE.get(code, StoreUnavailable)


def _nearly_full(folder: Path) -> bool:
    return folder.is_dir() and shutil.disk_usage(folder).free < _NEARLY_FULL


def _short(error: BaseException | None) -> str:
    name = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
    return str(name or type(error).__name__)
