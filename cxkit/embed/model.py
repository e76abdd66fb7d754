"""What makes the change last: who hears it how often, who is hired, how each place improves."""

from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from cxkit.core.answer import Answer, Item
from cxkit.core.kinds import Day, Kind, LinkId, LongText, ShortText, Switch, Tags

Occasion = Literal[
    "meeting", "email", "event", "workshop", "one-to-one", "notice", "intranet", "shift-start"
]  # fmt: skip
Voice = Literal["", "top", "head-office", "manager", "colleague", "customer"]
Rhythm = Literal[
    "", "once", "daily", "weekly", "fortnightly", "monthly", "quarterly", "half-yearly", "yearly"
]  # fmt: skip
Cadence = Literal["", "daily", "weekly", "fortnightly", "monthly", "quarterly", "yearly"]
Side = Literal["", "team", "manager", "personnel", "other-team"]
Welcome = Literal["", "customers", "colleagues", "practice", "training", "talk", "paperwork"]
Place = Literal["", "store", "digital", "remote", "back-office"]
Outcome = Literal["", "adopt", "adapt", "drop"]
Level = Literal["level_0", "level_1", "level_2", "level_3", "level_4"]

LEVELS: tuple[Level, ...] = get_args(Level)

People = Annotated[float | None, Field(ge=0, le=1e6, allow_inf_nan=False), Kind("number")]
Places = Annotated[float | None, Field(ge=0, le=100_000, allow_inf_nan=False), Kind("number")]
WorkDay = Annotated[float | None, Field(ge=1, le=400, allow_inf_nan=False), Kind("number")]
Minutes = Annotated[float | None, Field(ge=0, le=2400, allow_inf_nan=False), Kind("number")]
Behaviours = Annotated[
    tuple[LinkId, ...], Field(max_length=40), Kind("links", target="behaviour")
]  # fmt: skip
Values = Annotated[tuple[LinkId, ...], Field(max_length=12), Kind("links", target="value")]


class Audience(Item):
    """People who are to do something differently, and where they can be reached."""

    link_kind: ClassVar[str] = "audience"

    name: ShortText = ""
    size: People = None
    behaviours: Behaviours = ()
    reached: Tags = ()


class Message(Item):
    """What is said, why, to whom, by whom, on which occasions and how often."""

    link_kind: ClassVar[str] = "message"
    label_field: ClassVar[str] = "text"

    text: ShortText = ""
    reason: LongText = ""
    audiences: Annotated[
        tuple[LinkId, ...], Field(max_length=20), Kind("links", target="audience")
    ] = ()
    behaviours: Behaviours = ()
    values: Values = ()
    actions: Annotated[
        tuple[LinkId, ...], Field(max_length=40), Kind("links", target="action")
    ] = ()
    occasions: Annotated[tuple[Occasion, ...], Field(max_length=8)] = ()
    voice: Voice = ""
    sender: ShortText = ""
    first: Day = None
    frequency: Rhythm = ""
    feedback: ShortText = ""


class Communication(Answer):
    """The answer to ``communication-plan``.

    `always` is the one sentence that no meeting, official e-mail or event goes without.

    Examples
    --------
    >>> desk = Audience(id="desk", name="Counter staff")
    >>> news = Message(text="Write every two days", audiences=("desk",), frequency="monthly")
    >>> plan = Communication(audiences=(desk,), messages=(news,))
    >>> [message.text for message in plan.heard_by("desk")], plan.missing()
    (['Write every two days'], [])
    """

    exercise: ClassVar[str] = "communication-plan"
    needed: ClassVar[frozenset[str]] = frozenset({"audiences", "messages"})

    always: ShortText = ""
    guard: ShortText = ""
    audiences: Annotated[tuple[Audience, ...], Field(max_length=20)] = ()
    messages: Annotated[tuple[Message, ...], Field(max_length=60)] = ()

    def heard_by(self, audience: str) -> list[Message]:
        """Return the messages meant for an audience, by its id."""
        return [message for message in self.messages if audience in message.audiences]


