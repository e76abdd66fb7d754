"""The emotion curve, cut into one slice for each column.

A slice fills its table cell whatever the cell's width: its viewBox is 100 by 100 and is stretched.
Slices meet at the cells' borders because both sides compute the same height there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

MIDDLE = 50.0
STEP = 8.5
"""Height of one step of emotion, in per cent of the cell: room for words above and below."""
TALL = 13.0
"""The same where no words stand beside the points."""


@dataclass(frozen=True)
class Slice:
    """One column's part of the curve: paths, and where its point stands (None: not rated).

    `line` is drawn solid, `guess` dashed (it leads to or across a column that is not rated);
    `area` lies between curve and middle line.
    """

    line: str
    guess: str
    area: str
    top: float | None


def height(emotion: float, step: float = STEP) -> float:
    """Return the distance from the top, in per cent.

    Examples
    --------
    >>> height(0), height(3), height(-3)
    (50.0, 24.5, 75.5)
    """
    return MIDDLE - step * emotion


def slices(emotions: Sequence[int | None], step: float = STEP) -> list[Slice]:
    """Cut the curve through `emotions` into one slice for each."""
    filled = _filled(emotions)
    found = []
    for place, emotion in enumerate(emotions):
        here = filled[place]
        if here is None:
            found.append(Slice("", "", "", None))
            continue
        before = filled[place - 1] if place else None
        after = filled[place + 1] if place + 1 < len(filled) else None
        left = _half(here, before, step, mirrored=True)
        right = _half(here, after, step)
        solid_left = left and None not in (emotion, emotions[place - 1])
        solid_right = right and None not in (emotion, emotions[place + 1])
        found.append(
            Slice(
                " ".join([left] * bool(solid_left) + [right] * bool(solid_right)),
                " ".join([left] * (not solid_left) + [right] * (not solid_right)).strip(),
                _area(left, right),
                None if emotion is None else height(emotion, step),
            )
        )
    return found


def _filled(emotions: Sequence[int | None]) -> list[float | None]:
    """Fill inner gaps along a straight line; the ends stay open."""
    known = [(place, value) for place, value in enumerate(emotions) if value is not None]
    filled: list[float | None] = list(emotions)
    for (start, low), (end, high) in pairwise(known):
        for place in range(start + 1, end):
            filled[place] = low + (high - low) * (place - start) / (end - start)
    return filled


def _half(here: float, other: float | None, step: float, *, mirrored: bool = False) -> str:
    """Draw from the cell's middle to its border (mirrored: to the left border)."""
    if other is None:
        return ""
    y, far = height(here, step), height(other, step)
    xs = (50, 25, 12.5, 0) if mirrored else (50, 75, 87.5, 100)
    ys = (y, y, 0.75 * y + 0.25 * far, (y + far) / 2)
    start, *rest = (f"{_n(a)} {_n(b)}" for a, b in zip(xs, ys, strict=True))
    return f"M{start}C{' '.join(rest)}"


def _area(left: str, right: str) -> str:
    closed = []
    for half, edge in ((left, 0), (right, 100)):
        if half:
            closed.append(f"{half}L{edge} {_n(MIDDLE)}L50 {_n(MIDDLE)}Z")
    return " ".join(closed)


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
