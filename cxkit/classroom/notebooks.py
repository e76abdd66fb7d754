"""The notebooks behind the pages: read once for everybody, and what has been learned of each."""

from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import nbformat

from cxkit.workbook.cells import only_shows, shows_desk

_WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


class Stamp(NamedTuple):
    """A notebook's file as it was at one time: another change is another stamp."""

    path: str
    changed: int
    size: int


# Notebooks whose output the lean front could not show.
needs_stock_front: set[Stamp] = set()
# Notebooks that have shown ipywidgets' controls: the next visitor gets these with the page.
shows_controls: set[Stamp] = set()


def stamp_of(notebook: Path) -> Stamp:
    """Return a notebook's stamp."""
    status = notebook.stat()
    return Stamp(str(notebook), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def read_notebook(stamp: Stamp) -> Any:
    """Return a notebook, which all pages share: a run, which adds outputs, takes a copy."""
    return nbformat.read(stamp.path, as_version=4)  # type: ignore[no-untyped-call]


def has_controls(source: str, outputs: list[Any]) -> bool:
    """Say whether a cell has put a widget on the page that is not one of our forms.

    Examples
    --------
    >>> view = {"data": {"application/vnd.jupyter.widget-view+json": {"model_id": "m1"}}}
    >>> has_controls("VBox([button])", [view]), has_controls("1 + 1", [{"data": {}}])
    (True, False)
    """
    if only_shows(source) or shows_desk(source):
        return False
    return any(_WIDGET_VIEW in output.get("data", {}) for output in outputs)
