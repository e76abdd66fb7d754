"""Checks of the obstacles: weighed apart, proved, and in somebody's hands."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import brief, quoted, shown
from cxkit.culture.model import KnownObstacle, Obstacles, OwnObstacle
from cxkit.culture.ranking import pareto
from cxkit.culture.words import can_be_checked, found, is_hearsay, is_no_person
from cxkit.language.word_lists import fold

HEAVY = 6
"""From this weight on (2 by 3) an obstacle wants evidence and somebody who removes it."""
EMERGENCY = 9
LIGHT = 2
FEWEST_TO_COMPARE = 4

One = KnownObstacle | OwnObstacle
Named = dict[str, str | int]


def is_heavy(one: One) -> bool:
    """Say whether an obstacle weighs enough to need evidence and a remover."""
    return one.weight is not None and one.weight >= HEAVY


def check_obstacles(answer: Obstacles, context: Context) -> list[Advice]:
    """Return the advice on obstacles; an answer nobody has written in gets none."""
    if answer.is_empty():
        return []
    return [
        *(advice for one in answer.all() for advice in _one(one, answer, context)),
        *_ratings(answer, context),
        *_own(answer),
        *_removers(answer),
        *_few(answer, context),
        *_first(answer, context),
    ]


def _where(one: One, answer: Obstacles, field: str) -> tuple[str, ...]:
    return ("known" if one in answer.known else "own", one.id, field)


def _one(one: One, answer: Obstacles, context: Context) -> Iterator[Advice]:
    what = brief(one.label_in(context.lang))
    own_words = one.here if isinstance(one, KnownObstacle) else one.name
    field = "here" if isinstance(one, KnownObstacle) else "name"
    blame = found("blame", own_words, context)
    if blame:
        values = {"words": shown(blame)}
        yield Advice("blames-people", "warning", _where(one, answer, field), values)
    if one.evidence and is_hearsay(one.evidence, context):
        where = _where(one, answer, "evidence")
        yield Advice("evidence-hearsay", "warning", where, {"what": what})
    if is_no_person(one.remover, context):
        values = {"what": what, "who": brief(one.remover)}
        yield Advice("remover-nobody", "warning", _where(one, answer, "remover"), values)
    if not is_heavy(one):
        return
    if not one.evidence.strip():
        yield Advice("heavy-unproved", "warning", _where(one, answer, "evidence"), {"what": what})
    if not one.remover:
        yield Advice("heavy-orphan", "warning", _where(one, answer, "remover"), {"what": what})
    if isinstance(one, KnownObstacle) and not one.here:
        yield Advice("heavy-generic", "note", _where(one, answer, "here"), {"what": what})


def _ratings(answer: Obstacles, context: Context) -> Iterator[Advice]:
    unrated = [one for one in answer.all() if one.weight is None]
    if unrated:
        labels = [brief(one.label_in(context.lang)) for one in unrated]
        values: Named = {
            "count": len(unrated),
            "names": quoted([x for x in labels if x][:3], context.lang),
        }
        yield Advice("unrated", "note", _where(unrated[0], answer, "severity"), values)
    weights = [one.weight for one in answer.all() if one.weight is not None]
    if len(weights) < FEWEST_TO_COMPARE:
        return
    urgent = sum(weight >= EMERGENCY for weight in weights)
    if max(weights) <= LIGHT:
        yield Advice("too-rosy", "warning", ("known",), {"count": len(weights)})
    elif len(set(weights)) == 1:
        yield Advice("all-alike", "warning", ("known",), {"count": len(weights)})
    elif urgent > len(weights) / 2:
        told: Named = {"count": urgent, "total": len(weights)}
        yield Advice("all-emergencies", "warning", ("known",), told)


def _own(answer: Obstacles) -> Iterator[Advice]:
    rated = [one for one in answer.known if one.weight is not None]
    if len(rated) == len(answer.known) and not any(one.name for one in answer.own):
        yield Advice("nothing-of-ours", "note", ("own",))


def _removers(answer: Obstacles) -> Iterator[Advice]:
    named = [one.remover for one in answer.all() if one.remover]
    if len(named) >= FEWEST_TO_COMPARE and len({fold(name) for name in named}) == 1:
        yield Advice("one-remover", "note", ("known",), {"who": brief(named[0])})


def _few(answer: Obstacles, context: Context) -> Iterator[Advice]:
    by_id = {one.id: one for one in answer.all()}
    ranked = pareto([(one.id, one.weight) for one in answer.all() if one.weight is not None])
    few = [by_id[one.id] for one in ranked if one.vital]
    if len(ranked) < FEWEST_TO_COMPARE or len(few) > len(ranked) / 2:
        return
    if all(one.evidence and not is_hearsay(one.evidence, context) for one in few):
        values = {"count": len(few), "total": len(ranked)}
        yield Advice("vital-few", "good", ("known",), values)


def _first(answer: Obstacles, context: Context) -> Iterator[Advice]:
    chosen = next((one for one in answer.all() if one.id == answer.first), None)
    if chosen is None:
        if any(one.weight for one in answer.all()):
            yield Advice("nothing-first", "note", ("first",))
        return
    what = brief(chosen.label_in(context.lang))
    heaviest = max((one.weight or 0 for one in answer.all()), default=0)
    sound = chosen.remover and not is_no_person(chosen.remover, context)
    if is_heavy(chosen) and sound and can_be_checked(chosen.evidence, context):
        yield Advice("first-sound", "good", ("first",), {"what": what, "who": chosen.remover})
    elif (chosen.weight or 0) < heaviest and not answer.reason.strip():
        yield Advice("first-is-lighter", "warning", ("reason",), {"what": what})
