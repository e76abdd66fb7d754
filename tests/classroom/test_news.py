"""What others do reaches every open page: a team-mate's save, a comment, a closed chapter."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from cxkit.store import OWNER, Store
from tests.classroom.client import Client
from tests.classroom.people import enter, lead
from tests.classroom.serving import ROOM, Serving, serving
from tests.classroom.test_losses import team_of_two, workbook_of
from tests.classroom.writers import EXERCISE, PATIENCE, Writer

PEOPLE = int(os.environ.get("CXKIT_WRITERS", "6"))


@pytest.fixture
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with serving(tmp_path_factory.mktemp("school"), room=ROOM) as running:
        yield running


@dataclass
class Listener:
    """The socket by which a page hears of others."""

    line: WebSocketClientConnection
    heard: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    async def open(cls, client: Client, workbook: str) -> Listener:
        cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        origin = client.server.origin
        request = HTTPRequest(
            f"{origin.replace('http', 'ws')}/live/{workbook}",
            headers={"Cookie": cookies, "Origin": origin},
        )
        return cls(await websocket_connect(request))

    async def hear(self, kind: str, **told: Any) -> float:
        """Wait for a piece of news, and return when it came."""
        async with asyncio.timeout(PATIENCE):
            while True:
                message = await self.line.read_message()
                assert message is not None
                news = json.loads(message)
                if news["kind"] == kind and told.items() <= news.items():
                    return time.monotonic()


async def slowest(*waiting: Awaitable[float]) -> float:
    """Return how long the last of some listeners waits."""
    begun = time.monotonic()
    return max(await asyncio.gather(*waiting)) - begun


def test_news_reach_everybody_while_the_whole_class_is_connected(school: Serving) -> None:
    """How long it took is printed: it depends on the machine."""

    async def listen() -> dict[str, float]:
        clients = [await asyncio.to_thread(enter, school, f"Persona {n}") for n in range(PEOPLE)]
        for first in range(0, PEOPLE, 2):
            clients[first].keep(await asyncio.to_thread(clients[first].get, "/"))
            team_of_two(school, clients[first], clients[first + 1], f"Persona {first}")
        writers = [Writer(client) for client in clients]
        await asyncio.gather(*(one.open() for one in writers))
        books = [workbook_of(school, f"Persona {n}") for n in range(PEOPLE)]
        pages = [
            await Listener.open(client, book) for client, book in zip(clients, books, strict=True)
        ]
        saved = slowest(
            *(page.hear("saved", exercise=EXERCISE) for page in pages[1::2]),
            *(write(one) for one in writers[::2]),
        )
        took = {"a team-mate's save": await saved}
        prof = await asyncio.to_thread(lead, school)
        path, said = f"/comments/{books[0]}/{EXERCISE}", {"text": "Chi risponde?"}
        comment = asyncio.to_thread(prof.post, path, said)
        both = (page.hear("comment", text="Chi risponde?", old=False) for page in pages[:2])
        took["a comment"] = await slowest(*both, after(comment))
        lock = slowest(*(page.hear("locked", chapters=["03-vision"]) for page in pages))
        took["a closed chapter"] = (await asyncio.gather(lock, asyncio.to_thread(shut, school)))[0]
        return took

    for what, seconds in asyncio.run(listen()).items():
        print(f"{what} was heard by the last of {PEOPLE} after {seconds:.2f} s")


async def write(one: Writer) -> float:
    """Save, and return 0: the writers' own time does not count."""
    assert (await one.write({"motto": "Una persona risponde"}))["kind"] == "saved"
    return 0


async def after(doing: Awaitable[object]) -> float:
    await doing
    return 0


def shut(school: Serving) -> None:
    with Store.open(school.database) as store:
        store.classes.lock(store.classes.all()[0].id, "03-vision", by=OWNER)
