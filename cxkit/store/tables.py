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
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

SCHEMA = "0003"
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
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
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

classroom = Table(
    "classroom",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("name_key", String(200), nullable=False, unique=True),
    Column("code", String(16), nullable=False, unique=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    Column("timer_ends_at", UtcDateTime),
    Column("keep_days", Integer),
)

# A person belongs to one class: who comes back next year joins anew.
member = Table(
    "member",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("classroom_id", ForeignKey("classroom.id", ondelete="CASCADE"), nullable=False),
    Column("role", String(16), nullable=False),
    Column("name_key", String(200), nullable=False),
    Column("secret", String(200), nullable=False),
    Column("link", String(64), nullable=False, unique=True),
    Column("epoch", Integer, nullable=False),
    Column("joined_at", UtcDateTime, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    CheckConstraint("role IN ('participant', 'instructor')", name="role"),
    UniqueConstraint("classroom_id", "name_key"),
)

locked = Table(
    "locked",
    metadata,
    Column("classroom_id", ForeignKey("classroom.id", ondelete="CASCADE"), primary_key=True),
    Column("chapter", String(64), primary_key=True),
)

# A workbook that several people of a class write together, and who they are beside its owner.
team = Table(
    "team",
    metadata,
    Column("workbook_id", ForeignKey("workbook.id", ondelete="CASCADE"), primary_key=True),
    Column("classroom_id", ForeignKey("classroom.id", ondelete="CASCADE"), nullable=False),
    Index(None, "classroom_id"),
)
sharer = Table(
    "sharer",
    metadata,
    Column("workbook_id", ForeignKey("team.workbook_id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "person_id"),
)

comment = Table(
    "comment",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("workbook_id", ForeignKey("workbook.id", ondelete="CASCADE"), nullable=False),
    Column("exercise", String(64), nullable=False),
    Column("author_id", ForeignKey("person.id", ondelete="CASCADE"), nullable=False),
    Column("text", Text, nullable=False),
    Column("written_at", UtcDateTime, nullable=False),
    Column("read_at", UtcDateTime),
    Index(None, "workbook_id", "exercise"),
)

vote = Table(
    "vote",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("topic", String(64), primary_key=True),
    Column("item", String(64), primary_key=True),
    Column("dots", Integer, nullable=False),
    CheckConstraint("dots BETWEEN 1 AND 10", name="dots"),
)

# No keys to people: the log outlives who is erased, then without their name and address.
audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("classroom_id", String(64)),
    Column("person_id", String(64)),
    Column("action", String(32), nullable=False),
    Column("address", String(64)),
    Column("detail", String(200)),
    Index(None, "classroom_id", "at"),
)
