"""Real servers, and people who talk to them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.classroom.client import Client
from tests.classroom.serving import ROOM, Serving, serving


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Serve to all tests that do not disturb each other."""
    patient = {"lost_grace": 3600}  # the kernel that all share outlives each test's socket
    with serving(tmp_path_factory.mktemp("served"), lang="en", options=patient) as running:
        yield running


@pytest.fixture(scope="session")
def owner(server: Serving) -> Client:
    """Sign in as the person whose workbook it is."""
    return Client(server).sign_in()


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Serve a class to the tests of one file."""
    with serving(tmp_path_factory.mktemp("school"), lang="en", room=ROOM) as running:
        yield running


@pytest.fixture
def nobody(server: Serving) -> Client:
    """Come with nothing."""
    return Client(server)


@pytest.fixture(scope="session")
def kernel(owner: Client) -> str:
    """Return the id of a running kernel of the owner's."""
    return owner.open_chapter()
