"""People of a class, as clients: at the door, inside, leading."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

from cxkit.store import OWNER, Store
from tests.classroom.client import Answer, Client
from tests.classroom.serving import Serving


def come(server: Serving, page: str = "/join") -> Client:
    """Return somebody who has the page in front of them."""
    client = Client(server)
    client.keep(client.get(page))
    return client


def join(client: Client, name: str, pin: str = "2706", **more: str) -> Answer:
    answer = client.post("/join", {"code": client.server.code, "name": name, "pin": pin, **more})
    client.keep(answer)
    return answer


def enter(server: Serving, name: str, pin: str = "2706") -> Client:
    """Return somebody who is in."""
    client = come(server)
    assert join(client, name, pin).status in (200, 303)
    return client


def lead(server: Serving) -> Client:
    """Return the instructor."""
    client = come(server, "/teach")
    answer = client.post("/teach", {"password": server.password})
    client.keep(answer)
    assert answer.status == HTTPStatus.SEE_OTHER
    client.keep(client.get("/"))
    return client


def person_of(server: Serving, name: str) -> str:
    """Return a person's id."""
    with Store.open(server.database) as store:
        room = store.classes.named(server.room)
        assert room is not None
        found = store.classes.credentials(room.id, name)
        assert found is not None
        return found[0].person


@contextmanager
def closed(school: Serving, chapter: str) -> Iterator[None]:
    """Close a chapter for as long as the block lasts."""
    with Store.open(school.database) as store:
        room = store.classes.all()[0].id
        store.classes.lock(room, chapter, by=OWNER)
        try:
            yield
        finally:
            store.classes.unlock(room, chapter, by=OWNER)
