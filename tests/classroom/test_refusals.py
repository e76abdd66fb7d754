"""``cxkit serve`` that cannot serve: one sentence, a status, nothing touched."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path

import pytest

from tests.classroom.serving import COMMAND, ROOT, own_home, serving
from tests.disks import read_only, small_disk
from tests.services import free_port

SAYS = {
    "port": {"it": "La porta", "en": "is in use"},
    "folder": {"it": "cartella", "en": "folder"},
    "read only": {"it": "Non posso scrivere", "en": "Cannot write"},
    "damaged": {"it": "danneggiat", "en": "damaged"},
}


def refused(tmp_path: Path, folder: Path, lang: str, *more: str) -> str:
    """Run the command and return its one sentence."""
    done = subprocess.run(
        [*COMMAND, str(folder), "--no-browser", "--lang", lang, *more],
        cwd=ROOT,
        env={**os.environ, **own_home(tmp_path / "home")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode not in (0, -9)
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr


@pytest.mark.parametrize("lang", ["it", "en"])
def test_a_port_in_use_is_said_and_no_other_is_taken(tmp_path: Path, lang: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = refused(tmp_path, tmp_path, lang, "--port", str(port))
    assert str(port) in said
    assert SAYS["port"][lang] in said


@pytest.mark.parametrize("lang", ["it", "en"])
def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path, lang: str) -> None:
    place = tmp_path / "data"
    place.write_text("not a folder")
    said = refused(tmp_path, place, lang, "--port", str(free_port()))
    assert str(place) in said
    assert place.read_text() == "not a folder"


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize(
    "content",
    [b"not a database at all", b"SQLite format 3\x00" + b"\xff" * 4096],
    ids=["text", "torn"],
)
def test_a_damaged_database_is_said_and_left_as_it_is(
    tmp_path: Path, lang: str, content: bytes
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "cxworkbook.db").write_bytes(content)
    said = refused(tmp_path, folder, lang, "--port", str(free_port()))
    assert "cxworkbook.db" in said
    assert (folder / "cxworkbook.db").read_bytes() == content
    assert [path.name for path in folder.iterdir()] == ["cxworkbook.db"]


@pytest.mark.parametrize("lang", ["it", "en"])
def test_a_folder_that_has_turned_read_only_is_said_and_left_as_it_is(
    tmp_path: Path, lang: str
) -> None:
    with small_disk(tmp_path / "disk", 16_000) as disk:
        folder = disk / "data"
        with serving(folder, room="CX Milano 2026"):
            pass
        before = (folder / "cxworkbook.db").read_bytes()
        with read_only(disk):
            for more in ((), ("--class", "CX Milano 2026")):
                said = refused(tmp_path, folder, lang, "--port", str(free_port()), *more)
                assert SAYS["read only"][lang] in said
        assert (folder / "cxworkbook.db").read_bytes() == before


def test_each_refusal_speaks_the_language_asked_for(tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.write_text("x")
    said = {lang: refused(tmp_path, place, lang) for lang in ("it", "en")}
    assert said["it"] != said["en"]
