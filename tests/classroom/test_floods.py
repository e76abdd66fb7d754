"""Somebody who sends too much, too slowly or too often harms nobody else."""

from __future__ import annotations

import asyncio
import re
import socket
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http import HTTPStatus
from pathlib import Path

import psutil
import pytest

from cxkit.classroom.porter import LARGEST_FILE, LARGEST_FORM, SOCKETS_PER_PERSON
from cxkit.store import Store
from cxkit.store.limits import COMMENTS_A_MINUTE
from tests.classroom.client import UPGRADE, Answer, Client
from tests.classroom.people import come, enter, lead, person_of
from tests.classroom.serving import Serving, serving
from tests.classroom.writers import Writer


class HeldLine:
    """A socket's line that stays open inside its block, which is told the answer's first words."""

    def __init__(self, client: Client, target: str) -> None:
        server = client.server
        cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        told = {
            "Host": f"127.0.0.1:{server.port}", "Cookie": cookies, "Origin": server.origin,
            **UPGRADE,
        }  # fmt: skip
        head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
        self._line = socket.create_connection(("127.0.0.1", server.port), timeout=60)
        self._line.sendall(f"GET {target} HTTP/1.1\r\n{head}\r\n".encode())

    def __enter__(self) -> bytes:
        return self._line.recv(4096)[:12]

    def __exit__(self, *_: object) -> None:
        self._line.close()


def announce(client: Client, path: str, size: int, patience: float = 60) -> bytes:
    """Say that a body of some size will come, send none of it, and return the answer's first."""
    cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{client.server.port}\r\nCookie: {cookies}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {size}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", client.server.port), timeout=60) as line:
        line.sendall(head.encode())
        line.settimeout(patience)
        try:
            return line.recv(64)
        except TimeoutError:
            return b"waits for the body"


@pytest.mark.parametrize("path", ["/join", "/teach", "/", "/workbooks/import", "/nothing"])
def test_a_stranger_cannot_fill_the_memory(school: Serving, path: str) -> None:
    assert announce(come(school), path, LARGEST_FORM + 1).startswith(b"HTTP/1.1 400")


def test_a_forged_cookie_opens_no_larger_door(school: Serving) -> None:
    forged = Client(school, {f"cxkit-{school.port}": "2|1:0|10:1|forged"})
    assert announce(forged, "/workbooks/import", LARGEST_FORM + 1).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize(
    "path", ["/workbooks/import", "/workbooks/a1/bring", "/workbooks/a1/take-over"]
)
def test_a_member_may_bring_a_file(school: Serving, path: str) -> None:
    anna = enter(school, "Anna")
    assert announce(anna, path, LARGEST_FORM + 1, patience=2) == b"waits for the body"
    assert announce(anna, f"{path}?x=1", LARGEST_FILE, patience=2) == b"waits for the body"
    assert announce(anna, path, LARGEST_FILE + 1).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize("path", ["/vote", "/workbooks", "/workbooks/a1/rename"])
def test_a_member_may_bring_nothing_else_so_large(school: Serving, path: str) -> None:
    assert announce(enter(school, "Anna"), path, LARGEST_FORM + 1).startswith(b"HTTP/1.1 400")


def test_people_who_say_nothing_keep_nobody_waiting(school: Serving) -> None:
    with ExitStack() as stack:
        for number in range(200):
            line = socket.create_connection(("127.0.0.1", school.port), timeout=60)
            stack.enter_context(line)
            line.sendall(b"GET /join HTTP/1.1\r\nHost: 127" if number % 2 else b"")
        assert come(school).get("/join").status == HTTPStatus.OK


def test_sockets_are_few_for_each_person_and_given_back(school: Serving) -> None:
    bea = enter(school, "Bea")
    bea.get("/voila/render/en/00-start.ipynb")
    with Store.open(school.database) as store:
        (book,) = store.workbooks(person_of(school, "Bea"))
    before = psutil.Process(school.process.pid).num_fds()
    with ExitStack() as stack:
        answers = [stack.enter_context(HeldLine(bea, f"/live/{book.id}")) for _ in range(120)]
        opened = answers.count(b"HTTP/1.1 101")
        assert 0 < opened <= SOCKETS_PER_PERSON
        assert answers.count(b"HTTP/1.1 429") == 120 - opened
        carla = enter(school, "Carla")
        assert carla.get("/").status == HTTPStatus.OK
    # The server hears of each closed line on one of its next turns.
    live = f"/live/{book.id}"
    until(lambda: bea.socket(live).status == HTTPStatus.SWITCHING_PROTOCOLS)
    until(lambda: psutil.Process(school.process.pid).num_fds() < before + SOCKETS_PER_PERSON)


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        time.sleep(0.05)


def workbook_of(school: Serving, client: Client, name: str) -> str:
    client.get("/voila/render/en/00-start.ipynb")
    with Store.open(school.database) as store:
        (book,) = store.workbooks(person_of(school, name))
    return book.id


