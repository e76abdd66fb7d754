"""Which schema a database has, and how it gets the one this code needs."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, select, table
from sqlalchemy import column as named

from cxkit.store.errors import NewerDatabase, NotADatabase, OutdatedDatabase
from cxkit.store.tables import NEEDS, SCHEMA, setting

_MIGRATIONS = Path(__file__).parent / "migrations"
_versions = table("alembic_version", named("version_num"))


def version(connection: Connection, shown: str) -> str | None:
    """Read the schema's version; None for a database without tables.

    Raises
    ------
    NotADatabase
        The tables are somebody else's.
    """
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables and "setting" in tables:
        found: str | None = connection.scalar(select(_versions.c.version_num))
        return found
    if tables:
        raise NotADatabase(place=shown)
    return None


def refuse_newer(connection: Connection, shown: str) -> str | None:
    """Read the version and raise ``NewerDatabase`` when it is above ours."""
    found = version(connection, shown)
    if found is not None and found > SCHEMA:
        needs = connection.scalar(select(setting.c.value).where(setting.c.key == NEEDS))
        raise NewerDatabase(place=shown, needs=needs or f"(schema {found})")
    return found


def refuse_other(connection: Connection, shown: str) -> None:
    """Raise unless the schema is exactly ours."""
    if refuse_newer(connection, shown) != SCHEMA:
        raise OutdatedDatabase(place=shown)


def upgrade(connection: Connection) -> None:
    """Run the missing migrations, in the transaction the connection is in: all of them or none."""
    from alembic import command  # late: heavy
    from alembic.config import Config  # late: heavy

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
