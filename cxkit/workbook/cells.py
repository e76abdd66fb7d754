"""Which exercises a notebook's cell shows, read without running it."""

import ast
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from cxkit.core.wording import exercise_ids


def exercises_shown(source: str) -> tuple[str, ...]:
    """Return the ids that a code cell passes to ``exercise(...)``, in order.

    Parameters
    ----------
    source : str
        The cell's source; whatever is not Python shows none.

    Examples
    --------
    >>> exercises_shown('from cxkit import exercise\\n\\nexercise("vision-statement")')
    ('vision-statement',)
    >>> exercises_shown("%matplotlib inline")
    ()
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return ()
    found = []
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        first = node.args[0]
        if name == "exercise" and isinstance(first, ast.Constant) and isinstance(first.value, str):
            found.append(first.value)
    return tuple(found)


@lru_cache(maxsize=512)
def only_shows(source: str) -> str | None:
    """Return the id when a cell does nothing but import and show one exercise, else None.

    Such a cell can be drawn before its kernel runs.

    Examples
    --------
    >>> only_shows('from cxkit import exercise\\nexercise("profile")')
    'profile'
    >>> only_shows('x = 1\\nexercise("profile")') is None
    True
    """
    shown = exercises_shown(source)
    call = _lone_call(source) if len(shown) == 1 else None
    return shown[0] if call is not None and len(call.args) == 1 and not call.keywords else None


def forms_alone(cells: Sequence[Any]) -> dict[int, str]:
    """Return which exercise each code cell shows, when a notebook does nothing else.

    Such a notebook needs no run: its forms are all that its page wants of a kernel.

    Parameters
    ----------
    cells : sequence of notebook nodes
        With their `cell_type` and `source`.

    Returns
    -------
    dict
        Exercise ids by the cells' places; empty when some cell does something else, or when an
        exercise stands there twice.

    Examples
    --------
    >>> from types import SimpleNamespace as Cell
    >>> text, form = Cell(cell_type="markdown"), Cell(cell_type="code", source='exercise("profile")')
    >>> forms_alone([text, form]), forms_alone([form, Cell(cell_type="code", source="x = 1")])
    ({1: 'profile'}, {})
    """
    code = {place: cell for place, cell in enumerate(cells) if cell.cell_type == "code"}
    shown = {place: only_shows(cell.source) for place, cell in code.items()}
    forms = {place: name for place, name in shown.items() if name in exercise_ids()}
    return forms if len(set(forms.values())) == len(code) else {}


@lru_cache(maxsize=512)
def shows_desk(source: str) -> bool:
    """Say whether a cell does nothing but import and show the survey desk.

    Examples
    --------
    >>> shows_desk("from cxkit import survey_desk\\n\\nsurvey_desk()"), shows_desk("survey_desk")
    (True, False)
    """
    call = _lone_call(source)
    named = getattr(call.func, "id", "") if call else ""
    return call is not None and named == "survey_desk" and not call.args and not call.keywords


def _lone_call(source: str) -> ast.Call | None:
    """Return the call that is all a cell does besides importing."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError):
        return None
    if not body or not all(isinstance(one, ast.Import | ast.ImportFrom) for one in body[:-1]):
        return None
    last = body[-1]
    call = last.value if isinstance(last, ast.Expr) else None
    return call if isinstance(call, ast.Call) else None
