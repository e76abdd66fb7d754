"""NPS, satisfaction, effort and means: each with its base and its interval."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

import numpy as np

from cxkit.language import mark as _
from cxkit.stats.answers import counts_of
from cxkit.stats.base import Base
from cxkit.stats.cells import Floats
from cxkit.stats.counts import ScoreCounts
from cxkit.stats.measures import (
    CES_BOX,
    CES_SCALE,
    CSAT_SCALES,
    Estimates,
    Figure,
    Measure,
    Scale,
    as_scale,
    estimate,
)
from cxkit.stats.score import BASE, Score
from cxkit.stats.words import Note, refusal

NPS_SCALE: Scale = (0, 10)
MANY = 200
"""Among so many answers from 0 to 10 one expects a 0."""
UNEVEN = 0.5
"""An effective number below this part of n is worth a remark."""


def nps(
    data: Any,
    *,
    weights: Any = None,
    confidence: float = 0.95,
    interval: Literal["adjusted-wald", "score", "wald"] = "adjusted-wald",
    missing: Any = (),
    base: Base = BASE,
) -> Score:
    """Net Promoter Score: share of 9 and 10 minus share of 0 to 6, times 100.

    Parameters
    ----------
    data : sequence, Series, mapping of score to n, or ScoreCounts
        Answers from 0 to 10. A question asked from 1 to 10 gives no NPS.
    weights : sequence of float, optional
        One for each answer, 0 or more.
    confidence : float
        Of the interval, between 0 and 1.
    interval : {"adjusted-wald", "score", "wald"}
        Rocks found the first two best; the third is too narrow for small groups.
    missing : object or collection
        Codes that stand for no answer, such as ``99``.
    base : Base
        Fewest answers to publish and to show the figure.

    Returns
    -------
    Score
        From −100 to 100, bounds too.

    Raises
    ------
    ValueError
        When a score is no whole number from 0 to 10.

    Notes
    -----
    F. Reichheld, "The One Number You Need to Grow", *Harvard Business Review*, 2003. Variance
    p₊ + p₋ − NPS²; interval by B. Rocks, *The American Statistician* 70 (2016), 365–372.

    Examples
    --------
    >>> score = nps([10, 9, 9, 8, 7, 6, 3, None] * 20)
    >>> round(score.estimate, 1), round(score.low, 1), round(score.high, 1), score.n, score.missing
    (14.3, 0.4, 27.6, 140, 20)
    """
    measure = Measure("nps", "nps", NPS_SCALE, interval=interval)
    return _score(measure, counts_of(data, weights, missing), confidence, base)


def csat(  # noqa: PLR0913 (each is a choice of the method)
    data: Any,
    *,
    box: int = 2,
    scale: Any = None,
    weights: Any = None,
    confidence: float = 0.95,
    interval: Literal["wilson", "exact"] = "wilson",
    missing: Any = (),
    base: Base = BASE,
) -> Score:
    """Customer satisfaction: share of the highest scores; the mean is its ``second`` figure.

    Parameters
    ----------
    data, weights, confidence, missing, base
        As in `nps`.
    box : int
        How many of the highest scores count as satisfied, at least 1.
    scale : tuple, str or int, optional
        Such as ``(1, 5)``, ``"1-7"`` or ``10``. Without it the smallest of 1–5, 1–7 and 1–10 that
        holds the highest answer is taken, and a warning says so.
    interval : {"wilson", "exact"}
        Wilson's, or that of Clopper and Pearson.

    Returns
    -------
    Score
        A share from 0 to 1.

    Raises
    ------
    ValueError
        When a score is not on the scale, or the box does not fit it.

    Examples
    --------
    >>> score = csat({5: 50, 4: 30, 3: 20}, scale=(1, 5))
    >>> score.estimate, round(score.low, 3), round(score.high, 3), round(score.second.estimate, 2)
    (0.8, 0.711, 0.867, 4.3)
    """
    counts = counts_of(data, weights, missing)
    chosen, guessed = _csat_scale(as_scale(scale), counts)
    measure = Measure("csat", "share", chosen, box, interval)
    second = _score(Measure("csat", "mean", chosen), counts, confidence, base)
    return _score(measure, counts, confidence, base, guessed, second)


def ces(
    data: Any,
    *,
    figure: Literal["mean", "share"] = "mean",
    weights: Any = None,
    confidence: float = 0.95,
    interval: str = "",
    missing: Any = (),
    base: Base = BASE,
) -> Score:
    """Customer Effort Score 2.0: agreement from 1 to 7 that it was easy.

    Parameters
    ----------
    data, weights, confidence, missing, base
        As in `nps`; scores from 1 to 7.
    figure : {"mean", "share"}
        The mean, or the share of 5 to 7; ``Score.figure`` says which. The other one is ``second``.
    interval : str
        ``"t"`` for the mean; ``"wilson"`` or ``"exact"`` for the share.

    Returns
    -------
    Score
        A mean from 1 to 7, or a share from 0 to 1.

    Raises
    ------
    ValueError
        When a score is no whole number from 1 to 7.

    Notes
    -----
    M. Dixon, N. Toman, R. DeLisi, *The Effortless Experience*, 2013: high is easy, unlike in the
    first version of the measure.

    Examples
    --------
    >>> score = ces([7, 6, 6, 5, 4, 2] * 10)
    >>> score.figure, score.estimate, round(score.low, 2), round(score.second.estimate, 2)
    ('mean', 5.0, 4.57, 0.67)
    """
    if figure not in ("mean", "share"):
        raise refusal(_("A CES is a “mean” or a “share”, not “{value}”."), value=str(figure))
    counts = counts_of(data, weights, missing)
    other: Figure = "share" if figure == "mean" else "mean"
    measure = Measure("ces", figure, CES_SCALE, CES_BOX, interval)
    second = _score(Measure("ces", other, CES_SCALE, CES_BOX), counts, confidence, base)
    return _score(measure, counts, confidence, base, second=second)


def score_mean(
    data: Any,
    *,
    scale: Any = None,
    weights: Any = None,
    confidence: float = 0.95,
    interval: Literal["t"] = "t",
    missing: Any = (),
    base: Base = BASE,
) -> Score:
    """Mean of an item, with Student's t interval.

    Parameters
    ----------
    data, weights, confidence, missing, base
        As in `nps`; any numbers, or those of `scale`.
    scale : tuple, str or int, optional
        Such as ``(1, 5)``: scores outside are refused.
    interval : {"t"}
        There is one.

    Returns
    -------
    Score
        A mean in the unit of the answers.

    Raises
    ------
    ValueError
        When an answer is no number, or not on the scale.

    Examples
    --------
    >>> score = score_mean([8, 7, 9, 10, 6])
    >>> score.estimate, round(score.se, 4), round(score.low, 3), round(score.high, 3)
    (8.0, 0.7071, 6.037, 9.963)
    """
    counts = counts_of(data, weights, missing)
    measure = Measure("mean", "mean", as_scale(scale), interval=interval)
    return _score(measure, counts, confidence, base)


def _csat_scale(scale: Scale | None, counts: ScoreCounts) -> tuple[Scale, tuple[Note, ...]]:
    if scale is not None:
        return scale, ()
    scores = counts.cells.score[counts.cells.answered]
    highest = scores.max() if len(scores) else 0
    guess = next((one for one in CSAT_SCALES if highest <= one[1]), CSAT_SCALES[-1])
    return guess, (Note("scale-guessed", {"low": guess[0], "high": guess[1]}),)


def _score(
    measure: Measure,
    counts: ScoreCounts,
    confidence: float,
    base: Base,
    warnings: tuple[Note, ...] = (),
    second: Score | None = None,
) -> Score:
    found = estimate(measure, counts.cells, 1, confidence)
    return score_of(measure, found, 0, counts, base, warnings, second)


def score_of(
    measure: Measure,
    found: Estimates,
    place: int,
    counts: ScoreCounts,
    base: Base,
    warnings: tuple[Note, ...] = (),
    second: Score | None = None,
) -> Score:
    """Make the result of one group from the figures of all; `counts` is the group's own part."""

    def plain(values: Floats) -> float | None:
        value = float(values[place])
        return None if np.isnan(value) else value

    n = int(found.n[place])
    distribution, shares = _distribution(measure, counts)
    n_eff = float(found.n_eff[place])
    return Score(
        measure.name, measure.figure, plain(found.estimate), plain(found.low), plain(found.high),
        n, int(found.missing[place]), n_eff, plain(found.se), found.confidence,
        distribution, shares, measure.interval, measure.scale, measure.box,
        (*warnings, *_warnings(measure, n, n_eff, distribution, base)), second, base,
    )  # fmt: skip


