"""How many answers a survey needs, and how exact the planned ones make it.

The Net Promoter Score: n = z²·Var/E² − 3, from the adjusted Wald interval that adds three answers
(B. Rocks, *Interval Estimation for the "Net Promoter Score"*, The American Statistician, 2016);
Var is at most 1. A share: n = z²·p(1−p)/E², then n/(1+(n−1)/N) for a population of N people
(W. G. Cochran, *Sampling Techniques*, 3rd edition, 1977, chapter 4).
"""

from math import ceil, sqrt
from statistics import NormalDist

ADDED = 3
"""Answers that the adjusted Wald interval of the NPS adds."""


def critical(confidence: float = 0.95) -> float:
    """Return z of the two-sided interval.

    Examples
    --------
    >>> round(critical(), 3)
    1.96
    """
    if not 0 < confidence < 1:
        raise ValueError(f"confidence {confidence} is not between 0 and 1, such as 0.95")
    return NormalDist().inv_cdf((1 + confidence) / 2)


def nps_answers(margin: float, *, variance: float = 1.0, confidence: float = 0.95) -> int:
    """Return how many answers give an NPS within `margin` points; at least one.

    Parameters
    ----------
    margin : float
        Half the interval, in NPS points (more than 0).
    variance : float
        Variance of the answers coded −1, 0, 1; the worst case is 1.
    confidence : float
        Of the interval, between 0 and 1.

    Examples
    --------
    >>> nps_answers(10)
    382
    """
    _check_margin(margin)
    return max(1, _up(critical(confidence) ** 2 * variance / (margin / 100) ** 2 - ADDED))


def share_answers(
    margin: float,
    population: float | None = None,
    *,
    share: float = 0.5,
    confidence: float = 0.95,
) -> int:
    """Return how many answers give a share within `margin` percentage points.

    Parameters
    ----------
    margin : float
        Half the interval, in percentage points (more than 0).
    population : float, optional
        People who could be asked; without it the population counts as endless.
    share : float
        The expected share, from 0 to 1; the worst case is 0.5.
    confidence : float
        Of the interval, between 0 and 1.

    Examples
    --------
    >>> share_answers(5), share_answers(5, population=1000)
    (385, 278)
    """
    _check_margin(margin)
    endless = critical(confidence) ** 2 * share * (1 - share) / (margin / 100) ** 2
    if population is None:
        return max(1, _up(endless))
    if population < 1:
        return 0
    return min(int(population), max(1, _up(endless / (1 + (endless - 1) / population))))


def nps_margin(answers: float, *, variance: float = 1.0, confidence: float = 0.95) -> float:
    """Return the margin in NPS points that `answers` answers give, 100 at most.

    Examples
    --------
    >>> round(nps_margin(382), 1)
    10.0
    """
    return min(100.0, 100 * critical(confidence) * sqrt(variance / (answers + ADDED)))


def share_margin(
    answers: float,
    population: float | None = None,
    *,
    share: float = 0.5,
    confidence: float = 0.95,
) -> float:
    """Return the margin in percentage points that `answers` answers give; 0 when all answer.

    Examples
    --------
    >>> round(share_margin(385), 1), share_margin(80, population=80)
    (5.0, 0.0)
    """
    if answers < 1:
        return 100.0
    endless = critical(confidence) * sqrt(share * (1 - share) / answers)
    if population is None or population <= 1:
        return min(100.0, 100 * endless)
    left = max(0.0, (population - answers) / (population - 1))
    return min(100.0, 100 * endless * sqrt(left))


def invitations(answers: float, response: float) -> int:
    """Return how many people to invite when `response` per cent of them answer.

    Examples
    --------
    >>> invitations(90, 25)
    360
    """
    if not 0 < response <= 100:
        raise ValueError(f"a response rate of {response} is not between 0 and 100 per cent")
    return _up(answers * 100 / response)


def _check_margin(margin: float) -> None:
    if margin <= 0:
        raise ValueError(f"a margin of {margin} points is none: use a number above 0, such as 5")


def _up(value: float) -> int:
    """Round up, forgiving the last digits of floating point."""
    return ceil(round(value, 9))
