"""What is measured of a score: on which scale, which answers count, and how sure the figure is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from cxkit.language import mark as _
from cxkit.stats import intervals
from cxkit.stats.cells import Cells
from cxkit.stats.words import refusal

Floats = NDArray[np.float64]
Figure = Literal["nps", "share", "mean"]
Scale = tuple[float, float]

PROMOTERS = 9
DETRACTORS = 6
CSAT_SCALES: tuple[Scale, ...] = ((1, 5), (1, 7), (1, 10))
CES_SCALE: Scale = (1, 7)
CES_BOX = 3
"""Answers 5 to 7 agree that it was easy."""

NPS_INTERVALS: dict[str, Callable[..., intervals.Bounds]] = {
    "adjusted-wald": intervals.nps_adjusted_wald,
    "score": intervals.nps_score,
    "wald": intervals.nps_wald,
}
SHARE_INTERVALS: dict[str, Callable[..., intervals.Bounds]] = {
    "wilson": intervals.wilson,
    "exact": intervals.clopper_pearson,
}
INTERVALS: dict[Figure, tuple[str, ...]] = {
    "nps": tuple(NPS_INTERVALS),
    "share": tuple(SHARE_INTERVALS),
    "mean": ("t",),
}


@dataclass(frozen=True)
class Measure:
    """A figure and how it is made.

    Parameters
    ----------
    name : {"nps", "csat", "ces", "mean"}
        What people call it.
    figure : {"nps", "share", "mean"}
        What it is: a difference of shares, a share, a mean.
    scale : tuple of float or None
        Lowest and highest score; None where any number is a score.
    box : int
        How many of the highest scores count, for a share.
    interval : str
        One of `INTERVALS` for its figure.
    """

    name: str
    figure: Figure
    scale: Scale | None
    box: int = 0
    interval: str = ""

    def __post_init__(self) -> None:
        known = INTERVALS[self.figure]
        if not self.interval:
            object.__setattr__(self, "interval", known[0])
        if self.interval not in known:
            raise refusal(
                _("There is no interval “{value}” for this figure; there are: {known}."),
                value=self.interval, known=", ".join(known),
            )  # fmt: skip
        if self.figure == "share" and self.scale:
            steps = self.scale[1] - self.scale[0]
            if not 1 <= self.box <= steps:
                raise refusal(
                    _("A box of {box} scores does not fit a scale from {low} to {high}: use 1 to"
                      " {most}."),
                    box=self.box, low=self.scale[0], high=self.scale[1], most=steps,
                )  # fmt: skip

    @property
    def unit(self) -> float:
        """What 1 is in the figure's unit."""
        return 100.0 if self.figure == "nps" else 1.0

    def check(self, scores: Floats) -> None:
        """Refuse scores that are not on the scale."""
        if self.scale is None:
            return
        low, high = self.scale
        outside = scores[(scores < low) | (scores > high)]
        if len(outside):
            raise refusal(
                _("“{measure}” takes scores from {low} to {high}; the answers hold {value}. If it"
                  " stands for no answer, say missing=[{value}]; if the question had another scale,"
                  " use a measure for that scale."),
                measure=self.name, low=low, high=high, value=float(outside[0]),
            )  # fmt: skip
        between = scores[scores != np.rint(scores)]
        if self.figure != "mean" and len(between):
            raise refusal(
                _("“{measure}” takes whole scores; the answers hold {value}. Use score_mean for"
                  " figures that are averages already."),
                measure=self.name, value=float(between[0]),
            )  # fmt: skip

    def values(self, scores: Floats) -> Floats:
        """Return what each score counts: −1, 0 or 1 in an NPS, 0 or 1 in a share, else itself."""
        if self.figure == "nps":
            return (scores >= PROMOTERS).astype(np.float64) - (scores <= DETRACTORS)
        if self.figure == "share" and self.scale:
            return (scores > self.scale[1] - self.box).astype(np.float64)
        return scores


@dataclass(frozen=True)
class Estimates:
    """The figures of some groups, in the figure's unit; NaN where there is none.

    Parameters
    ----------
    estimate, low, high, se : ndarray of float
        Figure, interval, standard error.
    n, missing : ndarray of int
        Answers, and missing ones.
    n_eff : ndarray of float
        Kish's effective number of answers, (Σw)² / Σw².
    lower, upper : ndarray of float
        Shares that count −1 and 1.
    confidence : float
        Of the intervals.
    """

    estimate: Floats
    low: Floats
    high: Floats
    se: Floats
    n: NDArray[np.int64]
    missing: NDArray[np.int64]
    n_eff: Floats
    lower: Floats
    upper: Floats
    confidence: float


