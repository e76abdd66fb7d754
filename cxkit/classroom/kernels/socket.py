"""The web socket between a page and its kernel, opened without asking twice."""

import asyncio
from typing import Any

from jupyter_client._version import protocol_version
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.websocket import WebSocketProtocol, WebSocketProtocol13
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from cxkit.classroom.kernels.preloaded import ForkedProcess

# A kernel that answers at all greets who listens to it within milliseconds.
_PATIENCE = 1.0


class KernelSocket(VoilaKernelWebsocketHandler):  # type: ignore[misc]
    """Looks for lost browsers once, as jupyter_server does.

    tornado would do so too: it reads as seconds what jupyter_server means as milliseconds, and
    warns on the console that the two do not fit.
    """

    def get_websocket_protocol(self) -> WebSocketProtocol | None:
        protocol: WebSocketProtocol | None = super().get_websocket_protocol()
        if isinstance(protocol, WebSocketProtocol13):
            protocol.params.ping_interval = protocol.params.ping_timeout = None
        return protocol


class PromptConnection(ZMQChannelsWebsocketConnection):
    """Is open as soon as the kernel is heard.

    jupyter_server asks each kernel for its version and twice more whether it is there, on sockets
    that it opens for the purpose. Ours are of one kind, a page is told of them when they are there,
    and they greet each subscription by themselves.
    """

    _subscribed = False

    def connect(self) -> Any:
        # A kernel answers in several small messages; the second would wait until the browser has
        # said that it got the first, which browsers take their time for.
        self.websocket_handler.set_nodelay(True)
        return super().connect()

    def request_kernel_info(self) -> "asyncio.Future[Any]":
        """Answer for the kernel: it is ipykernel, as installed here."""
        self._finish_kernel_info({"protocol_version": protocol_version})  # type: ignore[no-untyped-call]
        return asyncio.wrap_future(self._kernel_info_future)

    def create_stream(self) -> None:
        super().create_stream()  # type: ignore[no-untyped-call]
        self._subscribed = True

    def nudge(self) -> "asyncio.Future[None]":
        """Wait until what the kernel says is heard here."""
        # A plain kernel greets its first listener only, and old channels are not greeted again.
        process = getattr(self.kernel_manager.provisioner, "process", None)
        if not (self._subscribed and isinstance(process, ForkedProcess)):
            return self._nudge_again()
        heard = asyncio.get_running_loop().create_future()
        channel = self.channels["iopub"]

        def hear(_: object) -> None:
            channel.stop_on_recv()
            if not heard.done():
                heard.set_result(None)

        async def listen() -> None:
            try:
                await asyncio.wait_for(heard, _PATIENCE)
            except TimeoutError:
                if self.channels:
                    await self._nudge_again()

        channel.on_recv(hear)
        return asyncio.ensure_future(listen())

    def _nudge_again(self) -> "asyncio.Future[None]":
        asked: asyncio.Future[None] = super().nudge()
        return asked
