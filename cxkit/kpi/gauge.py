"""Where a measure stands and where it is meant to go, on one line."""

from dataclasses import dataclass

from cxkit.kpi.conflicts import direction
from cxkit.kpi.model import RANGES, Kpi

WIDTH, EDGE = 120, 6
ROOM = 1.15
"""How far beyond the larger figure an open scale is drawn."""


@dataclass(frozen=True)
class Gauge:
    """Places of baseline and target on a line `WIDTH` wide; None where there is no figure."""

    baseline: float | None
    target: float | None
    direction: str


def gauge_of(kpi: Kpi) -> Gauge | None:
    """Return the gauge of a measure; None without any figure.

    Examples
    --------
    >>> gauge_of(Kpi(scale="share", baseline=0, target=100))
    Gauge(baseline=6.0, target=114.0, direction='higher')
    """
    figures = [value for value in (kpi.baseline, kpi.target) if value is not None]
    if not figures:
        return None
    low, high = _bounds(kpi, figures)

    def place(value: float | None) -> float | None:
        if value is None:
            return None
        share = min(1.0, max(0.0, (value - low) / (high - low)))
        return round(EDGE + share * (WIDTH - 2 * EDGE), 1)

    return Gauge(place(kpi.baseline), place(kpi.target), direction(kpi))


def _bounds(kpi: Kpi, figures: list[float]) -> tuple[float, float]:
    if "%" in kpi.unit and kpi.scale not in ("", "nps-0-10"):
        return 0.0, 100.0
    known = RANGES.get(kpi.scale)
    if known and known[1] < float("inf"):
        return known
    low, high = min(0.0, *figures), max(0.0, *figures) * ROOM
    return (low, high) if high > low else (low, low + 1)
