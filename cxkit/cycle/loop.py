"""The drawing of two loops side by side, and of the jumps from one to the other.

Our stages stand clockwise: use on the right, where most customers leap, then feedback, insight,
revision. Another's loop lies to the right of ours.
"""

from dataclasses import dataclass
from math import atan2, cos, sin

from cxkit.cycle.model import STAGES, Continuum, Jump, StageName
from cxkit.cycle.ring import arc, head, point

WIDTH, BOTTOM = 460, 314
X, Y, RADIUS, NODE = 146, 160, 98, 43
THEIR_X, THEIR_Y, THEIR_RADIUS = 401, 160, 54
ANGLES: dict[StageName, int] = {"use": 90, "feedback": 180, "insight": 270, "revision": 0}
LEAVES, REACHES = 28, 28
"""Degrees between a stage's centre and the arrows that leave and reach it."""
SPREAD = 14
"""Pixels between two jumps that leave from the same stage."""


@dataclass(frozen=True)
class Spot:
    """One stage on our loop, and the arrow that leads from it to the next."""

    stage: StageName
    x: float
    y: float
    arrow: str
    head: str


@dataclass(frozen=True)
class Leap:
    """One jump: its number, its path to the other loop, and where the number stands."""

    number: int
    jump: Jump
    path: str
    tip: str
    x: float
    y: float


def spots() -> list[Spot]:
    """Return the stages of our loop, in their order."""
    found = []
    for stage in STAGES:
        angle = ANGLES[stage]
        x, y = point(X, Y, RADIUS, angle)
        start, end = angle + LEAVES, angle + 90 - REACHES
        way = arc(X, Y, RADIUS, start, end - 3)
        found.append(Spot(stage, x, y, way, head(X, Y, RADIUS, end - 3)))
    return found


def top_of(leaps: list[Leap]) -> int:
    """Return where the drawing begins: higher when a jump goes over our loop."""
    return -32 if any(leap.jump.stage == "insight" for leap in leaps) else 8


def leaps(answer: Continuum) -> list[Leap]:
    """Return the jumps that have a stage, numbered as they are written."""
    seen: dict[str, int] = {}
    found = []
    for number, jump in enumerate(answer.jumps, 1):
        if not jump.stage:
            continue
        turn = seen.get(jump.stage, 0)
        seen[jump.stage] = turn + 1
        found.append(_leap(number, jump, jump.stage, turn))
    return found


def _leap(number: int, jump: Jump, stage: StageName, turn: int) -> Leap:
    """Draw a jump; those from one stage lie beside each other, above and below in turn."""
    shift = SPREAD * ((turn + 1) // 2) * (-1 if turn % 2 else 1)
    x, y = point(X, Y, RADIUS, ANGLES[stage])
    if stage == "use":
        start, end = (x + NODE, y + shift), (THEIR_X - THEIR_RADIUS - 8, THEIR_Y + shift)
        middle = ((start[0] + end[0]) / 2, y + shift)
        return _path(number, jump, start, middle, middle, end)
    side = -1 if stage in ("revision", "insight") else 1
    end = (THEIR_X + shift, THEIR_Y + side * (THEIR_RADIUS + 8))
    if stage == "insight":
        start = (x - shift, y - NODE)
        first = (x - 20.0 - shift, -30.0 - shift)
        second = (THEIR_X - 70.0, -70.0 - shift)
    else:
        start = (x + NODE, y + shift)
        first = (x + 140.0, y + side * 14 + shift)
        second = (float(end[0]), y + side * 18 + shift)
    return _path(number, jump, start, first, second, end)


def _path(
    number: int,
    jump: Jump,
    start: tuple[float, float],
    first: tuple[float, float],
    second: tuple[float, float],
    end: tuple[float, float],
) -> Leap:
    """Return a jump along a cubic curve, its number on the first half of it."""
    path = "M{:g} {:g}C{:g} {:g} {:g} {:g} {:g} {:g}".format(*start, *first, *second, *end)
    share = 0.42
    weights = ((1 - share) ** 3, 3 * share * (1 - share) ** 2, 3 * share**2 * (1 - share), share**3)
    corners = (start, first, second, end)
    x, y = (sum(w * c[axis] for w, c in zip(weights, corners, strict=True)) for axis in (0, 1))
    return Leap(number, jump, path, _tip(second, end, start), round(x, 1), round(y, 1))


def _tip(before: tuple[float, float], end: tuple[float, float], start: tuple[float, float]) -> str:
    """Return the head of an arrow that comes from `before` and points to `end`."""
    origin = before if before != end else start
    along = atan2(end[1] - origin[1], end[0] - origin[0])
    corners = [
        (end[0] - 13 * cos(along + turn), end[1] - 13 * sin(along + turn)) for turn in (-0.45, 0.45)
    ]
    (x1, y1), (x2, y2) = corners
    return f"M{x1:.1f} {y1:.1f}L{end[0]:.1f} {end[1]:.1f}L{x2:.1f} {y2:.1f}z"
