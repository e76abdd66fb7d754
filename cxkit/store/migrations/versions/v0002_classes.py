"""Classes: members, locked chapters, teams, comments, votes and the log of who did what."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ID = sa.String(64)
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables of a class, and say which version can read them."""
    _classrooms()
    _teams()
    _talk()
    setting = sa.table("setting", sa.column("key"), sa.column("value"))
    here = setting.c.key == "needs_cxkit"
    op.execute(setting.update().where(here).values(value="0.2.0"))


def _classrooms() -> None:
    op.create_table(
        "classroom",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("name_key", sa.String(200), nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("closed_at", _TIME),
        sa.Column("timer_ends_at", _TIME),
        sa.PrimaryKeyConstraint("id", name="pk_classroom"),
        sa.UniqueConstraint("name_key", name="uq_classroom_name_key"),
        sa.UniqueConstraint("code", name="uq_classroom_code"),
    )
    op.create_table(
        "member",
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("classroom_id", _ID, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("name_key", sa.String(200), nullable=False),
        sa.Column("secret", sa.String(200), nullable=False),
        sa.Column("link", _ID, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("joined_at", _TIME, nullable=False),
        sa.Column("seen_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_member"),
        _of("member", "person"),
        _of("member", "classroom"),
        sa.UniqueConstraint("link", name="uq_member_link"),
        sa.UniqueConstraint("classroom_id", "name_key", name="uq_member_classroom_id_name_key"),
        sa.CheckConstraint("role IN ('participant', 'instructor')", name="ck_member_role"),
    )
    op.create_table(
        "locked",
        sa.Column("classroom_id", _ID, nullable=False),
        sa.Column("chapter", _ID, nullable=False),
        sa.PrimaryKeyConstraint("classroom_id", "chapter", name="pk_locked"),
        _of("locked", "classroom"),
    )


def _teams() -> None:
    op.create_table(
        "team",
        sa.Column("workbook_id", _ID, nullable=False),
        sa.Column("classroom_id", _ID, nullable=False),
        sa.PrimaryKeyConstraint("workbook_id", name="pk_team"),
        _of("team", "workbook"),
        _of("team", "classroom"),
    )
    op.create_index("ix_team_classroom_id", "team", ["classroom_id"])
    op.create_table(
        "sharer",
        sa.Column("workbook_id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.PrimaryKeyConstraint("workbook_id", "person_id", name="pk_sharer"),
        sa.ForeignKeyConstraint(
            ["workbook_id"],
            ["team.workbook_id"],
            name="fk_sharer_workbook_id",
            ondelete="CASCADE",
        ),
        _of("sharer", "person"),
    )
    op.create_index("ix_sharer_person_id", "sharer", ["person_id"])


def _talk() -> None:
    op.create_table(
        "comment",
        sa.Column("id", _ID, nullable=False),
        sa.Column("workbook_id", _ID, nullable=False),
        sa.Column("exercise", _ID, nullable=False),
        sa.Column("author_id", _ID, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("written_at", _TIME, nullable=False),
        sa.Column("read_at", _TIME),
        sa.PrimaryKeyConstraint("id", name="pk_comment"),
        _of("comment", "workbook"),
        _of("comment", "person", column="author_id"),
    )
    op.create_index("ix_comment_workbook_id_exercise", "comment", ["workbook_id", "exercise"])
    op.create_table(
        "vote",
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("topic", _ID, nullable=False),
        sa.Column("item", _ID, nullable=False),
        sa.Column("dots", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "topic", "item", name="pk_vote"),
        _of("vote", "person"),
        sa.CheckConstraint("dots BETWEEN 1 AND 10", name="ck_vote_dots"),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("classroom_id", _ID),
        sa.Column("person_id", _ID),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("address", _ID),
        sa.Column("detail", sa.String(200)),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_classroom_id_at", "audit", ["classroom_id", "at"])


def _of(table: str, other: str, *, column: str = "") -> sa.ForeignKeyConstraint:
    named = column or f"{other}_id"
    return sa.ForeignKeyConstraint(
        [named], [f"{other}.id"], name=f"fk_{table}_{named}", ondelete="CASCADE"
    )
