"""A kernel client that does not wait longer than it must."""

import asyncio
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient

# How long the two channels may differ: one has answered, the other's subscription is on its way.
_PATIENCE = 0.1


class PromptClient(AsyncKernelClient):
    """Is ready with the kernel's first whole answer.

    jupyter_client also waits until nothing more is heard for a fifth of a second, which is most of
    the time that a forked kernel takes. What is still heard answers other requests and harms none.
    """

    def start_channels(self, *_: bool, **__: bool) -> None:
        """Open the two channels on which cells are run.

        The others each take a socket, and the heartbeat a thread of the server besides; whether a
        kernel is alive the manager knows.
        """
        super().start_channels(stdin=False, hb=False, control=False)

    def stop_channels(self) -> None:
        """Close what has been opened; jupyter_client would open the others first."""
        for channel in (self._shell_channel, self._iopub_channel):
            if channel is not None and channel.is_alive():
                channel.stop()
        if self._created_context and not self.context.closed:
            self.context.destroy(linger=100)

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait until the kernel answers on both channels.

        Raises
        ------
        RuntimeError
            When it has ended, or has not answered for `timeout` seconds.
        """
        try:
            async with asyncio.timeout(timeout):
                while not await self._has_answered():
                    if not await self.is_alive():
                        raise RuntimeError("the kernel ended before it answered")
        except TimeoutError:
            raise RuntimeError(f"the kernel has not answered for {timeout} seconds") from None

    async def _has_answered(self) -> bool:
        self.kernel_info()
        try:
            reply = await self._next(self.shell_channel, 1.0)
            while reply["msg_type"] != "kernel_info_reply":
                reply = await self._next(self.shell_channel, 1.0)
            status = await self._next(self.iopub_channel, _PATIENCE)
            while status["content"].get("execution_state") != "idle":
                status = await self._next(self.iopub_channel, _PATIENCE)
        except Empty:
            return False
        self._handle_kernel_info_reply(reply)
        return True

    @staticmethod
    async def _next(channel: Any, seconds: float) -> dict[str, Any]:
        message: dict[str, Any] = await channel.get_msg(timeout=seconds)
        return message