class Question(Item):
    """What is asked of every candidate alike, and what a strong answer holds."""

    label_field: ClassVar[str] = "text"

    text: ShortText = ""
    listen_for: ShortText = ""


class Criterion(Item):
    """Something to select for, asked about and rated from 0 to 4 by described steps.

    Examples
    --------
    >>> Criterion(level_0="Hides the mistake", level_4="Tells it first").undescribed()
    ['level_1', 'level_2', 'level_3']
    """

    name: ShortText = ""
    values: Values = ()
    behaviours: Behaviours = ()
    questions: Annotated[tuple[Question, ...], Field(max_length=6)] = ()
    level_0: ShortText = ""
    level_1: ShortText = ""
    level_2: ShortText = ""
    level_3: ShortText = ""
    level_4: ShortText = ""

    def steps(self) -> tuple[str, ...]:
        """Return what the five steps look like, from 0 to 4."""
        return tuple(str(getattr(self, level)) for level in LEVELS)

    def undescribed(self) -> list[Level]:
        """Name the steps that nobody has described."""
        return [level for level, text in zip(LEVELS, self.steps(), strict=True) if not text]


class Interviewer(Item):
    """Somebody who meets the candidates, from which side, and what they look at."""

    label_field: ClassVar[str] = "who"

    who: ShortText = ""
    side: Side = ""
    looks_at: ShortText = ""


class WelcomeStep(Item):
    """One step of the first weeks: on which working day, what, with whom, for which behaviour."""

    label_field: ClassVar[str] = "what"

    day: WorkDay = None
    what: ShortText = ""
    kind: Welcome = ""
    who: ShortText = ""
    behaviour: Annotated[LinkId, Kind("link", target="behaviour")] = ""


class Hiring(Answer):
    """The answer to ``hiring``: criteria with questions and scorecard, trial, first weeks.

    Examples
    --------
    >>> Hiring(role="Branch adviser").missing()
    ['criteria', 'interviewers', 'onboarding']
    """

    exercise: ClassVar[str] = "hiring"
    needed: ClassVar[frozenset[str]] = frozenset({"role", "criteria", "interviewers", "onboarding"})

    role: ShortText = ""
    criteria: Annotated[tuple[Criterion, ...], Field(max_length=10)] = ()
    trial: LongText = ""
    trial_minutes: Minutes = None
    interviewers: Annotated[tuple[Interviewer, ...], Field(max_length=10), Kind("table")] = ()
    separate: Switch = False
    onboarding: Annotated[tuple[WelcomeStep, ...], Field(max_length=40), Kind("table")] = ()


class Loop(Item):
    """A small improvement loop in one kind of place: its rhythm, its roles, its running trial."""

    name: ShortText = ""
    place: Place = ""
    covers: Places = None
    touchpoints: Annotated[
        tuple[LinkId, ...], Field(max_length=60), Kind("links", target="touchpoint")
    ] = ()
    posts: Annotated[
        tuple[LinkId, ...], Field(max_length=20), Kind("links", target="listening-post")
    ] = ()
    cadence: Cadence = ""
    looks: ShortText = ""
    decides: ShortText = ""
    remit: ShortText = ""
    tells: ShortText = ""
    tries: ShortText = ""
    expected: ShortText = ""
    since: Day = None
    check_by: Day = None
    learned: LongText = ""
    outcome: Outcome = ""
    standard: ShortText = ""


class Improvement(Answer):
    """The answer to ``improvement``; `stores` counts the places where customers come in person.

    Examples
    --------
    >>> loops = (Loop(place="store", covers=4), Loop(place="digital", covers=2))
    >>> Improvement(stores=11, loops=loops).stores_covered()
    4
    """

    exercise: ClassVar[str] = "improvement"
    needed: ClassVar[frozenset[str]] = frozenset({"loops"})

    stores: Places = None
    loops: Annotated[tuple[Loop, ...], Field(max_length=30)] = ()
    spread: ShortText = ""

    def stores_covered(self) -> int:
        """Return in how many stores or branches a loop turns, as far as it is said."""
        return int(sum(loop.covers or 0 for loop in self.loops if loop.place == "store"))
