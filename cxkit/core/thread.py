"""The red thread as data: what is written, what it is tied to, where it breaks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

STAGES: tuple["Stage", ...] = (
    "obstacle", "pillar", "value", "behaviour", "vision", "need", "touchpoint", "owner",
    "post", "kpi", "survey", "gap", "action", "message",
)  # fmt: skip
Stage = Literal[
    "obstacle", "pillar", "value", "behaviour", "vision", "need", "touchpoint", "owner",
    "post", "kpi", "survey", "gap", "action", "message",
]  # fmt: skip

STAGE_OF: Mapping[str, Stage] = {
    "episode": "obstacle", "law": "obstacle", "obstacle": "obstacle", "pillar": "pillar",
    "value": "value", "behaviour": "behaviour", "principle": "vision", "persona": "need",
    "need": "need", "need-class": "need", "phase": "touchpoint", "touchpoint": "touchpoint",
    "journey-obstacle": "touchpoint", "listening-post": "post", "kpi": "kpi",
    "handover": "touchpoint", "survey-item": "survey", "wave": "gap", "driver": "gap", "gap": "gap",
    "action": "action", "step": "action", "audience": "message", "message": "message",
}  # fmt: skip
"""At which stage of the thread each kind of item stands."""

SOME_RECORD = "+"
"""The step of a path that stands for a record yet to be found or added."""


def place_to_link(field: str, link: str, target: str) -> tuple[str, ...]:
    """Return the place of a list where one of its records should link to `target`, or a new one.

    Examples
    --------
    >>> place_to_link("posts", "touchpoints", "tp-1")
    ('posts', '+', 'touchpoints', 'tp-1')
    """
    return (field, SOME_RECORD, link, target)


@dataclass(frozen=True)
class Node:
    """Something written: an item that others can be tied to."""

    id: str
    kind: str
    label: str
    exercise: str


@dataclass(frozen=True)
class Tie:
    """A link that somebody made: from an item (or a whole answer) to an item of a kind.

    `where` is the path of the link field in its exercise; `source` the item that holds it, empty
    when the answer itself does.
    """

    source: str
    target: str
    kind: str
    exercise: str
    where: tuple[str, ...]


@dataclass(frozen=True)
class Break:
    """A place where the thread does not go on.

    Parameters
    ----------
    key : str
        Names the rule; the words stand under ``advice:`` in ``exercises/thread.yaml``.
    stage : str
        Where on the thread it lies: the stage that is missing.
    exercise, where
        The exercise that mends it, and the path to the field. Where any record of a list would do,
        `SOME_RECORD` stands in the path, then the record's link field and what that should link to.
    node : Node or None
        What hangs loose; None when a whole answer does.
    begun : bool
        Whether the mending exercise has been begun: if not, the thread simply ends there for now.
    values : mapping
        What the words name in braces.
    """

    key: str
    stage: Stage
    exercise: str
    where: tuple[str, ...]
    node: Node | None
    begun: bool
    values: Mapping[str, str]


@dataclass(frozen=True)
class Strand:
    """One stage of the thread: how many ties it should have, and how many hold."""

    stage: Stage
    due: int
    held: int


@dataclass(frozen=True)
class Thread:
    """The whole thread of one workbook."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    breaks: tuple[Break, ...]
    strands: tuple[Strand, ...]

    @property
    def coverage(self) -> float | None:
        """The share of ties that hold, from 0 to 1; None when nothing is written yet."""
        due, held = self._sums
        return held / due if due else None

    @property
    def shown_coverage(self) -> float | None:
        """The coverage in whole hundredths, rounded down: 1.0 is said of a whole thread only."""
        due, held = self._sums
        return 100 * held // due / 100 if due else None

    @property
    def _sums(self) -> tuple[int, int]:
        return sum(s.due for s in self.strands), sum(s.held for s in self.strands)
