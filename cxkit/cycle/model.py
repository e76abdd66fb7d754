"""What people write about the cycle: its five steps and gaps, the actions, the continuum."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from cxkit.core.answer import Answer, Item
from cxkit.core.kinds import Day, Kind, LinkId, LongText, Number, Rating, ShortText, Switch
from cxkit.core.wording import wording_of
from cxkit.language import Lang

StepName = Literal["map", "assess", "listen", "measure", "act"]
StageName = Literal["feedback", "insight", "revision", "use"]
About = Literal["", "process", "organisation", "technology"]
Status = Literal["", "planned", "running", "done", "stopped"]

STEPS: tuple[StepName, ...] = get_args(StepName)
STAGES: tuple[StageName, ...] = get_args(StageName)

TouchpointLink = Annotated[LinkId, Kind("link", target="touchpoint")]
KpiLink = Annotated[LinkId, Kind("link", target="kpi")]
ObstacleLink = Annotated[LinkId, Kind("link", target="journey-obstacle")]
GapLink = Annotated[LinkId, Kind("link", target="gap")]
ActionLink = Annotated[LinkId, Kind("link", target="action")]
PostLink = Annotated[LinkId, Kind("link", target="listening-post")]
Positive = Annotated[Number, Field(ge=0, le=1e9)]
Days = Annotated[Number, Field(ge=0, le=3660)]


class Gap(Item):
    """The distance, at one touchpoint, between what people live through and a reference.

    `before`, `now` and `target` are in `unit`; the margins are half-widths of 95% intervals in the
    same unit, the bases the answers behind each figure. What is left open comes from the measure.
    """

    link_kind: ClassVar[str] = "gap"

    name: ShortText = ""
    touchpoint: TouchpointLink = ""
    kpi: KpiLink = ""
    unit: ShortText = ""
    better: Literal["", "higher", "lower"] = ""
    before: Number = None
    now: Number = None
    target: Number = None
    margin_before: Positive = None
    margin_now: Positive = None
    base_before: Positive = None
    base_now: Positive = None
    about: About = ""
    obstacle: ObstacleLink = ""


class Malma(Answer):
    """The answer to ``malma``: how far each step of the cycle has got, and the gap table.

    Examples
    --------
    >>> answer = Malma(cycle=2, listen=3, gaps=[Gap(name="Waiting", before=58, now=47)])
    >>> answer.level("listen"), answer.missing()[:2]
    (3, ['map', 'assess'])
    """

    exercise: ClassVar[str] = "malma"
    needed: ClassVar[frozenset[str]] = frozenset({"cycle", *STEPS, "gaps"})

    cycle: Annotated[Number, Field(ge=1, le=200)] = None
    begins: Day = None
    ends: Day = None
    map: Rating = None
    map_have: LongText = ""
    map_lack: LongText = ""
    map_who: ShortText = ""
    assess: Rating = None
    assess_have: LongText = ""
    assess_lack: LongText = ""
    assess_who: ShortText = ""
    listen: Rating = None
    listen_have: LongText = ""
    listen_lack: LongText = ""
    listen_who: ShortText = ""
    measure: Rating = None
    measure_have: LongText = ""
    measure_lack: LongText = ""
    measure_who: ShortText = ""
    act: Rating = None
    act_have: LongText = ""
    act_lack: LongText = ""
    act_who: ShortText = ""
    gaps: Annotated[tuple[Gap, ...], Field(max_length=60), Kind("table", layout="lanes")] = ()
    reading: LongText = ""

    def level(self, step: str) -> int | None:
        """Return the rating of one of `STEPS`."""
        rated: int | None = getattr(self, step)
        return rated

    def told(self, step: str, about: Literal["have", "lack", "who"]) -> str:
        """Return what is written about a step: what there is, what lacks, who sees to it."""
        return str(getattr(self, f"{step}_{about}")).strip()

    def levels(self) -> Iterator[tuple[StepName, int]]:
        """Walk the steps that are rated."""
        for step in STEPS:
            rated = self.level(step)
            if rated is not None:
                yield step, rated


class Action(Item):
    """Something that will be done about gaps, and how those who spoke hear of it."""

    link_kind: ClassVar[str] = "action"
    label_field: ClassVar[str] = "what"

    what: ShortText = ""
    gaps: Annotated[tuple[LinkId, ...], Field(max_length=20), Kind("links", target="gap")] = ()
    touchpoint: TouchpointLink = ""
    obstacles: Annotated[
        tuple[LinkId, ...], Field(max_length=20), Kind("links", target="journey-obstacle")
    ] = ()
    kind: Literal["", "process", "cooperation", "technology"] = ""
    impact: Rating = None
    effort: Rating = None
    owner: ShortText = ""
    due: Day = None
    status: Status = ""
    kpi: KpiLink = ""
    proof: ShortText = ""
    told_by: ShortText = ""
    tell_on: Day = None
    message: LongText = ""
    told: Switch = False

    def is_over(self) -> bool:
        """Say whether nothing more will be done about it."""
        return self.status in ("done", "stopped")


class Actions(Answer):
    """The answer to ``actions``.

    Examples
    --------
    >>> Actions(actions=[Action(what="Write every second day")]).missing()
    ['first']
    """

    exercise: ClassVar[str] = "actions"
    needed: ClassVar[frozenset[str]] = frozenset({"actions", "first"})

    actions: Annotated[tuple[Action, ...], Field(max_length=40)] = ()
    first: ActionLink = ""
    reason: LongText = ""
    not_now: LongText = ""


class Stage(Item):
    """One stage of the continuum: what happens in it, how we know, who sees to it, how long."""

    label_field: ClassVar[str] = "stage"

    stage: Literal["", StageName] = ""
    what: LongText = ""
    evidence: LongText = ""
    owner: ShortText = ""
    days: Days = None
    posts: Annotated[
        tuple[LinkId, ...], Field(max_length=20), Kind("links", target="listening-post")
    ] = ()
    actions: Annotated[
        tuple[LinkId, ...], Field(max_length=20), Kind("links", target="action")
    ] = ()

    def label_in(self, lang: Lang) -> str:
        """Return the stage's name in one language; empty while none is chosen."""
        words = wording_of("continuum").field("stages", "stage")
        return words.options[self.stage].in_(lang) if self.stage else ""


