"""The guard in front of every handler: default deny, in one order, for pages, files and sockets.

Host → spelling → rule → origin → person → kernel's owner. Jupyter's own authorizer is asked on
kernel routes only, so it cannot be the guard.
"""

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jupyter_server.auth import User
from jupyter_server.utils import ensure_async
from tornado import web

from cxkit.classroom.address import client_address
from cxkit.classroom.failures import NotSignedIn, answer_failure
from cxkit.classroom.rules import ASSETS, Rule, canonical, find_rule

if TYPE_CHECKING:
    from cxkit.classroom.app import CxVoila

SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    # A page sets its own; a file, a picture or a line of JSON is no page.
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


def host_of(handler: web.RequestHandler) -> str:
    """Return the host name a request was sent to, without port, in lower case."""
    try:
        return urlsplit("//" + (handler.request.host or "")).hostname or ""
    except ValueError:
        return ""


def _same_origin(handler: web.RequestHandler) -> bool:
    """Say whether a request comes from our own page, or from no page at all."""
    headers = handler.request.headers
    origin = headers.get("Origin") or headers.get("Sec-Websocket-Origin")
    if origin is None:
        return headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")
    return urlsplit(origin).netloc.lower() == (handler.request.host or "").lower()


def _method_of(handler: web.RequestHandler) -> str:
    upgrade = handler.request.headers.get("Upgrade", "").lower() == "websocket"
    return "SOCKET" if upgrade else (handler.request.method or "")


async def admit(handler: web.RequestHandler, app: "CxVoila") -> User | None:
    """Let a request pass, or raise.

    Raises
    ------
    tornado.web.HTTPError
        403 for a foreign host or origin or an unknown person; 404 for what is not open, for odd
        spellings and for what belongs to somebody else; 429 for more than a person asks for.
    """
    if host_of(handler) not in app.allowed_hosts:
        raise web.HTTPError(403, "host %r is not on the allow-list", host_of(handler))
    path = canonical(handler.request.path)
    base = app.base_url.rstrip("/")
    if path is None or not path.startswith(base + "/"):
        raise web.HTTPError(404)
    method = _method_of(handler)
    allowed = find_rule(method, path.removeprefix(base), in_class=bool(app.classroom))
    if allowed is None:
        raise web.HTTPError(404)
    rule, kernel = allowed
    if method not in ("GET", "HEAD") and not _same_origin(handler):
        raise web.HTTPError(403, "request from another origin")
    user = None if rule.who == "anyone" else await _insider(handler, app, rule, kernel)
    if app.classroom and rule not in ASSETS:
        if user is None:
            app.pace.knock(client_address(handler, behind_proxy=app.public is not None))
        else:
            app.pace.step(user.username)
    return user


async def _insider(
    handler: web.RequestHandler, app: "CxVoila", rule: Rule, kernel: str | None
) -> User:
    """Return the person whom a rule lets in, or raise."""
    user: User | None = await ensure_async(app.identity_provider.get_user(handler))
    if user is None:
        raise NotSignedIn
    if rule.who == "instructor" and app.identity_provider.role_of(handler) != "instructor":
        raise web.HTTPError(404)
    if kernel is not None and app.kernel_manager.owner_of(kernel) != user.username:
        raise web.HTTPError(404)
    return user


def guarded(handler_class: type[web.RequestHandler], app: "CxVoila") -> type[web.RequestHandler]:
    """Return `handler_class` behind the guard."""

    class Guarded(handler_class):  # type: ignore[valid-type,misc]
        async def prepare(self) -> None:
            _count_socket(self, app, await admit(self, app))
            await ensure_async(super().prepare() or _nothing())

        def on_close(self) -> None:
            super().on_close()
            _give_back(self, app)

        def on_finish(self) -> None:
            super().on_finish()
            if self.get_status() != HTTPStatus.SWITCHING_PROTOCOLS:
                _give_back(self, app)

        def set_default_headers(self) -> None:
            super().set_default_headers()
            for name, value in SAFE_HEADERS.items():
                self.set_header(name, value)

        def write_error(self, status_code: int, **kwargs: Any) -> None:
            answer_failure(app, self, status_code, (kwargs.get("exc_info") or (None, None))[1])

    Guarded.__name__ = f"Guarded{handler_class.__name__}"
    # jupyter_server compares modules to see whether the identity was overridden.
    Guarded.__module__ = handler_class.__module__
    return Guarded


def _count_socket(handler: web.RequestHandler, app: "CxVoila", user: User | None) -> None:
    if user is not None and _method_of(handler) == "SOCKET":
        if not app.sockets.take(user.username, handler):
            raise web.HTTPError(429, "too many sockets")
        handler.cx_socket_of = user.username  # type: ignore[attr-defined]


def _give_back(handler: web.RequestHandler, app: "CxVoila") -> None:
    """Forget a socket that has closed, or was never opened."""
    person = handler.__dict__.pop("cx_socket_of", None)
    if person is not None:
        app.sockets.give_back(person, handler)


async def _nothing() -> None:
    return None
