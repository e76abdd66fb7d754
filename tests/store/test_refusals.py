"""Files and folders that can't serve: one clear sentence, and not a byte of them touched."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cxkit.store import (
    DamagedDatabase,
    MissingDatabase,
    MissingFolder,
    MovedDatabase,
    NewerDatabase,
    NotADatabase,
    OutdatedDatabase,
    Store,
    StoreError,
    StoreFull,
    UnknownAddress,
    UnwritableDatabase,
    engine,
)


def _filled(path: Path) -> None:
    with Store.create_or_upgrade(path) as store:
        answers = {f"exercise-{n}": {"text": "parola " * 500} for n in range(40)}
        store.create_workbook("Banca", "it", answers=answers)


def _tree(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def _sentence(error: StoreError, path: Path) -> None:
    for lang in ("it", "en"):
        message = error.message(lang)
        assert str(path) in message
        assert "{" not in message
        assert "\n" not in message
    assert error.message("it") != error.message("en")


def _random(path: Path) -> None:
    path.write_bytes(os.urandom(20_000))


def _header_then_garbage(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + os.urandom(20_000))


def _header_alone(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def _text(path: Path) -> None:
    path.write_text("Gentile cliente, grazie.", encoding="utf-8")


def _truncated(path: Path) -> None:
    _filled(path)
    os.truncate(path, path.stat().st_size // 2)


def _cut_by_a_byte(path: Path) -> None:
    _filled(path)
    os.truncate(path, path.stat().st_size - 4097)


def _overwritten(path: Path) -> None:
    _filled(path)
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(os.urandom(4096 * 6))


def _overwritten_beside_a_log(path: Path) -> None:
    _overwritten(path)
    Path(f"{path}-wal").write_bytes(b"")


def _folder(path: Path) -> None:
    path.mkdir()


def _somebody_elses(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.commit()
    connection.close()


BROKEN: dict[str, tuple[Callable[[Path], None], type[StoreError]]] = {
    "random bytes": (_random, NotADatabase),
    "text": (_text, NotADatabase),
    "folder": (_folder, NotADatabase),
    "another program's": (_somebody_elses, NotADatabase),
    "header, garbage": (_header_then_garbage, DamagedDatabase),
    "header alone": (_header_alone, DamagedDatabase),
    "truncated": (_truncated, DamagedDatabase),
    "a page missing": (_cut_by_a_byte, DamagedDatabase),
    "overwritten": (_overwritten, DamagedDatabase),
    "overwritten, with log": (_overwritten_beside_a_log, DamagedDatabase),
}


@pytest.mark.parametrize("damage", BROKEN)
def test_a_damaged_file_is_refused_and_left_as_it_is(path: Path, damage: str) -> None:
    make, error = BROKEN[damage]
    make(path)
    before = _tree(path.parent)
    with pytest.raises(error) as caught:
        Store.create_or_upgrade(path)
    assert _tree(path.parent) == before
    _sentence(caught.value, path)
    assert isinstance(caught.value, DamagedDatabase)


@pytest.mark.parametrize("damage", ["random bytes", "text", "another program's", "header alone"])
def test_a_kernel_refuses_a_damaged_file_too(path: Path, damage: str) -> None:
    BROKEN[damage][0](path)
    before = _tree(path.parent)
    with pytest.raises(DamagedDatabase):
        Store.open(path)
    assert _tree(path.parent) == before


def test_an_empty_file_is_a_new_database(path: Path) -> None:
    path.touch()
    with Store.create_or_upgrade(path) as store:
        assert store.workbooks() == []


def _copied_while_open(path: Path, copy: Path, endings: list[str]) -> str:
    """Leave what a kill leaves: the file, with the last saves in its log only."""
    with Store.create_or_upgrade(path) as store:
        answers = {f"exercise-{n}": {"text": "parola " * 500} for n in range(40)}
        made = store.create_workbook("Banca", "it", answers=answers)
    with Store.open(path) as store:
        store.save(made.id, "profile", {"company": "Acme"}, expected_revision=0)
        for ending in endings:
            shutil.copy(f"{path}{ending}", f"{copy}{ending}")
    return made.id


@pytest.mark.parametrize("endings", [["", "-wal"], ["", "-wal", "-shm"]], ids=["log", "killed"])
def test_a_file_left_with_its_log_is_whole(path: Path, tmp_path: Path, endings: list[str]) -> None:
    copy = tmp_path / "copy.db"
    workbook = _copied_while_open(path, copy, endings)
    with Store.create_or_upgrade(copy) as store:
        assert store.answers(workbook)["profile"].value == {"company": "Acme"}
        assert len(store.answers(workbook)) == 41


@pytest.mark.parametrize("endings", [["", "-wal"], ["", "-wal", "-shm"]], ids=["log", "killed"])
def test_damage_beside_a_log_leaves_file_and_log_as_they_are(
    path: Path, tmp_path: Path, endings: list[str]
) -> None:
    folder = tmp_path / "damaged"
    folder.mkdir()
    copy = folder / "copy.db"
    _copied_while_open(path, copy, endings)
    with copy.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(os.urandom(4096 * 20))
    before = _tree(folder)
    with pytest.raises(DamagedDatabase):
        Store.create_or_upgrade(copy)
    after = _tree(folder)
    # The index of the log is scratch memory that SQLite makes anew.
    for tree in (before, after):
        tree.pop("copy.db-shm", None)
    assert after == before
    assert {file.name for file in folder.iterdir()} == {f"copy.db{ending}" for ending in endings}


def test_a_file_that_changes_while_it_is_checked_is_checked_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _filled(path)
    looks: list[str] = []
    quick_check = engine._quick_check

    def look(target: str, shown: str) -> None:
        looks.append(target)
        if len(looks) == 1:
            os.utime(path, (0, 0))
            raise DamagedDatabase(place=shown)
        quick_check(target, shown)

    monkeypatch.setattr(engine, "_quick_check", look)
    Store.create_or_upgrade(path).close()
    assert len(looks) == 2


def test_damage_met_while_working_is_told_as_such(path: Path) -> None:
    with Store.create_or_upgrade(path) as store:
        made = store.create_workbook("Banca", "it", answers={"profile": {"a": "x" * 9000}})
    _scramble(path)
    with Store.open(path) as store, pytest.raises(DamagedDatabase):
        store.answers(made.id)


def _scramble(path: Path) -> None:
    connection = sqlite3.connect(path)
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'revision'"
    ).fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek(4096 * (root - 1))
        file.write(b"\xff" * 4096)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "no" / "such" / "cxworkbook.db"
    with pytest.raises(MissingFolder) as caught:
        Store.create_or_upgrade(path)
    _sentence(caught.value, path.parent)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_a_missing_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableDatabase):
        Store.create_or_upgrade(tmp_path / "file" / "cxworkbook.db")


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_a_folder_that_takes_no_files_is_unwritable_even_for_root() -> None:
    path = Path("/proc/cxworkbook.db")
    with pytest.raises(UnwritableDatabase) as caught:
        Store.create_or_upgrade(path)
    _sentence(caught.value, path)


@pytest.fixture
def immutable() -> Iterator[Callable[[Path], None]]:
    """Make a path read-only for everybody, root included."""
    chattr = shutil.which("chattr")
    done: list[Path] = []

    def make(path: Path) -> None:
        if os.geteuid() != 0:
            done.append(path)
            path.chmod(0o555 if path.is_dir() else 0o444)
        elif (
            chattr
            and subprocess.run([chattr, "+i", path], capture_output=True, check=False).returncode
            == 0
        ):
            done.append(path)
        else:
            pytest.skip("root writes everywhere here: this file system has no immutable flag")

    yield make
    for path in done:
        if os.geteuid() != 0:
            path.chmod(0o755)
        else:
            subprocess.run([str(chattr), "-i", path], check=True)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions work differently on Windows")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_read_only_database_is_refused(
    path: Path, immutable: Callable[[Path], None], what: str
) -> None:
    _filled(path)
    before = _tree(path.parent)
    immutable(path if what == "file" else path.parent)
    with pytest.raises(UnwritableDatabase) as caught:
        Store.create_or_upgrade(path)
    _sentence(caught.value, path)
    assert _tree(path.parent) == before


def test_a_kernel_never_makes_a_database(path: Path) -> None:
    with pytest.raises(MissingDatabase) as caught:
        Store.open(path)
    _sentence(caught.value, path)
    assert not path.exists()


def _set_version(path: Path, version: str, needs: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    connection.execute("UPDATE setting SET value = ? WHERE key = 'needs_cxkit'", (needs,))
    connection.commit()
    connection.close()


@pytest.mark.parametrize("door", [Store.create_or_upgrade, Store.open])
def test_a_newer_database_is_refused_with_the_version_it_needs(
    path: Path, door: Callable[[Path], Store]
) -> None:
    _filled(path)
    _set_version(path, "0042", "7.3.0")
    before = _tree(path.parent)
    with pytest.raises(NewerDatabase) as caught:
        door(path)
    _sentence(caught.value, path)
    assert "cxkit 7.3.0" in caught.value.message("it")
    assert _tree(path.parent) == before


def test_a_kernel_says_when_the_schema_is_older(path: Path) -> None:
    _filled(path)
    _set_version(path, "0000", "0.0.1")
    with pytest.raises(OutdatedDatabase) as caught:
        Store.open(path)
    _sentence(caught.value, path)


@pytest.mark.parametrize(
    "place",
    [
        "nosuch://x/y",
        "postgresql+nosuch://me:secret@host/db",
        "://",
        "a\0b",
        "oracle://me:secret@h/x",
    ],
)
def test_an_address_nobody_can_open_is_refused_without_its_password(place: str) -> None:
    with pytest.raises(UnknownAddress) as caught:
        Store.create_or_upgrade(place)
    assert "secret" not in caught.value.message("it") + str(caught.value)


@pytest.mark.parametrize(
    "name", ["a b.db", "50%.db", "what?.db", "#1.db", "perché.db", "a'b;--.db"]
)
def test_a_path_may_hold_any_character(tmp_path: Path, name: str) -> None:
    with Store.create_or_upgrade(str(tmp_path / name)) as store:
        store.create_workbook("Banca", "it")
        assert all(file.name.startswith(name) for file in tmp_path.iterdir())
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_url_and_a_path_open_the_same_file(path: Path) -> None:
    with Store.create_or_upgrade(f"sqlite:///{path}") as store:
        store.create_workbook("Banca", "it")
    with Store.open(str(path)) as store:
        assert len(store.workbooks()) == 1


def test_a_full_disk_keeps_the_old_value(path: Path) -> None:
    with Store.create_or_upgrade(path) as store:
        made = store.create_workbook("Banca", "it", answers={"profile": {"company": "Acme"}})
        with store._database.read() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreFull) as caught:
            store.save(made.id, "profile", {"company": "x" * 50_000}, expected_revision=1)
        _sentence(caught.value, path)
        with pytest.raises(StoreFull):
            store.create_workbook("Import", "it", answers={"profile": {"company": "x" * 50_000}})
        assert store.workbooks() == [made]
        with store._database.read() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
        assert store.answers(made.id)["profile"].value == {"company": "Acme"}
        store.save(made.id, "profile", {"company": "x" * 50_000}, expected_revision=1)
        assert len(store.history(made.id, "profile")) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not delete an open file")
@pytest.mark.parametrize("how", ["deleted", "replaced"])
def test_nothing_is_saved_into_a_file_that_was_taken_away(path: Path, how: str) -> None:
    with Store.create_or_upgrade(path) as store:
        made = store.create_workbook("Banca", "it")
        if how == "replaced":
            shutil.copy(path, f"{path}.copy")
            Path(f"{path}.copy").replace(path)
        else:
            path.unlink()
        with pytest.raises(MovedDatabase) as caught:
            store.save(made.id, "profile", {"company": "Acme"}, expected_revision=0)
        _sentence(caught.value, path)
