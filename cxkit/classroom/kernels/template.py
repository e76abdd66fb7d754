"""The program that kernels are forked from: it imports everything once and then only forks.

Run as ``python -P -m cxkit.classroom.kernels.template FD SERVER SPARES`` with the inherited end
of the line (``wire``), the server's process number, and how many forks are to wait ready. It has
one thread, no ZeroMQ context and no database connection, because none of these survives a fork. It
ends, with all its kernels, when the server does.
"""

import contextlib
import gc
import importlib
import os
import select
import signal
import socket
import sys
import traceback
from pathlib import Path
from typing import Any

from cxkit.classroom.kernels import linux, wire
from cxkit.classroom.kernels.application import ForkedKernelApp
from cxkit.classroom.kernels.child import become_kernel
from cxkit.forms.preload import make_forms, rehearse
from cxkit.resources import exercises

# What ipykernel imports only when it starts.
LATE_IN_KERNELS = (
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "IPython.utils.wildcard",
    "faulthandler",
    "ipykernel.debugger",
    "tornado.platform.asyncio",
)
# What a fork must not inherit half-way: a signal that arrives while it is not yet itself.
_HELD = {signal.SIGINT, signal.SIGTERM, signal.SIGCHLD}
# A fork that is to wait ready is made when no order has come for so long: who has just got one
# needs the processors first.
QUIET_SECONDS = 0.03


class Template:
    """Forks kernels on demand and tells the server which have ended.

    Parameters
    ----------
    line : socket
        Where orders come from.
    app : ForkedKernelApp
        What each kernel goes on with.
    spares : int
        How many forks wait ready for the next pages.
    """

    def __init__(self, line: socket.socket, app: ForkedKernelApp, spares: int) -> None:
        self._line = line
        self._app = app
        self._most = spares
        # Forks that wait for an order, by process number: where each hears it.
        self._spares: dict[int, socket.socket] = {}
        self._kernels: set[int] = set()
        self._retired = False
        self._code = _stamps()
        self._bell, self._ringer = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._ringer, warn_on_full_buffer=False)

    def run(self) -> None:
        """Work until the server ends, or until the last kernel has ended once retired."""
        while self._kernels or not self._retired:
            wanted = len(self._spares) < self._most
            ready, _, _ = select.select(
                [self._line.fileno(), self._bell], [], [], QUIET_SECONDS if wanted else None
            )
            if not ready:
                self._add_spare()
            if self._bell in ready:
                os.read(self._bell, 4096)
                self._reap()
            if self._line.fileno() in ready:
                order = wire.receive(self._line)
                if order is None:
                    break
                self._follow(order)
        for kernel in self._kernels:
            # One that leads no group yet ends with this process.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(kernel, signal.SIGKILL)

    def _follow(self, order: dict[str, Any]) -> None:
        if "retire" in order:
            self._retire()
            return
        reason = self._why_not()
        if reason:
            wire.send(self._line, refused=order["fork"], **reason)
            return
        try:
            kernel = self._give(order)
        except OSError as error:
            wire.send(self._line, refused=order["fork"], reason=f"fork: {error.strerror}")
        else:
            self._kernels.add(kernel)
            wire.send(self._line, forked=order["fork"], pid=kernel)

    def _give(self, order: dict[str, Any]) -> int:
        """Give an order to the fork that has waited longest, or to a new one."""
        while self._spares:
            spare = next(iter(self._spares))
            with self._spares.pop(spare) as orders, contextlib.suppress(ConnectionError):
                wire.send(orders, **order)
                return spare
        spare = self._fork()
        with self._spares.pop(spare) as orders:
            wire.send(orders, **order)
        return spare

    def _add_spare(self) -> None:
        """Have one more fork ready, while nobody asks for one."""
        try:
            # Whether code has changed is asked when somebody wants the fork.
            if not _has_threads():
                self._fork()
        except OSError:
            self._most = 0

    def _retire(self) -> None:
        self._retired, self._most = True, 0
        for orders in self._spares.values():
            orders.close()
        self._spares.clear()

    def _fork(self) -> int:
        here, theirs = wire.pair()
        signal.pthread_sigmask(signal.SIG_BLOCK, _HELD)
        try:
            kernel = os.fork()
            if kernel == 0:
                self._enter_child(here, theirs)
        except OSError:
            here.close()
            raise
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _HELD)
            theirs.close()
        self._spares[kernel] = here
        return kernel

    def _enter_child(self, here: socket.socket, orders: socket.socket) -> None:
        signal.set_wakeup_fd(-1)
        for inherited in (self._bell, self._ringer):
            os.close(inherited)
        # What the others are told is not for this one.
        for line in (here, *self._spares.values()):
            line.close()
        become_kernel(self._app, orders, self._line, _HELD)

    def _why_not(self) -> dict[str, Any] | None:
        if _has_threads():
            return {"reason": "the preloaded process has more than one thread"}
        if any(_stamp(path) != stamp for path, stamp in self._code.items()):
            return {"reason": "the code has changed", "outdated": True}
        return None

    def _reap(self) -> None:
        while self._kernels or self._spares:
            kernel, status = os.waitpid(-1, os.WNOHANG)
            if kernel == 0:
                return
            if kernel in self._spares:
                # One more would end as well.
                self._spares.pop(kernel).close()
                self._most = 0
                continue
            self._kernels.discard(kernel)
            wire.send(self._line, ended=kernel, status=os.waitstatus_to_exitcode(status))


def _has_threads() -> bool:
    return len(list(Path("/proc/self/task").iterdir())) > 1


def _stamps() -> dict[str, int]:
    """Return when each file that a kernel may hold in memory was changed."""
    package = Path(__file__).parents[2]
    kinds = ("*.py", "*.j2", "*.mo", "*.yaml")
    code = [path for kind in kinds for path in package.rglob(kind)]
    wording = [exercises(), *exercises().glob("*.yaml")]
    return {str(path): _stamp(str(path)) for path in [*code, *wording]}


def _stamp(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116 -- a few hundred before each fork
    except OSError:
        return 0


def preload() -> ForkedKernelApp:
    """Import, read and make what every kernel of ours needs."""
    # ipykernel would import a debugger that no page uses.
    sys.modules["debugpy"] = None  # type: ignore[assignment]
    for name in LATE_IN_KERNELS:
        importlib.import_module(name)
    del sys.modules["debugpy"]
    rehearse()
    make_forms()
    app = ForkedKernelApp.prepare()
    # What is here stays: kernels share these pages as long as nobody writes on them.
    gc.collect()
    gc.freeze()
    return app


def main(descriptor: int, server: int, spares: int) -> None:
    """Preload, say so, and fork until the end."""
    line = socket.socket(fileno=descriptor)
    try:
        linux.end_with(server)
        linux.be_called(linux.TEMPLATE_NAME)
        app = preload()
        wire.send(line, preloaded=os.getpid())
        Template(line, app, spares).run()
    except (ProcessLookupError, BrokenPipeError):
        sys.exit(0)  # the server has ended meanwhile
    except Exception:  # noqa: BLE001 -- the server must hear why it starts kernels the plain way
        traceback.print_exc()
        wire.send(line, failed=traceback.format_exc(limit=0).strip())
        sys.exit(1)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
