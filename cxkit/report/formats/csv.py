"""CSV: the answers as rows that Excel and LibreOffice open, and that ``cxkit import`` reads back.

Every field is one row. A text that a spreadsheet would run, or take for a number or a date, begins
with an apostrophe; reading takes it away again.
"""

import csv
import io
import re
from collections.abc import Iterator

from cxkit.language import Lang
from cxkit.report.request import Request
from cxkit.report.rows.made import JOURNEY, rows_of
from cxkit.report.rows.row import COLUMNS, Row, headings

_RUNS = re.compile(r"[=+\-@\t\r'\s]")
_MONTHS = re.compile(r"\d{1,4}[ /.-]?[^\W\d_]{3,9}\.?[ /.-]?\d{0,4}|[^\W\d_]{3,9}\.?[ /-]?\d{1,4}")
_TAKEN = frozenset({"true", "false", "vero", "falso"})


def write(request: Request) -> bytes:
    """Return the rows of the exercises asked for, for a spreadsheet of the request's language."""
    chosen = [name for name in request.chosen if name in request.book.answers]
    shown = headings(request.lang, journey=chosen == [JOURNEY])
    text = io.StringIO()
    # A spreadsheet in Italian takes the comma for a decimal mark, and parts columns by semicolons.
    writer = csv.writer(text, delimiter=";" if request.lang == "it" else ",", lineterminator="\r\n")
    writer.writerow(shown[column] for column in COLUMNS)
    for name in chosen:
        for row in rows_of(request.book.answers[name], request.context):
            writer.writerow(_line(row, request.lang))
    # The mark at the front tells Excel that the text is UTF-8.
    return text.getvalue().encode("utf-8-sig")


def _line(row: Row, lang: Lang) -> Iterator[str]:
    for column in COLUMNS:
        cell = getattr(row, column)
        if isinstance(cell, str):
            yield guarded(cell)
        elif cell is None:
            yield ""
        else:
            yield figure(cell, lang)


def figure(value: float, lang: Lang) -> str:
    """Write a number so that a spreadsheet of the language reads it as one.

    Examples
    --------
    >>> figure(-2, "it"), figure(12.5, "it"), figure(12.5, "en")
    ('-2', '12,5', '12.5')
    """
    text = repr(int(value) if value == int(value) else value)
    return text.replace(".", ",") if lang == "it" else text


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would not leave as it is.

    Examples
    --------
    >>> guarded("=1+1"), guarded("3/4"), guarded("1 Mar"), guarded("'so"), guarded("Waits")
    ("'=1+1", "'3/4", "'1 Mar", "''so", 'Waits')
    """
    return f"'{text}" if _would_change(text) else text


def unguarded(text: str) -> str:
    """Take the apostrophe of `guarded` away.

    Examples
    --------
    >>> unguarded("'=1+1"), unguarded("'tis so")
    ('=1+1', "'tis so")
    """
    return text[1:] if text.startswith("'") and _would_change(text[1:]) else text


def _would_change(text: str) -> bool:
    if not text:
        return False
    plain = text.strip()
    has_letters = any(character.isalpha() for character in plain)
    odd_number = bool(re.fullmatch(r"[\d.,]+[eE][+-]?\d+", plain))
    return (
        bool(_RUNS.match(text))
        or (not has_letters and any(character.isdigit() for character in plain))
        or odd_number
        or plain.casefold() in _TAKEN
        or bool(_MONTHS.fullmatch(plain))
    )
