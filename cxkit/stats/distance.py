"""How far a figure is from where it was or should be, and whether chance alone could have done it.

A target has no margin of its own; two waves have one each (`cxkit.stats.margins`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from cxkit.stats.base import PUBLISH
from cxkit.stats.correction import RATE, Correction, adjusted
from cxkit.stats.margins import difference_of_margins

Better = Literal["", "higher", "lower"]
Verdict = Literal["larger", "within", "unknown"]
Reason = Literal["", "no-base", "small-base", "no-margin", "many"]


@dataclass(frozen=True)
class Distance:
    """How far a figure is from a reference, in the figure's unit.

    Parameters
    ----------
    value : float
        The figure minus the reference.
    gain : float or None
        The same, counted so that more is better; None while nobody says which way is better.
    low, high : float or None
        The 95% interval of the value; None when it is not known.
    p_value : float or None
        How often chance alone makes a distance this large, taken by itself.
    p_adjusted : float or None
        The same, corrected for the distances looked at together; the one to judge by.
    verdict : {"larger", "within", "unknown"}
        Whether the distance is larger than noise, within it, or cannot be judged.
    reason : str
        Why it cannot be judged: no base, a base that is too small, no margin; or ``many``: it is
        larger than its own margin, and among so many distances that chance explains it.
    """

    value: float
    gain: float | None
    low: float | None
    high: float | None
    p_value: float | None
    p_adjusted: float | None
    verdict: Verdict
    reason: Reason = ""

    @property
    def margin(self) -> float | None:
        """Half the width of the interval."""
        return None if self.low is None or self.high is None else (self.high - self.low) / 2

    @property
    def is_worse(self) -> bool:
        """Say whether it is on the wrong side, beyond noise."""
        return self.verdict == "larger" and self.gain is not None and self.gain < 0

    @property
    def is_better(self) -> bool:
        """Say whether it is on the right side, beyond noise."""
        return self.verdict == "larger" and self.gain is not None and self.gain > 0


def gain_of(value: float, better: Better) -> float | None:
    """Return a distance counted so that more is better; None while nobody says which way is.

    Examples
    --------
    >>> gain_of(-3, "lower"), gain_of(-3, "")
    (3, None)
    """
    return None if not better else value if better == "higher" else -value


def distance(
    now: float,
    reference: float,
    better: Better,
    margins: tuple[float | None, ...],
    bases: tuple[float | None, ...],
    least: int = PUBLISH,
) -> Distance:
    """Return how far `now` is from `reference`, and whether that is more than noise.

    Parameters
    ----------
    now, reference : float
        Two figures in the same unit.
    better : {"higher", "lower", ""}
        Which way is better; "" when nobody says.
    margins : tuple of float or None
        The margins of the figures that have one: two for two waves, one against a target.
    bases : tuple of float or None
        The answers behind the same figures.
    least : int
        Fewest answers on which anything is claimed.

    Examples
    --------
    >>> distance(47, 58, "higher", (6, 6), (210, 190)).verdict
    'larger'
    >>> distance(64, 66, "higher", (5, 5), (210, 190)).verdict
    'within'
    >>> distance(64, 66, "higher", (5, 5), (210, None)).reason
    'no-base'
    """
    value = round(now - reference, 9)
    gain = gain_of(value, better)
    first, second = (*margins, 0.0)[:2]
    found = difference_of_margins(now, reference, (first, second))
    reason = _reason(margins, bases, least)
    if found is None:
        return Distance(value, gain, None, None, None, None, "unknown", reason or "no-margin")
    low, high = value - found.margin, value + found.margin
    if reason:
        return Distance(value, gain, low, high, None, None, "unknown", reason)
    verdict: Verdict = "larger" if abs(value) > found.margin else "within"
    return Distance(value, gain, low, high, found.p_value, found.p_value, verdict)


def _reason(
    margins: tuple[float | None, ...], bases: tuple[float | None, ...], least: int
) -> Reason:
    if any(base is None for base in bases):
        return "no-base"
    if any(base is not None and base < least for base in bases):
        return "small-base"
    return "no-margin" if any(margin is None for margin in margins) else ""


def corrected(
    distances: Sequence[Distance | None], correction: Correction = "benjamini-hochberg"
) -> list[Distance | None]:
    """Judge several distances together: one that chance explains among so many lies within noise.

    Parameters
    ----------
    distances : sequence of Distance or None
        All that were looked at; those that cannot be judged stay as they are.
    correction : {"benjamini-hochberg", "holm"}
        Holds the share of false findings, or the risk of any.

    Examples
    --------
    >>> far = distance(60, 50, "higher", (6.9, 6.9), (200, 200))
    >>> near = distance(51, 50, "higher", (6.9, 6.9), (200, 200))
    >>> [one.verdict for one in corrected([far, near, near, near])]
    ['within', 'within', 'within', 'within']
    """
    judged = [place for place, one in enumerate(distances) if one and one.p_value is not None]
    chances = [one.p_value for one in distances if one and one.p_value is not None]
    found = list(distances)
    for place, chance in zip(judged, adjusted(chances, correction), strict=True):
        one = distances[place]
        if one and one.verdict == "larger" and chance > RATE:
            found[place] = replace(one, p_adjusted=chance, verdict="within", reason="many")
        elif one:
            found[place] = replace(one, p_adjusted=chance)
    return found
