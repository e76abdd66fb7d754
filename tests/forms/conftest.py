"""An open workbook, and a form that notes what it sends to the browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cxkit.forms import ExerciseWidget, Session, exercise
from cxkit.store import OWNER, Store


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Open a new Italian workbook."""
    with Store.create_or_upgrade(tmp_path / "cxworkbook.db") as store:
        book = store.create_workbook("Prova", "it", person=OWNER)
        yield Session(store, book.id, OWNER, "it")


class Form:
    """A form as the browser sees it: it says something and hears the answers."""

    def __init__(self, exercise_id: str, session: Session) -> None:
        self.widget: ExerciseWidget = exercise(exercise_id, session)
        self.heard: list[dict[str, Any]] = []
        self.buffers: list[Any] = []
        self.widget.send = self._hear  # type: ignore[method-assign]
        self.state = dict(self.widget.state)

    def _hear(self, content: dict[str, Any], buffers: Any = None) -> None:
        self.heard.append(content)
        self.buffers += buffers or []

    def say(self, message: object) -> list[dict[str, Any]]:
        """Send what a browser would, or would not; return what came back."""
        before = len(self.heard)
        self.widget._receive(self.widget, message, [])
        return self.heard[before:]

    def save(self, value: object, revision: object = 0, request: str = "r1") -> dict[str, Any]:
        """Save and return the first answer."""
        return self.say({"kind": "save", "request": request, "value": value, "revision": revision})[
            0
        ]


@pytest.fixture
def vision(session: Session) -> Form:
    """Return the vision's form."""
    return Form("vision-statement", session)
