"""What the page tests share: servers, visitors, forms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.harness.page import FormPage, form_page
from tests.browser.visit import Visitor, visiting
from tests.classroom.serving import Serving, serving


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Serve to all tests that do not disturb each other."""
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture(scope="session")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Serve the railway's case without kernels: for what pages are before any kernel runs."""
    with serving(tmp_path_factory.mktemp("still"), options={"per_person": 0}) as running:
        running.new_sample("railway", "it")
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
