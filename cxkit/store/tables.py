"""The tables as this version of the code knows them; ``migrations/`` bring a file to this state."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator

SCHEMA = "0001"
"""The migration this code works with. Ids count up, so that a larger one is a newer schema."""

NEEDS = "needs_cxkit"
"""The row of ``setting`` where each migration writes the version that can read it. This row and
``alembic_version`` are the promise an older cxkit relies on to refuse a newer file politely."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment in UTC, also on SQLite, which knows no time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Bring a moment to UTC, and make it naive where the database can't hold a zone."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give a moment back with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

person = Table(
    "person",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

workbook = Table(
    "workbook",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("owner_id", ForeignKey("person.id"), nullable=False),
    Column("title", String(200), nullable=False),
    Column("lang", String(2), nullable=False),
    Column("case_name", String(64)),
    Column("created_at", UtcDateTime, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Index(None, "owner_id"),
)

revision = Table(
    "revision",
    metadata,
    Column("workbook_id", ForeignKey("workbook.id", ondelete="CASCADE"), primary_key=True),
    Column("exercise", String(64), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("value", Text, nullable=False),
    Column("saved_at", UtcDateTime, nullable=False),
    Column("saved_by", ForeignKey("person.id"), nullable=False),
    Column("kind", String(8), nullable=False),
    CheckConstraint("kind IN ('save', 'restore', 'import')", name="kind"),
    CheckConstraint("revision >= 1", name="counts_from_one"),
)

# Which revision is current. A pointer, not a copy: a 200 kB answer is written once per save, and
# the current answer can't differ from its own history.
answer = Table(
    "answer",
    metadata,
    Column("workbook_id", String(64), primary_key=True),
    Column("exercise", String(64), primary_key=True),
    Column("revision", Integer, nullable=False),
    ForeignKeyConstraint(
        ["workbook_id", "exercise", "revision"],
        ["revision.workbook_id", "revision.exercise", "revision.revision"],
        ondelete="CASCADE",
    ),
)

place = Table(
    "place",
    metadata,
    Column("workbook_id", ForeignKey("workbook.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("chapter", String(64)),
    Column("lang", String(2)),
    Column("exercise", String(64)),
)

opened = Table(
    "opened",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("workbook_id", ForeignKey("workbook.id", ondelete="CASCADE"), nullable=False),
)

setting = Table(
    "setting",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)
