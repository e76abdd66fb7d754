"""What people write about a customer journey: the map, the blueprint behind it, its obstacles."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, Field

from cxkit.core import Answer, Item
from cxkit.core.kinds import Emotion, Kind, LinkId, LongText, Rating, ShortText, Switch, Tags
from cxkit.journey.mermaid import mermaid_text
from cxkit.language import Lang

Channel = Literal[
    "branch", "visit", "phone", "video", "web", "app", "email", "chat", "messaging", "social",
    "post", "self-service", "partner", "advertising", "word-of-mouth", "in-use",
]  # fmt: skip


def _once(channels: tuple[Channel, ...]) -> tuple[Channel, ...]:
    return tuple(dict.fromkeys(channels))


Channels = Annotated[tuple[Channel, ...], AfterValidator(_once), Field(max_length=40)]
PhaseLink = Annotated[LinkId, Kind("link", target="phase")]
TouchpointLink = Annotated[LinkId, Kind("link", target="touchpoint")]


class Phase(Item):
    """A stretch of the journey with one aim of the customer's."""

    link_kind: ClassVar[str] = "phase"
    name_is_enough: ClassVar[bool] = True

    name: ShortText = ""
    aim: ShortText = ""


class Touchpoint(Item):
    """A moment in which the customer meets the company, on any channel."""

    link_kind: ClassVar[str] = "touchpoint"

    name: ShortText = ""
    phase: PhaseLink = ""
    channels: Channels = ()
    action: LongText = ""
    need: LongText = ""
    meets: Annotated[tuple[LinkId, ...], Field(max_length=20), Kind("links", target="need")] = ()
    expectation: LongText = ""
    emotion: Emotion = None
    quote: LongText = ""
    pain: LongText = ""
    opportunity: LongText = ""
    moment_of_truth: Switch = False
    consistency: Rating = None
    evidence: Literal["", "assumed", "front-line", "told", "observed", "data"] = ""


class Journey(Answer):
    """A customer journey: phases, and the touchpoints in them in the order they are lived.

    Examples
    --------
    >>> journey = Journey.of(
    ...     "Changing a ticket",
    ...     {
    ...         "On the way": [Touchpoint(name="Reads the app", channels=("app",), emotion=1)],
    ...         "At the station": [
    ...             Touchpoint(name="Asks on the platform", emotion=-2, moment_of_truth=True),
    ...             {"name": "Queues at the office", "emotion": -3},
    ...         ],
    ...     },
    ... )
    >>> [phase.name for phase in journey.phases]
    ['On the way', 'At the station']
    >>> journey.touchpoints[2].phase == journey.phases[1].id
    True
    >>> Journey.from_json(journey.to_json()) == journey
    True
    """

    exercise: ClassVar[str] = "journey-map"
    needed: ClassVar[frozenset[str]] = frozenset({"title", "phases", "touchpoints"})

    title: ShortText = ""
    persona: Annotated[LinkId, Kind("link", target="persona")] = ""
    goal: LongText = ""
    begins: ShortText = ""
    ends: ShortText = ""
    state: Literal["", "today", "target"] = ""
    phases: Annotated[tuple[Phase, ...], Field(max_length=16)] = ()
    touchpoints: Annotated[
        tuple[Touchpoint, ...],
        Field(max_length=60),
        Kind("table", layout="lanes", group_by="phase"),
    ] = ()

    @classmethod
    def of(
        cls,
        title: str,
        phases: Mapping[str, Iterable[Touchpoint | Mapping[str, Any]]],
        **fields: Any,
    ) -> Self:
        """Build a journey from the touchpoints of each phase; the links are made here.

        Parameters
        ----------
        title : str
            What the journey is about.
        phases : mapping of str to iterable of Touchpoint or mapping
            Phase names in order, each with its touchpoints in order.
        **fields
            Other fields of the journey, such as ``goal``.
        """
        made = tuple(Phase(name=name) for name in phases)
        touchpoints = [
            {**dict(touchpoint), "phase": phase.id}
            for phase, inside in zip(made, phases.values(), strict=True)
            for touchpoint in inside
        ]
        return cls.model_validate(
            {"title": title, "phases": made, "touchpoints": touchpoints, **fields}
        )

    def groups(self) -> list[tuple[Phase | None, tuple[Touchpoint, ...]]]:
        """Return the phases with their touchpoints; those without a phase come last, under None."""
        known = {phase.id for phase in self.phases}
        found: list[tuple[Phase | None, tuple[Touchpoint, ...]]] = [
            (phase, tuple(t for t in self.touchpoints if t.phase == phase.id))
            for phase in self.phases
        ]
        loose = tuple(t for t in self.touchpoints if t.phase not in known)
        return [*found, (None, loose)] if loose else found

    def in_order(self) -> tuple[Touchpoint, ...]:
        """Return the touchpoints in the order they are lived, phase by phase."""
        return tuple(touchpoint for _, inside in self.groups() for touchpoint in inside)

    def to_mermaid(self, lang: Lang = "en") -> str:
        """Return the journey as a Mermaid ``journey`` diagram.

        Lossy: it keeps the title, phases, touchpoint names, and emotions. An emotion from −3 to +3
        becomes a score from 1 to 5, one that is not rated the middle, 3; −2 and −1 fall together,
        and so do +1 and +2.

        Examples
        --------
        >>> print(Journey.of("A ticket", {"Trip": [{"name": "Asks: now?", "emotion": -3}]})
        ...       .to_mermaid())
        journey
            title A ticket
            section Trip
              Asks#58; now?: 1: Customer
        """
        sections = [
            (phase.name if phase else "", [(t.name, t.emotion) for t in inside])
            for phase, inside in self.groups()
        ]
        return mermaid_text(self.title, sections, lang)


