"""What a kernel needs in memory before a page opens, and what it does once it is one.

A process that forks kernels calls `rehearse` once; each fork calls `hear_pages`.
"""

import tempfile
from pathlib import Path

import ipywidgets

import cxkit.forms.widget  # noqa: F401 -- every page needs it
from cxkit.core.wording import exercise_ids
from cxkit.forms.example import sample, sample_cases
from cxkit.forms.session import Session
from cxkit.forms.state import exercise_state
from cxkit.language import LANGS
from cxkit.resources import DATABASE_NAME
from cxkit.store import OWNER, Store

__all__ = ["hear_pages", "rehearse"]


def rehearse() -> None:
    """Draw every form once, from a workbook that is thrown away.

    It reads all wording and templates and leaves no widget and no open database: these cannot be
    shared by processes.
    """
    with tempfile.TemporaryDirectory(prefix="cxkit-") as folder:
        store = Store.create_or_upgrade(Path(folder) / DATABASE_NAME)
        try:
            for lang in LANGS:
                book = sample(sample_cases()[0], lang)
                info = store.create_workbook(book.title, lang, person=OWNER, answers=book.values())
                filled, stored = Session(store, info.id, OWNER, lang).load()
                for exercise in exercise_ids():
                    exercise_state(filled, stored.get(exercise), exercise, lang, info.id)
        finally:
            store.close()


def hear_pages() -> None:
    """Let pages ask this kernel for its widgets, which it could not offer before it was one."""
    ipywidgets.register_comm_target()
