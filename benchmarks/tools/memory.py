"""Memory of a server and all its processes, with shared pages counted once (PSS)."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import psutil


@dataclass(frozen=True)
class Memory:
    """Megabytes, by what the processes are.

    Parameters
    ----------
    server : float
        The server itself, with what it preloads.
    kernels : tuple of float
        Each kernel.
    """

    server: float
    kernels: tuple[float, ...]

    @property
    def whole(self) -> float:
        """All of it."""
        return self.server + sum(self.kernels)


def memory_of(port: int) -> Memory:
    """Measure the server that listens on a port, and its descendants."""
    server = next(process for process in psutil.process_iter() if _listens(process, port))
    kernels, others = [], [_megabytes(server)]
    for child in server.children(recursive=True):
        # One that ends while it is looked at uses nothing any more.
        with contextlib.suppress(psutil.NoSuchProcess):
            is_kernel = child.name() == "cxkit-kernel" or "ipykernel_launcher" in child.cmdline()
            (kernels if is_kernel else others).append(_megabytes(child))
    return Memory(sum(others), tuple(kernels))


def _listens(process: psutil.Process, port: int) -> bool:
    try:
        open_now = process.net_connections("tcp")
    except psutil.Error:
        return False
    return any(one.status == psutil.CONN_LISTEN and one.laddr.port == port for one in open_now)


def _megabytes(process: psutil.Process) -> float:
    return float(process.memory_full_info().pss) / 1e6
