"""The survey desk on a disk that is full, read-only or damaged: said, and nothing half-written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cxkit.forms.desk.state import desk_state, surveys_folder, sweep_surveys
from cxkit.forms.session import Session
from tests.disks import fill, read_only, small_disk
from tests.forms.test_desk import Told, session, store
from tests.survey.files import messy_xlsx

__all__ = ["session", "store"]
BEFORE = ["answers.xlsx", "desk.json"]


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let survey files lie on a disk of their own."""
    with small_disk(tmp_path / "small", 2000) as mounted:
        monkeypatch.setenv("CXKIT_SURVEYS", str(mounted / "surveys"))
        yield mounted


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return a file that would be a good one."""
    path = tmp_path / "other.csv"
    path.write_text("score;note\n" + "".join(f"{n % 10};text {n}\n" for n in range(20_000)))
    return path


def bring(told: Told, path: Path) -> dict[str, Any]:
    """Send a file, and return what became of it."""
    told.messages.clear()
    told.bring(path)
    said = [message for message in told.messages if message["kind"] == "refused"]
    return said[0] if said else told.wait("desk")


def there(session: Session) -> list[str]:
    """Return what lies in the workbook's folder."""
    folder = surveys_folder(session.store) / session.workbook
    return sorted(path.name for path in folder.iterdir())


def test_a_full_disk_keeps_the_file_before(
    session: Session, tmp_path: Path, disk: Path, other: Path
) -> None:
    told = Told(session)
    assert bring(told, messy_xlsx(tmp_path))["kind"] == "desk"
    filler, mapping = fill(disk), desk_state(session)["mapping"]
    assert "spazio" in bring(told, other)["message"]
    assert there(session) == BEFORE
    told("mapping", mapping=mapping)
    assert "spazio" in told.messages[-1]["message"]
    assert there(session) == BEFORE
    assert desk_state(session)["file"]["name"] == "clienti.xlsx"
    filler.unlink()
    assert bring(told, other)["file"]["name"] == "other.csv"
    assert there(session) == ["answers.csv", "desk.json"]


def test_a_folder_that_turned_read_only_is_said_and_still_read(
    session: Session, tmp_path: Path, disk: Path, other: Path
) -> None:
    told = Told(session)
    assert bring(told, messy_xlsx(tmp_path))["kind"] == "desk"
    with read_only(disk):
        assert "Read-only file system" in bring(told, other)["message"]
        told("remove")
        assert told.messages[-1]["kind"] == "refused"
        assert desk_state(session)["file"]["name"] == "clienti.xlsx"
        session.store.delete_workbook(session.workbook, person="owner")
        assert sweep_surveys(session.store) == []
    assert sweep_surveys(session.store) == [session.workbook]


@pytest.mark.parametrize(
    "notes",
    ["", "{", "[]", "3", "{}", '{"profile": 3}', '{"profile": {"rows": 1, "columns": []}}',
     '{"profile": {"rows": 1, "columns": [{}]}, "mapping": {}}', "[" * 5000, "\x00\xff"],
)  # fmt: skip
def test_damaged_notes_are_said_and_the_page_opens(
    session: Session, tmp_path: Path, other: Path, notes: str
) -> None:
    told = Told(session)
    bring(told, messy_xlsx(tmp_path))
    file = surveys_folder(session.store) / session.workbook / "desk.json"
    file.write_text(notes, encoding="latin-1")
    state = desk_state(session)
    assert state["file"] is None
    assert "Scegliete di nuovo" in state["trouble"]
    for kind in ("show", "panel", "confirm", "mapping"):
        told.messages.clear()
        told(kind, mapping={}, name="waves")
        assert [message["kind"] for message in told.messages] == ["refused"], kind
    assert bring(told, other)["trouble"] == ""
    assert there(session) == ["answers.csv", "desk.json"]


def test_damaged_rows_are_said_and_stay_as_they_are(session: Session, tmp_path: Path) -> None:
    told = Told(session)
    kept = bring(told, messy_xlsx(tmp_path))
    rows = surveys_folder(session.store) / session.workbook / "answers.xlsx"
    rows.write_bytes(b"PK\x03\x04 torn")
    told.messages.clear()
    told("sheet", name="")
    assert "clienti.xlsx" in told.wait("refused")["message"]
    assert rows.read_bytes() == b"PK\x03\x04 torn"
    assert desk_state(session)["file"]["name"] == kept["file"]["name"]
