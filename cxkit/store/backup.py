"""A copy of a database that people are writing in."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from cxkit.store.engine import address
from cxkit.store.errors import (
    AlreadyThere,
    MissingDatabase,
    MissingFolder,
    StoreFull,
    UnknownAddress,
    UnwritableDatabase,
)

_PAGES = 256
"""Pages copied at a time; in between, people save."""


def backup(place: str | Path, target: Path) -> Path:
    """Copy an SQLite database while it is in use, by SQLite's own online backup.

    The copy is whole or not there: it is written beside the target and takes its name at the end.
    A PostgreSQL database is backed up by its own tools (``pg_dump``).

    Parameters
    ----------
    place
        The database.
    target
        A file that does not exist yet.

    Returns
    -------
    Path
        The target.

    Raises
    ------
    AlreadyThere, MissingDatabase, MissingFolder, StoreFull, UnknownAddress, UnwritableDatabase

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from cxkit.store import Store
    >>> with TemporaryDirectory() as folder:
    ...     data, copy = Path(folder, "cxworkbook.db"), Path(folder, "copy.db")
    ...     with Store.create_or_upgrade(data) as store:
    ...         bank = store.create_workbook("Banca", "it")
    ...         _ = backup(data, copy)
    ...     with Store.open(copy) as again:
    ...         again.workbook(bank.id).title
    'Banca'
    """
    source = address(place)
    if source.path is None:
        raise UnknownAddress(place=source.shown)
    if not source.path.is_file():
        raise MissingDatabase(place=source.shown)
    if not target.parent.is_dir():
        raise MissingFolder(place=target, folder=target.parent)
    if target.exists():
        raise AlreadyThere(name=target)
    try:
        handle, made = tempfile.mkstemp(dir=target.parent, prefix=".cxkit-backup-")
    except OSError as error:
        raise UnwritableDatabase(place=target) from error
    os.close(handle)
    fresh = Path(made)
    try:
        _copy(source.path, fresh)
        fresh.rename(target)
    except sqlite3.OperationalError as error:
        full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
        raise (StoreFull if full else UnwritableDatabase)(place=target) from error
    finally:
        fresh.unlink(missing_ok=True)
    return target


def _copy(source: Path, target: Path) -> None:
    readable = f"{source.resolve().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(readable, uri=True)) as here,
        closing(sqlite3.connect(target)) as there,
    ):
        here.backup(there, pages=_PAGES)
        # A copy is one file: without a log beside it, it can be moved and mailed.
        there.execute("PRAGMA journal_mode = DELETE")
