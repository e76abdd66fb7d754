"""Which exercises a notebook's cell shows, read without running it."""

import ast


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
    if len(shown) != 1:
        return None
    body = ast.parse(source).body
    imports = all(isinstance(node, ast.Import | ast.ImportFrom) for node in body[:-1])
    last = body[-1]
    call = last.value if isinstance(last, ast.Expr) else None
    plain = isinstance(call, ast.Call) and len(call.args) == 1 and not call.keywords
    return shown[0] if imports and plain else None
