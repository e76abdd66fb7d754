"""What people write about measures: five questions, the plan, a survey, the rewards."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cxkit.core.answer import Answer, Item
from cxkit.core.kinds import Kind, LinkId, LongText, Number, ShortText, Switch, Tags

BehaviourLink = Annotated[LinkId, Kind("link", target="behaviour")]
BehaviourLinks = Annotated[
    tuple[LinkId, ...], Field(max_length=30), Kind("links", target="behaviour")
]
TouchpointLink = Annotated[LinkId, Kind("link", target="touchpoint")]
TouchpointLinks = Annotated[
    tuple[LinkId, ...], Field(max_length=30), Kind("links", target="touchpoint")
]
KpiLink = Annotated[LinkId, Kind("link", target="kpi")]
Positive = Annotated[Number, Field(ge=0)]
Percent = Annotated[Number, Field(ge=0, le=100)]

Level = Literal["", "vision", "journey", "phase", "touchpoint", "behaviour"]
Scale = Literal[
    "", "nps-0-10", "csat-1-5", "csat-1-7", "csat-1-10", "ces-1-7", "share", "mean", "time",
    "count", "money",
]  # fmt: skip
RANGES = {
    "nps-0-10": (-100.0, 100.0),
    "csat-1-5": (1.0, 5.0),
    "csat-1-7": (1.0, 7.0),
    "csat-1-10": (1.0, 10.0),
    "ces-1-7": (1.0, 7.0),
    "share": (0.0, 100.0),
    "time": (0.0, float("inf")),
    "count": (0.0, float("inf")),
}
"""The smallest and the largest figure that a scale can give."""
OPINIONS = frozenset({"nps-0-10", "csat-1-5", "csat-1-7", "csat-1-10", "ces-1-7"})
"""Scales of what people answer, as against what is counted or timed."""
Frequency = Literal[
    "", "each-contact", "daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly"
]


class Mark(Item):
    """A behaviour by which one recognises that a person or a team works for the customer."""

    label_field: ClassVar[str] = "text"

    text: ShortText = ""
    who: Literal["", "person", "team"] = ""
    behaviour: BehaviourLink = ""


class Drift(Item):
    """A behaviour that leads away from the culture, and what pushes people to it."""

    label_field: ClassVar[str] = "text"

    text: ShortText = ""
    pushed_by: ShortText = ""
    behaviour: BehaviourLink = ""


class Decision(Item):
    """The best decision for the customer in a situation, and who may take it alone."""

    label_field: ClassVar[str] = "decision"

    situation: ShortText = ""
    decision: ShortText = ""
    role: ShortText = ""
    limit: ShortText = ""
    touchpoint: TouchpointLink = ""


class Encouragement(Item):
    """What makes good decisions likely although nobody stands behind people."""

    label_field: ClassVar[str] = "text"

    text: ShortText = ""
    kind: Literal[
        "", "example", "information", "autonomy", "tools", "learning", "recognition", "peers"
    ] = ""
    behaviour: BehaviourLink = ""


class CounterKpi(Item):
    """A measure in use today that works against the culture."""

    name: ShortText = ""
    use: Literal["", "looked-at", "discussed", "ranked", "target", "paid"] = ""
    behaviour: BehaviourLink = ""
    why: LongText = ""
    change: Literal["", "drop", "plan-only", "pair", "keep"] = ""
    instead: ShortText = ""


class KpiQuestions(Answer):
    """The answer to ``kpi-questions``: the five questions before any measure is chosen.

    Examples
    --------
    >>> questions = KpiQuestions(against=[CounterKpi(name="Average handling time")])
    >>> [found.key for found in questions.checks() if found.key == "against-known"]
    ['against-known']
    """

    exercise: ClassVar[str] = "kpi-questions"
    needed: ClassVar[frozenset[str]] = frozenset(
        {"marks", "drifts", "decisions", "encouragements", "against"}
    )

    marks: Annotated[tuple[Mark, ...], Field(max_length=20)] = ()
    drifts: Annotated[tuple[Drift, ...], Field(max_length=20)] = ()
    decisions: Annotated[tuple[Decision, ...], Field(max_length=20)] = ()
    encouragements: Annotated[tuple[Encouragement, ...], Field(max_length=20)] = ()
    against: Annotated[tuple[CounterKpi, ...], Field(max_length=20)] = ()


class Kpi(Item):
    """One measure: what it says, how it is worked out, who answers for it, what it decides.

    `baseline` and `target` are in `unit`; the scores NPS and shares run to 100.
    """

    link_kind: ClassVar[str] = "kpi"

    name: ShortText = ""
    level: Level = ""
    parent: KpiLink = ""
    touchpoints: TouchpointLinks = ()
    behaviours: BehaviourLinks = ()
    definition: LongText = ""
    formula: LongText = ""
    scale: Scale = ""
    instrument: ShortText = ""
    post: Annotated[LinkId, Kind("link", target="listening-post")] = ""
    baseline: Number = None
    target: Number = None
    unit: ShortText = ""
    better: Literal["", "higher", "lower"] = ""
    owner: ShortText = ""
    frequency: Frequency = ""
    decision: ShortText = ""
    reward: Literal["", "nothing", "recognition", "team-pay", "individual-pay"] = ""


class KpiPlan(Answer):
    """The answer to ``kpi-plan``: the measures, hanging from one another like a tree.

    Examples
    --------
    >>> promise = Kpi(id="k1", name="People who know how far it is", level="vision")
    >>> plan = KpiPlan(kpis=[promise, Kpi(name="News every two days", parent="k1")])
    >>> [kpi.name for kpi in plan.children("k1")]
    ['News every two days']
    """

    exercise: ClassVar[str] = "kpi-plan"
    needed: ClassVar[frozenset[str]] = frozenset({"kpis"})

    kpis: Annotated[tuple[Kpi, ...], Field(max_length=60)] = ()
    reading: LongText = ""

    def children(self, kpi_id: str) -> list[Kpi]:
        """Return the measures that hang from another one, in their order."""
        return [kpi for kpi in self.kpis if kpi.parent == kpi_id and kpi.id != kpi_id]


QuestionKind = Literal[
    "", "nps-0-10", "csat-1-5", "csat-1-7", "csat-1-10", "ces-1-7", "agree-1-5", "yes-no",
    "one-of", "open",
]  # fmt: skip


class SurveyItem(Item):
    """One question of a survey, the measure it feeds, and its way out."""

    link_kind: ClassVar[str] = "survey-item"
    label_field: ClassVar[str] = "text"

    text: ShortText = ""
    kind: QuestionKind = ""
    kpi: KpiLink = ""
    low: ShortText = ""
    high: ShortText = ""
    choices: Tags = ()
    not_applicable: Switch = False
    optional: Switch = False


class Survey(Answer):
    """The answer to ``survey-design``.

    `population` and `answers` count people; `response` and `margin` are per cent and points.

    Examples
    --------
    >>> survey = Survey(questions=[SurveyItem(text="Was it easy?", kind="ces-1-7")])
    >>> survey.missing()
    ['touchpoint', 'invitation']
    """

    exercise: ClassVar[str] = "survey-design"
    needed: ClassVar[frozenset[str]] = frozenset({"touchpoint", "invitation", "questions"})

    title: ShortText = ""
    touchpoint: TouchpointLink = ""
    channel: Literal["", "email", "text", "messaging", "app", "web", "phone", "kiosk", "paper"] = ""
    when: ShortText = ""
    who: ShortText = ""
    sender: ShortText = ""
    invitation: LongText = ""
    questions: Annotated[tuple[SurveyItem, ...], Field(max_length=30)] = ()
    closing: LongText = ""
    low_score: LongText = ""
    sampling: Literal["", "everyone", "random", "quotas", "nth", "whoever", "hand-picked"] = ""
    population: Positive = None
    response: Percent = None
    answers: Positive = None
    margin: Annotated[Number, Field(ge=1, le=30)] = None


class Reward(Item):
    """One recognition: what it honours, who receives it, and how."""

    label_field: ClassVar[str] = "what"

    what: ShortText = ""
    honours: Literal["", "behaviour", "learning", "result"] = ""
    whom: Literal["", "person", "team", "everyone"] = ""
    kpi: KpiLink = ""
    behaviour: BehaviourLink = ""
    form: Literal["", "thanks", "story", "time", "growth", "say", "gift", "money"] = ""
    how: LongText = ""
    frequency: Frequency = ""
    giver: ShortText = ""


class Guard(Item):
    """How a measure could be raised without serving the customer, and what stops that."""

    label_field: ClassVar[str] = "kpi"

    kpi: KpiLink = ""
    gaming: LongText = ""
    sign: LongText = ""
    action: LongText = ""
    watch: KpiLink = ""

    def is_blank(self) -> bool:
        """Say whether nothing but the measure stands in it."""
        return self == Guard(id=self.id, kpi=self.kpi)

    def is_whole(self) -> bool:
        """Say whether it names the trick, how one would see it, and what follows."""
        return all(text.strip() for text in (self.gaming, self.sign, self.action))


class Rewards(Answer):
    """The answer to ``rewards``.

    Examples
    --------
    >>> Guard(kpi="k1", gaming="Closing and reopening").is_whole()
    False
    """

    exercise: ClassVar[str] = "rewards"
    needed: ClassVar[frozenset[str]] = frozenset({"rewards", "guards"})

    rewards: Annotated[tuple[Reward, ...], Field(max_length=30)] = ()
    guards: Annotated[tuple[Guard, ...], Field(max_length=60), Kind("table", per="kpi")] = ()

    def guard_of(self, kpi_id: str) -> Guard | None:
        """Return what guards a measure; None when nobody has thought of it."""
        return next((g for g in self.guards if g.kpi == kpi_id and not g.is_blank()), None)
