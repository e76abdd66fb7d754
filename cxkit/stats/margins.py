"""Figures that are known only as people wrote them down: a value, a margin, a number of answers.

Two waves are asked of different people, so their margins add like the sides of a right triangle:
a difference is judged against √(m₁² + m₂²), never by whether two intervals overlap (N. Schenker,
J. F. Gentleman, *The American Statistician* 55, 2001, 182–186).
"""

from dataclasses import dataclass
from math import hypot, sqrt

from cxkit.stats.normal import critical, two_sided

LEVEL = 0.95
"""Confidence of the margins that people write down."""


@dataclass(frozen=True)
class MarginDifference:
    """One written figure minus another, in their unit, with half the width of its 95% interval.

    Examples
    --------
    >>> round(MarginDifference(8, 8).p_value, 2)
    0.05
    """

    estimate: float
    margin: float

    @property
    def p_value(self) -> float:
        """How often chance alone makes a difference this large, from 0 to 1 (two-sided).

        Several looked at together need `cxkit.stats.beyond_chance`.
        """
        if not self.margin:
            return 0.0 if self.estimate else 1.0
        return two_sided(self.estimate * critical(LEVEL) / self.margin)


def difference_of_margins(
    now: float | None, before: float | None, margins: tuple[float | None, float | None]
) -> MarginDifference | None:
    """Return `now` minus `before`; None while a figure or a margin is missing.

    Parameters
    ----------
    now, before : float or None
        Two figures in one unit.
    margins : tuple of float or None
        Half the widths of their 95% intervals; 0 for what is certain, such as a target.

    Examples
    --------
    >>> found = difference_of_margins(18, 12, (10, 12))
    >>> found.estimate, round(found.margin, 1)
    (6, 15.6)
    """
    if now is None or before is None or margins[0] is None or margins[1] is None:
        return None
    return MarginDifference(round(now - before, 9), hypot(margins[0], margins[1]))


def least_margin(figure: str, value: float, n: float) -> float | None:
    """Return the smallest margin that `n` answers allow; None where that cannot be told.

    The answers count as a simple random sample from many people. A share has one margin; the NPS
    has at least that of |x| promoters (or detractors) among passives only; a mean's depends on how
    the answers spread.

    Parameters
    ----------
    figure : {"nps", "share", "mean"}
        What it is.
    value : float
        The NPS in points, or the share in per cent.
    n : float
        Answers.

    Examples
    --------
    >>> round(least_margin("share", 50, 400), 1), round(least_margin("nps", 12, 280), 1)
    (4.9, 3.8)
    """
    part = abs(value) / 100
    if figure not in ("share", "nps") or n <= 0 or not 0 <= part <= 1:
        return None
    return 100 * critical(LEVEL) * sqrt(part * (1 - part) / n)


def most_margin(figure: str, value: float, n: float) -> float | None:
    """Return the largest margin of a simple random sample, for a figure that has none written down.

    Examples
    --------
    >>> round(most_margin("nps", 12, 280), 1), most_margin("mean", 7, 280)
    (11.6, None)
    """
    if figure == "share":
        return least_margin(figure, value, n)
    part = value / 100
    if figure != "nps" or n <= 0 or not -1 <= part <= 1:
        return None
    return 100 * critical(LEVEL) * sqrt((1 - part * part) / n)
