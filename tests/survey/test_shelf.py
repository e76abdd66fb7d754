"""Where rows lie: whole or not at all, private, gone when removed."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from cxkit.survey.errors import SurveyError
from cxkit.survey.shelf import MOST_BYTES, Shelf


def filled(shelf: Shelf, content: bytes = b"id;voto\n1;7\n", name: str = "answers.csv") -> Shelf:
    coming = shelf.receive(name, len(content))
    coming.add(content, 0)
    coming.keep()
    return shelf


def test_a_file_arrives_in_pieces(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "w1")
    coming = shelf.receive("answers.csv", 6)
    assert coming.add(b"id;", 0) == 3
    assert not coming.is_whole
    coming.add(b"v\n1", 3)
    coming.keep()
    assert shelf.rows is not None
    assert shelf.rows.read_bytes() == b"id;v\n1"
    assert shelf.notes()["name"] == "answers.csv"


def test_a_piece_that_is_missing_ends_the_upload_and_keeps_the_file_before(tmp_path: Path) -> None:
    shelf = filled(Shelf(tmp_path, "w1"))
    coming = shelf.receive("other.csv", 100)
    coming.add(b"abc", 0)
    with pytest.raises(SurveyError):
        coming.add(b"def", 50)
    assert shelf.rows is not None
    assert shelf.rows.read_bytes() == b"id;voto\n1;7\n"
    assert shelf.notes()["name"] == "answers.csv"


def test_another_kind_of_file_leaves_nothing_of_the_one_before(tmp_path: Path) -> None:
    shelf = filled(filled(Shelf(tmp_path, "w1")), b"PAR1", "answers.parquet")
    assert sorted(path.name for path in shelf.folder.iterdir()) == ["answers.parquet", "desk.json"]


def test_nobody_else_on_the_machine_can_read_it(tmp_path: Path) -> None:
    shelf = filled(Shelf(tmp_path / "surveys", "w1"))
    assert shelf.rows is not None
    assert stat.S_IMODE(shelf.rows.stat().st_mode) == 0o600
    assert stat.S_IMODE(shelf.folder.stat().st_mode) == 0o700


def test_what_is_removed_is_gone(tmp_path: Path) -> None:
    shelf = filled(Shelf(tmp_path, "w1"))
    shelf.clear()
    assert shelf.rows is None
    assert not shelf.folder.exists()


@pytest.mark.parametrize("size", [0, -1, MOST_BYTES + 1])
def test_sizes_that_do_not_fit_are_refused_at_once(tmp_path: Path, size: int) -> None:
    with pytest.raises(SurveyError):
        Shelf(tmp_path, "w1").receive("a.csv", size)


@pytest.mark.parametrize("workbook", ["", "..", "a/b", "a\\b", "w" * 80])
def test_a_workbook_is_never_a_path(tmp_path: Path, workbook: str) -> None:
    with pytest.raises(SurveyError):
        Shelf(tmp_path, workbook)
