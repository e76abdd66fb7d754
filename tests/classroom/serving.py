"""A real server in a process of its own, on a folder that outlives it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import psutil

from cxkit.classroom.kernels.linux import KERNEL_NAME
from cxkit.forms.example import sample
from cxkit.language import as_lang
from cxkit.store import OWNER, Store
from tests.services import free_port

ROOM = "CX Milano 2026"
ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-c", "from cxkit.cli import main; main()", "serve")
OTHER_NOTEBOOKS = (sys.executable, str(Path(__file__).with_name("other_notebooks.py")))


class Serving:
    """``cxkit serve`` on one folder and one port; can be killed and started again.

    Parameters
    ----------
    folder : Path
        Where the data lie.
    lang : str
        Language of home.
    env : mapping, optional
        More environment of the server.
    options : mapping, optional
        ``root``, ``per_person``, ``in_all``, ``grace``, ``lost_grace``, ``python``: for
        servers of other notebooks or other limits than the command's (``other_notebooks.py``).
    room : str
        Name of a class to serve.
    more : sequence of str
        More arguments of the command.
    """

    def __init__(
        self,
        folder: Path,
        *,
        lang: str = "it",
        env: Mapping[str, str] | None = None,
        options: Mapping[str, Any] | None = None,
        room: str = "",
        more: Sequence[str] = (),
    ) -> None:
        self.folder = folder
        self.lang = lang
        self.port = free_port()
        self.options = dict(options or {})
        self.room = room
        self.more = list(more)
        self.said = ""
        home = folder / "home"
        home.mkdir(parents=True, exist_ok=True)
        self.env = {**os.environ, **own_home(home), **(env or {})}
        self.address = ""

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def token(self) -> str:
        """The token of the printed address."""
        return urlsplit(self.address).query.removeprefix("token=")

    @property
    def code(self) -> str:
        """The code of the class that is served."""
        return self._told(r": ([A-Z2-9]{8})$")

    @property
    def password(self) -> str:
        """The instructor's password, as it was shown the first time."""
        return self._told(r": ((?:[A-Z2-9]{4}-){3}[A-Z2-9]{4})$")

    def _told(self, pattern: str) -> str:
        found = re.search(pattern, self.said, re.MULTILINE)
        assert found, self.said
        return found[1]

    @property
    def database(self) -> Path:
        """The file that holds everything."""
        return self.folder / "cxworkbook.db"

    @property
    def log(self) -> str:
        """What the server has said on its standard error."""
        return (self.folder / "stderr.txt").read_text(encoding="utf-8")

    def chapter(self, name: str, lang: str = "it") -> str:
        """Return a chapter's address."""
        return f"{self.origin}/voila/render/{lang}/{name}.ipynb"

    def start(self) -> Self:
        """Start it and wait until it has printed its address."""
        args = [str(self.folder), "--port", str(self.port), "--lang", self.lang, "--no-browser"]
        args += ["--class", self.room, "--ip", "127.0.0.1"] if self.room else []
        command = [*COMMAND, *args, *self.more]
        if self.options:
            told = {"folder": str(self.folder), "port": self.port, "lang": self.lang}
            command = [*OTHER_NOTEBOOKS, json.dumps({**told, **self.options})]
        with (self.folder / "stderr.txt").open("ab") as errors:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.env, stdout=subprocess.PIPE, stderr=errors, text=True
            )
        self.said = ""
        for line in self.process.stdout or ():
            self.said += line
            if "token=" in line:
                self.address = line.strip()
                return self
            if self.room and line.startswith(("Data:", "Dati:")):
                return self
        raise AssertionError(f"the server did not start: {self.log}")

    def stop(self) -> int:
        """Ask it to end, as a service manager does, and return its exit status."""
        self.process.terminate()
        return self._ended()

    def kill(self) -> None:
        """End it as a crash does."""
        self.process.kill()
        self._ended()

    def _ended(self) -> int:
        status = self.process.wait(timeout=60)
        if self.process.stdout:
            self.process.stdout.close()
        return status

    def kernels(self) -> list[psutil.Process]:
        """Return the kernel processes of this server that are alive."""
        children = psutil.Process(self.process.pid).children(recursive=True)
        return [child for child in children if is_kernel(child)]

    @contextmanager
    def no_new_kernels(self) -> Iterator[None]:
        """Hold what kernels are forked from for as long as the block lasts."""
        children = psutil.Process(self.process.pid).children(recursive=True)
        held = [child for child in children if "kernels.template" in " ".join(child.cmdline())]
        for template in held:
            template.suspend()
        try:
            yield
        finally:
            for template in held:
                template.resume()

    def kill_kernels(self) -> None:
        """End every kernel as a crash does."""
        for kernel in self.kernels():
            kernel.send_signal(signal.SIGKILL)

    def new_workbook(self, title: str = "Prova", lang: str = "it") -> str:
        """Make an empty workbook, open it, and return its id."""
        with Store.open(self.database) as store:
            made = store.create_workbook(title, lang, person=OWNER)
            store.set_current(OWNER, made.id)
            return made.id

    def new_sample(self, case: str, lang: str = "it") -> str:
        """Make a workbook that holds a sample case, open it, and return its id."""
        book = sample(case, as_lang(lang))
        with Store.open(self.database) as store:
            made = store.create_workbook(
                book.title, book.lang, person=OWNER, case=case, answers=book.values()
            )
            store.set_current(OWNER, made.id)
            return made.id

    def open_workbook(self, workbook: str) -> None:
        """Make a workbook the one that pages show."""
        with Store.open(self.database) as store:
            store.set_current(OWNER, workbook)

    def current_workbook(self) -> str:
        """Return the id of the workbook that pages show."""
        with Store.open(self.database) as store:
            found = store.current_workbook(OWNER)
        assert found is not None
        return found.id

    def answer(self, workbook: str, exercise: str) -> dict[str, Any]:
        """Return what the file really holds of an exercise."""
        with Store.open(self.database) as store:
            found = store.answer(workbook, exercise, person=OWNER)
            return dict(found.value) if found else {}


def own_home(home: Path) -> dict[str, str]:
    """Return an environment in which nothing of this machine's Jupyter is seen or changed."""
    return {
        "HOME": str(home),
        "JUPYTER_DATA_DIR": str(home / "jupyter"),
        "JUPYTER_CONFIG_DIR": str(home / "jupyter-config"),
        "JUPYTER_RUNTIME_DIR": str(home / "run"),
        "IPYTHONDIR": str(home / "ipython"),
    }


def is_kernel(process: psutil.Process) -> bool:
    """Tell a kernel from the server's other children."""
    try:
        return "ipykernel_launcher" in process.cmdline() or process.name() == KERNEL_NAME
    except psutil.Error:
        return False


@contextmanager
def serving(folder: Path, **options: Any) -> Iterator[Serving]:
    """Serve for as long as the block lasts."""
    server = Serving(folder, **options).start()
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()