def _distribution(
    measure: Measure, counts: ScoreCounts
) -> tuple[dict[float, int], dict[float, float]]:
    cells = counts.cells.take(counts.cells.answered)
    n: dict[float, int] = {}
    if measure.scale and all(edge == int(edge) for edge in measure.scale):
        n = dict.fromkeys(range(int(measure.scale[0]), int(measure.scale[1]) + 1), 0)
    w = dict.fromkeys(n, 0.0)
    for score, count, weight in zip(cells.score, cells.n, cells.w, strict=True):
        name = int(score) if score == int(score) else float(score)
        n[name] = n.get(name, 0) + int(count)
        w[name] = w.get(name, 0.0) + float(weight)
    whole = sum(w.values())
    return n, {score: weight / whole if whole else 0.0 for score, weight in w.items()}


def _warnings(
    measure: Measure, n: int, n_eff: float, distribution: Mapping[float, int], base: Base
) -> tuple[Note, ...]:
    if not n or not n_eff:
        return (Note("zero-weights" if n else "no-answers"),)
    notes = []
    standing = base.standing(n)
    if standing == "withhold":
        notes.append(Note("few", {"n": n, "least": base.show}))
    elif standing == "show":
        notes.append(Note("small-base", {"n": n, "least": base.publish}))
    if measure.figure == "mean" and n_eff <= 1 + 1e-9:
        notes.append(Note("one-answer"))
    elif measure.figure == "mean" and sum(1 for count in distribution.values() if count) == 1:
        notes.append(Note("one-score"))
    if measure.name == "nps" and n >= MANY and not distribution.get(0) and distribution.get(1):
        notes.append(Note("no-zero", {"n": n}))
    if n_eff < UNEVEN * n:
        notes.append(Note("uneven-weights", {"n": n, "n_eff": round(n_eff)}))
    return tuple(notes)


MEASURES: dict[str, Callable[[Any], Score]] = {
    "nps": nps,
    "csat": csat,
    "ces": ces,
    "mean": score_mean,
}
"""The measures by name."""
