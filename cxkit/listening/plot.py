"""Where the marks of the Better/Worse plot stand, so that none hides another."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from cxkit.stats.kano_table import Share

LEFT, TOP, SIZE = 46.0, 14.0, 320.0
"""The field on the drawing: its left and upper edge and its side."""
APART = 23.0
"""How far apart the middles of two marks must be."""
_WAYS = [(1, -1), (-1, -1), (1, 1), (-1, 1), (0, -1), (1, 0), (0, 1), (-1, 0)]


@dataclass(frozen=True)
class Mark:
    """A numbered mark: its true place, its interval's arms, and where its number stands."""

    number: int
    x: float
    y: float
    left: float
    right: float
    top: float
    bottom: float
    at_x: float
    at_y: float

    @property
    def moved(self) -> bool:
        """Whether the number stands beside its place, because another was there."""
        return (self.at_x, self.at_y) != (self.x, self.y)


def marks_of(points: Sequence[tuple[int, Share, Share]]) -> list[Mark]:
    """Place numbered points (number, Worse, Better) on the plot.

    Examples
    --------
    >>> from cxkit.stats.kano_table import wilson
    >>> half = wilson(5, 10)
    >>> [(mark.at_x, mark.at_y) for mark in marks_of([(1, half, half), (2, half, half)])]
    [(206.0, 174.0), (229.0, 151.0)]
    """
    placed: list[Mark] = []
    for number, worse, better in points:
        x, y = _x(worse.value), _y(better.value)
        at_x, at_y = _free(x, y, placed)
        arms = (_x(worse.low), _x(worse.high), _y(better.high), _y(better.low))
        placed.append(Mark(number, x, y, *arms, at_x, at_y))
    return placed


def _x(share: float) -> float:
    return round(LEFT + SIZE * share, 1)


def _y(share: float) -> float:
    return round(TOP + SIZE * (1 - share), 1)


def _free(x: float, y: float, placed: Sequence[Mark]) -> tuple[float, float]:
    """Find the nearest place for a number that no other number covers."""
    for ring in range(len(placed) + 2):
        ways = _WAYS if ring else [(0, 0)]
        for right, down in ways:
            at_x, at_y = round(x + right * ring * APART, 1), round(y + down * ring * APART, 1)
            inside = LEFT <= at_x <= LEFT + SIZE and TOP <= at_y <= TOP + SIZE
            if inside and all(hypot(m.at_x - at_x, m.at_y - at_y) >= APART * 0.95 for m in placed):
                return at_x, at_y
    return x, y
