"""The migrations and the tables of the code say the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import cxkit.store
from cxkit.store import Store, errors, tables

MIGRATIONS = Path(cxkit.store.__file__).parent / "migrations"


def test_the_code_works_with_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [tables.SCHEMA]


def test_the_migrations_make_the_tables_of_the_code(store: Store) -> None:
    with store._database.read() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, tables.metadata) == []


def test_a_database_is_not_upgraded_twice(path: Path) -> None:
    with Store.create_or_upgrade(path) as store:
        made = store.create_workbook("Banca", "it")
    with Store.create_or_upgrade(path) as again:
        assert again.workbook(made.id).title == "Banca"


def test_a_kernel_opens_a_database_without_loading_alembic(path: Path, checkout: Path) -> None:
    Store.create_or_upgrade(path).close()
    code = (
        "import sys; from cxkit.store import Store; Store.open(sys.argv[1]).close();"
        "print(sorted({'alembic', 'pandas', 'ipywidgets', 'tornado'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        cwd=checkout,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_a_saved_answer_is_synced_to_the_disk_and_readers_do_not_wait(path: Path) -> None:
    Store.create_or_upgrade(path).close()
    with Store.open(path) as store, store._database.read() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    full = 2
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


def test_every_error_is_exported_and_worded_twice() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    kinds = [kind for kind in kinds if issubclass(kind, errors.StoreError)]
    assert {kind.__name__ for kind in kinds} <= set(cxkit.store.__all__)
    for kind in kinds:
        assert kind.italian != kind.english
        fields = [text.count("{") for text in (kind.italian, kind.english)]
        assert fields[0] == fields[1] or kind is errors.RefusedName
