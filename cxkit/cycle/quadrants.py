"""The four quadrants of impact and effort, and the order in which actions are worth doing."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from cxkit.cycle.model import Action

Quadrant = Literal["", "quick", "big", "small", "leave"]
HIGH = 3
"""From this step on impact, or effort, counts as high."""


def quadrant_of(action: Action) -> Quadrant:
    """Return the quadrant of an action; "" while it is not rated.

    Examples
    --------
    >>> [quadrant_of(Action(impact=impact, effort=effort)) for impact, effort in
    ...  ((4, 1), (4, 4), (1, 1), (1, 4), (None, 2))]
    ['quick', 'big', 'small', 'leave', '']
    """
    if action.impact is None or action.effort is None:
        return ""
    if action.impact >= HIGH:
        return "big" if action.effort >= HIGH else "quick"
    return "leave" if action.effort >= HIGH else "small"


def in_order(actions: Iterable[Action], first: str = "") -> list[Action]:
    """Return actions in the order in which they are worth doing.

    The one chosen to be first, then high impact before low, low effort before high, early before
    late; what is not rated comes after what is, what was stopped last.

    Examples
    --------
    >>> done = [Action(id="a", impact=2, effort=1), Action(id="b", impact=4, effort=3),
    ...         Action(id="c", impact=4, effort=1)]
    >>> [action.id for action in in_order(done)], [action.id for action in in_order(done, "a")]
    (['c', 'b', 'a'], ['a', 'c', 'b'])
    """

    def rank(action: Action) -> tuple[bool, bool, bool, int, int, date]:
        return (
            action.status == "stopped",
            action.id != first,
            not quadrant_of(action),
            -(action.impact or 0),
            action.effort or 0,
            action.due or date.max,
        )

    return sorted(actions, key=rank)
