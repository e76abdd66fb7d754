"""The developer commands say what they do, and what is missing."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import tasks


def ask(checkout: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(checkout / "tasks.py"), *args]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_without_a_command_all_are_listed(checkout: Path) -> None:
    listed = ask(checkout).stdout
    names = [
        "serve",
        "test",
        "lint",
        "types",
        "docs",
        "benchmark",
        "screenshots",
        "build",
        "lock",
        "clean",
    ]
    assert [line.split()[0] for line in listed.splitlines()[2:]] == names


def test_unknown_command_is_refused_with_those_there_are(checkout: Path) -> None:
    answer = ask(checkout, "tset")
    assert answer.returncode == 1
    assert "'tset'" in answer.stderr
    assert "test" in answer.stderr


def test_an_old_python_gets_as_far_as_the_message(checkout: Path) -> None:
    source = (checkout / "tasks.py").read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 7))


def test_python_without_venv_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(SystemExit, match=r"apt install python3\.\d+-venv"):
        tasks.make_venv()


def test_interrupted_set_up_is_taken_up_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stamp = tmp_path / "stamp"
    stamp.write_text("of an older lock", encoding="utf-8")
    monkeypatch.setattr(tasks, "STAMP", stamp)
    monkeypatch.setattr(tasks, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(tasks, "run", lambda *command, env=None: 1)
    with pytest.raises(SystemExit, match="could not be installed"):
        tasks.set_up()
    assert not stamp.exists()


def test_finished_set_up_is_not_done_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ran: list[object] = []
    monkeypatch.setattr(tasks, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(tasks, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(tasks, "run", lambda *command, env=None: ran.append(command))
    tasks.set_up()
    assert len(ran) == 2
    tasks.set_up()
    assert len(ran) == 2


def test_opening_the_workbook_does_not_wait_for_the_tests_tools(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ran: list[tuple[object, ...]] = []
    monkeypatch.setattr(tasks, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(tasks, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(tasks, "run", lambda *command, env=None: ran.append(command))
    tasks.set_up(dev=False)
    assert tasks.LOCK in ran[0]
    tasks.set_up()
    assert tasks.DEV_LOCK in ran[2]
    tasks.set_up(dev=False)
    assert len(ran) == 4


def test_lock_is_made_even_where_the_project_no_longer_installs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ran: list[tuple[object, ...]] = []
    monkeypatch.setattr(tasks, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(tasks, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(tasks, "run", lambda *command, env=None: ran.append(command))
    tasks.set_up(project=False)
    assert not any("--editable" in command for command in ran)
    assert not tasks.STAMP.exists()


@pytest.mark.skipif(os.name == "nt", reason="the stub is a shell script")
def test_a_stub_that_does_not_start_is_no_browser(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, code in (("stub", 1), ("real", 0)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setattr(tasks, "BROWSERS", (str(tmp_path / "stub"), str(tmp_path / "real")))
    assert tasks.installed_browser() == str(tmp_path / "real")


def test_without_any_browser_the_ways_out_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CXKIT_CHROMIUM", raising=False)
    for way in ("installed_browser", "debian_browser", "playwright_browser"):
        monkeypatch.setattr(tasks, way, lambda: None)
    with pytest.raises(SystemExit, match="set CXKIT_CHROMIUM"):
        tasks.browser_for_tests()


def test_a_named_browser_that_is_not_there_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CXKIT_CHROMIUM", str(tmp_path / "none"))
    with pytest.raises(SystemExit, match="is not there"):
        tasks.browser_for_tests()
