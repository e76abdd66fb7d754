"""Counting in memory by numpy alone: answers become small whole numbers, and these are counted.

A group-by sorts or hashes every row. Where keys and scores are whole numbers of a small range, or
categories, each combination has a place of its own, and counting is one look at each row. It goes
by blocks that stay in the processor's cache.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import isnan, prod
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from cxkit.language import mark as _
from cxkit.stats.cells import Cells, Label, joined
from cxkit.stats.values import as_label, as_score
from cxkit.stats.words import refusal

if TYPE_CHECKING:
    import pandas as pd

BLOCK = 1 << 16
"""Rows counted at a time."""
MOST_CODES = 1 << 16
"""A column with a wider range is no code."""
MOST_CELLS = 1 << 22
"""A table with more places than this is left to the engine's own group-by."""

Codes = NDArray[np.int64]


class NotCodableError(Exception):
    """Counting by places is not possible here: take the engine's group-by."""


@dataclass(frozen=True)
class Coded:
    """A column as small whole numbers.

    Parameters
    ----------
    raw : ndarray
        Whole numbers, or floats that are whole or NaN.
    shift : int
        What is taken off to begin at 0.
    labels : tuple
        What each code stands for; the last one is for missing values where `raw` has floats.
    """

    raw: NDArray[Any]
    shift: int
    labels: tuple[Any, ...]

    @property
    def size(self) -> int:
        return len(self.labels)

    def block(self, start: int, stop: int) -> Codes:
        """Return the codes of some rows."""
        part = self.raw[start:stop]
        if part.dtype.kind != "f":
            whole: Codes = np.subtract(part, self.shift, dtype=np.int64, casting="unsafe")
            return whole
        gone = np.isnan(part)
        filled = np.where(gone, self.shift, part)
        codes = filled.astype(np.int64)
        if not np.array_equal(codes, filled):
            raise NotCodableError
        codes -= self.shift
        codes[gone] = self.size - 1
        return codes


def coded_array(values: NDArray[Any]) -> Coded | None:
    """Return a column of numbers as codes; None where it is not of that kind.

    Examples
    --------
    >>> import numpy as np
    >>> coded_array(np.array([9.0, 10.0, np.nan])).labels
    (9, 10, None)
    """
    kind = values.dtype.kind
    if not values.size or kind not in "iubf":
        return None
    if kind == "b":
        return Coded(values.view(np.uint8), 0, (False, True))
    low, high = (
        (np.fmin.reduce(values), np.fmax.reduce(values)) if kind == "f"
        else (values.min(), values.max())
    )  # fmt: skip
    if not (np.isfinite(low) and np.isfinite(high)) or int(high) - int(low) >= MOST_CODES:
        return None
    labels = tuple(range(int(low), int(high) + 1))
    return Coded(values, int(low), (*labels, None) if kind == "f" else labels)


def coded_series(series: "pd.Series[Any]") -> Coded | None:
    """Return a pandas column as codes; None where it is not of that kind."""
    import pandas as pd  # late: heavy

    if isinstance(series.dtype, pd.CategoricalDtype):
        labels = (None, *(as_label(one) for one in series.cat.categories))
        return Coded(series.cat.codes.to_numpy(), -1, labels)
    if isinstance(series.dtype, np.dtype):
        return coded_array(series.to_numpy())
    if pd.api.types.is_bool_dtype(series.dtype) or not pd.api.types.is_numeric_dtype(series.dtype):
        return None
    return coded_array(series.to_numpy(dtype=np.float64, na_value=np.nan))


def count_codes(
    keys: Sequence[Coded],
    items: Sequence[tuple[str, Coded]],
    weights: NDArray[np.float64] | None = None,
    missing: Collection[Any] = (),
) -> tuple[list[Label], Cells]:
    """Count all items by all keys in one pass.

    Raises
    ------
    NotCodableError
        When there would be too many places, or a float is no whole number.
    """
    groups = prod(key.size for key in keys)
    if groups * max(item.size for _name, item in items) > MOST_CELLS:
        raise NotCodableError
    gone = [] if weights is None else [
        np.array([_is_missing(label, missing) for label in item.labels]) for _name, item in items
    ]  # fmt: skip
    sums = 1 if weights is None else 3
    tables = [np.zeros((sums, groups * item.size)) for _name, item in items]
    rows = len(items[0][1].raw)
    for start in range(0, rows, BLOCK):
        stop = min(start + BLOCK, rows)
        group = _groups(keys, start, stop)
        part = None if weights is None else weights[start:stop]
        for number, (_name, item) in enumerate(items):
            codes = item.block(start, stop)
            kept = None if part is None else _checked(part, gone[number][codes])
            place = group * item.size + codes if keys else codes
            _add(tables[number], place, kept)
    return _collect(keys, items, tables, missing)


def _is_missing(label: Any, missing: Collection[Any]) -> bool:
    """Say whether an answer is missing; one that is no score is not, and is refused when seen."""
    try:
        return isnan(as_score(label, missing))
    except ValueError:
        return False


def _groups(keys: Sequence[Coded], start: int, stop: int) -> Codes:
    if not keys:
        return np.zeros(0, dtype=np.int64)
    group = keys[0].block(start, stop)
    for key in keys[1:]:
        group *= key.size
        group += key.block(start, stop)
    return group


def _add(table: NDArray[np.float64], place: Codes, weights: NDArray[np.float64] | None) -> None:
    size = table.shape[1]
    table[0] += np.bincount(place, minlength=size)
    if weights is not None:
        table[1] += np.bincount(place, weights, size)
        table[2] += np.bincount(place, weights * weights, size)


def _checked(weights: NDArray[np.float64], gone: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the weights, none where the answer is missing; refuse the impossible."""
    weights = np.where(gone, 0.0, weights)
    wrong = ~(weights >= 0) | np.isinf(weights)
    if wrong.any():
        raise bad_weight(weights[wrong][0])
    return weights


def bad_weight(value: Any = None) -> ValueError:
    """Return the refusal of a weight."""
    if value is None or value != value:  # noqa: PLR0124
        return refusal(
            _("An answer has no weight. Give each answer a weight of 0 or more, or leave it out.")
        )
    return refusal(
        _("{value} is no weight: weights are numbers from 0 up. Correct it in the data."),
        value=str(value),
    )


def _collect(
    keys: Sequence[Coded],
    items: Sequence[tuple[str, Coded]],
    tables: Sequence[NDArray[np.float64]],
    missing: Collection[Any],
) -> tuple[list[Label], Cells]:
    labels: list[Label] = []
    parts = []
    for (name, item), table in zip(items, tables, strict=True):
        (filled,) = np.nonzero(table[0])
        group, code = np.divmod(filled, item.size)
        there, place = np.unique(group, return_inverse=True)
        seen, answer = np.unique(code, return_inverse=True)
        scores = np.array([as_score(item.labels[one], missing) for one in seen])
        parts.append(Cells.of(place + len(labels), scores[answer], *table[:, filled]))
        codes = np.unravel_index(there, tuple(key.size for key in keys)) if keys else ()
        values = [[key.labels[one] for one in column]
                  for key, column in zip(keys, codes, strict=True)]  # fmt: skip
        rows = zip(*values, strict=True) if keys else [()] * len(there)
        labels += [(*row, name) for row in rows]
    return labels, joined(parts)
