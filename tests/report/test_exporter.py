"""The nbconvert exporter: the workbook's notebooks and a consultant's own."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from urllib.request import urlopen

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from traitlets.config import Config

from cxkit import report as report_folder
from cxkit.report import ReportError
from cxkit.report.exporter import CxWorkbookExporter
from cxkit.resources import notebooks, samples
from cxkit.store import Store
from cxkit.workbook import Workbook
from tests.report.conftest import Page

BANK = samples() / "bank.it.cxworkbook.json"


def exported(*cells: object, book: Workbook | None = None, **options: object) -> Page:
    exporter = CxWorkbookExporter(book=book, date="2026-03-01", **options)
    html, _ = exporter.from_notebook_node(new_notebook(cells=list(cells)))
    return Page(html)


def test_nbconvert_exports_a_chapter_with_its_answers_and_starts_no_kernel(tmp_path: Path) -> None:
    runtime = tmp_path / "runtime"
    runtime.mkdir()
    command = [sys.executable, "-m", "nbconvert", "--to", "cxworkbook", "--output-dir", tmp_path]
    command += [notebooks() / "it" / "05-journey.ipynb", f"--CxWorkbookExporter.answers={BANK}"]
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "", "HOME": str(tmp_path), "JUPYTER_RUNTIME_DIR": str(runtime)},
    )
    assert done.returncode == 0, done.stderr
    page = Page((tmp_path / "05-journey.html").read_text(encoding="utf-8"))
    assert "Aprire il primo conto per lo stipendio" in page.text
    assert "journey-map" in page.values("id")
    assert "exercise(" not in page.html
    assert "script" not in page.tags
    assert not list(runtime.iterdir())


def test_nbconvert_knows_the_exporter_by_name() -> None:
    from nbconvert.exporters import get_exporter

    assert get_exporter("cxworkbook") is CxWorkbookExporter
    assert CxWorkbookExporter.export_from_notebook == "CX workbook report"


@pytest.mark.parametrize(
    "code",
    [
        'from cxkit import exercise\nexercise("vision-statement")',
        'import cxkit\ncxkit.exercise("vision-statement")',
    ],
)
def test_an_exercise_takes_the_place_of_its_code(small: Workbook, code: str) -> None:
    page = exported(new_code_cell(code), book=small)
    assert "Everyone arrives." in page.text
    assert "cxkit.exercise" not in page.html


def test_an_exercise_that_is_shown_twice_is_drawn_once(small: Workbook) -> None:
    cell = 'from cxkit import exercise\nexercise("vision-statement")'
    page = exported(new_code_cell(cell), new_code_cell(cell), book=small)
    assert page.values("id").count("vision-statement") == 1


def test_without_answers_the_exercises_are_named_as_not_begun() -> None:
    page = exported(new_code_cell('from cxkit import exercise\nexercise("vision-statement")'))
    assert "Not begun yet: Our vision" in page.text


def test_the_folder_of_a_notebook_says_the_language() -> None:
    exporter = CxWorkbookExporter(answers=str(BANK))
    html, _ = exporter.from_filename(str(notebooks() / "en" / "03-vision.ipynb"))
    assert '<html lang="en">' in html
    assert "Come vogliamo" not in Page(html).text


def test_the_answers_language_serves_where_no_folder_says_one() -> None:
    exporter = CxWorkbookExporter(answers=str(BANK))
    html, _ = exporter.from_notebook_node(new_notebook())
    assert '<html lang="it">' in html


def test_answers_can_come_from_a_database(tmp_path: Path, small: Workbook) -> None:
    place = tmp_path / "cxworkbook.db"
    with Store.create_or_upgrade(place) as store:
        store.create_workbook("One", "en", answers=small.values())
        store.create_workbook("Two", "en", answers={"vision-statement": {"motto": "The other"}})
    cell = new_code_cell('from cxkit import exercise\nexercise("vision-statement")')
    exporter = CxWorkbookExporter(answers=str(place), workbook="one")
    assert "Everyone arrives." in exporter.from_notebook_node(new_notebook(cells=[cell]))[0]


def test_answers_lie_beside_the_notebooks_when_no_option_says_where(
    tmp_path: Path, small: Workbook
) -> None:
    chapters = tmp_path / "workbook" / "en"
    chapters.mkdir(parents=True)
    chapter = chapters / "03-vision.ipynb"
    chapter.write_bytes((notebooks() / "en" / "03-vision.ipynb").read_bytes())
    assert "Everyone arrives." not in CxWorkbookExporter().from_filename(str(chapter))[0]
    with Store.create_or_upgrade(tmp_path / "cxworkbook.db") as store:
        store.create_workbook("One", "en", answers=small.values())
    assert "Everyone arrives." in CxWorkbookExporter().from_filename(str(chapter))[0]


def test_nbconvert_ends_with_a_sentence_when_the_answers_are_missing(tmp_path: Path) -> None:
    chapter = notebooks() / "en" / "03-vision.ipynb"
    command = [sys.executable, "-m", "nbconvert", "--to", "cxworkbook", "--output-dir", tmp_path]
    command += [chapter, f"--CxWorkbookExporter.answers={tmp_path / 'none.json'}"]
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "none.json” is not there." in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_own_cells_keep_their_outputs_and_hide_their_source() -> None:
    table = "<table><tr><td>42</td></tr></table><script>alert(1)</script>"
    outputs = [
        new_output("stream", text="\x1b[31mprinted\x1b[0m"),
        new_output("display_data", {"text/html": table, "text/plain": "plain"}),
        new_output("display_data", {"image/png": "iVBORw0KGgo=", "text/plain": "a chart"}),
        new_output("display_data", {"image/svg+xml": "<svg onload='alert(1)'/>"}),
        new_output("execute_result", {"text/plain": "<b>7</b>"}, execution_count=1),
    ]
    page = exported(new_code_cell("secret_source = 1", outputs=outputs))
    assert "secret_source" not in page.html
    assert {"printed", "42", "<b>7</b>"} <= {text.strip() for text in page.texts}
    assert "script" not in page.tags
    assert "svg onload" not in page.html
    assert "a chart" in page.values("alt")


def test_a_notebook_of_ones_own_bears_its_own_title() -> None:
    page = exported(new_markdown_cell("# A client's case\n\nText"), new_markdown_cell("### Deep"))
    assert "A client's case" in page.text
    assert page.levels == [1, 2, 2, 3]


def test_a_call_with_an_unknown_name_is_an_ordinary_cell() -> None:
    output = new_output("stream", text="kept")
    code = 'from cxkit import exercise\nexercise("no-such-exercise")'
    assert "kept" in exported(new_code_cell(code, outputs=[output])).text


def test_scripts_and_remote_pictures_of_lessons_are_dropped() -> None:
    source = (
        '<script>alert(1)</script><img src="https://example.org/x.png" onerror="alert(1)">\n\nA'
    )
    page = exported(new_markdown_cell(source))
    assert "script" not in page.tags
    assert "example.org" not in page.html
    assert "onerror" not in page.html


def test_a_table_of_a_lesson_stays_a_table_and_its_empty_corner_heads_nothing() -> None:
    page = exported(new_markdown_cell("| | Means |\n| --- | --- |\n| a | b |"))
    assert "<" not in page.text.partition("Contents")[2]
    assert ("th", "scope", "col") in page.attributes
    assert "<th></th>" not in page.html


def test_a_picture_that_is_attached_to_a_lesson_is_kept() -> None:
    cell = new_markdown_cell("![chart](attachment:a.png)")
    cell["attachments"] = {"a.png": {"image/png": "iVBORw0KGgo="}}
    assert "data:image/png;base64,iVBORw0KGgo=" in exported(cell).values("src")


def test_a_date_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(ReportError, match="yesterday"):
        CxWorkbookExporter(date="yesterday").from_notebook_node(new_notebook())


def test_the_notebook_itself_is_left_as_it_is() -> None:
    notebook = new_notebook(cells=[new_code_cell("1 + 1")])
    before = nbformat.writes(notebook)
    CxWorkbookExporter().from_notebook_node(notebook)
    assert nbformat.writes(notebook) == before


def test_reports_cost_no_server_no_widgets_and_no_data_frames() -> None:
    code = (
        "import sys, cxkit.report; from cxkit.workbook import Workbook\n"
        "assert 'nbconvert' not in sys.modules\n"
        "cxkit.report.report_html(Workbook('x', 'en'))\n"
        "heavy = {'jupyter_server', 'ipywidgets', 'pandas', 'sqlalchemy', 'voila', 'ipykernel'}\n"
        "heavy |= {'nbconvert', 'nbformat', 'jsonschema'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_cells_of_ones_own_run_when_asked_and_exercises_do_not(
    tmp_path: Path, small: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    cells = [
        new_code_cell('seen = []\nfrom cxkit import exercise\nexercise("vision-statement")'),
        new_code_cell("seen.append(6 * 7)\nprint(seen)"),
    ]
    notebook = new_notebook(cells=cells)
    config = Config({"ExecutePreprocessor": {"enabled": True, "timeout": 120}})
    html, _ = CxWorkbookExporter(book=small, config=config).from_notebook_node(notebook)
    page = Page(html)
    assert "[42]" in page.text
    assert "Everyone arrives." in page.text
    assert not list(tmp_path.glob("*.db"))


def test_a_stored_widget_leaves_no_trace_of_its_name() -> None:
    view = {"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "text/plain": "Slider()"}
    page = exported(new_code_cell("slider", outputs=[new_output("display_data", view)]))
    assert "Slider()" not in page.text


def test_a_config_file_brings_brand_and_anonymity(tmp_path: Path, small: Workbook) -> None:
    (tmp_path / "brand.yml").write_text("name: Studio Nord")
    options = {"brand": str(tmp_path / "brand.yml"), "anonymise": True, "advice": False}
    config = Config({"CxWorkbookExporter": options})
    cell = new_code_cell('from cxkit import exercise\nexercise("buyer-persona")')
    html, _ = CxWorkbookExporter(book=small, config=config).from_notebook_node(
        new_notebook(cells=[cell])
    )
    text = Page(html).text
    assert "Studio Nord" in text
    assert "Name 1" in text
    assert "Anna" not in text


def test_the_example_of_a_config_file_names_options_that_there_are() -> None:
    place = Path(report_folder.__file__).parent / "nbconvert" / "jupyter_nbconvert_config.json"
    known = CxWorkbookExporter.class_trait_names(config=True)
    assert set(json.loads(place.read_text())["CxWorkbookExporter"]) <= set(known)


def test_nbconvert_s_own_exporter_takes_the_report_s_template_and_a_config_file(
    tmp_path: Path, small: Workbook
) -> None:
    shipped = Path(report_folder.__file__).parent / "nbconvert" / "templates"
    shutil.copytree(shipped, tmp_path / "share" / "nbconvert" / "templates")
    (tmp_path / "a.cxworkbook.json").write_text(small.to_json(), encoding="utf-8")
    cell = new_code_cell('from cxkit import exercise\nexercise("vision-statement")')
    (tmp_path / "own.ipynb").write_text(nbformat.writes(new_notebook(cells=[cell])))
    options = {"CxWorkbookExporter": {"answers": str(tmp_path / "a.cxworkbook.json")}}
    (tmp_path / "jupyter_nbconvert_config.json").write_text(json.dumps(options))
    command = [sys.executable, "-m", "nbconvert", "--to=html", "--template=cxworkbook-page"]
    command += ["--config=jupyter_nbconvert_config.json"]
    env = {**os.environ, "JUPYTER_PATH": str(tmp_path / "share")}
    subprocess.run([*command, "own.ipynb"], cwd=tmp_path, env=env, check=True, capture_output=True)
    assert "Everyone arrives." in Page((tmp_path / "own.html").read_text(encoding="utf-8")).text


@pytest.fixture
def jupyter(tmp_path: Path) -> Iterator[str]:
    """Start Jupyter's server, as JupyterLab does, and return its address."""
    (tmp_path / "own.ipynb").write_text(
        nbformat.writes(new_notebook(cells=[new_markdown_cell("# Ours")]))
    )
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "jupyter_server", "--no-browser", f"--port={port}"]
    command += ["--IdentityProvider.token=x", "--allow-root", f"--ServerApp.root_dir={tmp_path}"]
    log = tmp_path / "log"
    with log.open("wb") as said:
        server = subprocess.Popen(command, stderr=said, stdout=said, cwd=tmp_path)
        address = f"http://127.0.0.1:{port}"
        try:
            for _ in range(600):
                with contextlib.suppress(OSError), urlopen(f"{address}/api"):  # noqa: S310
                    break
                server.wait(0.1) if server.poll() is not None else Event().wait(0.1)
            yield address
        finally:
            server.terminate()
            server.wait(20)


def test_jupyterlab_lists_the_report_and_saves_it(jupyter: str) -> None:
    with urlopen(f"{jupyter}/api/nbconvert?token=x") as answer:  # noqa: S310 (our own server)
        assert json.load(answer)["cxworkbook"]["output_mimetype"] == "text/html"
    with urlopen(f"{jupyter}/nbconvert/cxworkbook/own.ipynb?download=true&token=x") as answer:  # noqa: S310
        assert "attachment" in answer.headers["Content-Disposition"]
        assert "Ours" in Page(answer.read().decode()).text
