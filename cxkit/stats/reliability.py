"""Do several questions measure one thing? Cronbach's α with its interval."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from typing import Any

import numpy as np

from cxkit.language import mark as _
from cxkit.stats.cells import Floats
from cxkit.stats.correlations import Moments, moments_of
from cxkit.stats.draw_lines import draw_reliability
from cxkit.stats.rows import column_names, row_blocks
from cxkit.stats.values import as_codes
from cxkit.stats.words import Note, refusal

FEW = 100
"""With fewer complete answers than this the interval of α is wide."""
ALIKE = 0.95
"""From this α on the questions repeat each other."""
APART = 0.20
"""An item that goes with the rest less than this measures something else."""


@dataclass(frozen=True)
class Reliability:
    """How consistent some questions are, as a scale.

    Parameters
    ----------
    estimate : float or None
        Cronbach's α: at most 1, below 0 where questions go against each other; None where there is
        none.
    low, high : float or None
        Its interval.
    n, left_out : int
        Complete answers, and rows that lack one.
    items : tuple of str
        The questions that vary; the others are left out.
    item_totals : mapping of item to float
        Correlation of each item with the sum of the others; NaN where that does not vary.
    without : mapping of item to float
        α of the others, each left out in turn; NaN with fewer than three items.
    confidence : float
        Of the interval.
    method : str
        How it was made.
    warnings : tuple of Note
        What a reader should know.
    """

    estimate: float | None
    low: float | None
    high: float | None
    n: int
    left_out: int
    items: tuple[str, ...]
    item_totals: Mapping[str, float]
    without: Mapping[str, float]
    confidence: float
    method: str = "feldt"
    warnings: tuple[Note, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the result as plain data, for JSON; what is not a number becomes None."""
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__}
        for name in ("item_totals", "without"):
            plain[name] = {item: None if isnan(value) else value
                           for item, value in plain[name].items()}  # fmt: skip
        return {**plain, "items": list(self.items),
                "warnings": [note.to_dict() for note in self.warnings]}  # fmt: skip

    def _repr_html_(self) -> str:
        return draw_reliability(self).html


def cronbach_alpha(
    frame: Any,
    items: Sequence[str] | None = None,
    *,
    confidence: float = 0.95,
    missing: Any = (),
) -> Reliability:
    """Cronbach's α of some questions, with each one's correlation with the rest.

    Parameters
    ----------
    frame : DataFrame, LazyFrame, relation, path, mapping or iterable of frames
        One row per person. Rows that lack an answer are left out, and counted.
    items : sequence of str, optional
        Columns of the questions; all columns by default.
    confidence : float
        Of the interval, between 0 and 1.
    missing : object or collection
        Codes that stand for no answer, such as ``99``.

    Returns
    -------
    Reliability
        Without an estimate where fewer than two questions vary, or fewer than two people answered
        all of them.

    Raises
    ------
    ValueError
        When a column is not there, is named twice, or holds something that is no number.

    Notes
    -----
    L. Cronbach, "Coefficient alpha and the internal structure of tests", *Psychometrika* 16 (1951),
    297–334. Interval: (1 − α) follows F with n − 1 and (n − 1)(k − 1) degrees of freedom (L. Feldt,
    *Psychometrika* 30 (1965), 357–370; L. Feldt, D. Woodruff, F. Salih, *Applied Psychological
    Measurement* 11 (1987), 93–103); it supposes questions that measure one thing equally well. A
    high α does not show that they measure one thing only.

    Examples
    --------
    >>> answers = {"a": [1, 2, 3, 4, 5] * 30, "b": [1, 3, 2, 5, 4] * 30, "c": [2, 1, 3, 4, 5] * 30}
    >>> found = cronbach_alpha(answers)
    >>> round(found.estimate, 3), round(found.low, 3), round(found.high, 3), found.n
    (0.908, 0.879, 0.931, 150)
    """
    if not 0 < confidence < 1:
        raise refusal(
            _("A confidence of {value} does not exist: use a number between 0 and 1, such as 0.95"),
            value=str(confidence),
        )
    named = list(items) if items is not None else column_names(frame)
    doubled = [name for name in named if named.count(name) > 1]
    if doubled or not named:
        raise refusal(
            _("Name each question once, and two at least; here: {names}."),
            names=", ".join(map(str, doubled)) or "–",
        )
    moments = moments_of(row_blocks(frame, named, as_codes(missing)))
    return _reliability(moments, named, confidence)


def _reliability(moments: Moments, named: list[str], confidence: float) -> Reliability:
    kept = np.flatnonzero(moments.varies) if moments.n > 1 else np.empty(0, dtype=int)
    cross = moments.cross[np.ix_(kept, kept)]
    used = tuple(named[place] for place in kept)
    alpha = _alpha(cross)
    bounds = _feldt(alpha, moments.n, len(used), confidence)
    totals = _totals(cross)
    without = [_alpha(np.delete(np.delete(cross, place, 0), place, 1))
               for place in range(len(used))]  # fmt: skip
    return Reliability(
        None if np.isnan(alpha) else alpha, *bounds, moments.n, moments.left_out, used,
        dict(zip(used, totals, strict=True)), dict(zip(used, without, strict=True)), confidence,
        warnings=tuple(_notes(moments, named, used, alpha, totals)),
    )  # fmt: skip


def _alpha(cross: Floats) -> float:
    k, whole = len(cross), float(cross.sum())
    if k < 2 or whole <= 1e-12 * float(np.trace(cross)):
        return float("nan")
    return k / (k - 1) * (1 - float(np.trace(cross)) / whole)


def _totals(cross: Floats) -> list[float]:
    own = np.diag(cross)
    rest = cross.sum() - 2 * cross.sum(axis=0) + own
    with np.errstate(invalid="ignore", divide="ignore"):
        found = (cross.sum(axis=0) - own) / np.sqrt(own * np.where(rest > 1e-12, rest, np.nan))
    return [float(one) for one in np.clip(found, -1.0, 1.0)]


def _feldt(alpha: float, n: int, k: int, confidence: float) -> tuple[float | None, float | None]:
    if np.isnan(alpha) or n < 2:
        return None, None
    from scipy.special import fdtri  # type: ignore[import-untyped]  # late: heavy

    edge = (1 - confidence) / 2
    degrees = n - 1, (n - 1) * (k - 1)
    low, high = (1 - (1 - alpha) * float(fdtri(*degrees, part)) for part in (1 - edge, edge))
    return low, high


def _notes(
    moments: Moments, named: list[str], used: tuple[str, ...], alpha: float, totals: list[float]
) -> Iterator[Note]:
    n = moments.n
    for name in named if n > 1 else ():
        if name not in used:
            yield Note("constant-left-out", {"item": name})
    if len(used) < 2:
        yield Note("no-scale", {"items": len(used), "n": n})
        return
    if np.isnan(alpha):
        yield Note("no-sum", {"n": n})
    if n < FEW:
        yield Note("few-for-alpha", {"n": n, "least": FEW})
    if moments.left_out > n / 2:
        yield Note("many-left-out", {"n": n, "left_out": moments.left_out})
    for name, total in zip(used, totals, strict=True):
        if total < APART:
            key = "reversed-item" if total < 0 else "item-apart"
            yield Note(key, {"item": name, "r": round(total, 2)})
    if alpha >= ALIKE:
        yield Note("repeating-items", {"alpha": round(alpha, 2)})
