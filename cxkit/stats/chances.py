"""How often chance alone would do it: the few tests that the rules of integrity ask."""

from statistics import NormalDist
from typing import Any

import numpy as np

from cxkit.stats.normal import critical, newcombe


def at_least(count: int, n: int, rate: float) -> float:
    """Return how often at least `count` of `n` happen when each happens with `rate`.

    Examples
    --------
    >>> at_least(0, 10, 0.1), round(at_least(5, 10, 0.5), 3)
    (1.0, 0.623)
    """
    if count <= 0:
        return 1.0
    from scipy.special import bdtrc  # type: ignore[import-untyped]  # late: heavy

    return float(bdtrc(count - 1, n, rate))


def as_unlike(table: Any) -> tuple[float, float]:
    """Test whether the rows of a table of counts are alike.

    Parameters
    ----------
    table : array_like of int, shape (rows, columns)
        Counts; empty rows and columns are left out.

    Returns
    -------
    chance : float
        Of rows at least as unlike, when they are drawn from the same (Pearson's χ²).
    apart : float
        χ²/n: the part of the variance of one of two columns that the rows explain.

    Examples
    --------
    >>> chance, apart = as_unlike([[30, 10], [10, 30]])
    >>> chance < 0.001, round(apart, 2)
    (True, 0.25)
    """
    counts = np.asarray(table, dtype=np.float64)
    counts = counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]
    n = counts.sum()
    freedom = (counts.shape[0] - 1) * (counts.shape[1] - 1)
    if not freedom:
        return 1.0, 0.0
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / n
    chi2 = float(((counts - expected) ** 2 / expected).sum())
    from scipy.special import chdtrc  # late: heavy

    return float(chdtrc(freedom, chi2)), chi2 / float(n)


def rise(now: tuple[int, int], before: tuple[int, int]) -> float:
    """Return how often chance alone makes such a rise of a share (pooled variance, one side).

    Parameters
    ----------
    now, before : tuple of int
        How many, and of how many.

    Examples
    --------
    >>> round(rise((60, 100), (45, 100)), 3)
    0.017
    """
    p, q = now[0] / now[1], before[0] / before[1]
    pooled = (now[0] + before[0]) / (now[1] + before[1])
    error = (pooled * (1 - pooled) * (1 / now[1] + 1 / before[1])) ** 0.5
    return NormalDist().cdf((q - p) / error) if error > 0 else 1.0


def rise_of(now: tuple[int, int], before: tuple[int, int]) -> tuple[float, float, float]:
    """Return by how much a share rose, with its 95% interval.

    Examples
    --------
    >>> [round(one, 3) for one in rise_of((56, 70), (48, 80))]
    [0.2, 0.052, 0.334]
    """
    p, q = now[0] / now[1], before[0] / before[1]
    return p - q, *newcombe((p, now[1]), (q, before[1]), critical())
