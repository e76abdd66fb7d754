"""Throw-away notebooks for stock Voila and for our front: the same code on both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

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

names = ["first row", *(f"row {n}" for n in range(2, 50)), "last row"]
rows = (f"<tr><td>{name}<td>{n}<td>{n * 10}" for n, name in enumerate(names, 1))
HTML(f"<table>{''.join(rows)}</table>")"""

TEXT = "# A page\n\nA button, this text and a table of fifty rows."


def button_page(path: Path) -> None:
    """Write a notebook with one button and nothing else."""
    _write(path, [_code("button", BUTTON)])


def whole_page(path: Path) -> None:
    """Write a notebook with a button, a text and a table of fifty rows."""
    text = {"cell_type": "markdown", "id": "text", "metadata": {}, "source": TEXT}
    _write(path, [text, _code("button", BUTTON), _code("table", ROWS)])


def _code(name: str, source: str) -> dict[str, Any]:
    empty: dict[str, Any] = {"metadata": {}, "outputs": [], "execution_count": None}
    return {"cell_type": "code", "id": name, "source": source, **empty}


def _write(path: Path, cells: list[dict[str, Any]]) -> None:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    book = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}, "cells": cells}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(book), encoding="utf-8")
