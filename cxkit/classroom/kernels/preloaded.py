"""The server's side of the preloaded process: start it, ask it for kernels, renew it."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Mapping
from logging import Logger
from typing import Any

from cxkit.classroom.kernels import wire

PROGRAM = "cxkit.classroom.kernels.template"
# A preloaded process that is not ready by then, or a fork that does not answer, is given up.
PRELOAD_SECONDS = 60
FORK_SECONDS = 30
# After one that failed, kernels start the plain way for so long before another is tried.
RETRY_SECONDS = 60
# No thread may run where kernels are forked, and forty kernels share few cores; nor does each of a
# kernel's dozen threads need memory to allocate from on its own.
SPARING = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


class CannotForkError(RuntimeError):
    """There is no fork to be had; the message says why."""


class OutdatedError(CannotForkError):
    """The preloaded process holds code that has changed since."""


class ForkedProcess:
    """A kernel's process, with the part of ``subprocess.Popen`` that jupyter_client uses."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int, order: str, template: "TemplateProcess") -> None:
        self.pid = pid
        self.order = order
        # Model ids of the forms that it offers without a cell being run, by exercise.
        self.forms: dict[str, str] = {}
        self.returncode: int | None = None
        self._template = template

    def poll(self) -> int | None:
        """Return the exit status, None while the process runs."""
        if self.returncode is None:
            self._template.read()
        return self.returncode

    wait = poll

    def send_signal(self, number: int) -> None:
        """Send a signal to the process, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)


class TemplateProcess:
    """One preloaded process, from its start to its end.

    Parameters
    ----------
    env : mapping
        All that it and its kernels' ``/proc/…/environ`` may show.
    spares : int
        How many forks wait ready for the next pages.
    """

    def __init__(self, env: Mapping[str, str], spares: int) -> None:
        self._loop = asyncio.get_running_loop()
        self._line, theirs = wire.pair()
        told = map(str, (theirs.fileno(), os.getpid(), spares))
        command = [sys.executable, "-P", "-m", PROGRAM, *told]
        try:
            self._process = subprocess.Popen(  # noqa: S603 -- our own program
                command, env={**env, **SPARING}, stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()], start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            self._line.close()
            raise CannotForkError(f"{sys.executable}: {error.strerror}") from error
        finally:
            theirs.close()
        self.ended = False
        self._kernels: dict[int, ForkedProcess] = {}
        self._orders: dict[str, asyncio.Future[ForkedProcess]] = {}
        self._sending = asyncio.Lock()
        self._ready: asyncio.Future[None] = self._loop.create_future()
        self._ready.add_done_callback(_heard)
        self._line.setblocking(False)
        self._loop.add_reader(self._line, self.read)

    @property
    def pid(self) -> int:
        """Its process number."""
        return self._process.pid

    async def ready(self) -> None:
        """Wait until it has preloaded."""
        await asyncio.wait_for(asyncio.shield(self._ready), PRELOAD_SECONDS)

    async def fork(self, order: Mapping[str, Any]) -> ForkedProcess:
        """Return a kernel's process once it takes connections."""
        name = uuid.uuid4().hex
        packet = wire.packed({**order, "fork": name})
        if len(packet) > wire.LARGEST:
            raise CannotForkError("a kernel's environment is too large to be sent")
        waiting = self._orders[name] = self._loop.create_future()
        try:
            async with self._sending:
                await self._loop.sock_sendall(self._line, packet)
            return await asyncio.wait_for(waiting, FORK_SECONDS)
        except TimeoutError:
            raise CannotForkError("the fork does not answer") from None
        except OSError as error:
            raise CannotForkError(f"the preloaded process has ended ({error})") from error
        finally:
            del self._orders[name]

    def retire(self) -> None:
        """Fork no more, and end with the last kernel."""
        with contextlib.suppress(OSError):
            wire.send(self._line, retire=True)

    def end(self) -> None:
        """End it with all its kernels."""
        if not self.ended:
            self._over("the server ends")

    def read(self) -> None:
        """Take what it has said; needs no running loop."""
        while not self.ended:
            try:
                message = wire.receive(self._line)
            except BlockingIOError:
                return
            if message is None:
                self._over("the preloaded process has ended")
            else:
                self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        if "preloaded" in message:
            _settle(self._ready, None)
        elif "failed" in message:
            _settle(self._ready, CannotForkError(message["failed"]))
        elif "refused" in message:
            kind = OutdatedError if message.get("outdated") else CannotForkError
            self._settle_order(message["refused"], kind(message["reason"]))
        elif "ended" in message:
            self._note_end(message["ended"], message["status"])
        elif "ready" in message or message["pid"] not in self._kernels:
            # Where the kernel itself was quicker, its fork is no news.
            name = message.get("ready") or message["forked"]
            pid = message["pid"]
            kernel = self._kernels.setdefault(pid, ForkedProcess(pid, name, self))
            if name not in self._orders:
                with contextlib.suppress(ProcessLookupError):  # not before it leads a group
                    os.killpg(pid, signal.SIGKILL)  # who ordered it has gone
            elif "ready" in message:
                kernel.forms = message["forms"]
                self._settle_order(name, kernel)

    def _note_end(self, pid: int, status: int) -> None:
        kernel = self._kernels.pop(pid, None)
        if kernel is None:
            return
        kernel.returncode = status
        self._settle_order(kernel.order, CannotForkError(f"the fork ended with status {status}"))

    def _settle_order(self, name: str, result: ForkedProcess | CannotForkError) -> None:
        if name in self._orders:
            _settle(self._orders[name], result)

    def _over(self, why: str) -> None:
        self.ended = True
        self._loop.remove_reader(self._line)
        self._line.close()
        for kernel in self._kernels.values():
            kernel.returncode = -signal.SIGKILL
        gone = CannotForkError(why)
        _settle(self._ready, gone)
        for waiting in self._orders.values():
            _settle(waiting, gone)
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _settle(future: "asyncio.Future[Any]", result: object) -> None:
    if future.done():
        return
    if isinstance(result, Exception):
        future.set_exception(result)
    else:
        future.set_result(result)


