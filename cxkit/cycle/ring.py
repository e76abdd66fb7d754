"""Where things stand on a ring, as SVG paths."""

from dataclasses import dataclass
from math import cos, radians, sin

SIZE, MIDDLE, RADIUS, NODE = 260, 130, 94, 27
ARC, BREAK = 90, 12
"""Degrees of a level's segment and of the break between two of them, of 90 each."""


@dataclass(frozen=True)
class Node:
    """One step on the ring: its centre, its four level segments, the arrow to the next step."""

    x: float
    y: float
    segments: tuple[str, ...]
    arrow: str
    head: str


def point(x: float, y: float, radius: float, angle: float) -> tuple[float, float]:
    """Return the point at an angle in degrees, clockwise from the top.

    Examples
    --------
    >>> point(100, 100, 50, 90)
    (150.0, 100.0)
    """
    turn = radians(angle - 90)
    return round(x + radius * cos(turn), 1), round(y + radius * sin(turn), 1)


def arc(x: float, y: float, radius: float, start: float, end: float) -> str:
    """Return the path of an arc, clockwise from one angle to another."""
    (x1, y1), (x2, y2) = point(x, y, radius, start), point(x, y, radius, end)
    far = int(end - start > 180)
    return f"M{x1} {y1}A{radius:g} {radius:g} 0 {far} 1 {x2} {y2}"


def head(x: float, y: float, radius: float, angle: float, size: float = 7) -> str:
    """Return the path of an arrow's head on a circle, pointing clockwise."""
    reach = size * 100 / radius
    (x1, y1), (x2, y2) = (point(x, y, radius + side, angle - reach * 0.6) for side in (-size, size))
    (x3, y3) = point(x, y, radius, angle + reach * 0.6)
    return f"M{x1} {y1}L{x3} {y3}L{x2} {y2}z"


def ring(count: int) -> list[Node]:
    """Return the nodes of a ring of steps, the first on top, clockwise."""
    step = 360 / count
    free = 21
    nodes = []
    for place in range(count):
        angle = place * step
        x, y = point(MIDDLE, MIDDLE, RADIUS, angle)
        segments = tuple(
            arc(x, y, NODE, quarter * ARC + BREAK / 2, (quarter + 1) * ARC - BREAK / 2)
            for quarter in range(4)
        )
        end = angle + step - free
        nodes.append(
            Node(
                x,
                y,
                segments,
                arc(MIDDLE, MIDDLE, RADIUS, angle + free, end - 3),
                head(MIDDLE, MIDDLE, RADIUS, end - 3),
            )
        )
    return nodes
