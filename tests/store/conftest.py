"""A store on a real file, and on a real PostgreSQL where that is installed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from cxkit.store import Store, WorkbookInfo
from tests.services import postgres


class Clock:
    """A clock that goes on by a second at each look, and can be set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 10, 42, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def turn(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cxworkbook.db"


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Run one PostgreSQL for all tests and give its URL."""
    with postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, path: Path, clock: Clock) -> Iterator[Store]:
    place: str | Path = path
    if request.param == "postgres":
        place = request.getfixturevalue("server")
        engine = create_engine(place)
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()
    with Store.create_or_upgrade(place, clock=clock) as opened:
        yield opened


@pytest.fixture
def bank(store: Store) -> WorkbookInfo:
    return store.create_workbook("La nostra banca", "it")
