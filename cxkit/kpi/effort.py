"""What a survey asks of people: the minutes it takes, the answers it needs."""

from dataclasses import dataclass

from cxkit.kpi.model import Survey, SurveyItem
from cxkit.stats.burden import ALOUD, RATED_SECONDS, SECONDS, WORDS_A_MINUTE
from cxkit.stats.samples import (
    invitations,
    margin_nps,
    margin_share,
    sample_size_nps,
    sample_size_share,
)

DEFAULT_MARGIN = 10.0
RATED = frozenset({"nps-0-10", "csat-1-5", "csat-1-7", "csat-1-10", "ces-1-7", "agree-1-5"})


def minutes_of(survey: Survey) -> float:
    """Estimate how many minutes a survey takes, invitation included.

    Examples
    --------
    >>> minutes_of(Survey(questions=[SurveyItem(text="Why?", kind="open")] * 3))
    2.0
    """
    asked = [one for one in survey.questions if one.text]
    seconds = sum(SECONDS.get(one.kind, RATED_SECONDS) for one in asked)
    spoken = ALOUD if survey.channel == "phone" else 1.0
    return spoken * (seconds / 60 + len(survey.invitation.split()) / WORDS_A_MINUTE)


def scale_of(question: SurveyItem) -> range:
    """Return the marks of a rated question; empty for the others.

    Examples
    --------
    >>> [*scale_of(SurveyItem(kind="csat-1-5"))], len(scale_of(SurveyItem(kind="nps-0-10")))
    ([1, 2, 3, 4, 5], 11)
    """
    if question.kind not in RATED:
        return range(0)
    low, high = question.kind.split("-")[-2:]
    return range(int(low), int(high) + 1)


@dataclass(frozen=True)
class Need:
    """How many answers one kind of figure needs, and how exact the planned ones make it.

    `needed` is more than `population` when the margin cannot be had; `reached` is None while no
    number of answers is planned.
    """

    figure: str
    margin: float
    needed: int
    population: float | None
    reached: float | None

    @property
    def everybody(self) -> bool:
        """Say whether there are not more people than answers needed."""
        return self.population is not None and self.needed >= self.population

    @property
    def enough(self) -> bool:
        """Say whether the planned answers give the margin."""
        return self.reached is not None and self.reached <= self.margin + 1e-9


def needs_of(survey: Survey) -> tuple[Need, ...]:
    """Return what the figures of a survey need: its NPS, and its shares of answers."""
    kinds = {one.kind for one in survey.questions}
    margin = survey.margin or DEFAULT_MARGIN
    people = survey.population if survey.population and survey.population >= 1 else None
    planned = survey.answers
    needs = []
    if "nps-0-10" in kinds:
        reached = None if planned is None else margin_nps(planned)
        needs.append(Need("nps", margin, sample_size_nps(margin), people, reached))
    if kinds & (RATED - {"nps-0-10"}) or "yes-no" in kinds:
        reached = None if planned is None else 100 * margin_share(planned, population=people)
        needed = sample_size_share(margin / 100, population=people)
        needs.append(Need("share", margin, needed, people, reached))
    return tuple(needs)


def invited(survey: Survey) -> int | None:
    """Return how many people to invite for the planned answers; None while that is open."""
    if not survey.answers or not survey.response:
        return None
    return invitations(survey.answers, survey.response / 100)
