"""A gap on one line: before, now, target; whichever way is better, it lies to the right."""

from dataclasses import dataclass

from cxkit.cycle.gaps import Reading

EDGE = 6
"""Room at both ends of the line, of 100."""


@dataclass(frozen=True)
class Gauge:
    """Places from 0 to 100, None where there is no figure; `band` is the margin of the one now."""

    before: float | None
    now: float | None
    target: float | None
    band: tuple[float, float] | None


def gauge_of(reading: Reading) -> Gauge | None:
    """Return the places of a gap's figures; None when fewer than two are there.

    Examples
    --------
    >>> from cxkit.core.context import Context
    >>> from cxkit.cycle.gaps import read_gap
    >>> from cxkit.cycle.model import Gap
    >>> gauge_of(read_gap(Gap(before=10, now=4, target=0, better="lower"), Context()))
    Gauge(before=6.0, now=58.8, target=94.0, band=None)
    """
    gap, target = reading.gap, reading.target
    figures = [one for one in (gap.before, gap.now, target) if one is not None]
    if len(figures) < 2:
        return None
    band = None
    if gap.now is not None and gap.margin_now:
        band = (gap.now - gap.margin_now, gap.now + gap.margin_now)
    ends = [*figures, *(band or ())]
    low = min(ends)
    room = float(max(ends) - low) or 1.0

    def place(value: float | None) -> float | None:
        if value is None:
            return None
        share: float = (value - low) / room
        share = 1 - share if reading.better == "lower" else share
        return round(EDGE + share * (100 - 2 * EDGE), 1)

    edges = sorted(one for value in band or () if (one := place(value)) is not None)
    return Gauge(
        place(gap.before), place(gap.now), place(target), (edges[0], edges[1]) if edges else None
    )
