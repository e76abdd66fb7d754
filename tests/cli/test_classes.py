"""``cxkit class``: what whoever runs the server types, and what it says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cxkit.cli.classes import classes
from cxkit.store import OWNER, Store

NAME = "CX Milano 2026"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        monkeypatch.setenv(name, "en_GB.UTF-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert run("create", NAME, "--folder", str(tmp_path), "--keep-days", "30").exit_code == 0
    return tmp_path


def run(*words: str, answer: str = "") -> Result:
    return CliRunner().invoke(classes, list(words), input=answer)


def database(folder: Path, *, days_ago: int = 0) -> Store:
    """Open the data as they were some days ago."""
    return Store.open(
        folder / "cxworkbook.db", clock=lambda: datetime.now(UTC) - timedelta(days=days_ago)
    )


def ended(folder: Path, *, days_ago: int) -> None:
    """Let one person join and the class be closed, some days ago."""
    with database(folder, days_ago=days_ago) as store:
        (room,) = store.classes.all()
        store.classes.join(room.id, "Anna", secret="x")
        store.classes.close(room.id, by=OWNER)


def people(folder: Path) -> list[str]:
    with database(folder) as store:
        (room,) = store.classes.all()
        return [one.name for one in store.classes.members(room.id, "participant")]


def test_a_new_class_says_its_period(folder: Path) -> None:
    with database(folder) as store:
        (room,) = store.classes.all()
        assert room.keep_days == 30
        assert "keep" in [line.action for line in store.log.lines(room.id)]


def test_the_period_is_changed_and_taken_away(folder: Path) -> None:
    assert "90 days" in run("keep", NAME, "90", "--folder", str(folder)).output
    assert "no period" in run("keep", NAME, "0", "--folder", str(folder)).output
    refused = run("keep", NAME, "4000", "--folder", str(folder))
    assert refused.exit_code == 1
    assert "3650" in refused.output
    assert run("keep", "No such class", "9", "--folder", str(folder)).exit_code == 1


def test_what_is_over_is_listed_and_stays_until_somebody_says_erase(folder: Path) -> None:
    ended(folder, days_ago=31)
    said = run("expire", "--folder", str(folder))
    assert "over since" in said.output
    assert "--erase" in said.output
    declined = run("expire", "--erase", "--folder", str(folder), answer="n\n")
    assert declined.exit_code == 0
    assert people(folder) == ["Anna"]
    assert "was erased" in run("expire", "--erase", "--yes", "--folder", str(folder)).output
    assert people(folder) == []
    again = run("expire", "--erase", "--yes", "--folder", str(folder))
    assert "nothing is kept" in again.output
    assert "was erased" not in again.output


def test_what_is_not_over_is_never_erased(folder: Path) -> None:
    ended(folder, days_ago=29)
    said = run("expire", "--erase", "--yes", "--folder", str(folder))
    assert "kept until" in said.output
    assert people(folder) == ["Anna"]


def test_a_backup_is_made_once_and_where_it_can_be(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert run("backup", str(copy), "--folder", str(folder)).exit_code == 0
    with Store.open(copy) as store:
        assert [room.name for room in store.classes.all()] == [NAME]
    assert run("backup", str(copy), "--folder", str(folder)).exit_code == 1
    missing = run("backup", str(tmp_path / "no" / "copy.db"), "--folder", str(folder))
    assert missing.exit_code == 1
    assert "folder" in missing.output