class Jump(Item):
    """A place where nobody pays attention, and customers pass to somebody else's continuum."""

    label_field: ClassVar[str] = "moment"

    moment: ShortText = ""
    stage: Literal["", StageName] = ""
    touchpoint: TouchpointLink = ""
    rival: ShortText = ""
    sees: LongText = ""
    sign: LongText = ""
    post: PostLink = ""
    days: Days = None
    back: LongText = ""
    action: ActionLink = ""


class Continuum(Answer):
    """The answer to ``continuum``; the four stages stand in it from the start.

    Examples
    --------
    >>> answer = Continuum(stages=[Stage(stage="feedback", days=5), Stage(stage="use", days=30)])
    >>> answer.days("feedback"), answer.days("insight"), answer.delay()
    (5.0, None, 35.0)
    """

    exercise: ClassVar[str] = "continuum"
    needed: ClassVar[frozenset[str]] = frozenset({"subject", "stages", "jumps"})

    subject: ShortText = ""
    stages: Annotated[tuple[Stage, ...], Field(max_length=4), Kind("cards", fixed=True)] = tuple(
        Stage(id=f"stage-{name}", stage=name) for name in STAGES
    )
    jumps: Annotated[tuple[Jump, ...], Field(max_length=12)] = ()

    def of(self, stage: str) -> tuple[Stage, ...]:
        """Return the cards of one stage."""
        return tuple(one for one in self.stages if one.stage == stage)

    def days(self, stage: str) -> float | None:
        """Return how long a stage takes: its slowest card, for cards run side by side."""
        known = [one.days for one in self.of(stage) if one.days is not None]
        return max(known, default=None)

    def delay(self) -> float | None:
        """Return the days of all stages whose time is known; None when none is."""
        known = [days for stage in STAGES if (days := self.days(stage)) is not None]
        return sum(known) if known else None

    def unknown(self) -> list[StageName]:
        """Name the stages whose time nobody knows."""
        return [stage for stage in STAGES if self.days(stage) is None]

    def missing(self) -> list[str]:
        """Name what is still open; a stage counts once somebody has said what happens in it."""
        told = all(any(one.what.strip() for one in self.of(stage)) for stage in STAGES)
        missing = [name for name in super().missing() if name != "stages"]
        return missing if told else ["stages", *missing]
