"""A notebook's code cells on a kernel: run in order, their outputs given as they come."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any, TypeVar

from jupyter_client.manager import KernelManager
from jupyter_core.utils import ensure_async
from nbclient.exceptions import CellExecutionError
from voila.execute import VoilaExecutor, strip_code_cell_warnings

T = TypeVar("T")


class NotebookRun:
    """One run of a notebook on a kernel that has been started.

    Parameters
    ----------
    notebook : notebook node
        Takes the outputs.
    manager : KernelManager
        The kernel's.
    """

    def __init__(self, notebook: Any, manager: KernelManager) -> None:
        self._notebook = notebook
        self._executor = VoilaExecutor(notebook, km=manager, show_tracebacks=False)

    async def connect(self) -> None:
        """Wait until the kernel answers."""
        self._executor.kc = await self._executor.async_start_new_kernel_client()

    async def outputs(self) -> AsyncIterator[tuple[int, list[Any]]]:
        """Give each code cell's place in the notebook and outputs; end with one that fails."""
        for index, cell in enumerate(self._notebook.cells):
            if cell.cell_type != "code":
                continue
            cell.outputs = []
            try:
                await self._executor.execute_cell(cell, None, index, store_history=False)
            except (CellExecutionError, TimeoutError):
                self._executor.log.exception("a cell failed: %r", cell.source)
                strip_code_cell_warnings(cell)
                self._executor.strip_code_cell_errors(cell)
                yield index, cell.outputs
                return
            yield index, cell.outputs

    async def close(self) -> None:
        """Let go of the kernel, which goes on without us."""
        if self._executor.kc is not None:
            await ensure_async(self._executor.kc.stop_channels())


def shown_widget(model: str) -> dict[str, Any]:
    """Return the output of a cell that shows a widget, by its model's id."""
    view = {"version_major": 2, "version_minor": 0, "model_id": model}
    data = {"application/vnd.jupyter.widget-view+json": view}
    return {"output_type": "display_data", "data": data, "metadata": {}}


async def with_beats(
    items: AsyncGenerator[T, None], seconds: float
) -> AsyncGenerator[T | None, None]:
    """Give each item as it comes, and None whenever none has come for so many seconds.

    Examples
    --------
    >>> async def slow():
    ...     yield 1
    ...     await asyncio.sleep(0.05)
    ...     yield 2
    >>> async def all_of():
    ...     return [item async for item in with_beats(slow(), 0.01)]
    >>> from concurrent.futures import ThreadPoolExecutor
    >>> heard = ThreadPoolExecutor().submit(asyncio.run, all_of()).result()
    >>> heard[0], None in heard, heard[-1]
    (1, True, 2)
    """
    coming: asyncio.Future[T] | None = None
    try:
        while True:
            coming = coming or asyncio.ensure_future(anext(items))
            await asyncio.wait({coming}, timeout=seconds)
            if not coming.done():
                yield None
                continue
            try:
                item = coming.result()
            except StopAsyncIteration:
                return
            coming = None
            yield item
    finally:
        if coming is not None and not coming.done():
            coming.cancel()
            with contextlib.suppress(asyncio.CancelledError, StopAsyncIteration):
                await coming
        await items.aclose()
