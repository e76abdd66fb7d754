"""Checks of the pillars: levels with evidence, a target one can reach, a first step that is one."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import brief, quoted, shown
from cxkit.core.thread import place_to_link
from cxkit.core.wording import wording_of
from cxkit.culture.check_obstacles import is_heavy
from cxkit.culture.model import PILLARS, Obstacles, Pillars
from cxkit.culture.words import can_be_checked, found, is_gesture, is_hearsay, is_no_person

LEAP = 2
"""More steps than this in one year have hardly ever been made."""
MOST_AT_ONCE = 3


def check_pillars(answer: Pillars, context: Context) -> list[Advice]:
    """Return the advice on pillars; looks at the obstacles that they should remove."""
    if answer.is_empty():
        return []
    return [
        *_levels(answer, context),
        *_evidence(answer, context),
        *_together(answer, context),
        *_steps(answer, context),
        *_obstacles(answer, context),
    ]


def _name(pillar: str, context: Context) -> str:
    return wording_of(Pillars.exercise).field(pillar).label.in_(context.lang)


def _levels(answer: Pillars, context: Context) -> Iterator[Advice]:
    for name, levels, _ in answer.rows():
        gap, values = levels.gap, {"pillar": _name(name, context)}
        if gap is None:
            continue
        if gap < 0:
            yield Advice("target-below", "warning", (name, "target"), values)
        elif gap > LEAP:
            yield Advice("leap", "warning", (name, "target"), {**values, "steps": gap})


def _evidence(answer: Pillars, context: Context) -> Iterator[Advice]:
    honest = []
    for name, levels, card in answer.rows():
        where, values = ("pillars", card.id, "evidence"), {"pillar": _name(name, context)}
        if levels.today is None:
            continue
        if levels.today >= 2 and not card.evidence.strip():
            values["level"] = str(levels.today)
            yield Advice("level-unproved", "warning", where, values)
        elif is_hearsay(card.evidence, context):
            yield Advice("evidence-hearsay", "warning", where, values)
        elif levels.today <= 1 and can_be_checked(card.evidence, context):
            honest.append(values["pillar"])
    if honest:
        values = {"pillars": quoted(honest, context.lang)}
        yield Advice("honest", "good", ("pillars",), values)


def _together(answer: Pillars, context: Context) -> Iterator[Advice]:
    todays = [answer.levels(name).today for name in PILLARS]
    gaps = [gap for name in PILLARS if (gap := answer.levels(name).gap) is not None]
    if None not in todays and len(set(todays)) == 1:
        yield Advice("all-alike", "warning", ("vision", "today"), {"level": str(todays[0])})
    if len(gaps) == len(PILLARS) and not any(gap > 0 for gap in gaps):
        yield Advice("no-ambition", "warning", ("vision", "target"))
    rising = sum(gap > 0 for gap in gaps)
    if rising > MOST_AT_ONCE:
        yield Advice("everything-at-once", "warning", ("pillars",), {"count": rising})
    listening, improvement = answer.listening.today, answer.improvement.today
    if listening is not None and improvement is not None and listening >= improvement + 2:
        values = {"listening": listening, "improvement": improvement}
        yield Advice("heard-in-vain", "warning", ("improvement", "target"), values)
    vision, rewards = answer.vision.today, answer.rewards.today
    if vision is not None and rewards is not None and vision >= 3 and rewards <= 1:
        values = {"vision": vision, "rewards": rewards}
        yield Advice("vision-unrewarded", "note", ("rewards", "target"), values)


def _steps(answer: Pillars, context: Context) -> Iterator[Advice]:
    rising, ready = 0, 0
    for name, levels, card in answer.rows():
        where, values = ("pillars", card.id), {"pillar": _name(name, context)}
        hollow = found("hollow", card.step, context)
        seen = is_gesture(card.step, context) or can_be_checked(card.step, context)
        if hollow and not seen:
            told = {**values, "words": shown(hollow)}
            yield Advice("step-hollow", "warning", (*where, "step"), told)
        if (levels.gap or 0) <= 0:
            continue
        rising += 1
        if not card.step:
            yield Advice("step-missing", "warning", (*where, "step"), values)
        elif not card.who or is_no_person(card.who, context):
            yield Advice("step-nobody", "warning", (*where, "who"), values)
        elif card.by is None:
            yield Advice("step-undated", "note", (*where, "by"), values)
        elif not hollow or seen:
            ready += 1
    if rising and rising == ready and rising <= MOST_AT_ONCE:
        yield Advice("steps-ready", "good", ("pillars",), {"count": ready})


def _obstacles(answer: Pillars, context: Context) -> Iterator[Advice]:
    written = context.answers.get(Obstacles.exercise)
    heavy = (
        [one for one in written.all() if is_heavy(one)] if isinstance(written, Obstacles) else []
    )
    removed = {
        item_id
        for _, levels, card in answer.rows()
        if (levels.gap or 0) > 0
        for item_id in card.removes
    }
    left = [one for one in heavy if one.id not in removed]
    if left:
        names = quoted((brief(one.label_in(context.lang)) for one in left), context.lang)
        where = place_to_link("pillars", "removes", left[0].id)
        yield Advice("obstacle-left", "warning", where, {"obstacles": names})
    elif heavy:
        yield Advice("obstacles-met", "good", ("pillars",), {"count": len(heavy)})