class Line(Item):
    """What the company does at one touchpoint, on stage and behind it."""

    label_field: ClassVar[str] = "touchpoint"

    touchpoint: TouchpointLink = ""
    front_stage: LongText = ""
    back_stage: LongText = ""
    support: LongText = ""
    department: ShortText = ""
    also: Tags = ()
    owner: ShortText = ""
    system: ShortText = ""
    rule: LongText = ""

    def is_blank(self) -> bool:
        """Say whether nothing but the touchpoint stands in it."""
        return self == Line(id=self.id, touchpoint=self.touchpoint)


class Handover(Item):
    """Work that passes from one department to another, and what may get lost on the way."""

    link_kind: ClassVar[str] = "handover"
    label_field: ClassVar[str] = "passes"

    touchpoint: TouchpointLink = ""
    giver: ShortText = ""
    receiver: ShortText = ""
    passes: ShortText = ""
    lost: LongText = ""
    agreement: LongText = ""


class Blueprint(Answer):
    """The journey held against the company: who does what, where the customer does not look.

    Examples
    --------
    >>> line = Line(touchpoint="t1", front_stage="Greets", department="Branch", owner="Teller")
    >>> Blueprint(departments=("Branch", "IT"), lines=(line,)).involved()
    ['Branch']
    """

    exercise: ClassVar[str] = "blueprint"
    needed: ClassVar[frozenset[str]] = frozenset({"departments", "lines"})

    departments: Tags = ()
    lines: Annotated[
        tuple[Line, ...], Field(max_length=60), Kind("table", layout="lanes", per="touchpoint")
    ] = ()
    handovers: Annotated[tuple[Handover, ...], Field(max_length=60)] = ()

    def involved(self) -> list[str]:
        """Return the departments that take part in some step, each once, in order."""
        first: dict[str, str] = {}
        for line in self.lines:
            for name in (line.department, *line.also):
                first.setdefault(name.casefold(), name)
        return [name for name in first.values() if name]


class Obstacle(Item):
    """What keeps a touchpoint from the quality that customers expect there."""

    link_kind: ClassVar[str] = "journey-obstacle"
    label_field: ClassVar[str] = "what"

    touchpoint: TouchpointLink = ""
    kind: Literal["", "process", "organisation", "technology"] = ""
    what: ShortText = ""
    effect: LongText = ""
    evidence: LongText = ""
    severity: Rating = None


class Assessment(Answer):
    """The obstacles along the journey, how severe each is, and which one goes first."""

    exercise: ClassVar[str] = "assess"
    needed: ClassVar[frozenset[str]] = frozenset({"obstacles", "first"})

    obstacles: Annotated[tuple[Obstacle, ...], Field(max_length=60), Kind("table")] = ()
    clear: Annotated[
        tuple[LinkId, ...], Field(max_length=60), Kind("links", target="touchpoint")
    ] = ()
    first: Annotated[LinkId, Kind("link", target="journey-obstacle")] = ""
    reason: LongText = ""
