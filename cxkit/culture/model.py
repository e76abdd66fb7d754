"""What people write about their culture: obstacles, pillars, values with behaviours, commitment."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from cxkit.core.answer import Answer, Item, Part
from cxkit.core.kinds import Day, Kind, LinkId, LongText, Rating, ShortText
from cxkit.core.wording import wording_of
from cxkit.language import Lang

KnownName = Literal["silos", "goals", "fear", "channels", "surveys", "persona", "loop"]
PillarName = Literal["vision", "listening", "communication", "rewards", "hiring", "improvement"]
Aspect = Literal["behaviours", "style", "communication"]
Ingredient = Literal["method", "constancy", "passion", "involvement", "innovation"]

KNOWN: tuple[KnownName, ...] = get_args(KnownName)
PILLARS: tuple[PillarName, ...] = get_args(PillarName)
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)
INGREDIENTS: tuple[Ingredient, ...] = get_args(Ingredient)

ObstacleLink = Annotated[LinkId, Kind("link", target="obstacle")]
ObstacleLinks = Annotated[
    tuple[LinkId, ...], Field(max_length=12), Kind("links", target="obstacle")
]
PillarLinks = Annotated[tuple[LinkId, ...], Field(max_length=6), Kind("links", target="pillar")]


class Listed(Item):
    """An item that stands on a fixed list, whose name is a choice worded in the exercise's YAML.

    `listed_in` is the path to that choice: exercise, list field, choice field.
    """

    listed_in: ClassVar[tuple[str, str, str]]

    def label_in(self, lang: Lang) -> str:
        """Return its name in one language; empty while none is chosen."""
        exercise, *path = self.listed_in
        chosen = getattr(self, path[-1])
        return wording_of(exercise).field(*path).options[chosen].in_(lang) if chosen else ""


class _Known(Listed):
    listed_in: ClassVar[tuple[str, str, str]] = ("obstacles", "known", "known")
    label_field: ClassVar[str] = "known"

    known: Literal["", KnownName] = ""
    here: ShortText = ""


class _Own(Item):
    name: ShortText = ""


class Obstacle(Item):
    """What keeps our teams from giving a memorable experience, and how much it weighs."""

    link_kind: ClassVar[str] = "obstacle"

    severity: Rating = None
    frequency: Rating = None
    evidence: LongText = ""
    remover: ShortText = ""

    @property
    def weight(self) -> int | None:
        """Severity times frequency, from 0 to 16; None while one of them is not rated."""
        if self.severity is None or self.frequency is None:
            return None
        return self.severity * self.frequency


# The fields of the base that is named last come first.
class KnownObstacle(Obstacle, _Known):
    """One of the seven known obstacles, and how it shows in our company."""


class OwnObstacle(Obstacle, _Own):
    """An obstacle that is not among the seven."""


class Obstacles(Answer):
    """The answer to ``obstacles``; the seven known ones stand in it from the start.

    Examples
    --------
    >>> answer = Obstacles(own=[OwnObstacle(name="Two price lists", severity=3, frequency=4)])
    >>> [one.id for one in answer.all()][:2], answer.all()[-1].weight
    (['obstacle-silos', 'obstacle-goals'], 12)
    >>> answer.missing()
    ['known', 'first']
    """

    exercise: ClassVar[str] = "obstacles"
    needed: ClassVar[frozenset[str]] = frozenset({"known", "first"})

    known: Annotated[tuple[KnownObstacle, ...], Field(max_length=7), Kind("cards", fixed=True)] = (
        tuple(KnownObstacle(id=f"obstacle-{name}", known=name) for name in KNOWN)
    )
    own: Annotated[tuple[OwnObstacle, ...], Field(max_length=8)] = ()
    first: ObstacleLink = ""
    reason: LongText = ""

    def all(self) -> tuple[KnownObstacle | OwnObstacle, ...]:
        """Return the known ones, then our own."""
        return (*self.known, *self.own)

    def missing(self) -> list[str]:
        """Name what is still open: a known obstacle that is not rated, the first to remove."""
        unrated = any(one.weight is None for one in self.known) or not self.known
        return ["known"] * unrated + [name for name in super().missing() if name != "known"]


class Levels(Part):
    """How mature a pillar is, from 0 to 4: today, and where we want it in a year."""

    today: Rating = None
    target: Rating = None

    @property
    def gap(self) -> int | None:
        """Steps from today to the target; None while one of them is open."""
        if self.today is None or self.target is None:
            return None
        return self.target - self.today


class Pillar(Listed):
    """What lies behind the levels of one pillar: evidence, first step, obstacles it removes."""

    link_kind: ClassVar[str] = "pillar"
    label_field: ClassVar[str] = "pillar"
    listed_in: ClassVar[tuple[str, str, str]] = ("pillars", "pillars", "pillar")

    pillar: Literal["", PillarName] = ""
    evidence: LongText = ""
    removes: ObstacleLinks = ()
    step: ShortText = ""
    who: ShortText = ""
    by: Day = None


class Pillars(Answer):
    """The answer to ``pillars``: the levels of each of the six, and a card for each.

    Examples
    --------
    >>> answer = Pillars(listening=Levels(today=1, target=3))
    >>> answer.levels("listening").gap
    2
    >>> [pillar.id for pillar in answer.pillars][:2]
    ['pillar-vision', 'pillar-listening']
    """

    exercise: ClassVar[str] = "pillars"
    needed: ClassVar[frozenset[str]] = frozenset(PILLARS)

    vision: Levels = Levels()
    listening: Levels = Levels()
    communication: Levels = Levels()
    rewards: Levels = Levels()
    hiring: Levels = Levels()
    improvement: Levels = Levels()
    pillars: Annotated[tuple[Pillar, ...], Field(max_length=6), Kind("cards", fixed=True)] = tuple(
        Pillar(id=f"pillar-{name}", pillar=name) for name in PILLARS
    )

    def levels(self, pillar: str) -> Levels:
        """Return the levels of one of `PILLARS`."""
        found: Levels = getattr(self, pillar)
        return found

    def rows(self) -> Iterator[tuple[PillarName, Levels, Pillar]]:
        """Walk the six pillars, each with its levels and its card (a blank one if deleted)."""
        cards = {card.pillar: card for card in reversed(self.pillars)}
        for name in PILLARS:
            yield name, self.levels(name), cards.get(name) or Pillar(pillar=name)

    def missing(self) -> list[str]:
        """Name the pillars that lack a level, today or in a year."""
        return [name for name in PILLARS if self.levels(name).gap is None]


class Behaviour(Item):
    """What one role does that makes a value visible, and what proves that it happens."""

    link_kind: ClassVar[str] = "behaviour"
    label_field: ClassVar[str] = "text"

    role: ShortText = ""
    change: Literal["", "start", "stop", "keep"] = ""
    text: ShortText = ""
    evidence: ShortText = ""


class Value(Item):
    """A value we want to enact, with the behaviours by which one can see it."""

    link_kind: ClassVar[str] = "value"

    name: ShortText = ""
    meaning: LongText = ""
    pillars: PillarLinks = ()
    behaviours: Annotated[tuple[Behaviour, ...], Field(max_length=20)] = ()


class Values(Answer):
    """The answer to ``values-behaviours``.

    Examples
    --------
    >>> calls = Behaviour(role="Adviser", change="start", text="Calls back within two hours")
    >>> [item.link_kind for item in Values(values=[Value(behaviours=[calls])]).items()]
    ['value', 'behaviour']
    """

    exercise: ClassVar[str] = "values-behaviours"
    needed: ClassVar[frozenset[str]] = frozenset({"regarded", "treated", "values"})

    regarded: LongText = ""
    treated: LongText = ""
    values: Annotated[tuple[Value, ...], Field(max_length=8)] = ()


class LeaderAction(Item):
    """Something that a leader does in person, with a date."""

    label_field: ClassVar[str] = "what"

    what: ShortText = ""
    who: ShortText = ""
    by: Day = None
    repeats: Literal["", "once", "weekly", "monthly", "quarterly"] = ""
    seen: ShortText = ""
    obstacle: ObstacleLink = ""


class ProcessChange(Item):
    """A process to redesign around the customer, and whose power or habits move."""

    name: ShortText = ""
    today: LongText = ""
    redesign: LongText = ""
    loses: LongText = ""
    support: LongText = ""
    owner: ShortText = ""
    by: Day = None


class PeopleAspect(Listed):
    """How the internal customer fares under one aspect."""

    label_field: ClassVar[str] = "aspect"
    listed_in: ClassVar[tuple[str, str, str]] = ("commitment", "people", "aspect")

    aspect: Literal["", Aspect] = ""
    level: Rating = None
    today: LongText = ""
    change: LongText = ""


class IngredientRating(Listed):
    """How much of one ingredient there is, and how we know."""

    label_field: ClassVar[str] = "ingredient"
    listed_in: ClassVar[tuple[str, str, str]] = ("commitment", "ingredients", "ingredient")

    ingredient: Literal["", Ingredient] = ""
    level: Rating = None
    evidence: LongText = ""


class Commitment(Answer):
    """The answer to ``commitment``: what leaders do, what moves, how people fare.

    Examples
    --------
    >>> Commitment(actions=[LeaderAction(what="Answers the phone")]).missing()
    ['processes', 'people', 'ingredients']
    """

    exercise: ClassVar[str] = "commitment"
    needed: ClassVar[frozenset[str]] = frozenset({"actions", "processes", "people", "ingredients"})

    actions: Annotated[tuple[LeaderAction, ...], Field(max_length=20)] = ()
    processes: Annotated[tuple[ProcessChange, ...], Field(max_length=12)] = ()
    people: Annotated[tuple[PeopleAspect, ...], Field(max_length=3), Kind("cards", fixed=True)] = (
        tuple(PeopleAspect(id=f"people-{name}", aspect=name) for name in ASPECTS)
    )
    ingredients: Annotated[
        tuple[IngredientRating, ...], Field(max_length=5), Kind("cards", fixed=True)
    ] = tuple(IngredientRating(id=f"ingredient-{name}", ingredient=name) for name in INGREDIENTS)

    def missing(self) -> list[str]:
        """Name what is still open: no action, no process, an aspect or ingredient not rated."""
        unrated = [
            name
            for name in ("people", "ingredients")
            if not getattr(self, name) or any(one.level is None for one in getattr(self, name))
        ]
        return super().missing() + unrated
