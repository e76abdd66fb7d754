"""Importance against performance: the four quadrants of Martilla and James.

J. A. Martilla & J. C. James, *Importance-Performance Analysis*, Journal of Marketing 41, 1977. A
driver whose interval reaches across the cut of performance belongs to no quadrant: which side it
is on cannot be told from these answers.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cxkit.stats.base import PUBLISH
from cxkit.stats.importance import Quadrant, cut_of, quadrant
from cxkit.waves.model import Cut, Driver, Strengths

Left = Literal["open", "outside", "no-base", "small-base", "no-margin", "scale", "source"]


@dataclass(frozen=True)
class Point:
    """A driver on the map, both ways from 0 to 100 of what is possible."""

    driver: Driver
    importance: float
    performance: float
    margin: float
    quadrant: Quadrant


@dataclass(frozen=True)
class Grid:
    """The map: its points, its cuts, and the drivers that cannot stand on it with the reason."""

    points: tuple[Point, ...]
    left: tuple[tuple[Driver, Left], ...]
    cut: Cut
    importance_cut: float
    performance_cut: float
    scale: str
    source: str

    def of(self, quadrant: Quadrant) -> list[Point]:
        """Return the points of a quadrant, the most important first."""
        found = [point for point in self.points if point.quadrant == quadrant]
        return sorted(found, key=lambda point: -point.importance)

    def quadrant_of(self, driver_id: str) -> Quadrant | None:
        """Return where a driver stands; None when it is not on the map."""
        return next((p.quadrant for p in self.points if p.driver.id == driver_id), None)


def grid_of(answer: Strengths) -> Grid:
    """Return the map of the drivers that can be compared; the midpoint cuts until one is chosen.

    Only drivers on the same scale, with importance from the same source, stand on one map: those
    of the most frequent scale and source.

    Examples
    --------
    >>> well = dict(scale="1-10", source="derived", n=400, margin=0.2)
    >>> drivers = [Driver(importance=80, performance=8, **well),
    ...            Driver(importance=70, performance=4, **well),
    ...            Driver(importance=20, performance=5.6, **well)]
    >>> [point.quadrant for point in grid_of(Strengths(drivers=drivers)).points]
    ['keep', 'improve', 'unsure']
    """
    sound = [driver for driver in answer.drivers if not _fault(driver)]
    scale = _usual([driver.scale for driver in sound])
    source = _usual([driver.source for driver in sound if driver.scale == scale])
    left: list[tuple[Driver, Left]] = []
    placed: list[tuple[Driver, float, float, float]] = []
    for driver in answer.drivers:
        reason = _fault(driver) or _stranger(driver, scale, source)
        bounds = driver.bounds()
        if reason:
            left.append((driver, reason))
        elif bounds and driver.importance is not None and driver.performance is not None:
            unit = 100 / (bounds[1] - bounds[0])
            height = (driver.performance - bounds[0]) * unit
            placed.append((driver, driver.importance, height, (driver.margin or 0) * unit))
    cut = answer.cut if placed and answer.cut else "midpoint"
    across = cut_of(cut, [one[1] for one in placed], (0, 100))
    down = cut_of(cut, [one[2] for one in placed], (0, 100))
    points = tuple(
        Point(*one, quadrant(one[1], one[2] - one[3], one[2] + one[3], (across, down)))
        for one in placed
    )
    return Grid(points, tuple(left), answer.cut or "midpoint", across, down, scale, source)


def _usual(values: Sequence[str]) -> str:
    return Counter(values).most_common(1)[0][0] if values else ""


def _fault(driver: Driver) -> Left | None:
    bounds = driver.bounds()
    if driver.importance is None or driver.performance is None or bounds is None:
        return "open"
    if not bounds[0] <= driver.performance <= bounds[1]:
        return "outside"
    if driver.n is None:
        return "no-base"
    if driver.n < PUBLISH:
        return "small-base"
    return "no-margin" if driver.margin is None else None


def _stranger(driver: Driver, scale: str, source: str) -> Left | None:
    if driver.scale != scale:
        return "scale"
    return "source" if driver.source != source else None
