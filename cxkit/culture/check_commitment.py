"""Checks of the commitment: deeds with names and dates, and a price somebody pays."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import brief, quoted, shown
from cxkit.culture.model import Commitment, LeaderAction, ProcessChange
from cxkit.culture.words import (
    can_be_checked,
    found,
    is_gesture,
    is_hearsay,
    is_no_person,
    is_whole,
)

SOON = 60
"""Days within which at least one action has to happen for people to believe in the rest."""
HIGH = 3


def check_commitment(answer: Commitment, context: Context) -> list[Advice]:
    """Return the advice on a commitment; an answer nobody has written in gets none."""
    if answer.is_empty():
        return []
    return [
        *(advice for one in answer.actions for advice in _action(one, context)),
        *_actions(answer, context),
        *(advice for one in answer.processes for advice in _process(one, context)),
        *_processes(answer, context),
        *_people(answer, context),
        *_ingredients(answer, context),
    ]


def _is_hollow(text: str, context: Context) -> bool:
    """Say whether a text holds intentions only: nothing to film, nothing to count."""
    seen = is_gesture(text, context) or can_be_checked(text, context)
    return bool(found("hollow", text, context)) and not seen


def is_deed(one: LeaderAction, context: Context) -> bool:
    """Say whether an action is more than words: something visible, somebody's, dated."""
    named = bool(one.who) and not is_no_person(one.who, context)
    seen = is_gesture(one.what, context) or can_be_checked(one.what, context)
    own = not found("delegated", one.what, context)
    return seen and own and named and one.by is not None


def _action(one: LeaderAction, context: Context) -> Iterator[Advice]:
    if not one.what:
        return
    where, values = ("actions", one.id), {"what": brief(one.what)}
    delegated = found("delegated", one.what, context)
    if delegated:
        told = {**values, "words": shown(delegated)}
        yield Advice("action-delegated", "warning", (*where, "what"), told)
    elif _is_hollow(one.what, context):
        told = {**values, "words": shown(found("hollow", one.what, context))}
        yield Advice("action-hollow", "warning", (*where, "what"), told)
    if not one.who:
        yield Advice("action-unnamed", "warning", (*where, "who"), values)
    elif is_no_person(one.who, context):
        told = {**values, "who": brief(one.who)}
        yield Advice("action-nobody", "warning", (*where, "who"), told)
    if one.by is None:
        yield Advice("action-undated", "warning", (*where, "by"), values)
    if not one.seen:
        yield Advice("action-unseen", "note", (*where, "seen"), values)


def _actions(answer: Commitment, context: Context) -> Iterator[Advice]:
    written = [one for one in answer.actions if one.what]
    if not written:
        yield Advice("no-actions", "warning", ("actions",))
        return
    deeds = [one for one in written if is_deed(one, context)]
    if not deeds:
        yield Advice("only-words", "problem", ("actions",), {"count": len(written)})
    days = [(one.by - context.today).days for one in written if one.by]
    ahead = [day for day in days if day >= 0]
    if days and not ahead:
        yield Advice("all-past", "note", ("actions",))
    elif ahead and min(ahead) > SOON and len(ahead) == len(days):
        yield Advice("all-far", "warning", ("actions",), {"days": min(ahead), "most": SOON})
    soon = [one for one in deeds if one.by and 0 <= (one.by - context.today).days <= SOON]
    if soon:
        first = min(soon, key=lambda one: one.by or context.today)
        values: dict[str, str | int] = {"who": brief(first.who), "count": len(deeds)}
        yield Advice("deeds-soon", "good", ("actions", first.id), values)
    if written and all(one.repeats in ("", "once") for one in written):
        yield Advice("only-once", "note", ("actions", written[0].id, "repeats"))


def _process(one: ProcessChange, context: Context) -> Iterator[Advice]:
    if not one.name:
        return
    where, values = ("processes", one.id), {"process": brief(one.name)}
    if not one.loses.strip():
        yield Advice("process-no-loser", "warning", (*where, "loses"), values)
    elif is_whole("painless", one.loses, context):
        yield Advice("process-painless", "warning", (*where, "loses"), values)
    elif not one.support.strip():
        yield Advice("loser-alone", "note", (*where, "support"), values)
    if not one.owner or is_no_person(one.owner, context):
        yield Advice("process-unowned", "warning", (*where, "owner"), values)
    if one.by is None:
        yield Advice("process-undated", "note", (*where, "by"), values)


def _processes(answer: Commitment, context: Context) -> Iterator[Advice]:
    written = [one for one in answer.processes if one.name]
    if not written:
        yield Advice("no-processes", "note", ("processes",))
        return
    if all(
        one.loses.strip() and one.support.strip() and not is_whole("painless", one.loses, context)
        for one in written
    ):
        yield Advice("price-told", "good", ("processes",), {"count": len(written)})


def _people(answer: Commitment, context: Context) -> Iterator[Advice]:
    for one in answer.people:
        values = {"aspect": one.label_in(context.lang)}
        where = ("people", one.id)
        if one.level is not None and one.level >= HIGH and not one.today.strip():
            yield Advice("people-unproved", "warning", (*where, "today"), values)
        elif one.today and is_hearsay(one.today, context):
            yield Advice("people-hearsay", "warning", (*where, "today"), values)
        if one.level is not None and one.level < HIGH and not one.change.strip():
            yield Advice("people-unchanged", "warning", (*where, "change"), values)
    rated = [one for one in answer.people if one.level is not None]
    if not rated:
        yield Advice("people-forgotten", "note", ("people",))


def _ingredients(answer: Commitment, context: Context) -> Iterator[Advice]:
    rated = [one for one in answer.ingredients if one.level is not None]
    for one in rated:
        values = {"ingredient": one.label_in(context.lang)}
        where = ("ingredients", one.id, "evidence")
        if (one.level or 0) >= HIGH and not one.evidence.strip():
            yield Advice("ingredient-unproved", "warning", where, values)
        elif one.evidence and is_hearsay(one.evidence, context):
            yield Advice("ingredient-hearsay", "warning", where, values)
    if len(rated) < len(answer.ingredients) or not rated:
        return
    levels = [one.level or 0 for one in rated]
    if len(set(levels)) == 1:
        yield Advice("ingredients-alike", "warning", ("ingredients",), {"level": levels[0]})
        return
    scarce = [one for one in rated if one.level == min(levels)]
    names = quoted([one.label_in(context.lang) for one in scarce], context.lang)
    told: dict[str, str | int] = {"names": names, "level": min(levels)}
    yield Advice("ingredient-scarce", "note", ("ingredients", scarce[0].id), told)
