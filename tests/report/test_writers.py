"""The formats: each named once, each loaded when it is asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cxkit.report.request import Request
from cxkit.report.writers import FORMATS
from cxkit.report.writing import write_files
from cxkit.workbook import Workbook


# Paper has tests of its own: it needs a browser.
@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"pdf"}))
def test_the_same_request_gives_the_same_bytes(name: str, small: Workbook) -> None:
    request = Request(small, "en", date(2026, 3, 1))
    assert FORMATS[name].write(request) == FORMATS[name].write(request)


def test_exercises_that_are_not_asked_for_are_left_out(small: Workbook) -> None:
    request = Request(small, "en", date(2026, 3, 1), exercises=("vision-statement",))
    page = FORMATS["html"].write(request)
    assert isinstance(page, bytes)
    assert b'id="vision-statement"' in page
    assert b'id="buyer-persona"' not in page


def test_a_folder_of_files_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    place = tmp_path / "tables"
    write_files(place, {"a.csv": b"1", "b.csv": b"2"})
    write_files(place, {"a.csv": b"3"})
    assert [(p.name, p.read_bytes()) for p in place.iterdir()] == [("a.csv", b"3")]
    assert list(tmp_path.iterdir()) == [place]


def test_a_folder_that_cannot_be_written_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "tables"
    write_files(place, {"a.csv": b"1"})

    def fail(_: int) -> None:
        raise OSError("full")

    monkeypatch.setattr("cxkit.report.writing.os.fsync", fail)
    with pytest.raises(OSError, match="full"):
        write_files(place, {"a.csv": b"2"})
    assert [p.name for p in tmp_path.iterdir()] == ["tables"]
    assert (place / "a.csv").read_bytes() == b"1"