def estimate(measure: Measure, cells: Cells, groups: int, confidence: float) -> Estimates:
    """Compute a measure for all groups at once.

    Parameters
    ----------
    measure : Measure
        What to compute.
    cells : Cells
        Counts; ``cells.group`` runs from 0 to `groups` − 1.
    groups : int
        How many groups.
    confidence : float
        Of the intervals.

    Notes
    -----
    Estimate Σwv/Σw; variance Σw(v−m)²/Σw; standard error √(Σw²(v−m)²)/Σw, the linearised one. A
    mean whose answers weigh the same gets s/√n. Intervals of shares and of the NPS take n_eff in
    the place of n (L. Kish, *Survey Sampling*, 1965).
    """
    there = cells.take(cells.answered)
    measure.check(there.score)

    def total(values: Any) -> Floats:
        return np.bincount(there.group, values, groups).astype(np.float64)

    value = measure.values(there.score)
    n, w, ww = total(there.n), total(there.w), total(there.ww)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = total(there.w * value) / w
        off = (value - mean[there.group]) ** 2
        se = np.sqrt(total(there.ww * off)) / w
        n_eff = np.where(w > 0, w**2 / ww, 0.0)
        lower, upper = total(there.w * (value < 0)) / w, total(there.w * (value > 0)) / w
    if measure.figure == "mean":
        se = _of_mean(se, n, n_eff)
    low, high = _bounds(measure, (mean, se, n_eff, lower, upper), confidence)
    gone = cells.take(~cells.answered)
    missing = np.bincount(gone.group, gone.n, groups).astype(np.int64)
    unit = measure.unit
    return Estimates(mean * unit, low * unit, high * unit, se * unit, n.astype(np.int64), missing,
                     n_eff, lower, upper, confidence)  # fmt: skip


def _of_mean(se: Floats, n: Floats, n_eff: Floats) -> Floats:
    """Return the standard error of a mean: s/√n, with n − 1 in s, where all weigh the same."""
    with np.errstate(invalid="ignore", divide="ignore"):
        plain = se * np.sqrt(n / (n - 1))
    even = np.isclose(n, n_eff, rtol=1e-12, atol=0)
    return np.where(even, np.where(n > 1, plain, np.nan), se)


def _bounds(
    measure: Measure, figures: tuple[Floats, ...], confidence: float
) -> tuple[Floats, Floats]:
    mean, se, n_eff, lower, upper = figures
    if measure.figure == "mean":
        return intervals.student(mean, se, n_eff - 1, confidence)
    if measure.figure == "nps":
        low, high = NPS_INTERVALS[measure.interval](lower, upper, n_eff, confidence)
    else:
        low, high = SHARE_INTERVALS[measure.interval](mean, n_eff, confidence)
    # The last digit of a share can differ from that of the estimate.
    return np.minimum(low, mean), np.maximum(high, mean)


USUAL: dict[str, Measure] = {
    "nps": Measure("nps", "nps", (0, 10)),
    "csat": Measure("csat", "share", CSAT_SCALES[0], 2),
    "ces": Measure("ces", "mean", CES_SCALE, CES_BOX),
    "mean": Measure("mean", "mean", None),
}
"""The measures as they usually are."""


def as_measure(measure: str | Measure) -> Measure:
    """Return the usual measure of a name, or the one that was given.

    Examples
    --------
    >>> as_measure("ces").interval
    't'
    """
    if isinstance(measure, Measure):
        return measure
    if measure not in USUAL:
        raise refusal(
            _("There is no measure “{value}”; there are: {known}."),
            value=str(measure), known=", ".join(USUAL),
        )  # fmt: skip
    return USUAL[measure]


def as_scale(scale: Any) -> Scale | None:
    """Read a scale: ``(1, 5)``, ``"1-5"``, ``range(1, 6)``, or ``5`` for 1 to 5.

    Examples
    --------
    >>> as_scale("1-7"), as_scale(10), as_scale(range(0, 11))
    ((1.0, 7.0), (1.0, 10.0), (0.0, 10.0))
    """
    if scale is None:
        return None
    try:
        if isinstance(scale, str):
            low, high = map(float, scale.replace("–", "-").split("-"))
        elif isinstance(scale, range):
            low, high = float(min(scale)), float(max(scale))
        elif isinstance(scale, int | float):
            low, high = 1.0, float(scale)
        else:
            low, high = map(float, scale)
    except (TypeError, ValueError):
        low, high = 0.0, 0.0
    if not low < high:
        raise refusal(_("“{scale}” is no scale: write it as (1, 5), or “1-5”."), scale=str(scale))
    return low, high