def post_until_too_fast(client: Client, path: str) -> tuple[list[Answer], int]:
    """Post comments until all posts are refused; return the answers, and the minutes begun."""
    begun, answers = time.monotonic(), []
    # Several at once: from a busy machine one after the other may not be too fast.
    with ThreadPoolExecutor(8) as pool:
        while all(one.status != HTTPStatus.TOO_MANY_REQUESTS for one in answers):
            assert len(answers) < 4000, "nobody stops it"
            texts = [{"text": f"number {len(answers) + n}"} for n in range(40)]
            answers += pool.map(lambda text: client.post(path, text), texts)
    return answers, 1 + int((time.monotonic() - begun) / 60)


def test_a_script_that_posts_comments_is_stopped_and_nobody_else(school: Serving) -> None:
    gino, ivo = enter(school, "Gino"), enter(school, "Ivo")
    path = f"/comments/{workbook_of(school, gino, 'Gino')}/profile"
    gino.keep(gino.get("/"))
    answers, minutes = post_until_too_fast(gino, path)
    count = Counter(answer.status for answer in answers)
    assert 0 < count[HTTPStatus.NO_CONTENT] <= COMMENTS_A_MINUTE * minutes
    assert count[HTTPStatus.CONFLICT] > 0
    assert count[HTTPStatus.TOO_MANY_REQUESTS] > 0
    said = next(one for one in answers if one.status == HTTPStatus.CONFLICT)
    assert f"No more than {COMMENTS_A_MINUTE} comments a minute" in said.text
    late = next(one for one in answers if one.status == HTTPStatus.TOO_MANY_REQUESTS)
    assert int(late.headers["retry-after"]) >= 1
    assert "too much at once" in late.text
    assert ivo.get("/").status == HTTPStatus.OK
    assert lead(school).get("/").status == HTTPStatus.OK


def test_whoever_knocks_without_end_waits_and_the_class_goes_on(tmp_path: Path) -> None:
    with serving(tmp_path / "other", lang="en", room="CX Roma 2026") as other:
        lia, stranger = enter(other, "Lia"), come(other)
        with ThreadPoolExecutor(8) as pool:
            knocks = pool.map(lambda _: stranger.get("/join").status, range(1200))
            assert HTTPStatus.TOO_MANY_REQUESTS in set(knocks)
        assert lia.get("/").status == HTTPStatus.OK


def test_a_message_of_fifty_megabytes_costs_its_sender_the_socket_and_nobody_else(
    school: Serving,
) -> None:
    mario, nora = Writer(enter(school, "Mario")), Writer(enter(school, "Nora"))

    async def send() -> None:
        await asyncio.gather(mario.open(), nora.open())
        with pytest.raises(ConnectionError):
            await mario.write({"motto": "x" * (50 << 20)})
        assert (await nora.write({"motto": "Undisturbed"}))["kind"] == "saved"
        await mario.open()
        assert (await mario.write({"motto": "Back again"}))["kind"] == "saved"
        large = await mario.write({"motto": "x" * 5_000_000})
        assert large["kind"] in {"refused", "saved"}
        assert (await mario.write({"motto": "Still here"}))["kind"] == "saved"

    asyncio.run(send())


@pytest.mark.parametrize("dots", ["9" * 5000, "-1", "1e9", "\u0665", "0x1", " "])
def test_odd_numbers_of_dots_are_refused_or_none(school: Serving, dots: str) -> None:
    voter = enter(school, "Dora")
    item = re.search(r'<select[^>]* name="([\w-]+)"', voter.get("/vote").text)
    assert item
    answer = voter.post("/vote", {item[1]: dots})
    assert answer.status in (HTTPStatus.OK, HTTPStatus.BAD_REQUEST)


def test_every_answer_carries_a_policy(school: Serving) -> None:
    prof, elio = lead(school), enter(school, "Elio")
    elio.get("/voila/render/en/00-start.ipynb")
    with Store.open(school.database) as store:
        (book,) = store.workbooks(person_of(school, "Elio"))
    paths = (
        "/", "/join", "/teach", "/resume/xxxxxxxxxxxxxxxxxxxxxxxx", "/vote", "/me/data", "/nothing",
        "/favicon.ico", "/cxkit/static/page.js", "/class/invitation", "/class/export",
        f"/class/read/{book.id}/profile", f"/workbooks/{book.id}/download",
        f"/workbooks/{book.id}/export/xlsx", "/voila/static/voila.js", "/voila/files/x",
        "/voila/render/class/people.ipynb", "//", "/voila/render/en/03-vision.ipynb",
    )  # fmt: skip
    for client in (Client(school), elio, prof):
        for path in paths:
            told = client.get(path).headers
            assert "frame-ancestors 'none'" in told["content-security-policy"], path
            assert told["x-content-type-options"] == "nosniff", path
