"""Throw-away notebooks for stock Voila and for our front: the same code on both."""

from __future__ import annotations

from pathlib import Path

import nbformat

BUTTON = """\
import ipywidgets as widgets

button = widgets.Button(description="Press")
said = widgets.Label()


def press(_):
    said.value = "pressed 1"


button.on_click(press)
widgets.VBox([button, said])"""

ROWS = """\
from IPython.display import HTML

rows = [("first row", 1, 10), *((f"row {n}", n, n * 10) for n in range(2, 50)), ("last row", 50, 500)]
HTML("<table>" + "".join("<tr>" + "".join(f"<td>{v}</td>" for v in row) + "</tr>" for row in rows) + "</table>")"""

TEXT = "# A page\n\nA button, this text and a table of fifty rows."


def button_page(path: Path) -> None:
    """Write a notebook with one button and nothing else."""
    _write(path, [nbformat.v4.new_code_cell(BUTTON)])


def whole_page(path: Path) -> None:
    """Write a notebook with a button, a text and a table of fifty rows."""
    text, button, table = (
        nbformat.v4.new_markdown_cell(TEXT),
        nbformat.v4.new_code_cell(BUTTON),
        nbformat.v4.new_code_cell(ROWS),
    )
    _write(path, [text, button, table])


def _write(path: Path, cells: list[nbformat.NotebookNode]) -> None:
    spec = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=spec), path)
