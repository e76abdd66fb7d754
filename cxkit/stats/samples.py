"""How many answers a figure needs, how exact some make it, and which change they can show.

NPS in points from −100 to 100; shares from 0 to 1, so that five percentage points are 0.05.
The NPS needs n = z²·Var/E² − 3, from the adjusted Wald interval that adds three answers (B. Rocks,
*The American Statistician* 70, 2016); Var is at most 1. A share needs n = z²·p(1−p)/E², then
n/(1+(n−1)/N) for a population of N people (W. G. Cochran, *Sampling Techniques*, 3rd edition, 1977,
chapter 4).
"""

from math import ceil, sqrt

from cxkit.language import mark as _
from cxkit.stats.normal import critical
from cxkit.stats.words import refusal

ADDED = 3
"""Answers that the adjusted Wald interval of the NPS adds."""
WORST_NPS, WORST_SHARE = 1.0, 0.25


def sample_size_nps(
    margin: float,
    *,
    variance: float = WORST_NPS,
    population: float | None = None,
    confidence: float = 0.95,
) -> int:
    """Return how many answers give an NPS within `margin` points; at least one.

    Parameters
    ----------
    margin : float
        Half the interval, in NPS points: more than 0.
    variance : float
        Variance of the answers coded −1, 0, 1, from 0 to 1; the worst case is 1.
    population : float, optional
        People who could be asked; without it the population counts as endless.
    confidence : float
        Of the interval, between 0 and 1.

    Raises
    ------
    ValueError
        When a number is out of its range.

    Examples
    --------
    >>> sample_size_nps(10), sample_size_nps(5), sample_size_nps(5, population=2000)
    (382, 1534, 869)
    """
    _check(margin=margin, most=200)
    _check_part(variance, "variance")
    endless = critical(confidence) ** 2 * variance / (margin / 100) ** 2 - ADDED
    return _of_people(endless, population)


def sample_size_share(
    margin: float,
    *,
    share: float = 0.5,
    population: float | None = None,
    confidence: float = 0.95,
) -> int:
    """Return how many answers give a share within `margin`.

    Parameters
    ----------
    margin : float
        Half the interval, between 0 and 1: 0.05 for five percentage points.
    share : float
        The expected share, from 0 to 1; the worst case is 0.5.
    population : float, optional
        People who could be asked; without it the population counts as endless.
    confidence : float
        Of the interval, between 0 and 1.

    Raises
    ------
    ValueError
        When a number is out of its range.

    Examples
    --------
    >>> sample_size_share(0.05), sample_size_share(0.05, population=1000)
    (385, 278)
    """
    _check(margin=margin, most=1)
    _check_part(share, "share")
    return _of_people(critical(confidence) ** 2 * share * (1 - share) / margin**2, population)


def margin_nps(
    answers: float,
    *,
    variance: float = WORST_NPS,
    population: float | None = None,
    confidence: float = 0.95,
) -> float:
    """Return the margin in NPS points that `answers` answers give: 100 at most, 0 when all answer.

    Examples
    --------
    >>> round(margin_nps(382), 1)
    10.0
    """
    left = _left(answers, population)
    return min(100.0, 100 * critical(confidence) * sqrt(variance / (answers + ADDED) * left))


def margin_share(
    answers: float,
    *,
    share: float = 0.5,
    population: float | None = None,
    confidence: float = 0.95,
) -> float:
    """Return the margin of a share that `answers` answers give: 1 at most, 0 when all answer.

    Examples
    --------
    >>> round(margin_share(385), 3), margin_share(80, population=80)
    (0.05, 0.0)
    """
    if answers < 1:
        return 1.0
    left = _left(answers, population)
    return min(1.0, critical(confidence) * sqrt(share * (1 - share) / answers * left))


def invitations(answers: float, response: float) -> int:
    """Return how many people to invite when a share `response` of them answers.

    Parameters
    ----------
    answers : float
        Answers that are wanted.
    response : float
        Above 0, at most 1.

    Examples
    --------
    >>> invitations(90, 0.25)
    360
    """
    if not 0 < response <= 1:
        raise refusal(
            _("A response rate of {value} is not between 0 and 1: write 25% as 0.25."),
            value=response,
        )
    return _up(answers / response)


def _of_people(endless: float, population: float | None) -> int:
    if population is None:
        return max(1, _up(endless))
    if population < 1:
        return 0
    return min(int(population), max(1, _up(endless / (1 + (endless - 1) / population))))


def _left(answers: float, population: float | None) -> float:
    if population is None or population <= 1:
        return 1.0
    return max(0.0, (population - answers) / (population - 1))


def _check(*, margin: float, most: float) -> None:
    if not 0 < margin < most:
        raise refusal(
            _("A margin of {value} does not work here: use a number above 0 and below {most}."),
            value=margin, most=most,
        )  # fmt: skip


def _check_part(value: float, name: str) -> None:
    if not 0 <= value <= 1:
        raise refusal(_("{name} is {value}; it runs from 0 to 1."), name=name, value=value)


def _up(value: float) -> int:
    """Round up, forgiving the last digits of floating point."""
    return ceil(round(value, 9))
