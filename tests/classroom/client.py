"""A client that sends exactly what it is told, as no browser would."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.classroom.serving import Serving

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@dataclass(frozen=True)
class Answer:
    """What the server answered; status 0 when it hung up without a word."""

    status: int
    headers: dict[str, str]
    cookies: tuple[str, ...]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode(errors="replace")


@dataclass
class Client:
    """Somebody who talks to a server, with the cookies they hold."""

    server: Serving
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(
        self,
        method: str,
        target: str,
        *,
        headers: dict[str, str] | None = None,
        body: bytes = b"",
    ) -> Answer:
        """Send one request; `target` goes on the wire as it stands."""
        sent = {"Host": f"127.0.0.1:{self.server.port}", "Connection": "close"}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body or method in ("POST", "PUT"):
            sent["Content-Length"] = str(len(body))
        sent |= headers or {}
        head = "".join(f"{name}: {value}\r\n" for name, value in sent.items())
        wire = f"{method} {target} HTTP/1.1\r\n{head}\r\n".encode("utf-8", "surrogateescape")
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=60) as line:
            line.sendall(wire + body)
            return _read(line, bodiless=method == "HEAD")

    def get(self, target: str, **headers: str) -> Answer:
        """Ask for a page."""
        return self.ask("GET", target, headers=headers)

    def post(self, target: str, fields: dict[str, str] | None = None, **headers: str) -> Answer:
        """Send a form; with the client's own ``_xsrf`` unless the fields say otherwise."""
        given = {"_xsrf": self.cookies.get("_xsrf", ""), **(fields or {})}
        sent = {"Content-Type": "application/x-www-form-urlencoded", **headers}
        return self.ask("POST", target, headers=sent, body=urlencode(given).encode())

    def socket(self, target: str, **headers: str) -> Answer:
        """Ask for a web socket; status 101 when it is opened."""
        origin = {"Origin": self.server.origin, **headers}
        return self.ask("GET", target, headers={**UPGRADE, **origin})

    def sign_in(self) -> Client:
        """Use the printed address, and keep what it gives."""
        first = self.get(f"/?token={self.server.token}")
        self.keep(first)
        self.keep(self.get("/"))
        return self

    def keep(self, answer: Answer) -> None:
        """Take the cookies of an answer."""
        for cookie in answer.cookies:
            name, _, rest = cookie.partition("=")
            self.cookies[name] = rest.partition(";")[0]

    @contextmanager
    def begin(self, target: str, *, until: bytes) -> Iterator[None]:
        """Ask for a page and hang up at the end of the block; it begins when `until` has come."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = f"Host: 127.0.0.1:{self.server.port}\r\nCookie: {cookies}\r\n"
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=60) as line:
            line.sendall(f"GET {target} HTTP/1.1\r\n{head}\r\n".encode())
            received = b""
            while until not in received:
                more = line.recv(65536)
                assert more, f"the page ended without {until!r}: {received[-300:]!r}"
                received += more
            yield

    def open_chapter(self, name: str = "it/00-start") -> str:
        """Open a chapter's page and return its kernel's id."""
        page = self.get(f"/voila/render/{name}.ipynb")
        self.keep(page)
        found = re.search(r'class="cx-kernel">\{"kernel": "([0-9a-f-]{36})"', page.text)
        assert found, page.text[-500:]
        return found[1]


def _read(line: socket.socket, *, bodiless: bool) -> Answer:
    received = b""
    while b"\r\n\r\n" not in received and (more := line.recv(65536)):
        received += more
    head, _, body = received.partition(b"\r\n\r\n")
    if not head:
        return Answer(0, {}, (), b"")
    first, *lines = head.decode("latin-1").split("\r\n")
    status = int(first.split()[1])
    pairs = [(name.lower(), value.strip()) for name, _, value in (x.partition(":") for x in lines)]
    headers = dict(pairs)
    cookies = tuple(value for name, value in pairs if name == "set-cookie")
    size = 0 if bodiless or status == 101 else int(headers.get("content-length", 1 << 40))
    while len(body) < size and (more := line.recv(65536)):
        body += more
    return Answer(status, headers, cookies, _unchunked(body, headers))


def _unchunked(body: bytes, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return body
    whole = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        length = int(size or b"0", 16)
        whole, body = whole + body[:length], body[length + 2 :]
    return whole
