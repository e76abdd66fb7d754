"""Real servers beside ours, for the tests that need one; where there is none, the test says so."""

from __future__ import annotations

import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest


def program(name: str, *, package: str, places: str = "") -> str:
    """Return a program's path; skip the test, and say what to install, where it is not there."""
    found = shutil.which(name)
    if found is None and places:
        found = next((str(path) for path in sorted(Path("/").glob(places), reverse=True)), None)
    if found is None:
        pytest.skip(f"{name} is not installed (Debian's package {package})")
    return found


# Below what any system gives to whoever asks for any port: nobody gets one of these by chance while
# the server that it is meant for is still starting, or is down for a moment.
PORTS = range(20_000, 32_000)
_given: set[int] = set()


def free_port() -> int:
    """Return a port that nobody listens on now; never the same one twice."""
    for port in random.sample(PORTS, len(PORTS)):
        if port not in _given and _is_free(port):
            _given.add(port)
            return port
    raise AssertionError(f"no port between {PORTS.start} and {PORTS.stop} is free")


def _is_free(port: int) -> bool:
    with socket.socket() as tried:
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def as_somebody(folder: Path) -> Sequence[str]:
    """Return what to put before a command that refuses root, and give that user the folder."""
    if os.name != "posix" or os.geteuid() != 0:
        return ()
    shutil.chown(folder, "postgres", "postgres")
    return ("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--")


@contextmanager
def postgres() -> Iterator[str]:
    """Run a PostgreSQL server of our own and give the URL of an empty database.

    Skips where PostgreSQL is not installed.
    """
    if sys.platform == "win32":
        pytest.skip("PostgreSQL is tested through a Unix socket")
    initdb = program("initdb", package="postgresql", places="usr/lib/postgresql/*/bin/initdb")
    pg_ctl = Path(initdb).with_name("pg_ctl")
    # The socket's path must be short, and pytest's folders are not for other users.
    with tempfile.TemporaryDirectory(prefix="cxpg") as place:
        folder = Path(place)
        before = as_somebody(folder)
        data = folder / "data"
        quiet = {"capture_output": True, "cwd": place}
        make = (initdb, "-D", data, "-U", "cx", "-A", "trust", "-E", "UTF8", "--no-sync")
        subprocess.run([*before, *map(str, make)], check=True, **quiet)
        settings = f"-k {place} -c listen_addresses= -c fsync=off -c full_page_writes=off"
        control = [*before, str(pg_ctl), "-D", str(data), "-w"]
        log = str(folder / "log.txt")
        subprocess.run([*control, "-o", settings, "-l", log, "start"], check=True, **quiet)
        try:
            yield f"postgresql+psycopg://cx@/postgres?host={place}"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], check=True, **quiet)
