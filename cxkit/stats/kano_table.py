"""Kano's method on counts: which kind of requirement the answers to two questions make it.

N. Kano, N. Seraku, F. Takahashi, S. Tsuji, "Attractive quality and must-be quality", *Hinshitsu*
14 (1984) 2, 39-48; counting rules and coefficients as in C. Berger et al., "Kano's methods for
understanding customer-defined quality", *Center for Quality of Management Journal* 2 (1993) 4.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from cxkit.stats.normal import critical, score_interval

Reply = Literal["like", "must-be", "neutral", "live-with", "dislike"]
Category = Literal["M", "O", "A", "I", "R", "Q"]
"""Must-be, one-dimensional, attractive, indifferent, reverse, questionable."""

REPLIES: tuple[Reply, ...] = ("like", "must-be", "neutral", "live-with", "dislike")
RANK: tuple[Category, ...] = ("M", "O", "A", "I", "R", "Q")
"""In a tie the first of these wins: what hurts most when it is missing."""

LEAST_SHOWN = 5
"""Fewer answers than this are not shown as a result."""
LEAST_TESTED = 30
"""Fewer answers than this are an indication and are not tested."""

_TABLE: dict[Reply, str] = {
    "like": "QAAAO",
    "must-be": "RIIIM",
    "neutral": "RIIIM",
    "live-with": "RIIIM",
    "dislike": "RRRRQ",
}


def classify(functional: Reply, dysfunctional: Reply) -> Category:
    """Return the category of one pair of answers, from Kano's table of five by five.

    Parameters
    ----------
    functional : str
        How the person feels when the thing is there.
    dysfunctional : str
        How the person feels when it is missing.

    Examples
    --------
    >>> classify("must-be", "dislike"), classify("like", "neutral"), classify("like", "like")
    ('M', 'A', 'Q')
    """
    return _TABLE[functional][REPLIES.index(dysfunctional)]  # type: ignore[return-value]


@dataclass(frozen=True)
class Share:
    """A share with its base and its 95 % Wilson score interval, all from 0 to 1."""

    value: float
    low: float
    high: float
    n: int


def wilson(count: int, n: int, confidence: float = 0.95) -> Share | None:
    """Return a share with its Wilson score interval; None without answers.

    Examples
    --------
    >>> share = wilson(8, 10)
    >>> round(share.low, 3), round(share.high, 3)
    (0.49, 0.943)
    """
    if n == 0:
        return None
    middle, reach = score_interval(count / n, n, critical(confidence))
    p = count / n
    return Share(p, min(p, max(0.0, middle - reach)), max(p, min(1.0, middle + reach)), n)


def is_clear(most: int, second: int, n: int, z: float = 1.65) -> bool:
    """Say by Fong's test whether the most frequent category stands out from the second.

    D. Fong, "Using the self-stated importance questionnaire to interpret Kano questionnaire
    results", *Center for Quality of Management Journal* 5 (1996) 3, 21-24: it does unless
    ``most - second < z * sqrt((most + second) * (2n - most - second) / 2n)``; z = 1.65 is 90 %.
    The test takes the two counts for independent, which they are not, so it is generous: use it on
    bases of `LEAST_TESTED` and more.

    Examples
    --------
    >>> is_clear(20, 6, 32), is_clear(14, 11, 32)
    (True, False)
    """
    both = most + second
    return most - second >= z * sqrt(both * (2 * n - both) / (2 * n)) > 0


@dataclass(frozen=True)
class Tally:
    """The answers to one requirement, counted by category.

    Parameters
    ----------
    counts : tuple of int
        Answers by category, in the order of `RANK`.
    """

    counts: tuple[int, ...] = (0, 0, 0, 0, 0, 0)

    def __getitem__(self, category: Category) -> int:
        return self.counts[RANK.index(category)]

    @property
    def n(self) -> int:
        """The base: all complete pairs of answers, contradictory ones included."""
        return sum(self.counts)

    @property
    def category(self) -> Category | None:
        """The most frequent category, ties broken by `RANK`; None below `LEAST_SHOWN` answers."""
        if self.n < LEAST_SHOWN:
            return None
        return max(RANK, key=lambda one: (self[one], -RANK.index(one)))

    @property
    def tied(self) -> bool:
        """Whether another category was given as often as the most frequent one."""
        most, second, *_ = sorted(self.counts, reverse=True)
        return most == second > 0

    @property
    def clear(self) -> bool | None:
        """Whether the category stands out, by Fong's test; None below `LEAST_TESTED` answers."""
        if self.n < LEAST_TESTED:
            return None
        most, second, *_ = sorted(self.counts, reverse=True)
        return is_clear(most, second, self.n)

    @property
    def base(self) -> int:
        """The answers that Better and Worse stand on: neither reverse nor questionable."""
        return self["M"] + self["O"] + self["A"] + self["I"]

    @property
    def better(self) -> Share | None:
        """Share of people it pleases when it is there, (A + O) / (A + O + M + I)."""
        return wilson(self["A"] + self["O"], self.base)

    @property
    def worse(self) -> Share | None:
        """Share of people it hurts when it is missing, (O + M) / (A + O + M + I).

        The literature writes it with a minus sign; here it is a share from 0 to 1.
        """
        return wilson(self["O"] + self["M"], self.base)

    @property
    def category_strength(self) -> float:
        """Share of the most frequent category minus that of the second, from 0 to 1."""
        most, second, *_ = sorted(self.counts, reverse=True)
        return (most - second) / self.n if self.n else 0.0

    @property
    def total_strength(self) -> float:
        """Share of answers that say it matters at all, (M + O + A) / n."""
        return (self["M"] + self["O"] + self["A"]) / self.n if self.n else 0.0


def tally(pairs: Iterable[tuple[Reply, Reply]]) -> Tally:
    """Count pairs of answers by category.

    Examples
    --------
    >>> found = tally([("must-be", "dislike")] * 4 + [("like", "dislike")] * 2)
    >>> found.category, found.n, round(found.better.value, 2), found.worse.value
    ('M', 6, 0.33, 1.0)
    """
    counts = Counter(classify(*pair) for pair in pairs)
    return Tally(tuple(counts[one] for one in RANK))
