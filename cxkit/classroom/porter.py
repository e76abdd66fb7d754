"""In front of the guard: how much anybody may send, how slowly, and over how many sockets at once.

Tornado reads a request's body whole before a handler is asked. What nobody has let in yet must
therefore be small, or strangers could fill the memory.
"""

import re
from collections import defaultdict
from collections.abc import Awaitable, Callable
from http.cookies import CookieError, SimpleCookie
from typing import Any

from tornado import httputil, web
from tornado.httpserver import HTTPServer

# A workbook file with many pictures; a spreadsheet, and what it changes.
LARGEST_FILE = 64 << 20
# A comment, a vote, a name and a PIN.
LARGEST_FORM = 1 << 20
# Who says nothing for so long is gone, and a file on a slow line has come by then.
SILENT_SECONDS, BODY_SECONDS = 120, 900
# Every page has two, and a page that was reloaded a third for a moment.
SOCKETS_PER_PERSON = 96

# Where whoever is signed in may bring more than a form.
_FILES = r"workbooks/(?:import|[\w-]+/(?:bring|take-over))"


class Porter(httputil.HTTPServerConnectionDelegate):
    """Hands requests to the application, and none of them larger than its sender may send.

    Parameters
    ----------
    application : web.Application
        What answers.
    base : str
        Path of the application's home.
    """

    def __init__(self, application: web.Application, base: str) -> None:
        self._application = application
        self._files = re.compile(re.escape(base) + _FILES)

    def start_request(
        self, server_conn: object, request_conn: httputil.HTTPConnection
    ) -> httputil.HTTPMessageDelegate:
        inner = self._application.start_request(server_conn, request_conn)
        return _Letter(inner, request_conn, self.most)

    def most(self, path: str, headers: httputil.HTTPHeaders) -> int:
        """Return how many bytes a request may bring."""
        takes_files = self._files.fullmatch(path.partition("?")[0])
        may = takes_files and self._is_signed(headers.get("Cookie", ""))
        return LARGEST_FILE if may else LARGEST_FORM

    def _is_signed(self, cookies: str) -> bool:
        """Say whether any cookie is of our making; whose it is, the guard asks."""
        try:
            named = SimpleCookie(cookies)
        except CookieError:
            return False
        secret = self._application.settings["cookie_secret"]
        return any(
            web.decode_signed_value(secret, name, one.value) is not None
            for name, one in named.items()
            if name.startswith("cxkit-")
        )


class _Letter(httputil.HTTPMessageDelegate):
    """One request on its way in."""

    def __init__(
        self,
        inner: httputil.HTTPMessageDelegate,
        connection: httputil.HTTPConnection,
        most: Callable[[str, httputil.HTTPHeaders], int],
    ) -> None:
        self._inner = inner
        self._connection = connection
        self._most = most

    def headers_received(
        self,
        start_line: httputil.RequestStartLine | httputil.ResponseStartLine,
        headers: httputil.HTTPHeaders,
    ) -> Awaitable[None] | None:
        if isinstance(start_line, httputil.RequestStartLine):
            self._connection.set_max_body_size(  # type: ignore[attr-defined]
                self._most(start_line.path, headers)
            )
        return self._inner.headers_received(start_line, headers)

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        return self._inner.data_received(chunk)

    def finish(self) -> None:
        self._inner.finish()

    def on_connection_close(self) -> None:
        self._inner.on_connection_close()


def open_doors(application: web.Application, port: int, ip: str, base: str) -> HTTPServer:
    """Listen.

    Raises
    ------
    OSError
        When the port is taken or not permitted.
    """
    server = HTTPServer(
        Porter(application, base),
        max_buffer_size=LARGEST_FILE,
        idle_connection_timeout=SILENT_SECONDS,
        body_timeout=BODY_SECONDS,
    )
    server.listen(port, ip)
    return server


class Sockets:
    """The sockets that each person has open.

    Examples
    --------
    >>> sockets = Sockets(most=1)
    >>> sockets.take("anna", "first"), sockets.take("anna", "second"), sockets.take("bea", "third")
    (True, False, True)
    >>> sockets.give_back("anna", "first")
    >>> sockets.take("anna", "second")
    True
    """

    def __init__(self, most: int = SOCKETS_PER_PERSON) -> None:
        self._most = most
        self._open: defaultdict[str, set[Any]] = defaultdict(set)

    def take(self, person: str, socket: Any) -> bool:
        """Say whether one more may be opened, and keep it."""
        if len(self._open[person]) >= self._most:
            return False
        self._open[person].add(socket)
        return True

    def give_back(self, person: str, socket: Any) -> None:
        """One was closed."""
        self._open[person].discard(socket)
        if not self._open[person]:
            del self._open[person]

    def all(self) -> list[tuple[str, Any]]:
        """Return every open socket, each with its person."""
        return [(person, one) for person, found in self._open.items() for one in found]
