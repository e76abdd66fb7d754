"""Where a loop stands in plan-do-check-act, and which places turn one at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from cxkit.core.answer import Item
from cxkit.core.context import Context
from cxkit.embed.model import Improvement, Loop

Stage = Literal["idle", "plan", "do", "check", "act"]
STAGES: tuple[Stage, ...] = ("plan", "do", "check", "act")
DIGITAL = frozenset({"web", "app", "email", "chat", "messaging", "social", "self-service"})


def stage_of(loop: Loop, today: date) -> Stage:
    """Say which of the four steps a loop is in; ``idle`` when it tries nothing.

    Examples
    --------
    >>> loop = Loop(tries="A sign", since="2026-11-02", check_by="2026-11-30")
    >>> [stage_of(loop, date(2026, *day)) for day in ((10, 30), (11, 9), (12, 1))]
    ['plan', 'do', 'check']
    """
    if loop.learned.strip() and loop.outcome:
        return "act"
    if loop.learned.strip() or is_due(loop, today):
        return "check"
    if not loop.tries:
        return "idle"
    return "do" if loop.since and loop.since <= today else "plan"


def is_due(loop: Loop, today: date) -> bool:
    """Say whether the day of the check has come."""
    return bool(loop.tries and loop.check_by and loop.check_by <= today)


@dataclass(frozen=True)
class Coverage:
    """Which touchpoints of the journey have a loop."""

    digital: tuple[Item, ...]
    others: tuple[Item, ...]
    covered: frozenset[str]

    def open(self, points: Sequence[Item]) -> list[Item]:
        """Return those of some touchpoints that no loop looks after."""
        return [point for point in points if point.id not in self.covered]


def coverage_of(answer: Improvement, context: Context) -> Coverage:
    """Hold the loops against the touchpoints of the journey."""
    points: list[Any] = list(context.of_kind("touchpoint"))
    digital = [point for point in points if DIGITAL & set(getattr(point, "channels", ()))]
    others = [point for point in points if point not in digital]
    covered = {one for loop in answer.loops for one in loop.touchpoints}
    return Coverage(tuple(digital), tuple(others), frozenset(covered))
