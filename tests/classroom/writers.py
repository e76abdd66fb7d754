"""People of a class who write, as web socket clients: what a browser's form does, without one."""

from __future__ import annotations

import asyncio
import json
import re
import uuid
from dataclasses import dataclass, field
from typing import Any

from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from benchmarks.tools.message import message
from tests.classroom.client import Client

PATIENCE = 60
EXERCISE = "vision-statement"
CHAPTER = "/voila/render/it/03-vision.ipynb"
_KERNEL = re.compile(r'class="cx-kernel">\{"kernel": "([0-9a-f-]{36})"')


@dataclass
class Writer:
    """Somebody with one chapter open.

    Parameters
    ----------
    client : Client
        Signed in.
    chapter, exercise : str
        The page's address, and which of its forms.
    """

    client: Client
    chapter: str = CHAPTER
    exercise: str = EXERCISE
    kernel: str = ""
    revision: int = 0
    acknowledged: dict[str, Any] = field(default_factory=dict)
    conflicts: list[dict[str, Any]] = field(default_factory=list)

    async def open(self) -> None:
        """Open the page, the kernel's socket and the form; again after a loss."""
        page = await asyncio.to_thread(self.client.get, self.chapter)
        self.client.keep(page)
        found = _KERNEL.search(page.text)
        if found is None:
            raise ConnectionError(page.text[-300:])
        self.kernel = found[1]
        self._session = uuid.uuid4().hex
        self._line = await self._connect()
        states = await self._states()
        self._widget, self.revision = next(
            (name, one["state"]["state"]["revision"])
            for name, one in states.items()
            if one["state"].get("exercise") == self.exercise
        )

    async def _connect(self) -> WebSocketClientConnection:
        server = self.client.server
        cookies = "; ".join(f"{name}={value}" for name, value in self.client.cookies.items())
        channels = f"api/kernels/{self.kernel}/channels?session_id={self._session}"
        request = HTTPRequest(
            f"ws://127.0.0.1:{server.port}/{channels}",
            headers={"Cookie": cookies, "Origin": server.origin},
            connect_timeout=PATIENCE, request_timeout=PATIENCE,
        )  # fmt: skip
        return await websocket_connect(request, max_message_size=64 << 20)

    async def _states(self) -> dict[str, Any]:
        control = {"comm_id": uuid.uuid4().hex, "target_name": "jupyter.widget.control"}
        await self._say("comm_open", {**control, "data": {}}, {"version": "1.0.0"})
        await self._say("comm_msg", {**control, "data": {"method": "request_states"}})
        while True:
            data = (await self._hear()).get("data", {})
            if data.get("method") == "update_states":
                return dict(data["states"])

    async def write(self, value: dict[str, Any]) -> dict[str, Any]:
        """Save the form and return the answer: saved, refused or in conflict.

        Raises
        ------
        ConnectionError
            When the kernel or the server is gone; whether it was stored is not known then.
        """
        said = await self.ask("save", value=value, revision=self.revision)
        if said["kind"] == "saved":
            self.revision = said["revision"]
            self.acknowledged = value
        return said

    async def ask(self, kind: str, **told: Any) -> dict[str, Any]:
        """Send the form's message of a kind, and return the answer to it."""
        request = uuid.uuid4().hex
        data = {"method": "custom", "content": {"kind": kind, "request": request, **told}}
        await self._say("comm_msg", {"comm_id": self._widget, "data": data})
        while True:
            said: dict[str, Any] = (await self._hear()).get("data", {}).get("content") or {}
            if said.get("request") == request:
                return said

    def close(self) -> None:
        """Go away without a goodbye."""
        self._line.close()

    async def _say(
        self, kind: str, content: dict[str, Any], metadata: dict[str, Any] | None = None
    ) -> None:
        try:
            await self._line.write_message(message(kind, content, self._session, metadata=metadata))
        except Exception as error:
            raise ConnectionError(str(error)) from error

    async def _hear(self) -> dict[str, Any]:
        """Return the content of the next message."""
        async with asyncio.timeout(PATIENCE):
            heard = await self._line.read_message()
        if heard is None:
            raise ConnectionError("the socket was closed")
        text = heard if isinstance(heard, str) else heard[heard.index(b"{") :].decode()
        content: dict[str, Any] = json.loads(text)["content"]
        if content.get("execution_state") in ("dead", "restarting"):
            raise ConnectionError("the kernel has ended")
        told = (content.get("data") or {}).get("content") or {}
        if told.get("kind") == "conflict":
            self.conflicts += told["fields"]
        return content
