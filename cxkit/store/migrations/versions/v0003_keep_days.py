"""How long what a class has written is kept once it has ended."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Give classes their period; those that are there have none."""
    op.add_column("classroom", sa.Column("keep_days", sa.Integer))
