"""What may be said about two figures, and what a base allows.

Two waves are asked of different people, so their margins add like the sides of a right triangle:
a difference is judged against √(m₁² + m₂²), never by whether two intervals overlap (Schenker &
Gentleman, *The American Statistician* 55, 2001). Several differences looked at together are
corrected by Benjamini & Hochberg (*Journal of the Royal Statistical Society* B 57, 1995).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from statistics import NormalDist
from typing import Literal

LEAST = 30
"""A figure from fewer answers than this is withheld."""

Z = NormalDist().inv_cdf(0.975)

Verdict = Literal["up", "down", "open", "broken", "withheld"]


@dataclass(frozen=True)
class Difference:
    """One figure minus another, with half the width of its 95% interval."""

    value: float
    margin: float

    @property
    def chance(self) -> float:
        """Return how often chance alone makes a difference this large, from 0 to 1 (two-sided)."""
        if not self.margin:
            return 0.0 if self.value else 1.0
        return 2 * (1 - NormalDist().cdf(abs(self.value) * Z / self.margin))


def difference(
    now: float | None, before: float | None, margins: tuple[float | None, float | None]
) -> Difference | None:
    """Return `now` minus `before`; None while a figure or a margin is missing.

    Examples
    --------
    >>> found = difference(18, 12, (10, 12))
    >>> found.value, round(found.margin, 1)
    (6, 15.6)
    """
    if now is None or before is None or margins[0] is None or margins[1] is None:
        return None
    return Difference(round(now - before, 9), hypot(margins[0], margins[1]))


def beyond_chance(chances: Sequence[float], rate: float = 0.05) -> list[bool]:
    """Say which of several differences stand out, with at most `rate` false ones among them.

    Parameters
    ----------
    chances : sequence of float
        The two-sided p-values of the differences looked at together.
    rate : float
        The share of false discoveries that is accepted.

    Examples
    --------
    >>> beyond_chance([0.04]), beyond_chance([0.04, 0.5, 0.6])
    ([True], [False, False, False])
    """
    order = sorted(range(len(chances)), key=lambda place: chances[place])
    passed = [rank for rank, place in enumerate(order, 1)
              if chances[place] <= rate * rank / len(chances)]  # fmt: skip
    kept = set(order[: max(passed, default=0)])
    return [place in kept for place in range(len(chances))]


def least_margin(figure: str, value: float, n: float) -> float | None:
    """Return the smallest margin that `n` answers allow; None where that cannot be told.

    The answers count as a simple random sample from many people. A share has one margin; the NPS
    has at least that of |x| promoters (or detractors) among passives only; a mean's depends on how
    the answers spread.

    Examples
    --------
    >>> round(least_margin("share", 50, 400), 1), round(least_margin("nps", 12, 280), 1)
    (4.9, 3.8)
    """
    part = abs(value) / 100
    if figure not in ("share", "nps") or n <= 0 or not 0 <= part <= 1:
        return None
    return 100 * Z * sqrt(part * (1 - part) / n)


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
    return 100 * Z * sqrt((1 - part * part) / n)
