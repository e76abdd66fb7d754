"""What a request that is refused or fails gets: a page of ours, in the visitor's language."""

from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING

from tornado import web

from cxkit.classroom.chapter import wait_for
from cxkit.classroom.entrance import way_in
from cxkit.classroom.home import HomeHandler
from cxkit.classroom.pace import TooFast
from cxkit.classroom.page import POLICY
from cxkit.front import error_page, waiting_page
from cxkit.store import ChapterShut, NotFound, StoreBusy, StoreError, StoreFull, StoreUnavailable

if TYPE_CHECKING:
    from cxkit.classroom.app import CxVoila

_STATUS: tuple[tuple[type[StoreError], HTTPStatus], ...] = (
    (NotFound, HTTPStatus.NOT_FOUND),
    (ChapterShut, HTTPStatus.LOCKED),
    (StoreFull, HTTPStatus.INSUFFICIENT_STORAGE),
    (StoreBusy, HTTPStatus.SERVICE_UNAVAILABLE),
    (StoreUnavailable, HTTPStatus.SERVICE_UNAVAILABLE),
)


class NotSignedIn(web.HTTPError):
    """Nobody is known to ask; in a class the way in is shown instead."""

    def __init__(self) -> None:
        super().__init__(403, "not signed in")


def answer_failure(
    app: "CxVoila", handler: web.RequestHandler, status: int, error: BaseException | None
) -> None:
    """Answer a request that was refused or failed.

    Parameters
    ----------
    app : CxVoila
        The application.
    handler : RequestHandler
        Whose answer it is; nothing has been sent yet.
    status : int
        What tornado would answer.
    error : exception or None
        Why.
    """
    if isinstance(error, NotSignedIn) and _shows_the_door(app, handler):
        handler.set_status(HTTPStatus.SEE_OTHER)
        handler.set_header("Location", way_in(app.base_url, handler.request.uri or "", app.door))
        handler.finish()
        return
    said = error.for_page(app.lang_of(handler)) if isinstance(error, StoreError) else ""
    if isinstance(error, StoreError):
        status = status_of(error)
        if isinstance(handler, HomeHandler):
            # Home reads the store itself, which may be what failed.
            with suppress(StoreError):
                handler.show(said, status)
                return
    _answer_with_page(app, handler, status, said, error)


def status_of(error: StoreError) -> int:
    """Return the status by which programs tell one refusal of the store from another.

    Examples
    --------
    >>> status_of(StoreFull(place="cxworkbook.db")), status_of(NotFound(name="x"))
    (507, 404)
    """
    return next((int(n) for kind, n in _STATUS if isinstance(error, kind)), HTTPStatus.CONFLICT)


def _answer_with_page(
    app: "CxVoila",
    handler: web.RequestHandler,
    status: int,
    said: str,
    error: BaseException | None,
) -> None:
    wait = wait_for(error)
    if wait is None and status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        app.log.error("failed: %s %s", handler.request.method, handler.request.path, exc_info=error)
    handler.set_status(status)
    handler.set_header("Content-Type", "text/html; charset=utf-8")
    handler.set_header("Content-Security-Policy", POLICY.format(sockets=""))
    lang, base = app.lang_of(handler), app.base_url
    if isinstance(error, TooFast):
        handler.set_header("Retry-After", str(error.seconds))
    if wait is not None:
        handler.finish(waiting_page(wait, lang, base))
        return
    door = way_in(base, base, app.door) if app.door else ""
    handler.finish(error_page(lang, status, base, said=said, door=door))


def _shows_the_door(app: "CxVoila", handler: web.RequestHandler) -> bool:
    wants_page = "text/html" in handler.request.headers.get("Accept", "")
    return bool(app.classroom) and handler.request.method == "GET" and wants_page
