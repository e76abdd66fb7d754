"""Notebooks that are not ours: ordinary outputs, other widgets, Voila's own front, JupyterLab."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Page, expect

from cxkit.store import OWNER, Store
from tests.browser.visit import SAVED, START_MS, Visitor, visiting
from tests.classroom.serving import ROOT, Serving, own_home, serving
from tests.services import free_port

DOT = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
    "AABJRU5ErkJggg=="
)
PLAIN = (
    "print('plain <b>words</b>')",
    "import sys; print('a warning', file=sys.stderr)",
    "from IPython.display import HTML; HTML('<p id=\"made\">HTML <em>output</em></p>')",
    "import base64; from IPython.display import Image; "  # noqa: ISC004
    f"Image(base64.b64decode('{DOT}'), format='png')",
    "import pandas; pandas.DataFrame({'phase': ['before', 'after'], 'emotion': [1, -2]})",
    "1 / 0",
    "print('never')",
)
SLIDER = """
import ipywidgets as w
slider = w.IntSlider(value=3, max=10)
label = w.Label('three')
slider.observe(lambda c: setattr(label, 'value', f'now {c.new}'), 'value')
w.VBox([slider, label])
"""
COUNTER = """
import anywidget, traitlets
class Counter(anywidget.AnyWidget):
    _esm = '''export default { render({model, el}) {
      const b = document.createElement('button');
      const show = () => (b.textContent = `count ${model.get('value')}`);
      b.onclick = () => { model.set('value', model.get('value') + 1); model.save_changes(); };
      model.on('change:value', show);
      show();
      el.append(b);
    } }'''
    value = traitlets.Int(0).tag(sync=True)
Counter()
"""
# A library that no front here knows: the page must not stay empty, nor ask another host for it.
ODD = """
import ipywidgets, traitlets
class Odd(ipywidgets.DOMWidget):
    _model_module = traitlets.Unicode('odd-library').tag(sync=True)
    _view_module = traitlets.Unicode('odd-library').tag(sync=True)
    _model_name = traitlets.Unicode('OddModel').tag(sync=True)
    _view_name = traitlets.Unicode('OddView').tag(sync=True)
Odd()
"""
NOTEBOOKS = {
    "plain": PLAIN,
    "widgets": (SLIDER, COUNTER),
    "unknown": ("print('still here')", ODD),
}


def notebook(path: Path, cells: tuple[str, ...]) -> None:
    made = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell) for cell in cells],
        metadata={"kernelspec": {"name": "python3", "display_name": "P", "language": "python"}},
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(made, path)


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    root = tmp_path_factory.mktemp("notebooks")
    for name, cells in NOTEBOOKS.items():
        notebook(root / "it" / f"{name}.ipynb", cells)
    with serving(tmp_path_factory.mktemp("data"), options={"root": str(root)}) as running:
        yield running


@pytest.fixture
def reader(browser: Browser, others: Serving) -> Iterator[Visitor]:
    with visiting(browser, others) as visitor:
        yield visitor


def test_ordinary_outputs_are_shown_as_text_html_pictures_and_errors(reader: Visitor) -> None:
    reader.open("plain")
    page = reader.page
    expect(page.locator("pre.cx-text").first).to_have_text("plain <b>words</b>\n")
    expect(page.get_by_text("a warning")).to_have_count(0)  # warnings are for authors, as in Voila
    expect(page.locator("#made em")).to_have_text("output")
    picture = page.locator(".cx-output img")
    assert picture.evaluate("img => img.decode().then(() => img.naturalWidth)") == 1
    expect(page.locator("table.dataframe")).to_contain_text("before")
    # Readers hear that it failed; the traceback is for authors, as in Voila.
    expect(page.locator("pre.cx-failure")).to_contain_text("non si può mostrare")
    assert not any("controls" in url for url in reader.requests)


def test_sliders_labels_and_other_anywidgets_work_on_the_lean_page(reader: Visitor) -> None:
    reader.open("widgets")
    page = reader.page
    assert any("/controls-" in url for url in reader.requests)
    assert not any("voila.js" in url for url in reader.requests)
    page.locator(".noUi-handle").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("now 4")).to_be_visible()
    page.get_by_role("button", name="count 0").click()
    expect(page.get_by_role("button", name="count 1")).to_be_visible()


def test_a_page_with_a_library_of_its_own_goes_to_voila_s_front(reader: Visitor) -> None:
    # What Voila's own front says of the library that is missing.
    reader.pardon("odd-library", "Odd", "status of 404", "MIME", "Could not")
    reader.page.goto(reader.server.chapter("unknown"))
    reader.page.wait_for_url("**/unknown.ipynb?front=voila")
    expect(reader.page.get_by_text("still here")).to_be_visible()
    assert any("/voila/static/voila.js" in url for url in reader.requests)


@contextmanager
def program(folder: Path, *command: str) -> Iterator[str]:
    """Run one of Jupyter's programs on a workbook of its own; give the address it serves."""
    database = folder / "cxworkbook.db"
    with Store.create_or_upgrade(database) as store:
        made = store.create_workbook("Prova", "it", person=OWNER)
        store.set_current(OWNER, made.id)
    home = folder / "home"
    home.mkdir()
    port = free_port()
    told = {**os.environ, **own_home(home), "CXKIT_DATABASE": str(database)}
    with (folder / "log.txt").open("wb") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", *command, f"--port={port}", "--no-browser"],
            cwd=ROOT, env=told, stdout=subprocess.PIPE, stderr=log,
        )  # fmt: skip
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        try:
            running.wait(60)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait(60)
        if running.stdout:
            running.stdout.close()


