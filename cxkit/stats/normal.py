"""The normal distribution, as intervals and tests ask of it; loads no numpy."""

from math import sqrt
from statistics import NormalDist
from typing import Any

from cxkit.language import mark as _
from cxkit.stats.words import refusal

NORMAL = NormalDist()


def critical(confidence: float = 0.95) -> float:
    """Return z of the two-sided interval.

    Parameters
    ----------
    confidence : float
        Between 0 and 1.

    Raises
    ------
    ValueError
        When it is not.

    Examples
    --------
    >>> round(critical(), 3)
    1.96
    """
    if not 0 < confidence < 1:
        raise refusal(
            _("A confidence of {value} does not exist: use a number between 0 and 1, such as 0.95"),
            value=str(confidence),
        )
    return NORMAL.inv_cdf((1 + confidence) / 2)


def two_sided(z: float) -> float:
    """Return how often chance alone goes as far as `z` standard errors, on either side.

    Examples
    --------
    >>> round(two_sided(1.96), 3), round(two_sided(-1.96), 3)
    (0.05, 0.05)
    """
    return 2 * NORMAL.cdf(-abs(z))


def score_interval(share: Any, n: Any, z: float) -> tuple[Any, Any]:
    """Return the middle of Wilson's score interval of a share, and its reach to either side.

    Parameters
    ----------
    share, n : float or ndarray
        The share, from 0 to 1, and how many answers.
    z : float
        As `critical` returns it.

    Notes
    -----
    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", *Journal
    of the American Statistical Association* 22 (1927), 209–212.

    Examples
    --------
    >>> middle, reach = score_interval(81 / 263, 263, critical())
    >>> round(middle - reach, 4), round(middle + reach, 4)
    (0.2553, 0.3662)
    """
    widened = 1 + z**2 / n
    middle = (share + z**2 / (2 * n)) / widened
    return middle, z * (share * (1 - share) / n + z**2 / (4 * n**2)) ** 0.5 / widened


def newcombe(
    first: tuple[float, float], second: tuple[float, float], z: float
) -> tuple[float, float]:
    """Return the interval of a difference of two shares, from the score interval of each.

    Parameters
    ----------
    first, second : tuple of float
        A share, from 0 to 1, and how many answers (more than 0).
    z : float
        As `critical` returns it.

    Notes
    -----
    Method 10 of R. G. Newcombe, "Interval estimation for the difference between independent
    proportions", *Statistics in Medicine* 17 (1998), 873–890.

    Examples
    --------
    >>> low, high = newcombe((56 / 70, 70), (48 / 80, 80), critical())
    >>> round(low, 4), round(high, 4)
    (0.0524, 0.3339)
    """
    reach = []
    for share, n in (first, second):
        middle, half = score_interval(share, n, z)
        reach.append((share - max(0.0, middle - half), min(1.0, middle + half) - share))
    estimate = first[0] - second[0]
    (down, up), (there_down, there_up) = reach
    return estimate - sqrt(down**2 + there_up**2), estimate + sqrt(up**2 + there_down**2)
