"""Servers under measurement: started for real, stopped with everything they started."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

PATIENCE = 90


class NotStartedError(RuntimeError):
    """A server that did not come up, with the last thing it said."""


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(
    command: Sequence[str | Path],
    cwd: Path,
    url: str,
    said: str = "",
    env: dict[str, str] | None = None,
) -> Iterator[str]:
    """Run a server until the block ends and give the address it can be reached at.

    Parameters
    ----------
    command : sequence of str or path
        The server's command line.
    cwd : path
        Its folder.
    url : str
        Where it answers.
    said : str
        Pattern of the address to look for in what it prints; without it `url` is the address.
    env : dict, optional
        Additions to its environment.
    """
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [str(part) for part in command], cwd=cwd, stdout=output, stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL, start_new_session=True, env={**os.environ, **(env or {})},
        )  # fmt: skip
        try:
            yield _address(process, output.fileno(), url, said)
        finally:
            _stop(process)


def _address(process: subprocess.Popen[bytes], output: int, url: str, said: str) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        text = os.pread(output, 1 << 20, 0).decode(errors="replace")
        found = re.search(said, text) if said else None
        if (found or not said) and _answers(url):
            return found[0] if found else url
        time.sleep(0.1)
    text = os.pread(output, 1 << 20, 0).decode(errors="replace")
    raise NotStartedError(text.strip()[-500:] or "it said nothing")


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):  # noqa: S310 -- our own address
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ask politely, so that kernels end too; then leave nothing of its group behind."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=10)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
