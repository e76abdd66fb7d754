"""Kernels: what they may know, whose they are, and when they end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import psutil
import pytest
from jupyter_server.auth import User
from tornado import web
from tornado.httputil import HTTPHeaders

from cxkit.classroom.guard import admit
from tests.classroom.client import Client
from tests.classroom.serving import Serving, is_kernel, serving

SECRETS = {"SECRET_X": "hidden-1", "AWS_SECRET_ACCESS_KEY": "hidden-2", "JUPYTER_TOKEN": "hidden-3"}
TELLS = "import json, os\nprint(json.dumps(dict(os.environ)))"
KERNEL = "5b3c8ce0-0d5a-4e52-9d4b-26a1c0bd0001"


def notebook(path: Path, *cells: str) -> None:
    made = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell) for cell in cells],
        metadata={"kernelspec": {"name": "python3", "display_name": "P", "language": "python"}},
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(made, path)


def refusal(page: str) -> dict[str, Any]:
    """Return why a page has no kernel, as its script is told."""
    told = page.rpartition('class="cx-kernel">')[2].partition("</script>")[0]
    return dict(json.loads(told))


def ended(processes: list[psutil.Process]) -> bool:
    return not psutil.wait_procs(processes, timeout=60)[1]


def test_a_kernel_knows_none_of_the_server_s_secrets(tmp_path: Path) -> None:
    notebook(tmp_path / "root" / "it" / "tells.ipynb", TELLS)
    told = {"root": str(tmp_path / "root")}
    with serving(tmp_path / "data", env=SECRETS, options=told) as server:
        owner = Client(server).sign_in()
        page = owner.get("/voila/render/it/tells.ipynb").text
        block = page.split('class="cx-outputs">')[1].split("</script>")[0]
        known = json.loads(json.loads(block)["outputs"][0]["text"])
        cookie = owner.cookies[f"cxkit-{server.port}"]
    assert not SECRETS.keys() & known.keys()
    everything = json.dumps(known)
    assert not any(secret in everything for secret in SECRETS.values())
    assert server.token not in everything
    assert cookie.strip('"') not in everything
    assert known["CXKIT_PERSON"] == "owner"
    assert known["CXKIT_LANG"] == "it"


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_no_kernel_outlives_its_server(tmp_path: Path, end: str) -> None:
    with serving(tmp_path) as server:
        owner = Client(server).sign_in()
        owner.open_chapter("it/00-start")
        owner.open_chapter("en/03-vision")
        assert len(server.kernels()) == 2
        started = psutil.Process(server.process.pid).children(recursive=True)
        getattr(server, end)()
        assert ended(started)


def test_a_page_that_leaves_ends_its_kernel_after_the_grace(tmp_path: Path) -> None:
    with serving(tmp_path, options={"grace": 0.2}) as server:
        owner = Client(server).sign_in()
        first = owner.open_chapter("it/00-start")
        (kernel,) = server.kernels()
        owner.open_chapter("it/03-vision")
        assert owner.post(f"/voila/api/shutdown/{first}").status == 204
        assert ended([kernel])
        assert len(server.kernels()) == 1


def test_a_page_that_was_left_half_way_leaves_no_kernel(tmp_path: Path) -> None:
    notebook(tmp_path / "root" / "it" / "slow.ipynb", "import time\ntime.sleep(600)")
    told = {"root": str(tmp_path / "root"), "grace": 0.2}
    with serving(tmp_path / "data", options=told) as server:
        owner = Client(server).sign_in()
        with owner.begin("/voila/render/it/slow.ipynb", until=b"cx-kernel"):
            kernels = server.kernels()
            assert len(kernels) == 1
        assert ended(kernels)


def test_a_browser_that_dies_without_a_goodbye_leaves_no_kernel(tmp_path: Path) -> None:
    with serving(tmp_path, options={"lost_grace": 0.2}) as server:
        owner = Client(server).sign_in()
        kernel = owner.open_chapter("it/00-start")
        (process,) = server.kernels()
        assert owner.socket(f"/api/kernels/{kernel}/channels").status == 101
        assert ended([process])


def test_a_visit_leaves_the_console_quiet(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        owner = Client(server).sign_in()
        kernel = owner.open_chapter("it/00-start")
        assert owner.socket(f"/api/kernels/{kernel}/channels?session_id=one").status == 101
        assert server.stop() == 0
        assert server.log == ""


def test_there_is_room_for_so_many_pages_and_no_more(tmp_path: Path) -> None:
    with serving(tmp_path, lang="en", options={"per_person": 1}) as server:
        owner = Client(server).sign_in()
        first = owner.open_chapter("it/00-start")
        second = owner.get("/voila/render/en/03-vision.ipynb")
        assert second.status == 200
        told = refusal(second.text)
        assert told["failed"] == "busy"
        assert "Close some" in told["said"]
        assert owner.get(f"/api/kernels/{first}").status == 200


def test_who_finds_no_place_waits_in_turn_and_is_told_how_many_come_before(tmp_path: Path) -> None:
    with serving(tmp_path, options={"in_all": 1, "grace": 0.1}) as server:
        owner = Client(server).sign_in()
        first = owner.open_chapter("it/00-start")
        (kernel,) = server.kernels()
        vision, journey = (f"/voila/render/it/{name}.ipynb" for name in ("03-vision", "05-journey"))
        second, third = (refusal(owner.get(page).text) for page in (vision, journey))
        assert (second["failed"], third["failed"]) == ("busy", "busy")
        assert "prima di questa: 0." in second["said"]
        assert "prima di questa: 1." in third["said"]
        assert second["again"] > 0
        assert owner.post(f"/voila/api/shutdown/{first}").status == 204
        assert ended([kernel])
        assert "prima di questa: 1." in refusal(owner.get(journey).text)["said"]
        # The process has ended; the server may still be putting its files away.
        while '{"failed": "busy"' in owner.get(vision).text:
            assert "prima di questa: 1." in refusal(owner.get(journey).text)["said"]
        assert len(server.kernels()) == 1


def test_a_notebook_that_cannot_be_shown_without_its_kernel_waits_on_a_page_that_asks_again(
    tmp_path: Path,
) -> None:
    notebook(tmp_path / "root" / "it" / "own.ipynb", "1 + 1")
    told = {"root": str(tmp_path / "root"), "in_all": 0}
    with serving(tmp_path / "data", options=told) as server:
        page = Client(server).sign_in().get("/voila/render/it/own.ipynb?front=voila")
        assert page.status == 503
        assert 'http-equiv="refresh"' in page.text
        assert "Pagine in attesa prima di questa: 0." in page.text


def test_kernels_listen_on_no_port(server: Serving, owner: Client) -> None:
    owner.open_chapter("it/04-listening")
    for process in server.kernels():
        assert is_kernel(process)
        listening = [c for c in process.net_connections() if c.status == psutil.CONN_LISTEN]
        addresses = {c.laddr.ip for c in listening}
        assert addresses <= {"127.0.0.1", "::1"}


class Visit:
    """A request as the guard sees it."""

    def __init__(self, path: str, method: str = "GET", headers: dict[str, str] | None = None):
        self.request = SimpleNamespace(
            path=path,
            method=method,
            host="127.0.0.1:8866",
            headers=HTTPHeaders(headers or {}),
        )


def house(owner_of_kernel: str | None, person: str = "anna") -> SimpleNamespace:
    """Return an application with one kernel, asked by `person`."""
    return SimpleNamespace(
        allowed_hosts=["127.0.0.1"],
        base_url="/",
        classroom="",
        identity_provider=SimpleNamespace(get_user=lambda _: User(person)),
        kernel_manager=SimpleNamespace(owner_of=lambda _: owner_of_kernel),
    )


SOCKET = {"Upgrade": "websocket", "Origin": "http://127.0.0.1:8866"}


def in_a_loop_of_its_own(coroutine: Coroutine[Any, Any, User | None]) -> User | None:
    """Run a coroutine in a thread: the browser's driver keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


@pytest.mark.parametrize(
    ("path", "method", "headers"),
    [
        (f"/api/kernels/{KERNEL}/channels", "GET", SOCKET),
        (f"/api/kernels/{KERNEL}", "GET", {}),
        (f"/voila/api/shutdown/{KERNEL}", "POST", {}),
    ],
)
@pytest.mark.parametrize("owner", ["bruno", None])
def test_a_kernel_of_somebody_else_is_not_there(
    path: str, method: str, headers: dict[str, str], owner: str | None
) -> None:
    with pytest.raises(web.HTTPError) as refused:
        in_a_loop_of_its_own(admit(Visit(path, method, headers), house(owner)))  # type: ignore[arg-type]
    assert refused.value.status_code == 404
    allowed = in_a_loop_of_its_own(admit(Visit(path, method, headers), house("anna")))  # type: ignore[arg-type]
    assert allowed is not None
    assert allowed.username == "anna"
