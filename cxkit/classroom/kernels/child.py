"""What a fork of the preloaded process does to become a kernel of its own."""

import atexit
import os
import signal
import socket
import sys
import time
import traceback
from collections.abc import Iterable
from typing import Any, NoReturn

from tornado.ioloop import IOLoop

from cxkit.classroom.kernels import linux, wire
from cxkit.classroom.kernels.application import ForkedKernelApp
from cxkit.classroom.kernels.specs import FORMS
from cxkit.forms.preload import offer_forms


def become_kernel(
    app: ForkedKernelApp, orders: socket.socket, line: socket.socket, held: Iterable[signal.Signals]
) -> NoReturn:
    """Get ready, wait for the order, run that kernel until it is shut down, and end this process.

    Parameters
    ----------
    app : ForkedKernelApp
        As it was prepared before the fork.
    orders : socket
        Where the one order comes from: ``fork`` its id, ``connection_file`` of the kernel, ``env``
        all that it may know, ``cwd`` its folder. Its end means that no kernel is wanted.
    line : socket
        On which the server hears that the kernel takes connections.
    held : iterable of signals
        What has been held back during the fork.
    """
    status = 1
    try:
        parent = os.getppid()
        os.setsid()
        linux.end_with(parent)
        linux.be_called(linux.SPARE_NAME)
        _take_signals(held)
        app.get_ready()
        loop = IOLoop.current()

        def follow(*_: object) -> None:
            loop.remove_handler(orders)
            try:
                _follow(app, orders, line)
            except BaseException:  # noqa: BLE001 -- nothing may return into the preloaded process
                traceback.print_exc(file=sys.__stderr__)
                _leave(1)

        loop.add_handler(orders, follow, loop.READ)
        app.start()
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 -- nothing may return into the preloaded process
        traceback.print_exc(file=sys.__stderr__)
    finally:
        _leave(status)


def _follow(app: ForkedKernelApp, orders: socket.socket, line: socket.socket) -> None:
    """Become the kernel that is wanted now, and say so."""
    order = wire.receive(orders)
    orders.close()
    if order is None:
        _leave(0)
    linux.be_called(linux.KERNEL_NAME)
    _take_identity(order)
    app.begin(order["connection_file"], order["env"])
    forms = offer_forms(order["env"].get(FORMS, "").split())
    wire.send(line, ready=order["fork"], pid=os.getpid(), forms=forms)
    line.close()


def _take_signals(held: Iterable[signal.Signals]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # ipykernel listens to it while a cell runs; until then nothing is there to be interrupted.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, held)


def _take_identity(order: dict[str, Any]) -> None:
    os.environ.clear()
    os.environ.update(order["env"])
    time.tzset()
    os.chdir(order["cwd"])
    sys.argv = ["ipykernel_launcher", "-f", order["connection_file"]]
    # Python reseeds its own generator in a fork; numpy's, where somebody has loaded it, does not.
    if "numpy.random" in sys.modules:
        sys.modules["numpy.random"].seed()


def _leave(status: int) -> NoReturn:
    """End without the interpreter's own clearing up, which would write on every shared page."""
    try:
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except BaseException:  # noqa: BLE001 -- on the way out
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(status)
