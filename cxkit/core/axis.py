"""Where figures stand on a drawn axis, with round steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
MOST_STEPS = 4


@dataclass(frozen=True)
class Axis:
    """An axis from the first to the last of its evenly spaced ticks.

    Examples
    --------
    >>> axis = axis_of([12, 31], (-100, 100))
    >>> axis.ticks, axis.place(20)
    ((10.0, 20.0, 30.0, 40.0), 33.33)
    """

    ticks: tuple[float, ...]
    whole: bool

    def place(self, value: float) -> float:
        """Return how far along a value lies, in per cent of the axis."""
        low, high = self.ticks[0], self.ticks[-1]
        share = (value - low) / (high - low)
        return round(100 * min(1.0, max(0.0, share)), 2)


def axis_of(values: Iterable[float], bounds: tuple[float, float] | None) -> Axis:
    """Return the axis that shows all `values`; never beyond `bounds` by more than one step."""
    known = [min(max(v, bounds[0]), bounds[1]) if bounds else v for v in values] or [0.0, 1.0]
    low, high = min(known), max(known)
    step = next((s for s in STEPS if (high - low) / s <= MOST_STEPS - 1), STEPS[-1] * 2)
    first, last = floor(low / step), ceil(high / step)
    if first == last:
        last += 1
    ticks = tuple(round(place * step, 9) for place in range(first, last + 1))
    whole = bounds is not None and ticks[0] <= bounds[0] and ticks[-1] >= bounds[1]
    return Axis(tuple(float(tick) for tick in ticks), whole)
