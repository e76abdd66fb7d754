"""How large a gap is, and whether chance alone could have made it.

Two waves are asked of different people, so that their margins add like the sides of a right
triangle: the difference is judged against √(m₁² + m₂²), never by whether two intervals overlap
(Schenker & Gentleman, "On Judging the Significance of Differences by Examining the Overlap Between
Confidence Intervals", *The American Statistician* 55, 2001). A target has no margin of its own.
"""

from dataclasses import dataclass
from math import hypot
from typing import Literal

from cxkit.core.context import Context
from cxkit.cycle.model import Gap

LEAST = 30
"""Fewer answers than this carry no claim."""

Verdict = Literal["larger", "within", "unknown"]
Reason = Literal["", "no-base", "small-base", "no-margin"]


@dataclass(frozen=True)
class Distance:
    """How far a figure is from a reference, in the figure's unit.

    Parameters
    ----------
    value : float
        The figure minus the reference.
    gain : float or None
        The same, counted so that more is better; None while nobody says which way is better.
    margin : float or None
        Half the width of the difference's 95% interval; None when it is not known.
    verdict : {"larger", "within", "unknown"}
        Whether the distance is larger than noise, within it, or cannot be judged.
    reason : str
        Why it cannot be judged: no base, a base that is too small, no margin.
    """

    value: float
    gain: float | None
    margin: float | None
    verdict: Verdict
    reason: Reason = ""

    @property
    def is_worse(self) -> bool:
        """Say whether it is on the wrong side, beyond noise."""
        return self.verdict == "larger" and self.gain is not None and self.gain < 0

    @property
    def is_better(self) -> bool:
        """Say whether it is on the right side, beyond noise."""
        return self.verdict == "larger" and self.gain is not None and self.gain > 0


@dataclass(frozen=True)
class Reading:
    """A gap as it reads: against the previous cycle, and against the target."""

    gap: Gap
    unit: str
    better: Literal["", "higher", "lower"]
    target: float | None
    change: Distance | None
    way: Distance | None

    @property
    def calls(self) -> bool:
        """Say whether it calls for action: worse than before, or off the target, beyond noise."""
        return any(one is not None and one.is_worse for one in (self.change, self.way))

    @property
    def is_reached(self) -> bool | None:
        """Say whether the figure has reached its target; None when one cannot tell."""
        if self.way is None or self.way.gain is None:
            return None
        return self.way.gain >= 0


def distance(
    now: float,
    reference: float,
    better: Literal["", "higher", "lower"],
    margins: tuple[float | None, ...],
    bases: tuple[float | None, ...],
    least: int = LEAST,
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
    gain = None if not better else value if better == "higher" else -value
    reason = _reason(margins, bases, least)
    known = [margin for margin in margins if margin is not None]
    margin = hypot(*known) if len(known) == len(margins) else None
    if reason or margin is None:
        return Distance(value, gain, margin, "unknown", reason)
    return Distance(value, gain, margin, "larger" if abs(value) > margin else "within")


def _reason(
    margins: tuple[float | None, ...], bases: tuple[float | None, ...], least: int
) -> Reason:
    if any(base is None for base in bases):
        return "no-base"
    if any(base is not None and base < least for base in bases):
        return "small-base"
    return "no-margin" if any(margin is None for margin in margins) else ""


def read_gap(gap: Gap, context: Context, least: int = LEAST) -> Reading:
    """Read a gap; unit, direction and target come from its measure where they are open.

    Examples
    --------
    >>> waiting = Gap(name="Waiting", better="higher", before=58, now=47, target=70,
    ...               margin_before=6, margin_now=6, base_before=190, base_now=210)
    >>> reading = read_gap(waiting, Context())
    >>> reading.change.value, round(reading.change.margin, 1), reading.way.value, reading.calls
    (-11.0, 8.5, -23.0, True)
    """
    kpi = context.items.get(gap.kpi)
    better = gap.better or getattr(kpi, "better", "")
    target = gap.target if gap.target is not None else getattr(kpi, "target", None)
    change = way = None
    if gap.now is not None and gap.before is not None:
        margins = (gap.margin_before, gap.margin_now)
        bases = (gap.base_before, gap.base_now)
        change = distance(gap.now, gap.before, better, margins, bases, least)
    if gap.now is not None and target is not None:
        way = distance(gap.now, target, better, (gap.margin_now,), (gap.base_now,), least)
    return Reading(gap, gap.unit or getattr(kpi, "unit", ""), better, target, change, way)


def read_gaps(context: Context) -> dict[str, Reading]:
    """Read all gaps of a workbook, by id."""
    return {gap.id: read_gap(gap, context) for gap in context.of_kind("gap")
            if isinstance(gap, Gap)}  # fmt: skip
