"""A chapter's page is sent in parts, and asks at once for all that it needs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from cxkit.core.answer import Answer
from cxkit.forms.session import Session
from cxkit.front import Shell, assets, chapter_shell
from cxkit.front.assets import needed_scripts
from cxkit.resources import notebooks
from cxkit.store import OWNER, Store
from cxkit.vision import Vision

LATER = re.compile(r'import\("\./([\w.-]+)"\)')


def shell_of(
    store: Store, notebook: str, *, controls: bool = False, answers: tuple[Answer, ...] = ()
) -> Shell:
    values = {answer.exercise: answer.model_dump(mode="json") for answer in answers}
    book = store.create_workbook("A <case>", "en", person=OWNER, answers=values or None)
    cells = nbformat.read(notebooks() / notebook, as_version=4).cells
    session = Session(store, book.id, OWNER, "en")
    return chapter_shell(cells, session, notebook=notebook, base="/", xsrf="x", controls=controls)


def parts_of(store: Store, notebook: str, *, controls: bool = False) -> list[str]:
    return list(shell_of(store, notebook, controls=controls).forms)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create_or_upgrade(tmp_path / "cxworkbook.db") as opened:
        yield opened


def data_in(part: str, kind: str) -> list[dict[str, Any]]:
    found = re.findall(rf'class="{kind}">(.*?)</script>', part, re.DOTALL)
    return [json.loads(text) for text in found]


def states(part: str) -> list[str]:
    return [state["exercise"] for state in data_in(part, "cx-state")]


def test_the_head_leaves_before_any_form_is_drawn(store: Store) -> None:
    head, *forms = parts_of(store, "en/05-journey.ipynb")
    assert "</head>" in head
    assert 'class="cx-words"' in head
    assert states(head) == []
    assert [states(form) for form in forms] == [["journey-map"], ["blueprint"], ["assess"]]
    assert "</main>" in forms[-1]


def test_what_is_drawn_of_an_answer_follows_when_all_forms_are_on_their_way(store: Store) -> None:
    motto = Vision(customer="<b>whoever asks</b>", motto="An answer and a name")
    shell = shell_of(store, "en/03-vision.ipynb", answers=(motto,))
    forms = [state for part in shell.forms for state in data_in(part, "cx-state")]
    drawn = [one for part in shell.drawn for one in data_in(part, "cx-drawn")]
    assert [form["exercise"] for form in forms] == [one["exercise"] for one in drawn]
    assert forms[0]["value"]["motto"] == motto.motto
    assert not any(form["advice"] or form["picture"] for form in forms)
    assert drawn[0]["advice"]
    assert "An answer and a name" in drawn[0]["picture"]
    # A form that nobody has begun shows how to go about it, before anything is drawn.
    assert [form["progress"] for form in forms] == [None, "empty"]
    assert [one["progress"] for one in drawn] == ["begun", "empty"]


def test_the_head_names_every_script_that_runs_at_once(store: Store) -> None:
    head = parts_of(store, "en/03-vision.ipynb")[0]
    named = set(re.findall(r'rel="modulepreload" href="/([^"]+)"', head))
    assert named == {asset.url for asset in needed_scripts("chapter")}
    assert re.search(r'<script type="module" async src="/cxkit/static/chapter\.js\?v=\w+">', head)


def test_what_is_imported_later_is_not_asked_for_at_once() -> None:
    needed = {asset.name for asset in needed_scripts("chapter")}
    later = set(LATER.findall(assets()["chapter.js"].content.decode()))
    assert later
    assert not later & needed


def preloaded(head: str, name: str) -> bool:
    return f'rel="modulepreload" href="/cxkit/static/{name}' in head


def test_controls_come_with_a_page_that_is_known_to_show_them(store: Store) -> None:
    notebook = "class/people.ipynb"
    plain, known = parts_of(store, notebook)[0], parts_of(store, notebook, controls=True)[0]
    assert not preloaded(plain, "controls-")
    assert preloaded(known, "controls-")
    assert "data-controls" in known


def test_forms_come_before_controls(store: Store) -> None:
    head = parts_of(store, "en/06-measure.ipynb", controls=True)[0]
    assert not preloaded(head, "controls-")
    assert "data-controls" in head
