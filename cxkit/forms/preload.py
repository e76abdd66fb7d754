"""What a kernel needs in memory before a page opens, and what it does once it is one.

A process that forks kernels calls `rehearse`, `make_forms` and `hear_pages` once; each fork calls
`offer_forms`.
"""

import tempfile
from collections.abc import Iterable
from pathlib import Path

import comm
import ipywidgets
from ipykernel.kernelbase import Kernel
from ipywidgets.widgets import widget as registry

from cxkit.core.wording import exercise_ids
from cxkit.forms.example import sample, sample_cases
from cxkit.forms.session import Session
from cxkit.forms.state import exercise_state
from cxkit.forms.widget import ExerciseWidget
from cxkit.language import LANGS
from cxkit.resources import DATABASE_NAME
from cxkit.store import OWNER, Store

__all__ = ["hear_pages", "make_forms", "offer_forms", "rehearse"]

# The forms that have been made ahead, by exercise: empty of answers, and nobody's.
_made: dict[str, ExerciseWidget] = {}


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


def make_forms() -> None:
    """Make a widget for each exercise, before there is a kernel and a page."""
    for name in exercise_ids():
        _made[name] = ExerciseWidget(name, None)


def offer_forms(exercises: Iterable[str]) -> dict[str, str]:
    """Let this kernel's page use forms that have been made ahead, and no other.

    Parameters
    ----------
    exercises : iterable of str
        Ids of exercises; what has not been made is left out.

    Returns
    -------
    dict
        Each form's model id by its exercise.
    """
    forms = {name: _made[name] for name in exercises if name in _made}
    widgets = [part for form in forms.values() for part in (form, form.layout)]
    for shown in widgets:
        shown.comm.kernel = Kernel.instance()
    for form in forms.values():
        form.serve()
    offered = {shown.model_id for shown in widgets}
    # The others stay in memory, as they do in all kernels, but no message reaches them.
    for known in (registry._instances, comm.get_comm_manager().comms):
        for name in set(known) - offered:
            del known[name]
    return {name: form.model_id for name, form in forms.items()}


def hear_pages() -> None:
    """Let pages ask the kernel for its widgets, which it could not offer before it was one."""
    ipywidgets.register_comm_target()
