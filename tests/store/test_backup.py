"""A copy taken while people write is whole and can be put back."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from cxkit.store import AlreadyThere, MissingDatabase, MissingFolder, Store, backup


def test_a_backup_taken_while_people_write_opens_and_holds_what_was_saved(
    path: Path, tmp_path: Path
) -> None:
    with Store.create_or_upgrade(path) as store:
        bank = store.create_workbook("Banca", "it")
        store.save(bank.id, "profile", {"n": 0}, expected_revision=0)
        enough, stop = threading.Event(), threading.Event()

        def write() -> None:
            number = 1
            while not stop.is_set():
                store.save(bank.id, "profile", {"n": number}, expected_revision=number)
                number += 1
                if number > 5:
                    enough.set()

        writer = threading.Thread(target=write)
        writer.start()
        assert enough.wait(30)
        copy = backup(path, tmp_path / "copy.db")
        stop.set()
        writer.join()
    with Store.open(copy) as restored:
        kept = restored.answer(bank.id, "profile")
        assert kept is not None
        assert kept.revision == kept.value["n"] + 1 >= 6
        assert len(restored.history(bank.id, "profile")) == kept.revision
        restored.save(bank.id, "profile", {"n": "later"}, expected_revision=kept.revision)


def test_a_backup_never_replaces_a_file(path: Path, tmp_path: Path) -> None:
    Store.create_or_upgrade(path).close()
    target = tmp_path / "copy.db"
    target.write_bytes(b"something else")
    with pytest.raises(AlreadyThere):
        backup(path, target)
    assert target.read_bytes() == b"something else"
    assert not list(tmp_path.glob(".cxkit-backup-*"))


def test_what_is_missing_is_named(path: Path, tmp_path: Path) -> None:
    with pytest.raises(MissingDatabase):
        backup(path, tmp_path / "copy.db")
    Store.create_or_upgrade(path).close()
    with pytest.raises(MissingFolder, match="nowhere"):
        backup(path, tmp_path / "nowhere" / "copy.db")
