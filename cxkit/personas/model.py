"""Buyer personas: whom we serve, drawn from what people told us or did."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cxkit.core.advice import Advices
from cxkit.core.answer import Answer, Item
from cxkit.core.kinds import Day, LongText, Portrait, ShortText, Tags
from cxkit.core.picture import Picture
from cxkit.language import Lang

Section = Literal["", "context", "goals", "needs", "frustrations", "channels", "criteria"]


class Need(Item):
    """What somebody has to get done or be spared, whatever product may serve it."""

    link_kind: ClassVar[str] = "need"
    label_field: ClassVar[str] = "text"

    text: ShortText = ""


class Evidence(Item):
    """Where a claim about a persona comes from: `about` names the part it supports."""

    label_field: ClassVar[str] = "claim"

    about: Section = ""
    claim: ShortText = ""
    source: ShortText = ""
    date: Day = None


class Persona(Item):
    """One buyer persona. It can be used alone: ``Persona(name=...).checks()``.

    Examples
    --------
    >>> anna = Persona(name="Anna, commuter", needs=[Need(text="arrive on time")])
    >>> anna.label
    'Anna, commuter'
    >>> "Anna, commuter" in anna.to_json()
    True
    """

    link_kind: ClassVar[str] = "persona"

    name: ShortText = ""
    portrait: Portrait = ""
    quote: ShortText = ""
    context: LongText = ""
    goals: LongText = ""
    needs: Annotated[tuple[Need, ...], Field(max_length=20)] = ()
    frustrations: LongText = ""
    channels: Tags = ()
    criteria: LongText = ""
    evidence: Annotated[tuple[Evidence, ...], Field(max_length=30)] = ()

    def checks(self, *others: Answer, lang: Lang = "en") -> Advices:
        """Return the advice on this persona alone; the parameters are those of `Answer.checks`."""
        found = Personas(personas=(self,)).checks(*others, lang=lang)
        # Whether one persona is enough can be asked of a collection only.
        found[:] = [advice for advice in found if advice.key != "one-persona"]
        return found

    def picture(self, *others: Answer, lang: Lang = "en") -> Picture:
        """Return the persona's sheet; the parameters are those of `Answer.checks`."""
        return Personas(personas=(self,)).picture(*others, lang=lang)

    def to_json(self, *, indent: int | None = 2) -> str:
        """Return the persona as JSON text."""
        return self.model_dump_json(indent=indent)

    def _repr_html_(self) -> str:
        return self.picture().html


class Personas(Answer):
    """The answer to ``buyer-persona``."""

    exercise: ClassVar[str] = "buyer-persona"
    needed: ClassVar[frozenset[str]] = frozenset({"personas"})

    personas: Annotated[tuple[Persona, ...], Field(max_length=12)] = ()
    why_one: LongText = ""
