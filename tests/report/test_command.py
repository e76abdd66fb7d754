"""What `cxkit export` does, and what it says when it cannot."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cxkit.report import ReportError
from cxkit.report.command import export
from cxkit.resources import samples
from cxkit.store import Store
from cxkit.workbook import Workbook


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a copy of the bank's sample."""
    return Path(shutil.copy(samples() / "bank.en.cxworkbook.json", tmp_path))


@pytest.fixture
def database(tmp_path: Path, small: Workbook) -> Path:
    """Return a database with two workbooks of one title and a third."""
    place = tmp_path / "cxworkbook.db"
    with Store.create_or_upgrade(place) as store:
        store.create_workbook("Rail/Way: 1", "en", id="first", answers=small.values())
        store.create_workbook("Twin", "en", id="a")
        store.create_workbook("Twin", "it", id="b")
        store.set_current("owner", "first")
    return place


def test_the_report_stands_beside_its_source(source: Path) -> None:
    made = export(source)
    assert made == source.with_name("bank.en.html")
    assert "<html" in made.read_text(encoding="utf-8")


def test_out_can_be_a_file_or_a_folder(source: Path, tmp_path: Path) -> None:
    assert export(source, out=tmp_path / "mine.html").name == "mine.html"
    folder = tmp_path / "reports"
    folder.mkdir()
    assert export(source, out=folder) == folder / "bank.en.html"


def test_the_open_workbook_of_a_database_is_the_one_reported(database: Path) -> None:
    made = export(database)
    assert made.name == "Rail-Way-1.html"
    assert "Everyone arrives." in made.read_text(encoding="utf-8")


def test_a_workbook_can_be_named_by_its_id(database: Path) -> None:
    assert '<html lang="it">' in export(database, workbook="b").read_text(encoding="utf-8")


def test_a_file_that_is_there_is_kept_unless_asked(source: Path) -> None:
    made = export(source)
    made.write_text("mine")
    with pytest.raises(ReportError, match="--overwrite"):
        export(source)
    assert made.read_text() == "mine"
    export(source, overwrite=True)
    assert made.read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"to": "doc"}, "It can export to html"),
        ({"workbook": "Third"}, "It holds: "),
        ({"workbook": "twin"}, "more than one workbook"),
        ({"out": "/nowhere/at/all.html"}, "cannot be written"),
    ],
)
def test_each_refusal_is_one_sentence_and_writes_nothing(
    database: Path, options: dict[str, str], says: str
) -> None:
    before = sorted(database.parent.iterdir())
    with pytest.raises(ReportError, match=says):
        export(database, lang="en", **options)
    assert sorted(database.parent.iterdir()) == before


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.cxworkbook.json", None, "is not there"),
        ("notes.txt", b"hello", "neither a"),
        ("broken.cxworkbook.json", b'{"format": "cxwork', "not JSON"),
        ("other.json", b"[1]", "format: cxworkbook"),
        ("cxworkbook.db", b"garbage" * 900, "not a cxkit database"),
        ("empty.db", None, "is not there"),
    ],
)
def test_what_is_no_workbook_is_named(
    tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    with pytest.raises(ReportError, match=says) as refusal:
        export(tmp_path / name, lang="en")
    assert name in refusal.value.message
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_a_database_without_workbooks_says_what_to_do(tmp_path: Path) -> None:
    place = tmp_path / "cxworkbook.db"
    Store.create_or_upgrade(place).close()
    with pytest.raises(ReportError, match="cxkit serve"):
        export(place, lang="en")
