"""Chapter pages: everything that needs no kernel at once, the kernel's part as it comes."""

import asyncio
import os
import uuid
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import aclosing, suppress
from copy import deepcopy
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import ensure_async
from tornado import web
from tornado.httputil import split_host_and_port
from tornado.iostream import StreamClosedError
from voila.tornado.handler import TornadoVoilaHandler

from cxkit.classroom import notebooks
from cxkit.classroom.kernels.places import ASK_AGAIN_SECONDS, NoPlaceError, TooManyPagesError
from cxkit.classroom.kernels.provisioner import offered_forms
from cxkit.classroom.kernels.running import NotebookRun, shown_widget, with_beats
from cxkit.classroom.kernels.specs import FORMS
from cxkit.classroom.page import POLICY, STOCK_POLICY, PageMixin
from cxkit.forms.session import Session
from cxkit.front import Wait, chapter_shell, locked_page, page_script
from cxkit.language import LANGS, Lang, as_lang, translator
from cxkit.store import StoreError
from cxkit.workbook import chapter_plans, default_title
from cxkit.workbook.cells import forms_alone

if TYPE_CHECKING:
    from cxkit.classroom.app import CxVoila

# How often a page that waits for its kernel is told so, and the kernel looked at.
KEEP_ALIVE_SECONDS = 5
# How long a browser draws forms before the kernel may compete with it for the processors.
HEAD_START_SECONDS = 0.2
# A kernel that has not answered by then will not.
START_SECONDS = 60


