"""What every test may use."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tasks import browser_for_tests

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the top of the checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser that tasks.py found, or one that is installed."""
    path = browser_for_tests()
    # Chromium's sandbox refuses to run as root, which is who runs in containers.
    as_root = os.name == "posix" and os.geteuid() == 0
    with sync_playwright() as playwright:
        options = [*QUIET, *(["--no-sandbox"] if as_root else [])]
        browser = playwright.chromium.launch(executable_path=path, args=options)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def own_loop(request: pytest.FixtureRequest) -> Iterator[None]:
    """Leave tests without a browser a thread in which no loop runs.

    Playwright's own counts as running in this thread as long as a browser is open, also while
    nothing of it runs, and the browser stays open for the whole session.
    """
    playwrights = asyncio._get_running_loop()
    if playwrights is None or "browser" in request.fixturenames:
        yield
        return
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(playwrights)
