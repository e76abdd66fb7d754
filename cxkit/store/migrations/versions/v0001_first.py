"""People, workbooks, answers and their revisions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the first tables."""
    _people_and_workbooks()
    _answers()
    _places()
    setting = op.create_table(
        "setting",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_setting"),
    )
    op.bulk_insert(setting, [{"key": "needs_cxkit", "value": "0.1.0"}])


def _people_and_workbooks() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_table(
        "workbook",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("owner_id", sa.String(64), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("lang", sa.String(2), nullable=False),
        sa.Column("case_name", sa.String(64)),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("changed_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workbook"),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name="fk_workbook_owner_id"),
    )
    op.create_index("ix_workbook_owner_id", "workbook", ["owner_id"])


def _answers() -> None:
    op.create_table(
        "revision",
        sa.Column("workbook_id", sa.String(64), nullable=False),
        sa.Column("exercise", sa.String(64), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("saved_at", _TIME, nullable=False),
        sa.Column("saved_by", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.PrimaryKeyConstraint("workbook_id", "exercise", "revision", name="pk_revision"),
        sa.ForeignKeyConstraint(
            ["workbook_id"], ["workbook.id"], name="fk_revision_workbook_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["saved_by"], ["person.id"], name="fk_revision_saved_by"),
        sa.CheckConstraint("kind IN ('save', 'restore', 'import')", name="ck_revision_kind"),
        sa.CheckConstraint("revision >= 1", name="ck_revision_counts_from_one"),
    )
    op.create_table(
        "answer",
        sa.Column("workbook_id", sa.String(64), nullable=False),
        sa.Column("exercise", sa.String(64), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("workbook_id", "exercise", name="pk_answer"),
        sa.ForeignKeyConstraint(
            ["workbook_id", "exercise", "revision"],
            ["revision.workbook_id", "revision.exercise", "revision.revision"],
            name="fk_answer_workbook_id_exercise_revision",
            ondelete="CASCADE",
        ),
    )


def _places() -> None:
    op.create_table(
        "place",
        sa.Column("workbook_id", sa.String(64), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("chapter", sa.String(64)),
        sa.Column("lang", sa.String(2)),
        sa.Column("exercise", sa.String(64)),
        sa.PrimaryKeyConstraint("workbook_id", "person_id", name="pk_place"),
        sa.ForeignKeyConstraint(
            ["workbook_id"], ["workbook.id"], name="fk_place_workbook_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_place_person_id"),
    )
    op.create_table(
        "opened",
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("workbook_id", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_opened"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_opened_person_id"),
        sa.ForeignKeyConstraint(
            ["workbook_id"], ["workbook.id"], name="fk_opened_workbook_id", ondelete="CASCADE"
        ),
    )
