"""One cell of a survey file: as text, as a number, as a score."""

import math
import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Literal

Decimal = Literal[".", ","]

LONGEST = 2_000
"""Characters of a cell that are kept; no score or group is longer."""
_UNSEEN = re.compile("[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_SPACES = re.compile(r"\s+")
_PLAIN = re.compile(r"[+-]?\d+")
_DOT = re.compile(r"[+-]?(?:\d{1,3}(?:[,' ]\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_COMMA = re.compile(r"[+-]?(?:\d{1,3}(?:[.' ]\d{3})+|\d+)(?:,\d+)?(?:[eE][+-]?\d+)?")
# One mark that does not part three digits from others is a decimal one.
_OTHER = re.compile(r"[+-]?[0-9]+[.,](?:[0-9]{1,2}|[0-9]{4,})")
# Scores that stand before or behind their label.
_LABELLED = re.compile(
    r"(\d{1,2})\s*(?:[-–—=:.()/|]+\s*|su |out of |\s)(?=\D|\d{1,2}$).*", re.DOTALL
)
_BEHIND = re.compile(r"\D+[(\[=:]\s*(\d{1,2})\s*[)\]]?")
YES = frozenset({"sì", "si", "yes", "y", "true", "vero"})
NO = frozenset({"no", "n", "false", "falso"})


def clean(text: str) -> str:
    """Return a text on one line, without what cannot be seen.

    Examples
    --------
    >>> clean(" Overall\\u200b \\n satisfaction\\t")
    'Overall satisfaction'
    """
    return _SPACES.sub(" ", _UNSEEN.sub(" ", text[:LONGEST])).strip()


def as_text(value: Any) -> str:  # noqa: PLR0911 -- one for each type
    """Return a cell as the text that stands for it everywhere; empty when nothing is in it.

    Examples
    --------
    >>> as_text(8.0), as_text(7.5), as_text(datetime(2015, 10, 1)), as_text(float("nan"))
    ('8', '7.5', '2015-10-01', '')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        whole = value.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")
        return whole.removesuffix(" 00:00:00")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return clean(value.decode("utf-8", "replace"))
    return clean(str(value))


def decimal_of(texts: Iterable[str]) -> Decimal:
    """Return the decimal mark that a column's texts use.

    Examples
    --------
    >>> decimal_of(["7,5", "8"]), decimal_of(["7.5"]), decimal_of(["1.250,5"])
    (',', '.', ',')
    """
    commas = dots = 0
    for text in texts:
        if _PLAIN.fullmatch(text):
            continue
        comma, dot = text.rfind(","), text.rfind(".")
        commas += comma > dot and bool(_COMMA.fullmatch(text))
        dots += dot > comma and bool(_DOT.fullmatch(text))
    return "," if commas > dots else "."


def as_number(text: str, decimal: Decimal = ".") -> float | None:
    """Read a number; None when the text is none.

    Examples
    --------
    >>> as_number("7,5", ","), as_number("1.250", ","), as_number("n.d.")
    (7.5, 1250.0, None)

    The other mark is understood too where it can only be a decimal one:

    >>> as_number("6.5", ","), as_number("6,5", ".")
    (6.5, 6.5)
    """
    if _OTHER.fullmatch(text):
        decimal = "." if "." in text else ","
    pattern, strange = (_COMMA, ". '") if decimal == "," else (_DOT, ", '")
    if not text or not text[-1].isascii() or not pattern.fullmatch(text):
        return None
    for mark in strange:
        text = text.replace(mark, "")
    found = float(text.replace(",", "."))
    return found if math.isfinite(found) else None


def as_score(text: str, decimal: Decimal = ".") -> float | None:
    """Read a score, also one with its label; None when there is none in the text.

    Examples
    --------
    >>> as_score("8"), as_score("10 - very satisfied"), as_score("Very good (5)"), as_score("8/10")
    (8.0, 10.0, 5.0, 8.0)
    >>> as_score("2 or 3 times a year") is None, as_score("good") is None
    (True, True)
    """
    number = as_number(text, decimal)
    if number is not None:
        return number
    found = _LABELLED.fullmatch(text) or _BEHIND.fullmatch(text)
    if found is None or (
        len(re.findall(r"\d+", text)) > 1
        and not re.fullmatch(r"\d{1,2} *(/|su|out of) *\d{1,2}", text)
    ):
        return None
    return float(found.group(1))


def as_yes(text: str) -> float | None:
    """Read yes as 1 and no as 0; None for anything else.

    Examples
    --------
    >>> as_yes("Sì"), as_yes("0"), as_yes("perhaps") is None
    (1.0, 0.0, True)
    """
    small = text.lower()
    if small in YES or small == "1":
        return 1.0
    return 0.0 if small in NO or small == "0" else None
