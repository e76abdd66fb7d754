"""The vision, and the behaviours by which people can tell that it is lived."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cxkit.core.answer import Answer, Item
from cxkit.core.kinds import Kind, LinkId, LongText, ShortText

Personas = Annotated[tuple[LinkId, ...], Field(max_length=12), Kind("links", target="persona")]
Needs = Annotated[tuple[LinkId, ...], Field(max_length=30), Kind("links", target="need")]


class Principle(Item):
    """One trait of our own way of doing things; behaviours link to it."""

    link_kind: ClassVar[str] = "principle"

    name: ShortText = ""
    meaning: LongText = ""


class PromiseStep(Item):
    """One step of the service promise, and the standard by which it can be checked."""

    label_field: ClassVar[str] = "step"

    step: ShortText = ""
    standard: ShortText = ""


class Vision(Answer):
    """The answer to ``vision-statement``.

    `never` and `feeling` are read line by line. `personas` and `needs` hold ids of what the
    buyer persona names.

    Examples
    --------
    >>> vision = Vision(sentence="Every traveller leaves, even when the plan changes.")
    >>> vision.missing()
    ['customer', 'feeling']
    >>> Vision.from_json(vision.to_json()) == vision
    True
    """

    exercise: ClassVar[str] = "vision-statement"
    needed: ClassVar[frozenset[str]] = frozenset({"customer", "feeling", "sentence"})

    customer: LongText = ""
    personas: Personas = ()
    needs: Needs = ()
    feeling: LongText = ""
    principles: Annotated[tuple[Principle, ...], Field(max_length=12)] = ()
    never: LongText = ""
    sentence: LongText = ""
    motto: ShortText = ""
    steps: Annotated[tuple[PromiseStep, ...], Field(max_length=12), Kind("table")] = ()


class Behaviour(Item):
    """What one role does, seen from outside, and what shows that it happens."""

    link_kind: ClassVar[str] = "behaviour"
    label_field: ClassVar[str] = "text"

    principle: Annotated[LinkId, Kind("link", target="principle")] = ""
    role: ShortText = ""
    change: Literal["", "start", "keep", "stop"] = ""
    text: ShortText = ""
    evidence: ShortText = ""


class Behaviours(Answer):
    """The answer to ``vision-to-behaviours``."""

    exercise: ClassVar[str] = "vision-to-behaviours"
    needed: ClassVar[frozenset[str]] = frozenset({"behaviours"})

    behaviours: Annotated[tuple[Behaviour, ...], Field(max_length=60)] = ()
