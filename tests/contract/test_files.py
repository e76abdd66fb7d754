"""What git keeps: short files, nothing built, no registry's address, nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.contract.sources import CHECKOUT, PACKAGE, kept_by_git, name_of, tracked

CODE = {".py", ".js", ".css", ".j2"}
MOST_LINES = 400
# Longer files, each with its reason.
LONG: dict[str, str] = {}

BUILT = re.compile(
    r"\.(mo|pyc|db|db-wal|db-shm|whl|tar\.gz|gz|br|map)$|(^|/)(static|dist|node_modules)/"
    r"|\.bundles\.json$|\.ipynb_checkpoints/"
)
# Put together here, so that this file names none of them either.
REGISTRIES = [
    f"{name}.{top}"
    for name, top in (
        ("pypi", "org"), ("files.pythonhosted", "org"), ("registry.npmjs", "org"),
        ("conda.anaconda", "org"), ("registry.yarnpkg", "com"),
    )
]  # fmt: skip

# Addresses that name a vocabulary and are never asked for anything.
VOCABULARY = re.compile(r"https?://www\.w3\.org/[\w/#.-]+")
LOADS = re.compile(
    r"""(?:\bsrc|\bhref|\bposter|\baction)\s*=\s*["']?(?:https?:)?//|url\(\s*["']?(?:https?:)?//"""
    r"""|@import|\b(?:fetch|import|importScripts|WebSocket|EventSource)\(\s*["'`](?:https?:|wss?:)?//"""
)
DRAWN = [path for path in tracked() if path.suffix in {".js", ".css", ".j2", ".svg"}]
OURS = [path for path in DRAWN if path.is_relative_to(PACKAGE)]


@pytest.mark.parametrize("suffix", sorted(CODE))
def test_file_is_short_enough_to_read(suffix: str) -> None:
    lengths = {
        name_of(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in tracked()
        if path.suffix == suffix
    }
    long = {name for name, lines in lengths.items() if lines > MOST_LINES}
    assert long == {name for name in LONG if name.endswith(suffix)}


def test_no_merge_was_left_half_done() -> None:
    # Put together here, so that this file holds none.
    marks = tuple(f"\n{sign * 7} " for sign in "<>")
    torn = [
        name_of(path)
        for path in tracked()
        if path.suffix not in {".png", ".jpg", ".parquet", ".xlsx", ".docx", ".pptx", ".pdf"}
        and any(mark in path.read_text(encoding="utf-8", errors="replace") for mark in marks)
    ]
    assert torn == []


def test_nothing_built_is_kept() -> None:
    kept = kept_by_git()
    if kept is None:
        pytest.skip("no git repository here: what is kept cannot be told")
    assert [name for path in kept if BUILT.search(name := name_of(path))] == []


def test_no_file_names_a_registry() -> None:
    text = {".py", ".js", ".toml", ".json", ".yml", ".yaml", ".md", ".lock", ".npmrc", ""}
    named = [
        f"{name_of(path)}: {host}"
        for path in tracked()
        if path.suffix in text and path.parent.name != "samples"
        for host in REGISTRIES
        if host in path.read_text(encoding="utf-8", errors="replace")
    ]
    assert not named


def test_no_file_keeps_both_sides_of_a_merge() -> None:
    left = [
        name_of(path)
        for path in tracked()
        if re.search(rb"^(<{7}|>{7})( |$)", path.read_bytes(), re.MULTILINE)
    ]
    assert left == []


@pytest.mark.parametrize("path", OURS, ids=name_of)
def test_page_loads_nothing_from_another_host(path: Path) -> None:
    source = VOCABULARY.sub("", path.read_text(encoding="utf-8"))
    assert [match.group() for match in LOADS.finditer(source)] == []


def test_the_contracts_read_this_checkout() -> None:
    """An installed copy elsewhere would be checked in its place and always pass."""
    assert (CHECKOUT / "tasks.py").is_file()
    assert Path(__file__).is_relative_to(CHECKOUT)
