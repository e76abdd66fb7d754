"""Kernels without a server: the manager's side of the preloaded process, for tests that look at it.

Everything runs in a thread with an event loop of its own, because the browser's driver keeps a loop
running in the main one.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import psutil
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.multikernelmanager import AsyncMultiKernelManager
from traitlets.config import Config

from cxkit.classroom.kernels.client import PromptClient
from cxkit.classroom.kernels.preloaded import Preloaded
from cxkit.classroom.kernels.specs import OwnKernelSpecs, kernel_environment

PATIENCE = 60
T = TypeVar("T")
LOG = logging.getLogger("tests.nursery")


def alone(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end in a loop of its own."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


class Kernel:
    """A running kernel and a client of it."""

    def __init__(self, manager: AsyncKernelManager) -> None:
        self.manager = manager
        self.process = psutil.Process(manager.provisioner.pid)  # type: ignore[union-attr]
        manager.client_factory = PromptClient
        self.client: Any = manager.client()
        self.client.start_channels()

    async def run(
        self, code: str, then: Callable[[], Coroutine[Any, Any, None]] | None = None
    ) -> str:
        """Run code and return what it printed, or the name of its error.

        `then` is called when the code itself has printed "begun".
        """
        said: list[str] = []
        done: list[asyncio.Task[None]] = []

        def hear(message: Mapping[str, Any]) -> None:
            said.append(message["content"].get("text", ""))
            if then and "begun" in said[-1]:
                done.append(asyncio.create_task(then()))

        reply = await self.client.execute_interactive(code, output_hook=hear, timeout=PATIENCE)
        await asyncio.gather(*done)
        return str(reply["content"].get("ename") or "".join(said).strip())

    async def tell(self, expression: str) -> Any:
        """Return the value of an expression, by way of JSON."""
        return json.loads(await self.run(f"import json\nprint(json.dumps({expression}))"))


class Nursery(AsyncMultiKernelManager):
    """Starts kernels as the server does, for nobody in particular."""

    preloaded: Preloaded | None
    started: list[Kernel]

    async def kernel(self, folder: Path, **env: str) -> Kernel:
        """Start a kernel and wait until it answers."""
        given = {**kernel_environment(os.environ), **env}
        name = await self.start_kernel(env=given, cwd=str(folder))
        started = Kernel(self.get_kernel(name))  # type: ignore[arg-type]
        self.started.append(started)
        await started.client.wait_for_ready(timeout=PATIENCE)
        return started


@asynccontextmanager
async def nursery(*, forking: bool = True, spares: int = 0) -> AsyncIterator[Nursery]:
    """Offer a manager of kernels, and end all of them with the block."""
    # A socket's path is 107 letters long at most, which pytest's own folders leave no room for.
    with TemporaryDirectory(prefix="cx") as folder:
        config = Config(KernelManager={"transport": "ipc"}) if os.name == "posix" else Config()
        manager = Nursery(
            kernel_spec_manager=OwnKernelSpecs(), connection_dir=folder, log=LOG, config=config
        )
        manager.started = []
        manager.kernel_manager_class = "jupyter_client.manager.AsyncKernelManager"
        environment = kernel_environment(os.environ)
        manager.preloaded = Preloaded(environment, LOG, spares) if forking else None
        try:
            yield manager
        finally:
            # A socket that stays open makes its context wait for ever where it is collected.
            for kernel in manager.started:
                kernel.client.stop_channels()
            await manager.shutdown_all(now=True)
            if manager.preloaded:
                manager.preloaded.close()


async def gone(*processes: psutil.Process) -> None:
    """Wait until processes have ended."""
    loop = asyncio.get_running_loop()
    wait = loop.run_in_executor(None, lambda: psutil.wait_procs(processes, timeout=PATIENCE))
    alive = (await wait)[1]
    assert not alive, f"still there: {alive}"