class ChapterHandler(PageMixin, TornadoVoilaHandler):  # type: ignore[misc]
    """A notebook as a page: by the lean front, or by Voila's own when the notebook needs it."""

    def initialize(self, app: "CxVoila", **kwargs: Any) -> None:
        super().initialize(**kwargs)
        self.cx = app
        # The exercises whose forms are all that the page wants of its kernel, by cell.
        self.forms: Mapping[int, str] = {}
        self.gone = False

    @property
    def lang(self) -> Lang:
        """The language of the folder the notebook lies in; elsewhere the visitor's."""
        folder = (self.path_args[0] if self.path_args else "").split("/")[0]
        return as_lang(folder) if folder in LANGS else super().lang

    def kernel_facts(self) -> Mapping[str, str]:
        """Tell the kernel whose page it serves, in which language, on which workbook."""
        return {
            "CXKIT_LANG": self.lang,
            "CXKIT_PERSON": self.person,
            "CXKIT_WORKBOOK": self.session.workbook,
            "CXKIT_BASE": self.base_url,
            "CXKIT_INVITES": "" if self.cx.by_hub else "yes",
            FORMS: " ".join(self.forms.values()),
        }

    @property
    def may_have_to_wait(self) -> bool:
        """Whether this page takes its turn when all places are taken; an instructor's does not."""
        return self.cx.role_of(self) != "instructor"

    async def get(self, path: str | None = None) -> None:
        """Send the page."""
        notebook = self._find(path or "")
        if self._is_locked(notebook):
            self._say_locked(notebook)
            return
        self.session = self._open_session(notebook)
        self.stamp = stamp = notebooks.stamp_of(notebook)
        asked = self.get_query_argument("front", "") == "voila"
        if asked and not self._is_chapter(notebook):
            notebooks.needs_stock_front.add(stamp)
        if asked or stamp in notebooks.needs_stock_front:
            self.use_policy(STOCK_POLICY)
            self._remember_place(notebook)
            await super().get(path)
        else:
            await self._send_lean(notebook, path or "")

    def head(self, path: str | None = None) -> None:
        """Say that the page is there, without a kernel for somebody who will not read it."""
        self._find(path or "")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")

    def _find(self, path: str) -> Path:
        root = Path(self.cx.root_dir).resolve()
        found = (root / path).resolve()
        if not found.is_relative_to(root) or found.suffix != ".ipynb" or not found.is_file():
            raise web.HTTPError(404)
        # Some disks know one folder by several spellings, which no rule on paths foresees.
        leads, of_class = self.cx.role_of(self) == "instructor", root / "class"
        if not leads and of_class.is_dir() and found.parent.samefile(of_class):
            raise web.HTTPError(404)
        return found

    def _is_locked(self, notebook: Path) -> bool:
        """Say whether the instructor has closed a chapter to the person who asks."""
        room = self.cx.classroom
        if not room or self.cx.role_of(self) == "instructor":
            return False
        return notebook.stem in self.store.classes.locked(room)

    def _say_locked(self, notebook: Path) -> None:
        plans = {plan.notebook: plan for plan in chapter_plans()}
        plan = plans.get(notebook.stem)
        title = plan.chapter.title.in_(self.lang) if plan else notebook.stem
        self.use_policy(POLICY)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.set_status(HTTPStatus.LOCKED)
        self.finish(locked_page(title, self.lang, self.base_url))

    @staticmethod
    def _is_chapter(notebook: Path) -> bool:
        return any(plan.notebook == notebook.stem for plan in chapter_plans())

    def _open_session(self, notebook: Path) -> Session:
        store, person, lang = self.store, self.person, self.lang
        current = store.current_workbook(person)
        if current is None:
            current = store.create_workbook(default_title(lang), lang, person=person)
            store.set_current(person, current.id)
        return Session(store, current.id, person, lang)

    def _remember_place(self, notebook: Path) -> None:
        """Note where somebody is reading: a courtesy, without which the page works as well."""
        session = self.session
        if self._is_chapter(notebook):
            with suppress(StoreError):
                session.store.remember_place(
                    session.workbook, notebook.stem, session.lang, person=session.person
                )

    async def _send_lean(self, notebook: Path, path: str) -> None:
        self.use_policy(POLICY)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.remember_lang(self.lang)
        token = self.xsrf_token  # the cookie must leave with the first bytes
        book = notebooks.read_notebook(self.stamp)
        self.forms = forms_alone(book.cells)
        shell = chapter_shell(
            book.cells, self.session, notebook=path, base=self.base_url, xsrf=token.decode(),
            door=self.cx.door, controls=self.stamp in notebooks.shows_controls,
        )  # fmt: skip
        # Each part goes at once, also a small one while the one before is not confirmed yet.
        self.request.connection.stream.set_nodelay(True)
        self.write(next(shell.forms))  # what fails up to here still gets an error page
        await self.flush()
        try:
            forms = await self._send_parts(shell.forms)
            starting = None
            if self.forms:  # they leave their kernel nothing to run
                starting = asyncio.ensure_future(self._start_kernel(path))
                await asyncio.sleep(0)
            self._remember_place(notebook)  # while others work for this page
            if starting:
                await asyncio.wait([starting], timeout=HEAD_START_SECONDS)
            elif forms:
                await asyncio.sleep(HEAD_START_SECONDS)
            await self._send_parts(shell.drawn)
            if self.gone:
                return
            await self._send_kernel_part(book, await (starting or self._start_kernel(path)))
        except StreamClosedError:
            self._abandon()
        except Exception as error:  # noqa: BLE001 -- the page is half sent: it must hear of it
            self._abandon()
            self._tell_failure(error)

    async def _send_parts(self, parts: Iterator[str]) -> int:
        """Send each part as soon as it is drawn, and say how many; others get their turn between.

        They are this very browser's requests, too: its scripts do not wait for all forms.
        """
        sent = 0
        for part in parts:
            self.write(part)
            await self.flush()
            await asyncio.sleep(0)
            sent += 1
        return sent

    async def _send_kernel_part(self, book: Any, kernel: str) -> None:
        """Send what comes from the kernel, and go on beating when nothing comes."""
        begun, said = self.cx.ioloop.time(), False
        async with aclosing(with_beats(self._scripts(book, kernel), KEEP_ALIVE_SECONDS)) as part:
            async for script in part:
                if script is None and not await self._lives(kernel):
                    if said:  # the page has its own socket, and has seen it close
                        break
                    raise ChildProcessError("the kernel ended before it answered")
                if script is None and not said and self.cx.ioloop.time() - begun > START_SECONDS:
                    raise TimeoutError("the kernel does not answer")
                said = said or script is not None
                self.write(script or "\n")
                await self.flush()
        self.finish("</body></html>")

    async def _start_kernel(self, path: str) -> str:
        name = str(uuid.uuid4())
        folder, env = path.rpartition("/")[0], self._environment(name)
        started = self.kernel_manager.start_kernel(kernel_id=name, path=folder, env=env)
        kernel_id = str(await ensure_async(started))
        if self.gone:
            self._abandon()
        return kernel_id

    async def _scripts(self, book: Any, kernel: str) -> AsyncGenerator[str, None]:
        """Say what comes from the kernel, as the page's script hears it."""
        manager = self.kernel_manager.get_kernel(kernel)
        offered = offered_forms(manager)
        if self.forms and offered.keys() >= set(self.forms.values()):
            yield self._offered(kernel, offered)
            return
        run = NotebookRun(deepcopy(book), manager)
        try:
            await run.connect()
            yield page_script("cx-kernel", {"kernel": kernel})
            async for index, outputs in run.outputs():
                if notebooks.has_controls(book.cells[index].source, outputs):
                    notebooks.shows_controls.add(self.stamp)
                yield page_script("cx-outputs", {"index": index, "outputs": outputs})
            yield page_script("cx-end", {})
        finally:
            await run.close()

    def _offered(self, kernel: str, offered: Mapping[str, str]) -> str:
        """Say what a run would have shown: the forms that the kernel began with."""
        cells = [
            page_script("cx-outputs", {"index": index, "outputs": [shown_widget(offered[name])]})
            for index, name in self.forms.items()
        ]
        begin, end = page_script("cx-kernel", {"kernel": kernel}), page_script("cx-end", {})
        return "".join([begin, *cells, end])

    def _environment(self, kernel: str) -> dict[str, str]:
        """Return the server's environment, and what Voila tells a notebook about the request."""
        host, port = split_host_and_port(self.request.host.lower())
        return {
            **os.environ,
            "SCRIPT_NAME": self.request.path,
            "PATH_INFO": "",
            "QUERY_STRING": self.request.query,
            "SERVER_NAME": host,
            "SERVER_PORT": str(port or ""),
            "SERVER_PROTOCOL": self.request.version,
            "VOILA_KERNEL_ID": kernel,
            "VOILA_BASE_URL": self.base_url,
            "VOILA_REQUEST_URL": self.request.full_url(),
        }

    async def _lives(self, kernel: str) -> bool:
        manager = self.kernel_manager
        return kernel in manager and bool(await ensure_async(manager.is_alive(kernel)))

    def _abandon(self) -> None:
        """End the kernel of a page that nobody waits for any more, now or when it has started."""
        self.gone = True
        started = getattr(self, "kernel_started_for_page", None)
        if started is not None:
            self.kernel_manager.leave(started)

    def on_connection_close(self) -> None:
        """The visitor left while the page was still coming."""
        self._abandon()
        super().on_connection_close()

    def _tell_failure(self, error: Exception) -> None:
        wait = wait_for(error)
        if wait is None:
            self.log.error("no kernel for %s", self.request.path, exc_info=error)
            refusal: dict[str, object] = {"failed": "failed"}
        else:
            kept = translator(self.lang)("What you type is kept in this browser.")
            said = f"{wait.words(self.lang)} {kept}"
            refusal = {"failed": "busy", "said": said, "again": wait.seconds}
        self.finish(page_script("cx-kernel", refusal))


def wait_for(error: BaseException | None) -> Wait | None:
    """Return how a page that got no kernel is to wait; None for what waiting does not mend."""
    if isinstance(error, NoPlaceError):
        return Wait(error.ahead, ASK_AGAIN_SECONDS)
    return Wait(None, ASK_AGAIN_SECONDS) if isinstance(error, TooManyPagesError) else None


class LeaveHandler(APIHandler):
    """A page says that it is leaving; its kernel ends soon."""

    def post(self, kernel_id: str) -> None:
        """Take note."""
        self.kernel_manager.leave(kernel_id)  # type: ignore[attr-defined]
        self.set_status(204)
        self.finish()
