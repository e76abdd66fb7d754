"""Two figures of one kind compared, or many at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isnan, sqrt
from typing import TYPE_CHECKING, Any

from cxkit.language import mark as _
from cxkit.stats import intervals
from cxkit.stats.correction import Correction, adjusted
from cxkit.stats.difference import Difference
from cxkit.stats.draw_differences import draw_differences
from cxkit.stats.normal import critical, newcombe, two_sided
from cxkit.stats.score import Score
from cxkit.stats.scores import MEASURES
from cxkit.stats.words import Note, refusal

if TYPE_CHECKING:
    import pandas as pd

Part = tuple[float | None, float | None, float | None, float | None, float | None, str]


def compare(
    now: Any, before: Any, *, measure: str = "", confidence: float | None = None
) -> Difference:
    """Return one figure minus another of the same kind.

    Parameters
    ----------
    now, before : Score, or answers
        Results of `nps`, `csat`, `ces` or `score_mean`; or answers, when `measure` is given.
    measure : {"nps", "csat", "ces", "mean"}
        What to compute from answers.
    confidence : float, optional
        Of the interval; that of `now` by default.

    Returns
    -------
    Difference
        NPS in points, shares from −1 to 1, means in their unit.

    Raises
    ------
    ValueError
        When the two are not the same measure on the same scale.

    Notes
    -----
    NPS: ¾, 1½ and ¾ answers added to each side, then √(V₁/n₁ + V₂/n₂) (after Rocks 2016). Shares:
    Newcombe's interval from the two Wilson intervals, method 10 of R. G. Newcombe, *Statistics in
    Medicine* 17 (1998), 873–890; p-value of the χ² test without correction. Means: B. L. Welch,
    *Biometrika* 34 (1947), 28–35. Weighted answers enter with their effective number.

    Examples
    --------
    >>> from cxkit.stats import nps
    >>> found = compare(nps({10: 150, 8: 100, 4: 50}), nps({10: 120, 8: 100, 4: 80}))
    >>> round(found.estimate), round(found.low, 1), round(found.high, 1), found.verdict
    (20, 7.4, 32.2, 'higher')
    """
    first, second = _score(now, measure), _score(before, measure)
    kinds = [(one.measure, one.figure, one.scale, one.box) for one in (first, second)]
    if kinds[0] != kinds[1]:
        raise refusal(
            _("Only like is compared with like: here {first} and {second}. Compute both with one"
              " measure on one scale."),
            first=_kind(first), second=_kind(second),
        )  # fmt: skip
    level = first.confidence if confidence is None else confidence
    critical(level)
    found = {"nps": _of_nps, "share": _of_shares, "mean": _of_means}[first.figure]
    estimate, low, high, se, p_value, method = found(first, second, level)
    notes = tuple(dict.fromkeys((note.key, tuple(note.values.items()))
                                for one in (first, second) for note in one.warnings))  # fmt: skip
    return Difference(
        estimate, low, high, (first.n, second.n), (first.n_eff, second.n_eff), se, p_value,
        p_value, confidence=level, figure=first.figure, method=method,
        warnings=tuple(Note(key, dict(values)) for key, values in notes),
        least=max(first.base.publish, second.base.publish),
    )  # fmt: skip


@dataclass(frozen=True)
class Comparisons:
    """Several differences looked at together, their p-values corrected for their number.

    Parameters
    ----------
    labels : tuple
        What each compares.
    differences : tuple of Difference
        In the order given.
    correction : {"benjamini-hochberg", "holm"}
        How p-values were corrected.
    """

    labels: tuple[Any, ...]
    differences: tuple[Difference, ...]
    correction: str

    def __iter__(self) -> Iterator[Difference]:
        return iter(self.differences)

    def __len__(self) -> int:
        return len(self.differences)

    def __getitem__(self, label: Any) -> Difference:
        if label not in self.labels and isinstance(label, int):
            return self.differences[label]
        return self.differences[self.labels.index(label)]

    def to_dict(self) -> dict[str, Any]:
        """Return the results as plain data, for JSON."""
        rows = zip(self.labels, self.differences, strict=True)
        return {
            "correction": self.correction,
            "differences": [{"label": label, **one.to_dict()} for label, one in rows],
        }

    def to_frame(self) -> "pd.DataFrame":
        """Return the results as a pandas frame, one row for each; p-values are corrected ones."""
        import pandas as pd  # late: heavy

        names = ("estimate", "low", "high", "se", "p_adjusted", "verdict")
        columns = {name: [getattr(one, name) for one in self.differences] for name in names}
        bases = {"n": [one.n[0] for one in self], "n_before": [one.n[1] for one in self]}
        return pd.DataFrame({"label": list(self.labels), **columns, **bases})

    def _repr_html_(self) -> str:
        return draw_differences(list(zip(self.labels, self.differences, strict=True))).html


def compare_many(
    pairs: Mapping[Any, tuple[Any, Any]] | Iterable[Any],
    *,
    measure: str = "",
    correction: Correction = "benjamini-hochberg",
    confidence: float | None = None,
) -> Comparisons:
    """Compare many pairs of figures, and correct for looking at all of them.

    Parameters
    ----------
    pairs : mapping of label to (now, before), or iterable of pairs or of Difference
        The comparisons, all that were looked at: leaving out the dull ones would be fishing.
    measure, confidence
        As in `compare`.
    correction : {"benjamini-hochberg", "holm"}
        Holds the share of false findings, or the risk of any.

    Returns
    -------
    Comparisons
        Where one has no p-value (a base of one, no spread) it counts as not looked at.

    Examples
    --------
    >>> from cxkit.stats import nps
    >>> waves = {"branch": ({10: 150, 4: 50}, {10: 120, 4: 80}), "app": ({10: 99}, {10: 98, 4: 1})}
    >>> found = compare_many(waves, measure="nps")
    >>> found["branch"].verdict, found["app"].verdict, found["app"].comparisons
    ('higher', 'open', 2)
    """
    labelled = isinstance(pairs, Mapping)
    labels = tuple(pairs) if labelled else ()
    given = list(pairs.values()) if isinstance(pairs, Mapping) else list(pairs)
    if not all(isinstance(one, Difference | tuple | list) and _is_pair(one) for one in given):
        raise refusal(_("Give pairs to compare: the figure now, and the one before."))
    found = [
        one if isinstance(one, Difference)
        else compare(*one, measure=measure, confidence=confidence)
        for one in given
    ]  # fmt: skip
    known = [one.p_value for one in found if one.p_value is not None]
    corrected = iter(adjusted(known, correction))
    return Comparisons(
        labels if labelled else tuple(range(1, len(found) + 1)),
        tuple(
            one.corrected(None if one.p_value is None else next(corrected), len(known), correction)
            for one in found
        ),
        correction,
    )


def _is_pair(one: Any) -> bool:
    return isinstance(one, Difference) or len(one) == 2


def _score(given: Any, measure: str) -> Score:
    if isinstance(given, Score):
        return given
    if measure not in MEASURES:
        raise refusal(
            _("Say what to compare: results such as nps(…), or answers with measure=“nps”; there"
              " are: {known}."),
            known=", ".join(MEASURES),
        )  # fmt: skip
    return MEASURES[measure](given)


def _kind(score: Score) -> str:
    scale = f" {score.scale[0]:g}–{score.scale[1]:g}" if score.scale else ""
    return f"{score.measure}/{score.figure}{scale}" + (f" box={score.box}" if score.box else "")


def _of_nps(first: Score, second: Score, level: float) -> Part:
    if first.estimate is None or second.estimate is None:
        return None, None, None, None, None, "adjusted-wald"
    middle = spread = 0.0
    for sign, one in ((1, first), (-1, second)):
        n = one.n_eff + intervals.ADDED
        lower = (one.lower * one.n_eff + intervals.ADDED / 4) / n
        upper = (one.upper * one.n_eff + intervals.ADDED / 4) / n
        middle += sign * (upper - lower)
        spread += (upper + lower - (upper - lower) ** 2) / n
    se, estimate = 100 * sqrt(spread), first.estimate - second.estimate
    reach = critical(level) * se
    low, high = max(-200.0, 100 * middle - reach), min(200.0, 100 * middle + reach)
    p_value = two_sided(100 * middle / se)
    return estimate, min(low, estimate), max(high, estimate), se, p_value, "adjusted-wald"


def _of_shares(first: Score, second: Score, level: float) -> Part:
    if first.estimate is None or second.estimate is None:
        return None, None, None, None, None, "newcombe"
    p, q, n, m = first.estimate, second.estimate, first.n_eff, second.n_eff
    low, high = newcombe((p, n), (q, m), critical(level))
    estimate = p - q
    pooled = (p * n + q * m) / (n + m)
    under_none = sqrt(max(0.0, pooled * (1 - pooled)) * (1 / n + 1 / m))
    p_value = two_sided(estimate / under_none) if under_none else 1.0
    se = sqrt(max(0.0, p * (1 - p) / n + q * (1 - q) / m))
    return estimate, low, high, se, p_value, "newcombe"


def _of_means(first: Score, second: Score, level: float) -> Part:
    if first.estimate is None or second.estimate is None:
        return None, None, None, None, None, "welch"
    estimate = first.estimate - second.estimate
    parts = [(one.se**2, one.n_eff - 1) for one in (first, second) if one.se is not None]
    variance = sum(part for part, _degrees in parts)
    # Without spread, or from single answers, nobody can say what chance does.
    if len(parts) < 2 or not variance or any(degrees <= 0 for _part, degrees in parts):
        return estimate, None, None, None, None, "welch"
    from scipy.special import stdtr  # type: ignore[import-untyped]  # late: heavy

    degrees = variance**2 / sum(part**2 / degrees for part, degrees in parts)
    se = sqrt(variance)
    low, high = (float(edge) for edge in intervals.student(estimate, se, degrees, level))
    p_value = 2 * float(stdtr(degrees, -abs(estimate) / se))
    return estimate, low, high, se, None if isnan(p_value) else p_value, "welch"
