"""What was written down as an answer, read as a score or as missing."""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from math import isfinite, isnan, nan
from numbers import Real
from typing import Any

from cxkit.language import mark as _
from cxkit.stats.words import refusal

NO_ANSWER = frozenset({"", "na", "n/a", "nan", "<na>", "null", "none"})
"""Texts that stand for no answer in exported files, in small letters."""
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_MISSING_TYPES = frozenset({"NAType", "NaTType"})


def as_label(value: Any) -> Any:
    """Return the value of a grouping column as plain Python; None when it is missing.

    Examples
    --------
    >>> import numpy as np
    >>> as_label(np.int16(2012)), as_label(float("nan")), as_label("branch")
    (2012, None, 'branch')
    """
    if value is None or type(value).__name__ in _MISSING_TYPES:
        return None
    if type(value).__hash__ is None:
        return str(value)
    if type(value).__module__ == "numpy":
        if type(value).__name__ == "datetime64":
            value = value.astype("datetime64[us]")
        value = value.item()
    return None if isinstance(value, float) and isnan(value) else value


def as_score(value: Any, missing: Collection[Any] = ()) -> float:
    """Read one answer; missing ones are NaN.

    Parameters
    ----------
    value : object
        A number, or a text such as ``"8"`` or ``"8,5"``. None, NaN, blanks and the texts of
        `NO_ANSWER` are missing.
    missing : collection
        Codes that stand for no answer, such as ``[99]`` or ``["does not apply"]``.

    Raises
    ------
    ValueError
        When it is no number: a text, yes or no, a date, something endless.

    Examples
    --------
    >>> as_score("8,5"), as_score(" "), as_score(99, missing=[99])
    (8.5, nan, nan)
    """
    value = as_label(value)
    if value is None or any(value == code for code in missing):
        return nan
    if isinstance(value, str):
        return _of_text(value, missing)
    if isinstance(value, bool):
        raise refusal(
            _(
                "{value} is yes or no and not a score. Turn the column into numbers first, such as"
                " 1 and 0."
            ),
            value=str(value),
        )
    if not isinstance(value, Real | Decimal) or not isfinite(value):
        raise _no_number(str(value))
    return float(value)


def _of_text(text: str, missing: Collection[Any]) -> float:
    bare = text.strip()
    if bare.lower() in NO_ANSWER or bare in missing:
        return nan
    if not _NUMBER.fullmatch(bare):
        raise _no_number(text)
    return as_score(float(bare.replace(",", ".")), missing)


def _no_number(text: str) -> ValueError:
    shown = text if len(text) <= 40 else text[:39] + "…"
    return refusal(
        _(
            "“{value}” is not a score. If it stands for no answer, say so: missing=[…]; otherwise"
            " correct it in the data."
        ),
        value=shown,
    )


def as_codes(codes: Any) -> tuple[Any, ...]:
    """Return the codes of missing answers as a tuple; one alone may stand without brackets.

    Examples
    --------
    >>> as_codes(99), as_codes("refused"), as_codes([98, 99])
    ((99,), ('refused',), (98, 99))
    """
    alone = isinstance(codes, str) or not isinstance(codes, Sequence | set | frozenset)
    return (codes,) if alone else tuple(codes)
