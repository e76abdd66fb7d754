"""Why customer experience matters: lived episodes, the six laws, and whether to start at all."""

from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from cxkit.core.answer import Answer, Item
from cxkit.core.kinds import Day, Kind, LinkId, LongText, Rating, ShortText
from cxkit.why.lifetime import Lifetime, lifetime

Cause = Literal["rule", "silo", "information", "promise"]
Law = Literal["reaction", "self_centred", "familiarity", "engaged", "measured", "authentic"]
Condition = Literal[
    "priority", "listening", "improvement", "silos", "budget", "roles", "horizon"
]  # fmt: skip
Rater = Literal["leaders", "managers", "front-line", "customers"]
Currency = Literal["EUR", "GBP", "USD", "CHF"]

LAWS: tuple[Law, ...] = get_args(Law)
CONDITIONS: tuple[Condition, ...] = get_args(Condition)

Count = Annotated[float | None, Field(ge=0, le=10_000, allow_inf_nan=False), Kind("number")]
Money = Annotated[float | None, Field(ge=0, le=1e9, allow_inf_nan=False), Kind("number")]
Percent = Annotated[float | None, Field(ge=0, le=100, allow_inf_nan=False), Kind("number")]
Years = Annotated[float | None, Field(ge=0, le=60, allow_inf_nan=False), Kind("number")]


class Episode(Item):
    """One thing that happened once to one customer, and what it may have cost.

    Money is in the currency of the whole answer. `heeded` counts those who heard of it and acted
    on it, `told` all who heard.

    Examples
    --------
    >>> trip = Episode(title="The ticket", ending="silent", per_year=10, value=60, margin=30,
    ...                years=5, heeded=1)
    >>> trip.worth().together
    1800.0
    """

    link_kind: ClassVar[str] = "episode"
    label_field: ClassVar[str] = "title"

    title: ShortText = ""
    place: Literal["", "ours", "elsewhere"] = ""
    promised: ShortText = ""
    expected: LongText = ""
    happened: LongText = ""
    moment: ShortText = ""
    causes: Annotated[tuple[Cause, ...], Field(max_length=4)] = ()
    cause: LongText = ""
    feeling: ShortText = ""
    ending: Literal["", "stays", "complains", "leaves", "silent"] = ""
    did_next: ShortText = ""
    per_year: Count = None
    value: Money = None
    margin: Percent = None
    years: Years = None
    told: Count = None
    heeded: Count = None
    recovery: LongText = ""
    recovery_cost: Money = None

    def went_wrong(self) -> bool:
        """Say whether the customer protested or left."""
        return self.ending in ("complains", "leaves", "silent")

    def worth(self) -> Lifetime | None:
        """Return what the customer is worth over the years; None while a factor is missing."""
        return lifetime(self.per_year, self.value, self.margin, self.years, self.heeded)

    def wants_sum(self) -> bool:
        """Say whether to ask for the sum: nobody can be asked for another company's figures."""
        begun = (self.per_year, self.value, self.years) != (None, None, None)
        return self.place != "elsewhere" or begun


class Episodes(Answer):
    """The answer to ``episodes``; `currency` is an ISO 4217 code, and euros while none is chosen.

    Examples
    --------
    >>> Episodes().money_in, Episodes(currency="GBP").money_in
    ('EUR', 'GBP')
    """

    exercise: ClassVar[str] = "episodes"
    needed: ClassVar[frozenset[str]] = frozenset({"episodes", "pattern"})

    episodes: Annotated[tuple[Episode, ...], Field(max_length=20)] = ()
    currency: Literal["", Currency] = ""
    pattern: LongText = ""

    @property
    def money_in(self) -> Currency:
        """The currency of every sum in the episodes."""
        return self.currency or "EUR"


class LawReading(Item):
    """Which laws one episode tells of."""

    label_field: ClassVar[str] = "episode"

    episode: Annotated[LinkId, Kind("link", target="episode")] = ""
    laws: Annotated[tuple[Law, ...], Field(max_length=6)] = ()


