"""Which rooms there are, and which each may use; ``docs/architecture.md`` tells why."""

from __future__ import annotations

import re

from cxkit.resources import exercises
from tests.contract.sources import PACKAGE

# A new slice is named here, and nowhere else in the contracts.
SLICES = {
    "start", "why", "culture", "vision", "personas", "listening", "journey", "kpi", "cycle",
    "embed", "roadmap", "waves",
}  # fmt: skip
_WORDS = {"language", "resources"}
_BELOW_SLICES = _WORDS | {"stats", "core", "survey"}
_BELOW_STORE = _BELOW_SLICES | {"workbook"}

USES: dict[str, set[str]] = {
    "language": set(),
    "resources": {"language"},
    "core": _WORDS,
    # Results draw themselves with the common pictures; nothing in core computes.
    "stats": {"language", "core"},
    # A survey file read, understood and counted; slices fill their answers from it.
    "survey": _WORDS | {"stats", "core"},
    **dict.fromkeys(SLICES, _BELOW_SLICES),
    # The whole finds its slices through the exercises' YAML, so it names none of them.
    "workbook": _BELOW_SLICES,
    # It keeps values by exercise id and knows no exercise.
    "store": {"language"},
    "forms": _BELOW_STORE | {"store"},
    "front": _BELOW_STORE | {"store", "forms"},
    # The summary page picks from particular answers: the one room that names slices.
    "report": _BELOW_STORE | SLICES | {"store"},
    "instructor": _BELOW_STORE | {"store", "forms"},
    "classroom": _BELOW_STORE | {"store", "forms", "front", "report", "instructor"},
    "cli": _BELOW_STORE | {"store", "forms", "front", "report", "instructor", "classroom"},
}

BELOW_STORE = sorted(_BELOW_STORE | SLICES)
_PAGES = {"anywidget", "ipywidgets", "tornado", "voila", "jupyter_server", "nbconvert", "nbformat"}
_DATABASE = {"sqlalchemy", "alembic"}
# Libraries that a room must not know.
FOREIGN: dict[str, set[str]] = {
    **dict.fromkeys(BELOW_STORE, _PAGES | _DATABASE),
    "store": _PAGES,
    "forms": {"tornado", "voila", "jupyter_server", "nbconvert", *_DATABASE},
    "front": {"tornado", "voila", "jupyter_server", *_DATABASE},
    "report": {"anywidget", "ipywidgets", "tornado", "voila", "jupyter_server", *_DATABASE},
    "instructor": {"tornado", "voila", "jupyter_server", "nbconvert", *_DATABASE},
    "classroom": {"anywidget", "ipywidgets", *_DATABASE},
    "cli": {"anywidget", "ipywidgets", "tornado", "voila", *_DATABASE},
}


def worded(slice_name: str = r"\S+") -> list[str]:
    """Return the exercises that have a YAML file, all or a slice's, without judging the file."""
    says = re.compile(rf"^slice: *{slice_name} *$", re.MULTILINE)
    paths = sorted(exercises().glob("*.yaml"))
    return [path.stem for path in paths if says.search(path.read_text(encoding="utf-8"))]


def slices() -> list[str]:
    """Return the slices that are there."""
    return sorted(name for name in SLICES if (PACKAGE / name).is_dir())
