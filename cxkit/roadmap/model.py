"""The way on: steps with dates and dependencies, and what the red thread asks to mend first."""

from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from cxkit.core.answer import Answer, Item
from cxkit.core.kinds import Day, Kind, LinkId, LongText, ShortText, Switch

Road = Literal["commitment", "vision", "listening", "journey", "measure", "actions", "omnichannel"]
ThreadStage = Literal[
    "obstacle", "pillar", "value", "behaviour", "vision", "need", "touchpoint", "owner",
    "post", "kpi", "survey", "gap", "action", "message",
]  # fmt: skip

ROAD: tuple[Road, ...] = get_args(Road)
"""From the culture to the omnichannel experience, in the order that holds."""

StepLinks = Annotated[tuple[LinkId, ...], Field(max_length=12), Kind("links", target="step")]
ActionLinks = Annotated[tuple[LinkId, ...], Field(max_length=12), Kind("links", target="action")]
PillarLinks = Annotated[tuple[LinkId, ...], Field(max_length=6), Kind("links", target="pillar")]
KpiLinks = Annotated[tuple[LinkId, ...], Field(max_length=12), Kind("links", target="kpi")]


class Step(Item):
    """One step of the road: what a customer notices, who answers for it, what must be there first.

    Examples
    --------
    >>> Step(name="One register", actions=["a1"]).is_tied()
    True
    """

    link_kind: ClassVar[str] = "step"

    name: ShortText = ""
    stretch: Literal["", Road] = ""
    change: LongText = ""
    starts: Day = None
    ends: Day = None
    after: StepLinks = ()
    owner: ShortText = ""
    actions: ActionLinks = ()
    pillars: PillarLinks = ()
    kpis: KpiLinks = ()
    milestone: Switch = False
    proof: ShortText = ""
    done: Switch = False

    def is_tied(self) -> bool:
        """Say whether it moves anything that is written elsewhere."""
        return bool(self.actions or self.pillars or self.kpis)


class Roadmap(Answer):
    """The answer to ``roadmap``.

    Examples
    --------
    >>> first = Step(id="s1", name="One register")
    >>> road = Roadmap(steps=[first, Step(id="s2", name="News every two days", after=["s1"])])
    >>> [step.name for step in road.before(road.steps[1])]
    ['One register']
    """

    exercise: ClassVar[str] = "roadmap"
    needed: ClassVar[frozenset[str]] = frozenset({"destination", "steps", "again"})

    destination: LongText = ""
    monday: ShortText = ""
    steps: Annotated[tuple[Step, ...], Field(max_length=40)] = ()
    again: Day = None

    def before(self, step: Step) -> list[Step]:
        """Return the steps that one depends on, itself and deleted ones left out."""
        return [one for one in self.steps if one.id in step.after and one.id != step.id]


class LooseEnd(Item):
    """A break that is left open on purpose: why, and when somebody looks at it again."""

    label_field: ClassVar[str] = "what"

    what: ShortText = ""
    why: ShortText = ""
    again: Day = None


class Reading(Answer):
    """The answer to ``thread``: the thread read aloud, and which break is mended first.

    Examples
    --------
    >>> Reading(first="owner", who="Branch manager").missing()
    ['story', 'mend', 'agreed']
    """

    exercise: ClassVar[str] = "thread"
    needed: ClassVar[frozenset[str]] = frozenset({"story", "first", "mend", "who", "agreed"})

    story: LongText = ""
    first: Literal["", ThreadStage] = ""
    mend: ShortText = ""
    why: LongText = ""
    who: ShortText = ""
    by: Day = None
    agreed: LongText = ""
    left: Annotated[tuple[LooseEnd, ...], Field(max_length=20)] = ()
