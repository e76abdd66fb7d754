"""What is installed is whole: it has all it needs and none of it comes from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import hatch_build

DATA = {".css", ".ini", ".j2", ".mako", ".mo", ".po", ".svg", ".typed", ".yaml"}


def build(kind: str, source: Path, target: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (made,) = target.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", checkout, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


def test_wheel_holds_every_module_and_data_file(checkout: Path, names: set[str]) -> None:
    package = {path.relative_to(checkout) for path in (checkout / "cxkit").rglob("*.*")}
    wanted = {path.as_posix() for path in package if path.suffix in DATA | {".py"}}
    assert "cxkit/core/tokens.css" in wanted
    assert wanted <= names


@pytest.mark.parametrize("folder", hatch_build.SHARED)
def test_wheel_holds_what_lies_beside_the_package(
    folder: str, checkout: Path, names: set[str]
) -> None:
    files = {path for path in (checkout / folder).rglob("[!.]*.*") if path.is_file()}
    shared = {path for path in files if path.suffix in hatch_build.SHARED_KINDS}
    kept = {path for path in shared if ".ipynb_checkpoints" not in path.parts}
    target = hatch_build.SHARED[folder]
    assert kept, f"{folder} is empty"
    assert {f"{target}/{path.relative_to(checkout / folder).as_posix()}" for path in kept} <= names


@pytest.mark.parametrize(
    ("folder", "entry"),
    [(bundle.folder, entry) for bundle in hatch_build.BUNDLES for entry in bundle.entries],
)
def test_wheel_holds_each_script_plain_and_compressed(
    folder: str, entry: str, names: set[str]
) -> None:
    script = f"{folder}/{Path(entry).name}"
    assert {script, f"{script}.gz", f"{script}.br"} <= names


def test_installed_wheel_finds_its_own_files_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    ask = "from cxkit.resources import *; print(notebooks(), exercises(), samples(), sep='\\n')"
    answer = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=True,
    )
    share = tmp_path / "installed" / "cxkit" / "share"
    assert answer.stdout.split() == [str(share / n) for n in ("workbook", "exercises", "samples")]


def test_wheel_built_from_the_source_archive_is_the_same(
    checkout: Path, names: set[str], tmp_path: Path
) -> None:
    archive = build("sdist", checkout, tmp_path / "sdist")
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path, filter="data")
    (source,) = tmp_path.glob("cxkit-*")
    # The packages from npm are taken from the checkout: a test asks no registry.
    (source / "node_modules").symlink_to(checkout / "node_modules")
    again = build("wheel", source, tmp_path / "again")
    assert set(zipfile.ZipFile(again).namelist()) == names
