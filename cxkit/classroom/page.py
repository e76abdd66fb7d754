"""What our own pages have in common."""

from typing import TYPE_CHECKING

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import GZipContentEncoding

from cxkit.language import LANGS, Lang
from cxkit.store import Store

if TYPE_CHECKING:
    from cxkit.classroom.app import CxVoila

# Our pages run our own scripts and nothing else; third-party anywidgets come as blobs.
POLICY = (
    "default-src 'none'; script-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' {sockets}; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Voila's own front evaluates scripts; still nothing from another host.
STOCK_POLICY = (
    "default-src 'self' data: blob:; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:; "
    "style-src 'self' 'unsafe-inline'; connect-src 'self' {sockets} data: blob:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class QuickGzip(GZipContentEncoding):
    """Compresses a page drawn for one visit: 6 % larger than by level 6, in half the time."""

    GZIP_LEVEL = 4


class PageMixin:
    """Language, store and policy for a handler that the application hands itself to."""

    cx: "CxVoila"

    @property
    def lang(self) -> Lang:
        """The page's language."""
        return self.cx.lang_of(self)  # type: ignore[arg-type]

    @property
    def store(self) -> Store:
        """The open database."""
        store = self.cx.store
        if store is None:
            raise RuntimeError("the application was made without a store")
        return store

    @property
    def person(self) -> str:
        """Id of the person who asks; the guard has let nobody else in."""
        return self.current_user.username  # type: ignore[attr-defined,no-any-return]

    def use_policy(self, policy: str = POLICY) -> None:
        """Set the page's Content-Security-Policy."""
        host = self.request.host  # type: ignore[attr-defined]
        sockets = f"ws://{host} wss://{host}"
        self.set_header("Content-Security-Policy", policy.format(sockets=sockets))  # type: ignore[attr-defined]

    def remember_lang(self, lang: Lang) -> None:
        """Keep the language for pages whose address does not say it."""
        self.set_cookie("cxkit-lang", lang, path=self.cx.base_url, samesite="Lax", expires_days=365)  # type: ignore[attr-defined]


class Page(PageMixin, JupyterHandler):
    """A page of ours that is not a notebook."""

    def initialize(self, app: "CxVoila") -> None:
        self.cx = app

    def say(self, html: str) -> None:
        """Answer with a page; a language that was asked for by its address is remembered."""
        if self.get_query_argument("lang", "") in LANGS:
            self.remember_lang(self.lang)
        self.use_policy()
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(html)
