"""One real browser for all page tests."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tasks import browser_for_tests
from tests.browser.harness.page import FormPage, form_page
from tests.browser.visit import Visitor, visiting
from tests.classroom.serving import Serving, serving

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


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


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Serve to all tests that do not disturb each other."""
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture
def visitor(browser: Browser, server: Serving) -> Iterator[Visitor]:
    """Sign in on a new, empty workbook; any complaint of the pages fails the test."""
    server.new_workbook()
    with visiting(browser, server) as signed_in:
        yield signed_in


@pytest.fixture
def form(browser: Browser) -> Iterator[FormPage]:
    """Open an empty page that shows forms."""
    with form_page(browser) as opened:
        yield opened
