"""The Voila application behind ``cxkit serve``."""

import logging
import signal
import socket
import sys
import typing as t
from functools import partial
from pathlib import Path

from jupyter_server.utils import url_path_join
from tornado import web
from tornado.ioloop import IOLoop, PeriodicCallback
from traitlets import Any, Bool, Instance, List, Type, Unicode, default
from traitlets.config import Config
from voila.app import Voila
from voila.configuration import VoilaConfiguration
from voila.paths import collect_static_paths, collect_template_paths
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from cxkit.classroom.address import PublicAddress, own_addresses
from cxkit.classroom.assets import AssetHandler, FaviconHandler
from cxkit.classroom.attempts import Doorkeeper
from cxkit.classroom.bringing import BringHandler, TakeOverHandler
from cxkit.classroom.chapter import (
    KEEP_ALIVE_SECONDS,
    ChapterHandler,
    LeaveHandler,
)
from cxkit.classroom.ending import LOOK_MILLISECONDS, end_revoked
from cxkit.classroom.exports import ExportHandler
from cxkit.classroom.guard import guarded
from cxkit.classroom.home import HomeHandler
from cxkit.classroom.identity import CookieIdentity, OwnerIdentity, Role, cookie_secret
from cxkit.classroom.kernels.settings import kernel_settings
from cxkit.classroom.kernels.socket import KernelSocket, PromptConnection
from cxkit.classroom.live import Watch
from cxkit.classroom.members import ClassIdentity
from cxkit.classroom.pace import Pace
from cxkit.classroom.page import QuickGzip
from cxkit.classroom.porter import Sockets, open_doors
from cxkit.classroom.rooms import class_handlers
from cxkit.classroom.workbooks import (
    ActionHandler,
    DownloadHandler,
    ImportHandler,
    NewHandler,
    ReportHandler,
)
from cxkit.front import STOCK_TEMPLATES
from cxkit.language import LANGS, Lang, as_lang, best_lang
from cxkit.resources import notebooks
from cxkit.store import Store

STOCK_TEMPLATE = "lab"