class SixLaws(Answer):
    """How far an organisation lives by the six laws of customer experience (Temkin Group).

    Examples
    --------
    >>> SixLaws(reaction=3, self_centred=1, familiarity=2, engaged=4, measured=0).weakest()
    ('measured', 'self_centred')
    """

    exercise: ClassVar[str] = "six-laws"
    needed: ClassVar[frozenset[str]] = frozenset(LAWS)

    reaction: Rating = None
    reaction_evidence: LongText = ""
    reaction_change: ShortText = ""
    self_centred: Rating = None
    self_centred_evidence: LongText = ""
    self_centred_change: ShortText = ""
    familiarity: Rating = None
    familiarity_evidence: LongText = ""
    familiarity_change: ShortText = ""
    engaged: Rating = None
    engaged_evidence: LongText = ""
    engaged_change: ShortText = ""
    measured: Rating = None
    measured_evidence: LongText = ""
    measured_change: ShortText = ""
    authentic: Rating = None
    authentic_evidence: LongText = ""
    authentic_change: ShortText = ""
    readings: Annotated[
        tuple[LawReading, ...], Field(max_length=20), Kind("table", per="episode")
    ] = ()

    def level(self, law: str) -> int | None:
        """Return the rating of a law."""
        rated: int | None = getattr(self, law)
        return rated

    def evidence(self, law: str) -> str:
        """Return the evidence for a law's rating."""
        return str(getattr(self, f"{law}_evidence")).strip()

    def change(self, law: str) -> str:
        """Return the change that a law calls for."""
        return str(getattr(self, f"{law}_change")).strip()

    def told_by(self, law: str) -> list[str]:
        """Return the ids of the episodes that tell of a law."""
        return [reading.episode for reading in self.readings if law in reading.laws]

    def weakest(self) -> tuple[str, str]:
        """Return the two laws with the lowest ratings, weakest first; empty where none is rated.

        Of two with the same rating, the one that more episodes tell of comes first, then the one
        with the smaller number.
        """
        rated = [law for law in LAWS if self.level(law) is not None]
        rated.sort(key=lambda law: (self.level(law), -len(self.told_by(law)), LAWS.index(law)))
        first, second = [*rated, "", ""][:2]
        return first, second


class Fix(Item):
    """What has to be put right before starting: who does it, and by when."""

    label_field: ClassVar[str] = "what"

    condition: Literal[
        "", "priority", "listening", "improvement", "silos", "budget", "roles", "horizon"
    ] = ""
    what: ShortText = ""
    owner: ShortText = ""
    due: Day = None


class Readiness(Answer):
    """The answer to ``readiness``: the conditions without which it is better not to start."""

    exercise: ClassVar[str] = "readiness"
    needed: ClassVar[frozenset[str]] = frozenset(CONDITIONS)

    priority: Rating = None
    priority_evidence: LongText = ""
    listening: Rating = None
    listening_evidence: LongText = ""
    improvement: Rating = None
    improvement_evidence: LongText = ""
    silos: Rating = None
    silos_evidence: LongText = ""
    budget: Rating = None
    budget_evidence: LongText = ""
    roles: Rating = None
    roles_evidence: LongText = ""
    horizon: Rating = None
    horizon_evidence: LongText = ""
    raters: Annotated[tuple[Rater, ...], Field(max_length=4)] = ()
    sponsor: ShortText = ""
    fixes: Annotated[tuple[Fix, ...], Field(max_length=20)] = ()
    review: Day = None

    def level(self, condition: str) -> int | None:
        """Return the rating of a condition."""
        rated: int | None = getattr(self, condition)
        return rated

    def evidence(self, condition: str) -> str:
        """Return the evidence for a condition's rating."""
        return str(getattr(self, f"{condition}_evidence")).strip()
