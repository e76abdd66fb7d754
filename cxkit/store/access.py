"""Who may touch which workbook: the one place that classes and teams will extend."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from cxkit.store.errors import NotAllowed, NotFound
from cxkit.store.tables import workbook

OWNER = "owner"
"""The person of a workbook that serves one person."""


def admit(
    connection: Connection, person: str, workbook_id: str, *, writes: bool = False
) -> Row[Any]:
    """Give the workbook's row to a person who may touch it.

    Parameters
    ----------
    writes
        Whether the transaction is going to change the workbook. Where the database locks rows and
        not itself (PostgreSQL), savers of one workbook then queue up here.

    Raises
    ------
    NotFound
        There is no such workbook.
    NotAllowed
        It is not this person's; to the outside the same as ``NotFound``.
    """
    query = select(workbook).where(workbook.c.id == workbook_id)
    row = connection.execute(query.with_for_update() if writes else query).one_or_none()
    if row is None:
        raise NotFound(name=workbook_id)
    if not _may(person, row):
        raise NotAllowed(name=workbook_id)
    return row


def _may(person: str, row: Row[Any]) -> bool:
    return bool(row.owner_id == person)
