"""ipykernel's application in three steps: before the fork, after it, and for one page.

A new shell, its magics and its completer are three thousand objects. Made once, before the fork,
they are shared by all kernels; made in each kernel they would be the greater part of its start and
of its memory. Sockets, threads, keys and names come after the fork, because no two kernels may
have them in common.
"""

import json
import os
import sys
import uuid
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self

import zmq
from ipykernel import ipkernel
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from traitlets.config import Config
from zmq.eventloop.zmqstream import ZMQStream

from cxkit.classroom.kernels.specs import KERNEL_OPTIONS
from cxkit.forms.preload import hear_pages

# So long a thread of a new kernel may take to bind a socket.
_PATIENCE = 10


class ForkedKernel(IPythonKernel):
    """ipykernel's kernel without a debugger, which no page uses."""

    def start(self) -> None:
        """Listen to the streams."""
        # Past IPythonKernel's own, which does nothing else than connect its debugger.
        super(IPythonKernel, self).start()  # type: ignore[no-untyped-call]


class ForkedKernelApp(IPKernelApp):
    """ipykernel's application: `prepare`d before the fork, which gets `ready` and waits to `begin`.

    It has no command line: to read one, ipykernel makes a parser with every option of every class.
    It has no heartbeat and does not poll its parent either: the preloaded process tells the server
    when a kernel has ended, and Linux ends the kernel with the preloaded process.
    """

    # What ipykernel tells the programs that its cells may start.
    environment: Mapping[str, str]

    @classmethod
    def prepare(cls) -> Self:
        """Make everything that needs no connection, no thread and nobody's identity."""
        before = dict(os.environ)
        app = cls.instance(kernel_class=ForkedKernel)
        super(IPKernelApp, app).initialize([])  # type: ignore[no-untyped-call]
        app.init_pdb()  # type: ignore[no-untyped-call]
        app._make_kernel()
        app.init_path()  # type: ignore[no-untyped-call]
        app.init_shell()  # type: ignore[no-untyped-call]
        app.init_gui_pylab()  # type: ignore[no-untyped-call]
        app.init_extensions()  # type: ignore[no-untyped-call]
        hear_pages()
        app.environment = {
            name: value for name, value in os.environ.items() if before.get(name) != value
        }
        return app

    def parse_command_line(self, argv: list[str] | None = None) -> None:
        """Take what our kernels' command line says."""
        self.update_config(Config(KERNEL_OPTIONS))

    def _make_kernel(self) -> None:
        # ipykernel lists every module's file for its debugger. To look at a thousand modules is to
        # write on their pages.
        seen_by_ipykernel: Any = ipkernel
        seen_by_ipykernel.sys = SimpleNamespace(**{**vars(sys), "modules": {}})
        try:
            self.kernel = ForkedKernel.instance(
                parent=self, session=self.session, log=self.log, profile_dir=self.profile_dir
            )
        finally:
            seen_by_ipykernel.sys = sys

    def get_ready(self) -> None:
        """Become one kernel among others, nobody's yet: its own names, sockets and threads.

        The sockets are bound to nothing, so that nobody can reach it.
        """
        # Until it is told where to listen: the other kind would warn of an open port.
        self.transport = "ipc"
        self.session.session = str(uuid.uuid4())
        self.session.pid = os.getpid()
        self.kernel.ident = str(uuid.uuid4())
        self.init_sockets()  # type: ignore[no-untyped-call]
        self.init_io()  # type: ignore[no-untyped-call]
        self.init_signal()  # type: ignore[no-untyped-call]
        self.init_kernel()

    def begin(self, connection_file: str, env: Mapping[str, str]) -> None:
        """Take connections under the addresses and with the key of one page's kernel."""
        os.environ.update(
            {name: value for name, value in self.environment.items() if name not in env}
        )
        self.connection_file = connection_file
        self.load_connection_info(json.loads(Path(connection_file).read_bytes()))
        # Each by the thread that reads it: a ZeroMQ socket belongs to one.
        bound = [
            _done_by(self.control_thread.io_loop, self._bind, self.control_socket, "control_port"),
            _done_by(self.iopub_thread.io_loop, self._bind, self.iopub_thread.socket, "iopub_port"),
        ]
        self._bind(self.shell_socket, "shell_port")
        self._bind(self.stdin_socket, "stdin_port")
        for socket in bound:
            socket.result(timeout=_PATIENCE)
        self._run_own_code()

    def _bind(self, socket: "zmq.Socket[bytes]", name: str) -> None:
        setattr(self, name, super()._bind_socket(socket, getattr(self, name)))  # type: ignore[no-untyped-call]

    def _bind_socket(self, socket: "zmq.Socket[bytes]", port: int) -> int:
        """Leave a new socket as it is until its address is known."""
        return port

    def _run_own_code(self) -> None:
        """Run what somebody's own IPython profile says; `init_code` would look at each module."""
        for run in (self._run_startup_files, self._run_exec_lines, self._run_exec_files):
            run()  # type: ignore[no-untyped-call]

    def start(self) -> None:
        """Answer until somebody shuts the kernel down."""
        super().start()  # type: ignore[no-untyped-call]
        # Its last message makes this thread wait until what it printed has gone out. On exit
        # ipykernel ends the one that sends before the one that waits, and both for seconds.
        self.control_thread.stop()
        self.control_thread.join()

    def init_control(self, context: Any) -> None:
        super().init_control(context)  # type: ignore[no-untyped-call]
        # Only a debugger's front or JupyterLab's asks for more than one shell.
        self.shell_channel_thread = None

    def init_iopub(self, context: Any) -> None:
        # Everybody who begins to listen is greeted; ZeroMQ would tell of the first alone.
        context.setsockopt(zmq.XPUB_VERBOSE, 1)
        super().init_iopub(context)  # type: ignore[no-untyped-call]

    def init_kernel(self) -> None:
        """Connect the kernel that has been prepared."""
        kernel, shell = self.kernel, self.kernel.shell
        kernel.shell_stream = ZMQStream(self.shell_socket)
        kernel.control_stream = ZMQStream(self.control_socket, self.control_thread.io_loop)
        self.control_thread.start()
        for part in ("control_thread", "iopub_thread", "iopub_socket", "stdin_socket"):
            setattr(kernel, part, getattr(self, part))
        kernel._stdout, kernel._stderr = sys.stdout, sys.stderr
        for hook in (shell.displayhook, shell.display_pub):
            hook.pub_socket = self.iopub_socket
        shell.displayhook.topic = kernel._topic("execute_result")
        self.displayhook.get_execution_count = lambda: kernel.execution_count


def _done_by(loop: Any, work: Callable[..., object], *given: object) -> "Future[None]":
    """Have some work done by the thread that a loop runs in."""
    done: Future[None] = Future()

    def do() -> None:
        try:
            work(*given)
        except BaseException as error:  # noqa: BLE001 -- raised where the result is looked at
            done.set_exception(error)
        else:
            done.set_result(None)

    loop.add_callback(do)
    return done
