"""What a kernel needs in memory before a page opens, and what it does once it is one.

A process that forks kernels calls `preload` once; each fork calls `hear_pages`.
"""

import ipywidgets

from cxkit.core.wording import exercise_ids
from cxkit.forms import widget  # noqa: F401 -- every page needs it
from cxkit.forms.state import exercise_state
from cxkit.language import LANGS
from cxkit.workbook import Workbook

__all__ = ["hear_pages", "preload"]


def preload() -> None:
    """Read all exercises, wording and templates by drawing every form once, on nothing.

    No database is opened and no widget made: these cannot be shared by processes.
    """
    for lang in LANGS:
        empty = Workbook("", lang)
        for exercise in exercise_ids():
            exercise_state(empty, None, exercise, lang, "")


def hear_pages() -> None:
    """Let pages ask this kernel for its widgets, which it could not offer before it was one."""
    ipywidgets.register_comm_target()
