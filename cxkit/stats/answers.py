"""The answers to one question as they are handed over: a list, a column, or counts already."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxkit.language import mark as _
from cxkit.stats.blocks import NotCodableError, bad_weight, coded_array, count_codes
from cxkit.stats.cells import Cells
from cxkit.stats.counts import ScoreCounts, listed
from cxkit.stats.engines import as_weights
from cxkit.stats.values import as_codes, as_label, as_score
from cxkit.stats.words import refusal


def counts_of(data: Any, weights: Any = None, missing: Any = ()) -> ScoreCounts:
    """Count the answers to one question.

    Parameters
    ----------
    data : sequence, Series, iterator, mapping of score to n, or ScoreCounts
        Answers: numbers or texts such as ``"8,5"``. Counts must hold one item; their groups are
        added up.
    weights : sequence of float, optional
        As many as answers, 0 or more.
    missing : object or collection
        Codes that stand for no answer.

    Raises
    ------
    ValueError
        When an answer is no number, a weight is missing or below 0, or weights and answers differ
        in number.

    Examples
    --------
    >>> counts_of(["10", 9.0, None, "8,0"])
    <ScoreCounts: 3 answers, 1 missing>
    """
    if isinstance(data, Mapping):
        data = ScoreCounts.from_pairs(data)
    if isinstance(data, ScoreCounts):
        return _one_item(data, weights)
    codes = as_codes(missing)
    column = _column(data)
    weighed = None if weights is None else _weights(weights, len(column))
    if isinstance(column, np.ndarray):
        cells = _count_numbers(column, weighed, codes)
    else:
        cells = _count_values(column, weighed, codes)
    return ScoreCounts((), (("",),), cells.merged(), weights is not None)


def _one_item(counts: ScoreCounts, weights: Any) -> ScoreCounts:
    if weights is not None:
        raise refusal(_("Weights belong into the counting: count_scores(…, weight=“column”)."))
    if len(counts.items) > 1:
        raise refusal(
            _("The counts hold several items ({items}): choose one with select(item=“…”)."),
            items=listed(counts.items),
        )
    return counts.collapse() if counts.keys else counts


def _column(data: Any) -> NDArray[Any] | list[Any]:
    """Return numbers as an array, other answers as a list."""
    if isinstance(data, str | bytes) or not isinstance(data, Iterable):
        raise refusal(
            _("“{value}” is one thing and not a list of answers: give a list or a column."),
            value=str(data)[:40],
        )
    if not isinstance(data, np.ndarray | list | tuple):
        data = _series(data)
    if isinstance(data, np.ndarray):
        if data.ndim != 1:
            raise refusal(_("Give the answers to one question: one column, not a table."))
        return data if data.dtype.kind in "iuf" else data.tolist()
    return list(data)


def _series(data: Any) -> Any:
    import narwhals as nw  # late: heavy

    known = nw.from_native(data, allow_series=True, pass_through=True)
    if isinstance(known, nw.DataFrame | nw.LazyFrame):
        raise refusal(_("Give the answers to one question: one column, not a table."))
    if not isinstance(known, nw.Series):
        return data.to_pylist() if hasattr(data, "to_pylist") else list(data)
    if not known.dtype.is_numeric():
        return known.to_list()
    return (known.cast(nw.Float64) if known.null_count() else known).to_numpy()


def _weights(weights: Any, answers: int) -> NDArray[np.float64]:
    given = _column(weights)
    found: NDArray[np.float64] = as_weights(
        [np.nan if as_label(one) is None else one for one in given]
        if isinstance(given, list) else given
    )  # fmt: skip
    if len(found) != answers:
        raise refusal(
            _("There are {weights} weights for {answers} answers: give one for each."),
            weights=len(found), answers=answers,
        )  # fmt: skip
    return found


def _count_numbers(
    column: NDArray[Any], weights: NDArray[np.float64] | None, missing: Collection[Any]
) -> Cells:
    coded = coded_array(column)
    if coded is not None:
        try:
            return count_codes([], [("", coded)], weights, missing)[1]
        except NotCodableError:
            pass
    values, code = np.unique(column, return_inverse=True)
    return _cells(values.tolist(), code, weights, missing)


def _count_values(
    column: list[Any], weights: NDArray[np.float64] | None, missing: Collection[Any]
) -> Cells:
    places: dict[tuple[type, Any], int] = {}
    code = np.fromiter(
        (places.setdefault((type(one), one), len(places)) for one in map(as_label, column)),
        dtype=np.int64, count=len(column),
    )  # fmt: skip
    return _cells([value for _type, value in places], code, weights, missing)


def _cells(
    values: list[Any],
    code: NDArray[Any],
    weights: NDArray[np.float64] | None,
    missing: Collection[Any],
) -> Cells:
    scores = np.array([as_score(value, missing) for value in values], dtype=np.float64)
    group = np.zeros(len(values))
    n = np.bincount(code, minlength=len(values))
    if weights is None:
        return Cells.of(group, scores, n)
    weights = np.where(np.isnan(scores[code]), 0.0, weights)
    wrong = ~(weights >= 0) | np.isinf(weights)
    if wrong.any():
        raise bad_weight(weights[wrong][0])
    sums = (np.bincount(code, one, len(values)) for one in (weights, weights**2))
    return Cells.of(group, scores, n, *sums)
