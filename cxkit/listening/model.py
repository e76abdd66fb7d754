"""What people need and how we listen to them: the canvas, its answers, the posts and the log."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cxkit.core.answer import Answer, Item
from cxkit.core.kinds import Kind, LinkId, LongText, ShortText

Side = Literal["", "minimum", "proportional", "memorable"]
Reaction = Literal["", "like", "must-be", "neutral", "live-with", "dislike"]
Signal = Literal[
    "", "survey", "interview", "complaint", "review", "remark",
    "behaviour", "abandonment", "call-reason", "churn",
]  # fmt: skip
Power = Literal["", "decides", "proposes", "informed"]
Frequency = Literal["", "event", "daily", "weekly", "monthly", "quarterly", "yearly"]
Stage = Literal["", "heard", "passed", "decided", "answered"]

EXPLICIT: tuple[Signal, ...] = ("survey", "interview", "complaint", "review", "remark")
IMPLICIT: tuple[Signal, ...] = ("behaviour", "abandonment", "call-reason", "churn")

RequirementLink = Annotated[LinkId, Kind("link", target="need-class")]
People = Annotated[float | None, Field(ge=0, le=1e6, allow_inf_nan=False), Kind("number")]


class Requirement(Item):
    """One thing people could get from us, and which side of the canvas we think it is on.

    `functional` asks how people feel when it is there, `dysfunctional` when it is missing; while
    they are empty the questionnaire words them from `text`.
    """

    link_kind: ClassVar[str] = "need-class"
    label_field: ClassVar[str] = "text"

    text: ShortText = ""
    need: Annotated[LinkId, Kind("link", target="need")] = ""
    side: Side = ""
    why: LongText = ""
    functional: ShortText = ""
    dysfunctional: ShortText = ""


class Sheets(Item):
    """The answers to one requirement collected on paper: two digits for each person."""

    label_field: ClassVar[str] = "requirement"

    requirement: RequirementLink = ""
    pairs: LongText = ""


class KanoAnswer(Item):
    """What one person answered to the two questions on one requirement."""

    label_field: ClassVar[str] = "respondent"

    respondent: ShortText = ""
    requirement: RequirementLink = ""
    functional: Reaction = ""
    dysfunctional: Reaction = ""


class Needs(Answer):
    """The answer to ``needs``.

    Examples
    --------
    >>> news = Requirement(text="News without asking", side="memorable")
    >>> sheets = Sheets(requirement=news.id, pairs="25 25 15 25 35 25")
    >>> needs = Needs(requirements=(news,), sheets=(sheets,))
    >>> [advice.key for advice in needs.checks() if advice.key.startswith("guess")]
    ['guess-contradicted']
    """

    exercise: ClassVar[str] = "needs"
    needed: ClassVar[frozenset[str]] = frozenset({"requirements"})

    requirements: Annotated[tuple[Requirement, ...], Field(max_length=20)] = ()
    asked: ShortText = ""
    sheets: Annotated[
        tuple[Sheets, ...], Field(max_length=20), Kind("table", per="need-class")
    ] = ()
    answers: Annotated[tuple[KanoAnswer, ...], Field(max_length=200), Kind("table")] = ()
    learned: LongText = ""


class Post(Item):
    """A place where a signal is picked up, and the road it travels to a decision."""

    link_kind: ClassVar[str] = "listening-post"

    name: ShortText = ""
    touchpoints: Annotated[
        tuple[LinkId, ...], Field(max_length=60), Kind("links", target="touchpoint")
    ] = ()
    signal: Signal = ""
    collector: ShortText = ""
    receiver: ShortText = ""
    power: Power = ""
    frequency: Frequency = ""
    decision: ShortText = ""

    def arrives(self) -> bool:
        """Say whether what it hears reaches somebody who can act, for a decision that is named."""
        return bool(self.receiver and self.decision) and self.power != "informed"


class LogEntry(Item):
    """Something people say at the front line, and how far it has travelled."""

    label_field: ClassVar[str] = "said"

    said: ShortText = ""
    people: People = None
    touchpoint: Annotated[LinkId, Kind("link", target="touchpoint")] = ""
    heard_by: ShortText = ""
    receiver: ShortText = ""
    stage: Stage = ""
    done: ShortText = ""


class Listening(Answer):
    """The answer to ``listening-posts``.

    Examples
    --------
    >>> calls = Post(name="Reasons for calling", signal="call-reason", receiver="Head of service",
    ...              decision="Which page of the website to rewrite")
    >>> calls.arrives()
    True
    >>> Listening(posts=(calls,)).missing()
    []
    """

    exercise: ClassVar[str] = "listening-posts"
    needed: ClassVar[frozenset[str]] = frozenset({"posts"})

    posts: Annotated[tuple[Post, ...], Field(max_length=60)] = ()
    log: Annotated[tuple[LogEntry, ...], Field(max_length=60), Kind("table")] = ()
    reading: ShortText = ""
