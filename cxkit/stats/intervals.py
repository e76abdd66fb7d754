"""Intervals, for one figure or for a thousand at once: each function takes numbers or arrays.

`n` is the number of answers, or the effective number where answers have weights. Proportions run
from 0 to 1, an NPS from −1 to 1 in here. Where there are no answers the bounds are NaN.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxkit.stats.normal import critical, score_interval

Floats = NDArray[np.float64]
Bounds = tuple[Floats, Floats]

ADDED = 3.0
"""Answers that the adjusted Wald interval of the NPS adds: ¾, 1½ and ¾."""
HALVINGS = 60


def _arrays(*values: Any) -> list[Floats]:
    return [np.asarray(value, dtype=np.float64) for value in values]


def _around(middle: Floats, reach: Floats, bounds: tuple[float, float], estimate: Floats) -> Bounds:
    """Cut an interval to what is possible, and let it hold its estimate."""
    low = np.clip(middle - reach, *bounds)
    high = np.clip(middle + reach, *bounds)
    return np.minimum(low, estimate), np.maximum(high, estimate)


def nps_adjusted_wald(lower: Any, upper: Any, n: Any, confidence: float = 0.95) -> Bounds:
    """Return the adjusted Wald interval of an NPS.

    Parameters
    ----------
    lower, upper : array_like of float
        Shares of detractors and of promoters.
    n : array_like of float
        Answers. ¾ detractors, 1½ passives and ¾ promoters are added to them.
    confidence : float
        Of the interval.

    Returns
    -------
    low, high : ndarray
        Between −1 and 1. For a single answer the interval can fall short of the estimate, and is
        widened to it.

    Notes
    -----
    B. Rocks, "Interval Estimation for the 'Net Promoter Score'", *The American Statistician* 70
    (2016), 365–372.

    Examples
    --------
    >>> low, high = nps_adjusted_wald(0.2, 0.5, 100)
    >>> round(float(low), 4), round(float(high), 4)
    (0.1405, 0.442)
    """
    lower, upper, n = _arrays(lower, upper, n)
    with np.errstate(invalid="ignore", divide="ignore"):
        empty = np.where(n > 0, 0.0, np.nan)
        low = (n * lower + ADDED / 4) / (n + ADDED) + empty
        high = (n * upper + ADDED / 4) / (n + ADDED) + empty
        middle = high - low
        reach = critical(confidence) * np.sqrt((low + high - middle**2) / (n + ADDED))
    return _around(middle, reach, (-1.0, 1.0), upper - lower)


def nps_wald(lower: Any, upper: Any, n: Any, confidence: float = 0.95) -> Bounds:
    """Return the plain Wald interval of an NPS: too narrow for few answers, or for few detractors.

    Examples
    --------
    >>> low, high = nps_wald(0.2, 0.5, 100)
    >>> round(float(low), 4), round(float(high), 4)
    (0.1469, 0.4531)
    """
    lower, upper, n = _arrays(lower, upper, n)
    middle = upper - lower
    with np.errstate(invalid="ignore", divide="ignore"):
        variance = np.fmax(lower + upper - middle**2, 0.0)
        reach = critical(confidence) * np.sqrt(variance / np.where(n > 0, n, np.nan))
    return _around(middle, reach, (-1.0, 1.0), middle)


def nps_score(lower: Any, upper: Any, n: Any, confidence: float = 0.95) -> Bounds:
    """Return the iterative score interval of an NPS.

    It holds every value that a score test with the shares most likely under that value does not
    reject; the bounds are found by halving.

    Notes
    -----
    Rocks (2016); the test is that of T. Tango, "Equivalence test and confidence interval for the
    difference in proportions for the paired-sample design", *Statistics in Medicine* 17 (1998),
    891–908: promoters and detractors are its two discordant cells.

    Examples
    --------
    >>> low, high = nps_score(0.2, 0.5, 100)
    >>> round(float(low), 3), round(float(high), 3)
    (0.14, 0.443)
    """
    lower, upper, n = np.broadcast_arrays(*_arrays(lower, upper, n))
    z, estimate = critical(confidence), upper - lower
    low = _halve(estimate, np.full(n.shape, -1.0), (lower, upper, n), z)
    high = _halve(estimate, np.full(n.shape, 1.0), (lower, upper, n), z)
    empty = np.where(n > 0, 0.0, np.nan)
    return np.minimum(low, estimate) + empty, np.maximum(high, estimate) + empty


def _halve(inside: Floats, outside: Floats, shares: tuple[Floats, ...], z: float) -> Floats:
    lower, upper, n = shares
    for _turn in range(HALVINGS):
        middle = (inside + outside) / 2
        kept = n * (upper - lower - middle) ** 2 <= z**2 * _restricted(lower, upper, middle)
        inside, outside = np.where(kept, middle, inside), np.where(kept, outside, middle)
    return (inside + outside) / 2


def _restricted(lower: Floats, upper: Floats, value: Floats) -> Floats:
    """Return the variance with the shares that are most likely if the NPS were `value`."""
    b = (2 - upper + lower) * value - (lower + upper)
    c = -lower * value * (1 - value)
    likely = (np.sqrt(np.fmax(b**2 - 8 * c, 0.0)) - b) / 4
    return np.fmax(2 * likely + value * (1 - value), 0.0)


def wilson(share: Any, n: Any, confidence: float = 0.95) -> Bounds:
    """Return Wilson's score interval of a share, without continuity correction.

    Parameters
    ----------
    share : array_like of float
        From 0 to 1.
    n : array_like of float
        Answers.
    confidence : float
        Of the interval.

    Notes
    -----
    E. B. Wilson (1927), see `cxkit.stats.normal.score_interval`.

    Examples
    --------
    >>> low, high = wilson(81 / 263, 263)
    >>> round(float(low), 4), round(float(high), 4)
    (0.2553, 0.3662)
    """
    share, n = _arrays(share, n)
    with np.errstate(invalid="ignore", divide="ignore"):
        middle, reach = score_interval(share, np.where(n > 0, n, np.nan), critical(confidence))
    return _around(middle, reach, (0.0, 1.0), share)


def clopper_pearson(share: Any, n: Any, confidence: float = 0.95) -> Bounds:
    """Return the exact binomial interval of a share: never too narrow, often too wide.

    Notes
    -----
    C. J. Clopper, E. S. Pearson, "The use of confidence or fiducial limits illustrated in the case
    of the binomial", *Biometrika* 26 (1934), 404–413, by quantiles of the beta distribution.

    Examples
    --------
    >>> low, high = clopper_pearson(0.0, 20)
    >>> round(float(low), 4), round(float(high), 4)
    (0.0, 0.1684)
    """
    from scipy.special import betaincinv  # type: ignore[import-untyped]  # late: heavy

    share, n = _arrays(share, n)
    critical(confidence)
    tail = (1 - confidence) / 2
    hits = share * n
    with np.errstate(invalid="ignore", divide="ignore"):
        n = np.where(n > 0, n, np.nan)
        low = np.where(hits > 0, betaincinv(hits, n - hits + 1, tail), 0.0)
        high = np.where(hits < n, betaincinv(hits + 1, n - hits, 1 - tail), 1.0)
    empty = n * 0
    return np.minimum(low + empty, share), np.maximum(high + empty, share)


def student(mean: Any, se: Any, degrees: Any, confidence: float = 0.95) -> Bounds:
    """Return the t interval of a mean; NaN without degrees of freedom.

    Examples
    --------
    >>> low, high = student(4.0, 0.5, 9)
    >>> round(float(low), 3), round(float(high), 3)
    (2.869, 5.131)
    """
    from scipy.special import stdtrit  # late: heavy

    mean, se, degrees = _arrays(mean, se, degrees)
    critical(confidence)
    degrees = np.where(degrees > 0, degrees, np.nan)
    reach = stdtrit(degrees, (1 + confidence) / 2) * se
    return mean - reach, mean + reach