def _heard(future: "asyncio.Future[Any]") -> None:
    """Look at a failure, so that asyncio does not complain when nobody was waiting for it."""
    if not future.cancelled():
        future.exception()


class Preloaded:
    """Keeps one preloaded process ready and renews it when it has ended or its code has changed.

    Parameters
    ----------
    env : mapping
        Environment of the process.
    log : Logger
        Where is said, once for each cause, that kernels start the plain way.
    spares : int
        How many forks wait ready for the next pages.
    """

    def __init__(self, env: Mapping[str, str], log: Logger, spares: int = 0) -> None:
        self._env = env
        self._spares = spares
        self._log = log
        self._template: TemplateProcess | None = None
        self._retired: list[TemplateProcess] = []
        self._closed = False
        self._blocked_until = 0.0
        self._why = ""

    @property
    def pid(self) -> int | None:
        """Process number of the process that is ready or getting ready."""
        return self._template.pid if self._template and not self._template.ended else None

    async def warm_up(self) -> None:
        """Have a process ready before the first page asks; what fails is said in the log."""
        with contextlib.suppress(CannotForkError):
            await self._living()

    async def fork(self, order: Mapping[str, Any]) -> ForkedProcess:
        """Return a new kernel's process.

        Parameters
        ----------
        order : mapping
            ``connection_file``, ``env`` and ``cwd`` of the kernel.

        Raises
        ------
        CannotForkError
            When kernels can only be started the plain way now.
        """
        for _ in range(3):
            template = await self._living()
            try:
                return await template.fork(order)
            except OutdatedError:
                self._renew(template)
            except CannotForkError as error:
                if not template.ended:
                    self._say(str(error))
                    raise
        raise CannotForkError("the preloaded process ends again and again")

    def close(self) -> None:
        """End the process, those retired, and all their kernels."""
        self._closed = True
        for template in (*self._retired, *([self._template] if self._template else [])):
            template.end()

    async def _living(self) -> TemplateProcess:
        """Return a process that has preloaded."""
        if why := self._why_not():
            self._say(why)
            raise CannotForkError(why)
        try:
            if self._template is None or self._template.ended:
                self._template = TemplateProcess(self._env, self._spares)
            template = self._template
            await template.ready()
        except (CannotForkError, TimeoutError) as error:
            if self._template is not None:
                self._template.end()
            self._blocked_until = asyncio.get_running_loop().time() + RETRY_SECONDS
            why = str(error) or f"nothing heard for {PRELOAD_SECONDS} seconds"
            self._say(why)
            raise CannotForkError(why) from error
        self._why = ""
        return template

    def _why_not(self) -> str:
        if sys.platform != "linux":
            return f"a process cannot be forked safely on {sys.platform}"
        if self._closed:
            return "the server ends"
        if asyncio.get_running_loop().time() < self._blocked_until:
            return self._why
        return ""

    def _renew(self, outdated: TemplateProcess) -> None:
        self._retired = [kept for kept in self._retired if not kept.ended]
        if self._template is outdated:
            outdated.retire()
            self._retired.append(outdated)
            self._template = None

    def _say(self, why: str) -> None:
        if why != self._why:
            self._why = why
            self._log.warning("kernels are not forked but started one by one: %s", why)
