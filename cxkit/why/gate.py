"""The gate: whether to start, put something right first, or not start at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from cxkit.why.model import CONDITIONS, Condition, Readiness

Outcome = Literal["open", "ready", "fix", "stop"]
ReasonKey = Literal["not-a-priority", "words-only", "short", "unproved"]

NEEDED: Mapping[Condition, int] = MappingProxyType({
    "priority": 3, "listening": 3, "improvement": 2, "silos": 2, "budget": 2, "roles": 3,
    "horizon": 2,
})  # fmt: skip
"""The level each condition needs for a start; the anchors of the exercise say what it means."""

ACTS: tuple[Condition, ...] = ("listening", "improvement", "silos")
"""What leaders do, as against what they say."""

STOP_AT = 1
"""At this level or below a condition is not there."""

TO_PROVE = 2
"""From this level on a rating claims something, so it needs evidence."""


@dataclass(frozen=True)
class Reason:
    """Why the gate does not open: the conditions concerned."""

    key: ReasonKey
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Gate:
    """The outcome with its reasons, the hardest first; `unrated` keeps an open one open."""

    outcome: Outcome
    reasons: tuple[Reason, ...] = ()
    unrated: tuple[Condition, ...] = ()

    @property
    def failing(self) -> tuple[Condition, ...]:
        """The conditions that some reason names, in their order."""
        named = {condition for reason in self.reasons for condition in reason.conditions}
        return tuple(condition for condition in CONDITIONS if condition in named)


def gate_of(answer: Readiness) -> Gate:
    """Return the outcome that the conditions leave no choice about.

    *Stop* where customer experience is no priority, or where leaders' commitment shows in none of
    the three acts: this is known before all the rest is rated. *Open* while something is unrated.
    *Fix* where a condition falls short or is claimed without evidence. *Ready* otherwise.

    Examples
    --------
    >>> gate_of(Readiness(priority=1)).outcome
    'stop'
    >>> gate_of(Readiness(priority=4)).outcome
    'open'
    """
    unrated = tuple(name for name in CONDITIONS if answer.level(name) is None)
    stops, lacks = tuple(_stops(answer)), tuple(_lacks(answer))
    said = {name for reason in stops for name in reason.conditions}
    reasons = (*stops, *(lack for lack in lacks if not said.issuperset(lack.conditions)))
    if stops:
        return Gate("stop", reasons, unrated)
    if unrated:
        return Gate("open", reasons, unrated)
    return Gate("fix" if lacks else "ready", reasons)


def _stops(answer: Readiness) -> Iterator[Reason]:
    if _absent(answer, "priority"):
        yield Reason("not-a-priority", ("priority",))
    if all(_absent(answer, act) for act in ACTS):
        yield Reason("words-only", ACTS)


def _absent(answer: Readiness, condition: str) -> bool:
    level = answer.level(condition)
    return level is not None and level <= STOP_AT


def _lacks(answer: Readiness) -> Iterator[Reason]:
    for name in CONDITIONS:
        level = answer.level(name)
        if level is None:
            continue
        if level < NEEDED[name]:
            yield Reason("short", (name,))
        elif level >= TO_PROVE and not answer.evidence(name):
            yield Reason("unproved", (name,))