def open_when_up(page: Page, address: str) -> None:
    """Open a page of a server that may still be starting."""
    for _ in range(600):
        try:
            page.goto(address)
        except Exception as error:
            if "ERR_CONNECTION_REFUSED" not in str(error):
                raise
            page.wait_for_timeout(100)
        else:
            return
    raise AssertionError(f"nothing answers at {address}")


def stored_sentence(folder: Path) -> str:
    with Store.open(folder / "cxworkbook.db") as store:
        book = store.current_workbook(OWNER)
        assert book is not None
        found = store.answer(book.id, "vision-statement", person=OWNER)
    return str(found.value["sentence"]) if found else ""


def fill(page: Page, text: str) -> None:
    form = page.locator('section.cx-exercise[data-exercise="vision-statement"]')
    form.locator('[data-path="sentence"] textarea').fill(text)
    expect(form.locator(".cx-status")).to_have_attribute("data-state", "idle", timeout=START_MS)
    expect(form.locator(".cx-status")).to_contain_text(re.compile(SAVED["it"].pattern))


def test_the_form_works_in_plain_voila(browser: Browser, tmp_path: Path) -> None:
    command = ("voila", "workbook/it/03-vision.ipynb", "--Voila.ip=127.0.0.1")
    with program(tmp_path, *command) as address:
        context = browser.new_context(locale="it-IT")
        page = context.new_page()
        page.set_default_timeout(60_000)
        open_when_up(page, address)
        fill(page, "Scritta in Voila.")
        context.close()
    assert stored_sentence(tmp_path) == "Scritta in Voila."


@contextmanager
def first_cell_in_jupyterlab(browser: Browser, folder: Path, name: str) -> Iterator[Page]:
    """Serve a folder with JupyterLab, and run the first cell of a notebook in it."""
    command = (
        "jupyter", "lab", "--IdentityProvider.token=abc", "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.root_dir={folder}", "--allow-root",
    )  # fmt: skip
    with program(folder, *command) as address:
        context = browser.new_context(locale="it-IT", viewport={"width": 1400, "height": 1000})
        page = context.new_page()
        page.set_default_timeout(60_000)
        open_when_up(page, f"{address}/lab/tree/{name}?token=abc")
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
        page.locator(".jp-Notebook .jp-CodeCell").first.click()
        page.keyboard.press("Shift+Enter")
        yield page
        context.close()


def test_the_form_works_in_jupyterlab(browser: Browser, tmp_path: Path) -> None:
    notebook(
        tmp_path / "it" / "03-vision.ipynb",
        ('from cxkit import exercise\nexercise("vision-statement")',),
    )
    with first_cell_in_jupyterlab(browser, tmp_path, "it/03-vision.ipynb") as page:
        fill(page, "Scritta in JupyterLab.")
    assert stored_sentence(tmp_path) == "Scritta in JupyterLab."
