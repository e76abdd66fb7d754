"""Disks that really are small, full or read-only."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest


@contextlib.contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """Mount a disk of its own that can really be full."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"this machine mounts no small disk: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Take every byte that is left."""
    filler = folder / "filler"
    with contextlib.suppress(OSError), filler.open("ab", buffering=0) as file:
        for size in (1 << 16, 1 << 9, 1):
            with contextlib.suppress(OSError):
                while file.write(b"\0" * size):
                    pass
    return filler


@contextlib.contextmanager
def read_only(disk: Path) -> Iterator[None]:
    """Let a small disk take no writes inside the block; no file on it may be open for writing."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)


@contextlib.contextmanager
def refused_writes(pid: int) -> Iterator[None]:
    """Let a process and its children write to no file inside the block, as on a failing disk."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux takes a running process's files away from it")
    import resource  # not on Windows

    process = psutil.Process(pid)
    everybody = [process.pid, *(child.pid for child in process.children(recursive=True))]
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    for one in everybody:
        resource.prlimit(one, resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        for one in everybody:
            resource.prlimit(one, resource.RLIMIT_FSIZE, before)
