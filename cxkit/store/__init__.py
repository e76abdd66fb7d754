"""The database of people, workbooks, answers and revisions.

``Store`` is the only way in. SQLite by default, PostgreSQL by URL; nothing of SQLAlchemy shows.
"""

from cxkit.store.access import OWNER
from cxkit.store.errors import (
    AlreadyThere,
    Conflict,
    DamagedDatabase,
    MissingDatabase,
    MissingFolder,
    MovedDatabase,
    NewerDatabase,
    NotADatabase,
    NotAllowed,
    NotFound,
    OutdatedDatabase,
    RefusedName,
    RefusedValue,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreUnavailable,
    UnknownAddress,
    UnwritableDatabase,
    ValueTooLarge,
)
from cxkit.store.records import Place, Revision, Saved, Stored, WorkbookInfo
from cxkit.store.store import Store

__all__ = [
    "OWNER",
    "AlreadyThere",
    "Conflict",
    "DamagedDatabase",
    "MissingDatabase",
    "MissingFolder",
    "MovedDatabase",
    "NewerDatabase",
    "NotADatabase",
    "NotAllowed",
    "NotFound",
    "OutdatedDatabase",
    "Place",
    "RefusedName",
    "RefusedValue",
    "Revision",
    "Saved",
    "Store",
    "StoreBusy",
    "StoreError",
    "StoreFull",
    "StoreUnavailable",
    "Stored",
    "UnknownAddress",
    "UnwritableDatabase",
    "ValueTooLarge",
    "WorkbookInfo",
]
