"""Kernels: whose each one is, which environment it gets, and when it ends."""

import asyncio
import os
import uuid
from collections.abc import Mapping
from typing import Any

from jupyter_server._tz import utcnow
from jupyter_server.base.call_context import CallContext
from jupyter_server.services.kernels.kernelmanager import (
    AsyncMappingKernelManager,
    ServerKernelManager,
)
from tornado import web
from traitlets import Bool, Dict, Float, Int

from cxkit.classroom.kernels.places import NoPlaceError, TooManyPagesError, WaitingList
from cxkit.classroom.kernels.preloaded import Preloaded
from cxkit.classroom.kernels.specs import kernel_environment


class OwnedKernel(ServerKernelManager):
    """One kernel's manager."""

    def emit(self, schema_id: str, data: object) -> None:
        """Keep to oneself what happens: nobody subscribes, and each kernel would read a schema."""


class OwnedKernels(AsyncMappingKernelManager):
    """Starts kernels for people, remembers whose they are and ends those nobody looks at.

    The person is read from the request that starts the kernel, here and nowhere else; no cookie or
    header reaches a kernel.
    """

    per_person = Int(24, help="Open pages for one person.").tag(config=True)
    in_all = Int(160, help="Open pages for everybody together.").tag(config=True)
    grace = Float(5, help="Seconds a kernel outlives the page that left it.").tag(config=True)
    lost_grace = Float(60, help="Seconds it outlives its last socket, without a goodbye.").tag(
        config=True
    )
    forking = Bool(True, help="Fork kernels from a preloaded process.").tag(config=True)
    spares = Int(4, help="Forks that wait ready for the next pages.").tag(config=True)
    facts = Dict(help="What every kernel is told: database and the like.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]
        self._owners: dict[str, str] = {}
        self._waiting = WaitingList()
        self._leaving: dict[str, tuple[float, asyncio.Task[None]]] = {}
        environment = kernel_environment(os.environ)
        self.preloaded = Preloaded(environment, self.log, self.spares) if self.forking else None

    async def warm_up(self) -> None:
        """Prepare for the first page before somebody asks for it."""
        if self.preloaded:
            await self.preloaded.warm_up()

    async def shutdown_all(self, now: bool = False) -> None:  # type: ignore[override]
        """End all kernels and what they are forked from."""
        await super().shutdown_all(now=now)
        if self.preloaded:
            self.preloaded.close()

    def owner_of(self, kernel_id: str) -> str | None:
        """Return who owns a running kernel."""
        return self._owners.get(kernel_id) if kernel_id in self else None

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override]
        """Start a kernel for the person whose request is being answered."""
        handler = CallContext.get(CallContext.JUPYTER_HANDLER)
        user = getattr(handler, "current_user", None)
        if user is None:
            raise web.HTTPError(403)
        if getattr(handler, "may_have_to_wait", True):
            self._find_place(user.username, handler.request.path)
        kernel_id = kwargs.setdefault("kernel_id", str(uuid.uuid4()))
        told: Mapping[str, str] = getattr(handler, "kernel_facts", dict)()
        kwargs["env"] = {**kernel_environment(kwargs.get("env") or {}), **self.facts, **told}
        self._owners[kernel_id] = user.username
        try:
            started: str = await super().start_kernel(**kwargs)
        except BaseException:
            self._owners.pop(kernel_id, None)
            raise
        handler.kernel_started_for_page = started
        return started

    def _find_place(self, person: str, page: str) -> None:
        """Raise unless this person may have a kernel for one more page now."""
        if sum(owner == person for owner in self._owners.values()) >= self.per_person:
            raise TooManyPagesError
        ahead = self._waiting.ask((person, page), free=self.in_all - len(self._owners))
        if ahead is not None:
            raise NoPlaceError(ahead)

    def start_watching_activity(self, kernel_id: str) -> None:
        """Listen to nothing: jupyter_server would read all that each kernel tells its page.

        It wants to know whether a kernel is busy. Ours ends when nobody looks at it, busy or not.
        """
        kernel: Any = self.get_kernel(kernel_id)
        kernel.execution_state = "idle"

    def remove_kernel(self, kernel_id: str) -> Any:
        self._owners.pop(kernel_id, None)
        return super().remove_kernel(kernel_id)

    def notify_disconnect(self, kernel_id: str) -> None:
        """A socket closed. A browser that crashed or lost the network says no goodbye."""
        super().notify_disconnect(kernel_id)  # type: ignore[no-untyped-call]
        if kernel_id in self and not self._kernel_connections.get(kernel_id, 0):
            kernel: Any = self.get_kernel(kernel_id)
            kernel.last_activity = utcnow()
            self._end_in(self.lost_grace, kernel_id)

    def leave(self, kernel_id: str) -> None:
        """End a kernel once its page has been gone for `grace` seconds: what was typed last still
        reaches it, and a page that comes back in time finds it."""
        self._end_in(self.grace, kernel_id)

    def _end_in(self, seconds: float, kernel_id: str) -> None:
        due = asyncio.get_running_loop().time() + seconds
        known = self._leaving.get(kernel_id)
        if known is not None and known[0] <= due:
            return
        if known is not None:
            known[1].cancel()
        ending = asyncio.get_running_loop().create_task(self._end_unless_back(kernel_id, seconds))
        self._leaving[kernel_id] = (due, ending)

    async def _end_unless_back(self, kernel_id: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        self._leaving.pop(kernel_id, None)
        if kernel_id in self and not self._kernel_connections.get(kernel_id, 0):
            await self.shutdown_kernel(kernel_id)  # type: ignore[no-untyped-call]
