"""What is costly to read is kept; a changed, damaged or foreign copy never counts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cxkit.language.kept import kept_folder
from cxkit.language.yaml_files import read_own_yaml


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return an empty folder in which this test keeps things."""
    place = tmp_path / "kept"
    monkeypatch.setenv("CXKIT_CACHE", str(place))
    kept_folder.cache_clear()
    yield place
    kept_folder.cache_clear()


@pytest.fixture
def words(tmp_path: Path) -> Path:
    place = tmp_path / "words.yaml"
    place.write_text("a: {0: x, 1: [y]}")
    return place


def test_a_file_is_read_the_same_from_what_was_kept(folder: Path, words: Path) -> None:
    first = read_own_yaml(words)
    assert list(folder.iterdir())
    assert read_own_yaml(words) == first == {"a": {0: "x", 1: ["y"]}}


def test_a_file_that_changed_is_read_again(folder: Path, words: Path) -> None:
    read_own_yaml(words)
    words.write_text("a: other words")
    assert read_own_yaml(words) == {"a": "other words"}


@pytest.mark.parametrize("damage", [b"", b"garbage", b"\xfb" * 40])
def test_a_damaged_copy_does_not_count(folder: Path, words: Path, damage: bytes) -> None:
    first = read_own_yaml(words)
    for copy in folder.iterdir():
        copy.write_bytes(damage)
    assert read_own_yaml(words) == first


@pytest.mark.parametrize("mode", [0o722, 0o777])
def test_a_folder_that_others_may_write_is_not_used(folder: Path, words: Path, mode: int) -> None:
    folder.mkdir()
    folder.chmod(mode)
    assert kept_folder() is None
    assert read_own_yaml(words) == {"a": {0: "x", 1: ["y"]}}
    assert not list(folder.iterdir())


def test_nothing_is_kept_where_nobody_wants_it(
    words: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for nowhere in ("", str(words / "below-a-file")):
        monkeypatch.setenv("CXKIT_CACHE", nowhere)
        kept_folder.cache_clear()
        assert kept_folder() is None
        assert read_own_yaml(words)["a"][0] == "x"
    kept_folder.cache_clear()


def test_a_second_report_compiles_no_template(tmp_path: Path) -> None:
    code = (
        "import jinja2, cxkit.report as r; from cxkit.workbook import Workbook\n"
        "from cxkit.vision.model import Vision\n"
        "asked = []; real = jinja2.Environment._generate\n"
        "jinja2.Environment._generate = lambda *a, **k: (asked.append(1), real(*a, **k))[1]\n"
        "r.report_html(Workbook('x', 'en').with_answer(Vision(motto='y')))\n"
        "print(len(asked))"
    )
    env = {"CXKIT_CACHE": str(tmp_path / "kept"), "PYTHONPATH": ":".join(sys.path), "PATH": ""}
    runs = [
        subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True,
                       check=True).stdout
        for _ in range(2)
    ]  # fmt: skip
    assert int(runs[0]) > 5
    assert int(runs[1]) == 0
