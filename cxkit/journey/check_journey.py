"""Checks of the journey map."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from cxkit.core.advice import Advice, Severity
from cxkit.core.context import Context
from cxkit.core.phrases import listed, name_of
from cxkit.core.wording import wording_of
from cxkit.journey.model import Blueprint, Journey, Touchpoint
from cxkit.journey.words import company_subject, internal_word
from cxkit.language.word_lists import bare

LOW = -2
"""An emotion this low or lower hurts."""

FEW_MOMENTS = 3
"""So many moments of truth can be looked after in any journey, as the lesson says."""


def check_journey(journey: Journey, context: Context) -> list[Advice]:
    """Return the advice on a journey map; looks at the blueprint for owners."""
    if journey.is_empty():
        return []
    return [
        *_phases(journey, context),
        *_whose_eyes(journey, context),
        *_sameness(journey, context),
        *_emotions(journey, context),
        *_lows(journey),
        *_moments(journey, context),
        *_channels(journey, context),
        *_evidence(journey),
    ]


def _at(touchpoint: Touchpoint, field: str) -> tuple[str, ...]:
    return ("touchpoints", touchpoint.id, field)


def _about(
    journey: Journey, key: str, touchpoint: Touchpoint, field: str, severity: Severity = "warning"
) -> Advice:
    name = name_of(journey.touchpoints, touchpoint)
    return Advice(key, severity, _at(touchpoint, field), {"name": name})


def _about_all(
    journey: Journey,
    context: Context,
    key: str,
    touchpoints: list[Touchpoint],
    field: str,
    severity: Severity = "warning",
) -> Iterator[Advice]:
    if touchpoints:
        names = listed([name_of(journey.touchpoints, t) for t in touchpoints], context.lang)
        yield Advice(key, severity, _at(touchpoints[0], field), {"names": names})


def _phases(journey: Journey, context: Context) -> Iterator[Advice]:
    if not journey.persona:
        yield Advice("no-persona", "note", ("persona",))
    for phase, inside in journey.groups():
        if phase and not inside:
            yield Advice(
                "phase-without-touchpoint",
                "warning",
                ("phases", phase.id, "name"),
                {"phase": name_of(journey.phases, phase)},
            )
    if journey.phases:
        known = {phase.id for phase in journey.phases}
        loose = [t for t in journey.touchpoints if t.phase not in known]
        yield from _about_all(journey, context, "touchpoint-without-phase", loose, "phase")


def _whose_eyes(journey: Journey, context: Context) -> Iterator[Advice]:
    idle = [t for t in journey.touchpoints if t.name and not t.action.strip()]
    yield from _about_all(journey, context, "no-action", idle, "action")
    for touchpoint in journey.touchpoints:
        name = name_of(journey.touchpoints, touchpoint)
        if word := internal_word(touchpoint.name, context.written):
            values = {"name": name, "word": word}
            yield Advice("company-eye", "warning", _at(touchpoint, "name"), values)
        if word := company_subject(touchpoint.action, context.written):
            values = {"name": name, "word": word}
            yield Advice("company-acts", "warning", _at(touchpoint, "action"), values)


def _sameness(journey: Journey, context: Context) -> Iterator[Advice]:
    for touchpoint in journey.touchpoints:
        need = bare(touchpoint.need)
        if need and need == bare(touchpoint.expectation):
            yield _about(journey, "need-copied", touchpoint, "expectation")
    for field in ("action", "need", "expectation", "pain", "opportunity"):
        texts = Counter(bare(getattr(t, field)) for t in journey.touchpoints)
        for text, times in texts.items():
            if text and times >= 3:
                same = [t for t in journey.touchpoints if bare(getattr(t, field)) == text]
                yield from _about_all(journey, context, "copied-along", same, field)


def _emotions(journey: Journey, context: Context) -> Iterator[Advice]:
    unrated = [t for t in journey.touchpoints if t.emotion is None]
    rated = [t.emotion for t in journey.touchpoints if t.emotion is not None]
    if rated:
        yield from _about_all(journey, context, "emotion-missing", unrated, "emotion", "note")
    if len(rated) < 4:
        return
    first = _at(journey.touchpoints[0], "emotion")
    if max(rated) - min(rated) <= 1:
        yield Advice("emotion-flat", "warning", first)
    elif min(rated) >= 0:
        yield Advice("emotion-no-low", "warning", first)
    elif not unrated and max(rated) > 0 and max(rated) - min(rated) >= 3:
        yield Advice("good-curve", "good", first)


def _lows(journey: Journey) -> Iterator[Advice]:
    rated = [t for t in journey.touchpoints if t.emotion is not None and t.emotion < 0]
    low = [t for t in rated if t.emotion is not None and t.emotion <= LOW]
    voiceless = [t for t in low if not t.quote.strip()]
    for touchpoint in voiceless:
        yield _about(journey, "low-without-quote", touchpoint, "quote")
    lowest = min((t.emotion for t in rated if t.emotion is not None), default=0)
    for touchpoint in rated:
        if touchpoint.emotion == lowest and not touchpoint.opportunity.strip():
            yield _about(journey, "lowest-without-opportunity", touchpoint, "opportunity")
    if low and not voiceless and all(t.opportunity.strip() for t in low):
        yield Advice("good-lows", "good", _at(low[0], "opportunity"))


def _moments(journey: Journey, context: Context) -> Iterator[Advice]:
    moments = [t for t in journey.touchpoints if t.moment_of_truth]
    total = len(journey.touchpoints)
    if not moments:
        if total >= 4:
            yield Advice("no-moment", "warning", ("touchpoints",))
        return
    needless = [t for t in moments if not t.need.strip()]
    for touchpoint in needless:
        yield _about(journey, "moment-without-need", touchpoint, "need", "problem")
    too_many = total >= 4 and len(moments) > max(FEW_MOMENTS, total / 3)
    if too_many:
        values = {"count": len(moments), "total": total}
        yield Advice("too-many-moments", "warning", _at(moments[0], "moment_of_truth"), values)
    elif not needless and total >= 4:
        yield Advice("good-moments", "good", _at(moments[0], "moment_of_truth"))
    yield from _unowned(journey, moments, context)


def _unowned(journey: Journey, moments: list[Touchpoint], context: Context) -> Iterator[Advice]:
    blueprint = context.answers.get("blueprint")
    if not isinstance(blueprint, Blueprint) or all(line.is_blank() for line in blueprint.lines):
        return
    owned = {line.touchpoint for line in blueprint.lines if line.owner.strip()}
    for touchpoint in moments:
        if touchpoint.id not in owned:
            yield _about(journey, "moment-without-owner", touchpoint, "moment_of_truth", "problem")


def _channels(journey: Journey, context: Context) -> Iterator[Advice]:
    points = journey.in_order()
    for before, after in pairwise(points):
        if not before.channels or not after.channels or {*before.channels} & {*after.channels}:
            continue
        values = {
            "before": name_of(journey.touchpoints, before),
            "after": name_of(journey.touchpoints, after),
        }
        where = _at(after, "consistency")
        if after.consistency is None:
            yield Advice("channel-unknown", "note", where, values)
        elif after.consistency <= 1:
            yield Advice("channel-break", "warning", where, values)
    yield from _lone_channels(journey, points, context)


def _lone_channels(
    journey: Journey, points: tuple[Touchpoint, ...], context: Context
) -> Iterator[Advice]:
    uses = Counter(channel for point in points for channel in point.channels)
    labels = wording_of(journey.exercise).field("touchpoints", "channels").options
    for before, point, after in zip(points, points[1:], points[2:], strict=False):
        if len(point.channels) != 1 or uses[point.channels[0]] > 1:
            continue
        if {*before.channels} & {*after.channels}:
            values = {
                "name": name_of(journey.touchpoints, point),
                "channel": labels[point.channels[0]].in_(context.lang),
            }
            yield Advice("lone-channel", "note", _at(point, "channels"), values)


def _evidence(journey: Journey) -> Iterator[Advice]:
    said = [t for t in journey.touchpoints if t.evidence]
    known = [t for t in said if t.evidence in ("told", "observed", "data")]
    total = len(journey.touchpoints)
    if total < 4:
        return
    if not known:
        where = _at(journey.touchpoints[0], "evidence")
        yield Advice("all-assumed", "warning", where, {"count": total})
    elif len(known) * 2 >= total:
        values = {"count": len(known), "total": total}
        yield Advice("good-evidence", "good", _at(known[0], "evidence"), values)
