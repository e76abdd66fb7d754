"""JSON: the workbook's own file, which opens in cxkit again."""

from dataclasses import replace

from cxkit.report.request import Request


def write(request: Request) -> bytes:
    """Return the ``*.cxworkbook.json`` file, with the answers that are asked for.

    Examples
    --------
    >>> from datetime import date
    >>> from cxkit.workbook import Workbook
    >>> write(Request(Workbook("The bank"), "en", date(2026, 3, 1)))[3:25]
    b'"format": "cxworkbook"'
    """
    chosen = frozenset(request.chosen)
    kept = {name: one for name, one in request.book.answers.items() if name in chosen}
    return replace(request.book, answers=kept).to_json().encode()
