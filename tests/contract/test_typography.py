"""Italian that people read has the apostrophe of print, wherever it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from cxkit.core import wording_of
from cxkit.core.wording import chapters, exercise_ids
from cxkit.language.catalogue import CATALOGUES
from cxkit.store import StoreError
from tests.contract.test_wording import texts

TYPED = re.compile(r"[^\W\d_]'(?=\s|[^\W\d_])")


def kinds(error: type[StoreError]) -> Iterator[type[StoreError]]:
    """Walk an error and all that are more particular."""
    yield error
    for inner in error.__subclasses__():
        yield from kinds(inner)


@pytest.mark.parametrize("exercise_id", exercise_ids())
def test_exercises(exercise_id: str) -> None:
    said = texts(wording_of(exercise_id))
    assert [path for path, text in said if TYPED.search(text.it)] == []


def test_chapters() -> None:
    assert [one.id for one in chapters() if any(TYPED.search(t.it) for _, t in texts(one))] == []


def test_page_words() -> None:
    path: Path = CATALOGUES / "it" / "LC_MESSAGES" / "cxkit.po"
    with path.open("rb") as file:
        said = [text for message in read_po(file) if message.id for text in _forms(message.string)]
    assert len(said) > 1000
    assert [text for text in said if TYPED.search(text)] == []


def test_errors_of_the_store() -> None:
    assert [one.__name__ for one in kinds(StoreError) if TYPED.search(one.italian)] == []


def _forms(said: object) -> list[str]:
    return [said] if isinstance(said, str) else list(said)  # type: ignore[call-overload]
