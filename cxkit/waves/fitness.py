"""Is this survey fit to decide on? What was written down, weighed by fixed rules.

The limits are choices, not laws of nature: they say from where on somebody has to look.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cxkit.core.context import Context
from cxkit.stats.base import PUBLISH
from cxkit.waves.model import SIGNS, Integrity, SignName, Wave, Waves
from cxkit.waves.series import breaks_between
from cxkit.waves.words import found

TOP_HIGH, TOP_JUMP = 60, 10
"""Per cent of highest scores, and points more than in the wave before, that call for a look."""
FLAT_SOME, FLAT_MANY = 10, 20
"""Per cent of answers that give every question the same score."""
RESPONSE_LOW, RESPONSE_FALL = 20, 10
"""Per cent who answered, and points fewer than in the wave before."""

Weight = Literal["stop", "fault", "doubt"]
Outcome = Literal["fit", "care", "unfit", "open"]


@dataclass(frozen=True)
class Reason:
    """Something that weighs on the verdict: the sign it belongs to, how heavily, what it is."""

    sign: SignName
    weight: Weight
    key: str


@dataclass(frozen=True)
class Fitness:
    """The verdict, its reasons, and the signs that have not been looked at with evidence."""

    outcome: Outcome
    reasons: tuple[Reason, ...]
    unseen: tuple[SignName, ...]
    wave: Wave | None
    before: Wave | None

    def weight_of(self, sign: str) -> Weight | None:
        """Return the heaviest weight of a sign's reasons; None when there are none."""
        weights = {reason.weight for reason in self.reasons if reason.sign == sign}
        order: tuple[Weight, ...] = ("stop", "fault", "doubt")
        return next((weight for weight in order if weight in weights), None)

    @property
    def is_stopped(self) -> bool:
        """Say whether the figure must not be shown at all."""
        return any(reason.weight == "stop" for reason in self.reasons)


def fitness_of(answer: Integrity, context: Context) -> Fitness:
    """Weigh what is known of a survey: our own findings, and what the figures and texts say.

    A stop or a fault makes it unfit: the first means that there is no figure, the second that it
    leans to one side by an amount nobody knows. A doubt asks for care. It is fit only when a
    wave is named, all eight signs were looked at with evidence and none weighs; until then it is
    open.

    Examples
    --------
    >>> fitness_of(Integrity(invitation="The only good score is 10"), Context()).outcome
    'unfit'
    """
    wave, before = waves_of(answer, context)
    reasons = (*_by_people(answer), *_by_wave(wave, before), *_by_figures(answer),
               *_by_texts(answer, context))  # fmt: skip
    unseen = tuple(name for name in SIGNS if not _is_seen(name, answer))
    weights = [reason.weight for reason in reasons]
    outcome: Outcome = "open" if unseen or wave is None else "fit"
    if "stop" in weights or "fault" in weights:
        outcome = "unfit"
    elif weights:
        outcome = "care"
    return Fitness(outcome, reasons, unseen, wave, before)


def waves_of(answer: Integrity, context: Context) -> tuple[Wave | None, Wave | None]:
    """Return the wave that is judged and the one before it in its series, where there are."""
    linked = context.items.get(answer.wave)
    if not isinstance(linked, Wave):
        return None, None
    book = context.answers.get(Waves.exercise)
    waves = book.in_order() if isinstance(book, Waves) else []
    same = [one for one in waves if (one.kpi, one.measure) == (linked.kpi, linked.measure)]
    place = same.index(linked) if linked in same else 0
    return linked, same[place - 1] if place else None


def _is_seen(name: SignName, answer: Integrity) -> bool:
    sign = answer.sign(name)
    return bool(sign.finding and sign.evidence.strip())


def _by_people(answer: Integrity) -> Iterator[Reason]:
    for name in SIGNS:
        finding = answer.sign(name).finding
        if finding in ("doubt", "fault"):
            yield Reason(name, "fault" if finding == "fault" else "doubt", "own")


def _by_wave(wave: Wave | None, before: Wave | None) -> Iterator[Reason]:
    if wave is None:
        return
    if wave.is_stopped() or wave.is_outside():
        yield Reason("scale", "stop", "nps-scale" if wave.is_stopped() else "outside")
    elif not wave.figure or not wave.scale:
        yield Reason("scale", "doubt", "untold")
    yield from _by_base(wave)
    if wave.response is not None and wave.response < RESPONSE_LOW:
        yield Reason("respondents", "doubt", "few-answer")
    if before is None:
        return
    if breaks_between(before, wave):
        yield Reason("breaks", "doubt", "broken")
    if _fell(wave, before):
        yield Reason("respondents", "doubt", "rise-fewer" if _rose(wave, before) else "fewer")


def _by_base(wave: Wave) -> Iterator[Reason]:
    if wave.n is None:
        yield Reason("base", "doubt", "no-base")
    elif wave.n < PUBLISH:
        yield Reason("base", "stop", "small-base")
    elif wave.margin is None:
        yield Reason("base", "doubt", "no-margin")


def _fell(wave: Wave, before: Wave) -> bool:
    if wave.response is None or before.response is None:
        return False
    return before.response - wave.response >= RESPONSE_FALL


def _rose(wave: Wave, before: Wave) -> bool:
    return wave.value is not None and before.value is not None and wave.value > before.value


def _by_figures(answer: Integrity) -> Iterator[Reason]:
    if answer.top is not None and answer.top >= TOP_HIGH:
        yield Reason("ceiling", "doubt", "ceiling")
    if (answer.top is not None and answer.top_before is not None
            and answer.top - answer.top_before >= TOP_JUMP):  # fmt: skip
        yield Reason("ceiling", "doubt", "jump")
    if answer.flat is not None and answer.flat >= FLAT_SOME:
        yield Reason("flat", "fault" if answer.flat >= FLAT_MANY else "doubt", "flat")
    if answer.paid in ("team", "person"):
        yield Reason("incentive", "doubt", "paid")


def _by_texts(answer: Integrity, context: Context) -> Iterator[Reason]:
    if found("begging", f"{answer.invitation}\n{answer.staff}", context):
        yield Reason("begging", "fault", "begged")
