"""What a class as a whole has written: counted, and never by name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cxkit.core.answer import Answer
from cxkit.core.wording import wording_of
from cxkit.language import Lang
from cxkit.workbook import Workbook


@dataclass(frozen=True)
class Spread:
    """How the ratings of one thing are spread over a class.

    Parameters
    ----------
    label : str
        What was rated.
    counts : tuple of int
        How many gave 0, 1, 2, 3, 4.
    target : float or None
        Mean of the levels wanted, where they were asked for.
    """

    label: str
    counts: tuple[int, ...]
    target: float | None = None

    @property
    def n(self) -> int:
        """How many rated it."""
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        """The mean rating; None when nobody rated it."""
        total = sum(level * count for level, count in enumerate(self.counts))
        return total / self.n if self.n else None


def spread(label: str, ratings: Iterable[int | None], targets: Iterable[int | None] = ()) -> Spread:
    """Count ratings from 0 to 4; what nobody gave is left out.

    Examples
    --------
    >>> one = spread("Listening", [0, 2, None, 2], [4, 3])
    >>> one.counts, one.n, one.target
    ((1, 0, 2, 0, 0), 3, 3.5)
    """
    counted = Counter(rating for rating in ratings if rating is not None)
    wanted = [target for target in targets if target is not None]
    mean = sum(wanted) / len(wanted) if wanted else None
    return Spread(label, tuple(counted[level] for level in range(5)), mean)


def answers_to(exercise: str, books: Iterable[Workbook]) -> list[Answer]:
    """Return the answers that somebody has begun."""
    found = (book.answers.get(exercise) for book in books)
    return [answer for answer in found if answer is not None and not answer.is_empty()]


def laws(books: Sequence[Workbook], lang: Lang) -> list[Spread]:
    """How far the organisations of a class live by each of the six laws."""
    given = answers_to("six-laws", books)
    words = wording_of("six-laws").fields
    rated = [name for name, field in words.items() if field.anchors]
    return [
        spread(words[name].label.in_(lang), (getattr(answer, name) for answer in given))
        for name in rated
    ]


def pillars(books: Sequence[Workbook], lang: Lang) -> list[Spread]:
    """How mature each pillar is today, and where the class wants it."""
    given = answers_to("pillars", books)
    words = wording_of("pillars").fields
    rated = [name for name, field in words.items() if field.anchors or "today" in field.fields]
    found = []
    for name in rated:
        levels = [getattr(answer, name) for answer in given]
        if levels and not hasattr(levels[0], "today"):
            continue
        found.append(
            spread(words[name].label.in_(lang), (one.today for one in levels),
                   (one.target for one in levels))
        )  # fmt: skip
    return found


@dataclass(frozen=True)
class Vision:
    """One vision on the wall."""

    sentence: str
    motto: str
    lang: Lang


def visions(books: Iterable[Workbook]) -> list[Vision]:
    """The visions and mottos written so far."""
    found = []
    for book in books:
        for answer in answers_to("vision-statement", [book]):
            sentence = str(getattr(answer, "sentence", ""))
            motto = str(getattr(answer, "motto", ""))
            if sentence.strip() or motto.strip():
                found.append(Vision(sentence, motto, book.lang))
    return found


@dataclass(frozen=True)
class Trip:
    """One journey: its title, and the emotion at each touchpoint from −3 to +3."""

    title: str
    steps: tuple[tuple[str, int | None, bool], ...]
    lang: Lang

    @property
    def points(self) -> list[tuple[int, int, str, bool]]:
        """Place, emotion, name and moment of truth of each touchpoint that has an emotion."""
        return [
            (place, emotion, name, truth)
            for place, (name, emotion, truth) in enumerate(self.steps)
            if emotion is not None
        ]


def journeys(books: Iterable[Workbook]) -> list[Trip]:
    """The journeys of a class, to be laid side by side."""
    found = []
    for book in books:
        for answer in answers_to("journey-map", [book]):
            steps = tuple(
                (one.name, one.emotion, one.moment_of_truth)
                for one in getattr(answer, "touchpoints", ())
            )
            if steps:
                found.append(Trip(str(getattr(answer, "title", "")), steps, book.lang))
    return found


def moments(books: Iterable[Workbook]) -> list[tuple[str, int]]:
    """The moments of truth named most often, however they are spelled in capitals and spaces."""
    spelled: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for trip in journeys(books):
        named = {" ".join(name.casefold().split()): name for name, _, truth in trip.steps if truth}
        for key, name in named.items():
            if key:
                spelled.setdefault(key, name.strip())
                counted[key] += 1
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(spelled[key], count) for key, count in ranked[:12]]


def known_obstacles(lang: Lang) -> dict[str, str]:
    """The seven known obstacles, by id."""
    options = wording_of("obstacles").fields["known"].fields["known"].options
    return {name: text.in_(lang) for name, text in options.items()}


def voted(dots: Mapping[str, int], lang: Lang) -> list[tuple[str, int]]:
    """The obstacles with their dots, the most voted first."""
    names = known_obstacles(lang)
    ranked = sorted(names, key=lambda name: (-dots.get(name, 0), list(names).index(name)))
    return [(names[name], dots.get(name, 0)) for name in ranked]
