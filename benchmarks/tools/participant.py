"""Somebody in a class, without a browser: asks for the page, opens the socket, saves.

The same client visits our pages and stock Voila's. It waits for the whole page, opens the kernel's
socket, asks what each page's own script must hear before anybody can use it, and waits for the
answer: stock Voila's needs the state of all widgets; ours has it already in the page, and only asks
the kernel which widgets there are, so that it is measured whether the kernel answers.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
import uuid
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from benchmarks.tools.message import message

PATIENCE = 120
LARGEST = 64 << 20
# Where our page, and where stock Voila's page, names its kernel.
KERNEL = re.compile(rb'(?:class="cx-kernel">\{"kernel": |"kernelId": )"([0-9a-f-]{36})"')
FORM = b'class="cx-state"'
# Where our page says which cell holds which form, and which widget the cell has shown.
SLOT = re.compile(rb'class="cx-slot" data-cell="(\d+)" data-exercise="([\w-]+)"')
SHOWN = re.compile(rb'"index": (\d+), "outputs": .*?"model_id": "(\w+)"')


@dataclass
class Times:
    """Seconds since the visitor asked for the page.

    Parameters
    ----------
    typing : float or None
        Until the first form had come whole; None on pages without our front.
    ready : float
        Until the kernel had answered what the page asks it.
    """

    typing: float | None
    ready: float


@dataclass
class Participant:
    """One visitor with cookies, and the page they have open.

    Parameters
    ----------
    base : str
        The server's address, with a slash at the end.
    """

    base: str
    cookies: dict[str, str] = field(default_factory=dict)
    kernel: str = ""

    def __post_init__(self) -> None:
        self._http = AsyncHTTPClient(max_clients=1000, max_body_size=LARGEST, force_instance=True)
        self._socket: WebSocketClientConnection | None = None
        self._session = uuid.uuid4().hex

    async def ask(self, path: str, form: dict[str, str] | None = None, **options: Any) -> int:
        """Send one request, keep the cookies of its answer and return its status."""
        body = urlencode({"_xsrf": self.cookies.get("_xsrf", ""), **form}) if form else None
        request = HTTPRequest(
            self.base + path, method="POST" if form else "GET", body=body,
            headers={"Cookie": self._cookie(), "X-XSRFToken": self.cookies.get("_xsrf", "")},
            follow_redirects=False, request_timeout=PATIENCE, **options,
        )  # fmt: skip
        answer = await self._http.fetch(request, raise_error=False)
        self._keep(answer)
        return answer.code

    async def join(self, code: str, name: str) -> None:
        """Join a class."""
        await self.ask("join")
        await self.ask("join", {"code": code, "name": name, "pin": "2706"})

    async def open(self, path: str) -> Times:
        """Open a page and wait until its widgets could be used."""
        begun = time.monotonic()
        received, typing = bytearray(), None
        connecting: asyncio.Task[WebSocketClientConnection] | None = None

        def hear(chunk: bytes) -> None:
            nonlocal typing, connecting
            received.extend(chunk)
            if typing is None and FORM in received:
                typing = time.monotonic() - begun
            if connecting is None and (named := KERNEL.search(received)):
                self.kernel = named[1].decode()
                connecting = asyncio.ensure_future(self._connect())

        await self.ask(path, streaming_callback=hear)
        if connecting is None:
            raise RuntimeError(f"no kernel: {bytes(received[-300:])!r}")
        self._socket = await connecting
        self.widgets = _forms(bytes(received))
        await (self._widget_states() if typing is None else self._widgets_there())
        return Times(typing, time.monotonic() - begun)

    async def _connect(self) -> WebSocketClientConnection:
        address = f"{self.base}api/kernels/{self.kernel}/channels?session_id={self._session}"
        request = HTTPRequest(
            address.replace("http", "ws", 1),
            headers={"Cookie": self._cookie(), "Origin": self.base.rstrip("/")},
            connect_timeout=PATIENCE, request_timeout=PATIENCE,
        )  # fmt: skip
        return await websocket_connect(request, max_message_size=LARGEST)

    async def _widgets_there(self) -> None:
        await self._say("comm_info_request", {"target_name": "jupyter.widget"})
        there = await self._until(b'"comm_info_reply"')
        missing = [name for name, model in self.widgets.items() if model.encode() not in there]
        if missing or not self.widgets:
            raise RuntimeError(f"no widget for {missing or 'any form'}")

    async def _widget_states(self) -> None:
        control = {"comm_id": uuid.uuid4().hex, "target_name": "jupyter.widget.control"}
        await self._say("comm_open", {**control, "data": {}}, {"version": "1.0.0"})
        await self._say("comm_msg", {**control, "data": {"method": "request_states"}})
        await self._until(b'"update_states"')

    async def _say(
        self, kind: str, content: dict[str, Any], metadata: dict[str, Any] | None = None
    ) -> None:
        assert self._socket is not None
        await self._socket.write_message(message(kind, content, self._session, metadata=metadata))

    async def _until(self, sign: bytes) -> bytes:
        assert self._socket is not None
        while True:
            async with asyncio.timeout(PATIENCE):
                heard = await self._socket.read_message()
            if heard is None:
                raise ConnectionError("the kernel's socket was closed")
            raw = heard if isinstance(heard, bytes) else heard.encode()
            if sign in raw:
                return raw

    async def save(self, widget: str, value: dict[str, Any], revision: int) -> tuple[float, int]:
        """Save a form; return the seconds until it was confirmed, and the new revision."""
        begun = time.monotonic()
        told = {"kind": "save", "request": 1, "value": value, "revision": revision}
        data = {"method": "custom", "content": told}
        await self._say("comm_msg", {"comm_id": widget, "data": data})
        answer = await self._until(b'"saved"')
        content = json.loads(answer[answer.index(b"{") :])["content"]["data"]["content"]
        return time.monotonic() - begun, int(content["revision"])

    async def leave(self) -> None:
        """Close the page as a browser does."""
        if self._socket is not None:
            self._socket.close()
        # Stock Voila's page makes this token in the browser when it got none.
        self.cookies.setdefault("_xsrf", uuid.uuid4().hex)
        status = await self.ask(f"voila/api/shutdown/{self.kernel}", {"_": ""})
        if status >= 400:
            raise RuntimeError(f"the kernel could not be given back: {status}")

    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _keep(self, answer: HTTPResponse) -> None:
        for line in answer.headers.get_list("Set-Cookie"):
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.coded_value


def _forms(page: bytes) -> dict[str, str]:
    """Return the model id of each form's widget on a page of ours, by exercise."""
    shown = dict(SHOWN.findall(page))
    return {
        exercise.decode(): shown[cell].decode()
        for cell, exercise in SLOT.findall(page)
        if cell in shown
    }
