"""Who did what: sign-ins, refusals, and what instructors do with other people's work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import insert, select

from cxkit.store.database import Database
from cxkit.store.records import LogLine
from cxkit.store.tables import audit
from cxkit.store.values import whole_text

DETAIL_LENGTH = 200
_FIELDS = (audit.c.at, audit.c.classroom_id, audit.c.person_id, audit.c.action, audit.c.address,
           audit.c.detail)  # fmt: skip


class Log:
    """The audit log; reached as ``store.log``. Lines are added and never changed."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def note(
        self,
        action: str,
        *,
        classroom: str | None = None,
        person: str | None = None,
        address: str | None = None,
        detail: str = "",
    ) -> None:
        """Add a line; never a secret, and of a text no more than its first 200 characters."""
        row = {
            "at": self._clock(),
            "classroom_id": classroom,
            "person_id": person,
            "action": action[:32],
            "address": address and address[:64],
            "detail": whole_text(detail).replace("\x00", "")[:DETAIL_LENGTH],
        }
        with self._database.write() as connection:
            connection.execute(insert(audit), row)

    def lines(self, classroom: str | None = None, *, last: int = 500) -> list[LogLine]:
        """The last lines of a class or of all, the newest first."""
        query = select(*_FIELDS).order_by(audit.c.id.desc()).limit(last)
        if classroom is not None:
            query = query.where(audit.c.classroom_id == classroom)
        with self._database.read() as connection:
            return [LogLine(*row) for row in connection.execute(query)]