class CxVoila(Voila):  # type: ignore[misc]
    """Voila with our guard, kernels, home and lean chapter pages."""

    store = Instance(Store, allow_none=True)
    lang = Unicode("", help="Language of home when the browser has not chosen; empty: ask it.")
    allowed_hosts = List(Unicode(), help="Host names that requests may be sent to.")

    classroom = Unicode("", help="Id of the class that is served; empty: one person alone.")
    by_hub = Bool(False, help="Whether a JupyterHub vouches for people.")
    public = Instance(PublicAddress, allow_none=True, help="What stands in front, if anything.")

    doorkeeper = Instance(Doorkeeper, args=())
    sockets = Instance(Sockets, args=())
    pace = Instance(Pace, args=())
    watch = Instance(Watch)

    ready = Any(lambda app: None, help="Called once the port is open.")

    identity_provider_class = Type(OwnerIdentity, klass=CookieIdentity)

    @default("allowed_hosts")
    def _default_hosts(self) -> list[str]:
        names = {"127.0.0.1", "localhost", "::1", self.ip}
        if self.ip in ("0.0.0.0", "::", ""):  # noqa: S104 -- compared, not bound
            names |= {socket.gethostname().lower(), *own_addresses()}
        if self.public is not None:
            names.add(self.public.host)
        return sorted(name for name in names if name)

    @default("log_level")
    def _default_level(self) -> int:
        return logging.WARNING

    @default("watch")
    def _default_watch(self) -> Watch:
        if self.store is None:
            raise RuntimeError("the application was made without a store")
        return Watch(self.store, self.classroom)

    def get_default_logging_config(self) -> dict[str, t.Any]:
        """Make no record of what nobody will print: each visit says dozens of such things."""
        found: dict[str, t.Any] = super().get_default_logging_config()
        for logger in found.get("loggers", {}).values():
            logger["level"] = logging.getLevelName(self.log_level)
        return found

    def setup_template_dirs(self) -> None:
        """Find Voila's own template, for pages that need its front, and what we change in it."""
        found = collect_template_paths(["voila", "nbconvert"], STOCK_TEMPLATE)
        self.template_paths = [str(STOCK_TEMPLATES), *found]
        self.static_paths = collect_static_paths(["voila", "nbconvert"], STOCK_TEMPLATE)

    def init_settings(self) -> dict[str, t.Any]:
        settings = super().init_settings()
        settings.update(
            xsrf_cookies=True,
            xsrf_cookie_kwargs={"samesite": "Lax", "secure": self.is_secure},
            transforms=[QuickGzip],
            websocket_max_message_size=16 << 20,
            cx=self,
            default_handler_class=guarded(web.RequestHandler, self),
        )
        return settings  # type: ignore[no-any-return]

    def init_handlers(self) -> list[t.Any]:
        """Put our routes before Voila's, and the guard around all of them."""
        page = {"app": self}
        base = self.server_url
        own = [
            (url_path_join(base, r"/cxkit/static/([^/]+)"), AssetHandler),
            (url_path_join(base, r"/favicon\.ico"), FaviconHandler),
            (base, HomeHandler, page),
            (url_path_join(base, r"/workbooks"), NewHandler, page),
            (url_path_join(base, r"/workbooks/import"), ImportHandler, page),
            (url_path_join(base, r"/workbooks/([^/]+)/download"), DownloadHandler, page),
            (url_path_join(base, r"/workbooks/([^/]+)/report"), ReportHandler, page),
            (url_path_join(base, r"/workbooks/([^/]+)/export/([a-z]+)"), ExportHandler, page),
            (url_path_join(base, r"/workbooks/([^/]+)/bring"), BringHandler, page),
            (url_path_join(base, r"/workbooks/([^/]+)/take-over"), TakeOverHandler, page),
            (url_path_join(base, r"/workbooks/([^/]+)/(open|rename|delete)"), ActionHandler, page),
            (url_path_join(base, r"/voila/api/shutdown/([^/]+)"), LeaveHandler),
            (
                url_path_join(base, r"/voila/render/(.*)"),
                ChapterHandler,
                {
                    "app": self,
                    "template_paths": self.template_paths,
                    "config": self.config,
                    "voila_configuration": self.voila_configuration,
                },
            ),
        ]
        if self.classroom:
            own += class_handlers(self, base)
        better: dict[type, type] = {VoilaKernelWebsocketHandler: KernelSocket}
        handlers = [*own, *super().init_handlers()]
        return [(h[0], guarded(better.get(h[1], h[1]), self), *h[2:]) for h in handlers]

    def role_of(self, handler: web.RequestHandler) -> Role | None:
        """Return what the person who asks is here; None for a stranger."""
        return self.identity_provider.role_of(handler)  # type: ignore[no-any-return]

    def lang_of(self, handler: web.RequestHandler) -> Lang:
        """Choose a page's language: asked for, remembered, the server's, the browser's."""
        asked = handler.get_query_argument("lang", "") or handler.get_cookie("cxkit-lang", "")
        if asked in LANGS:
            return as_lang(asked)
        if self.lang in LANGS:
            return as_lang(self.lang)
        return best_lang(handler.request.headers.get("Accept-Language", ""))

    def listen(self) -> None:
        """Take exactly the port that was asked for, say so, and serve until told to stop.

        Raises
        ------
        OSError
            When the port is taken or not permitted.
        """
        self.ioloop = IOLoop.current()
        try:
            open_doors(self.app, self.port, self.ip, self.server_url)
            for name in (signal.SIGTERM, signal.SIGINT):
                signal.signal(name, self._handle_signal_stop)
            self.ready(self)
            self.ioloop.add_callback(self.kernel_manager.warm_up)
            if self.classroom:
                PeriodicCallback(partial(end_revoked, self), LOOK_MILLISECONDS).start()
            self.ioloop.start()
        finally:
            self.stop()

    @property
    def door(self) -> str:
        """Where people come into the class, below the base URL; empty for one person alone."""
        return "" if not self.classroom else "hub" if self.by_hub else "join"

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach the pages encrypted."""
        return self.public is not None and self.public.is_secure

    @property
    def public_url(self) -> str:
        """The address that people type, without a token."""
        if self.public is not None:
            return self.public.url
        return f"http://{self._host}:{self.port}{self.base_url}"

    @property
    def address(self) -> str:
        """The address to open on this machine, with the token when one person is served."""
        if self.classroom:
            return self.public_url
        return f"{self.public_url}?token={self.identity_provider.token}"

    @property
    def _host(self) -> str:
        everywhere = self.ip in ("0.0.0.0", "::", "")  # noqa: S104 -- compared, not bound
        reached = next(iter(own_addresses()), "127.0.0.1") if self.classroom else "127.0.0.1"
        host = reached if everywhere else self.ip
        return f"[{host}]" if ":" in host else host


def make_app(  # noqa: PLR0913 -- all but two by name
    store: Store,
    database: str | Path,
    *,
    port: int = 8866,
    ip: str = "127.0.0.1",
    lang: Lang | None = None,
    root: Path | None = None,
    token: str | None = None,
    classroom: str = "",
    public: PublicAddress | None = None,
    by_hub: bool = False,
) -> CxVoila:
    """Make the application, ready to `start`.

    Parameters
    ----------
    store : Store
        The open database.
    database : str or Path
        Its file or URL, which the kernels open too.
    port, ip : int, str
        Where to listen.
    lang : {"it", "en"}, optional
        Language of home; default: the browser's.
    root : Path, optional
        Folder of notebooks; default: the workbook's.
    token : str, optional
        Default: a new random one.
    classroom : str
        Id of the class to serve; default: one person alone.
    public : PublicAddress, optional
        The address of the proxy in front.
    by_hub : bool
        Whether people come through a JupyterHub that manages this service.
    """
    config = Config()
    if public is not None:
        config.Voila.base_url = public.base
    if classroom:
        config.ClassIdentity = Config(secure_cookie=public is not None and public.is_secure)
    config.VoilaConfiguration = Config(
        template=STOCK_TEMPLATE,
        allow_template_override="NO",
        allow_theme_override="NO",
        show_tracebacks=False,
        http_keep_alive_timeout=KEEP_ALIVE_SECONDS,
    )
    config.merge(kernel_settings(database))
    config.PromptConnection.limit_rate = False
    folder = str(root or notebooks())
    app = CxVoila(
        config=config, store=store, port=port, ip=ip, port_retries=0, lang=lang or "",
        root_dir=folder, open_browser=False, cookie_secret=cookie_secret(), auto_token=True,
        token=token, kernel_websocket_connection_class=PromptConnection,
        classroom=classroom, public=public, by_hub=by_hub,
        identity_provider_class=ClassIdentity if classroom else OwnerIdentity,
    )  # fmt: skip
    app.voila_configuration = VoilaConfiguration(parent=app)
    app.setup_template_dirs()
    return app


def run(app: CxVoila) -> None:
    """Serve until interrupted."""
    if sys.platform == "win32":
        app._init_asyncio_patch()
    app.start()
