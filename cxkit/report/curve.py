"""The line of a journey's emotions, as a small drawing for the cover and the summary."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDTH, HEIGHT = 600.0, 180.0
_MARGIN = 12.0

# A calm rise and fall for the cover of a workbook that has no journey yet.
PLAIN = (0, 1, 0, -1, -2, 0, 2, 1, 3)


@dataclass(frozen=True)
class Dot:
    """One touchpoint on the line."""

    x: float
    y: float
    emotion: int
    truth: bool
    name: str = ""


@dataclass(frozen=True)
class Curve:
    """A smooth line through the emotions −3 to +3, in a box of 600 × 180."""

    path: str
    dots: tuple[Dot, ...]

    @property
    def middle(self) -> float:
        """Height of the line that parts good from bad."""
        return HEIGHT / 2


def curve_of(emotions: Sequence[int], truths: Sequence[bool] = (),
             names: Sequence[str] = ()) -> Curve:  # fmt: skip
    """Draw a line through two or more `emotions`.

    `truths` says which are moments of truth, `names` what the touchpoints are called.

    Examples
    --------
    >>> curve_of([-3, 3]).path
    'M12 168 C252 168 348 12 588 12'
    """
    step = (WIDTH - 2 * _MARGIN) / (len(emotions) - 1)
    scale = (HEIGHT / 2 - _MARGIN) / 3
    dots = tuple(
        Dot(round(_MARGIN + place * step, 1), round(HEIGHT / 2 - emotion * scale, 1), emotion,
            place < len(truths) and truths[place], names[place] if place < len(names) else "")
        for place, emotion in enumerate(emotions)
    )  # fmt: skip
    # Control points at the height of the dots: the line never swings beyond what was felt.
    path = f"M{dots[0].x:g} {dots[0].y:g}"
    for before, after in pairwise(dots):
        reach = round((after.x - before.x) / 2.4, 1)
        path += f" C{before.x + reach:g} {before.y:g} {after.x - reach:g} {after.y:g}"
        path += f" {after.x:g} {after.y:g}"
    return Curve(path, dots)
