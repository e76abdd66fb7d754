"""Checks of the behaviours: can they be seen, who shows them, and what proves it?"""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import shown
from cxkit.core.thread import place_to_link
from cxkit.language.word_lists import fold
from cxkit.vision.model import Behaviour, Behaviours
from cxkit.vision.words import can_be_checked, found, is_gesture, is_hearsay, is_whole

FEWEST = 3
# From this many on, a list that only adds is worth a remark.
MANY = 4


def check_behaviours(answer: Behaviours, context: Context) -> list[Advice]:
    """Return the advice on behaviours; an empty answer gets none."""
    if answer.is_empty():
        return []
    return [
        *(advice for one in answer.behaviours for advice in _one(one, context)),
        *_principles(answer, context),
        *_together(answer, context),
    ]


def _one(one: Behaviour, context: Context) -> Iterator[Advice]:
    where = ("behaviours", one.id)
    attitudes = found("attitudes", one.text, context)
    measured = found("measures", one.text, context)
    if attitudes and not measured and not is_gesture(one.text, context):
        yield Advice("attitude", "warning", (*where, "text"), {"words": shown(attitudes)})
    if not one.text:
        return
    if not one.role:
        yield Advice("role-missing", "warning", (*where, "role"))
    elif is_whole("everyone_roles", one.role, context):
        yield Advice("role-everyone", "warning", (*where, "role"), {"words": one.role})
    if not one.change:
        yield Advice("change-missing", "note", (*where, "change"))
    if not context.label(one.principle):
        yield Advice("principle-missing", "note", (*where, "principle"))
    yield from _evidence(one, context)


def _evidence(one: Behaviour, context: Context) -> Iterator[Advice]:
    where = ("behaviours", one.id, "evidence")
    if not one.evidence:
        yield Advice("evidence-missing", "warning", where)
    elif is_hearsay(one.evidence, context):
        words = shown(found("hearsay", one.evidence, context))
        yield Advice("evidence-weak", "warning", where, {"words": words})


def _principles(answer: Behaviours, context: Context) -> Iterator[Advice]:
    principles = [item for item in context.of_kind("principle") if item.label]
    served = {one.principle for one in answer.behaviours if one.text}
    alone = [item for item in principles if item.id not in served]
    for item in alone:
        values = {"principle": item.label}
        place = place_to_link("behaviours", "principle", item.id)
        yield Advice("principle-alone", "warning", place, values)
    if principles and not alone:
        yield Advice("principles-covered", "good", ("behaviours",))


def _together(answer: Behaviours, context: Context) -> Iterator[Advice]:
    where = ("behaviours",)
    written = [one for one in answer.behaviours if one.text]
    seen = [one for one in written if is_gesture(one.text, context)]
    proved = [one for one in seen if can_be_checked(one.evidence, context)]
    if len(seen) < FEWEST:
        values = {"count": len(seen), "total": len(written)}
        yield Advice("few-observable", "warning", where, values)
    elif len(proved) >= FEWEST:
        yield Advice("observable", "good", where, {"count": len(proved)})
    if any(one.change == "stop" for one in written):
        yield Advice("something-stops", "good", where)
    elif len(written) >= MANY:
        yield Advice("nothing-stops", "note", where)
    roles = {fold(one.role) for one in written if one.role}
    if len(roles) == 1 and len(written) >= FEWEST:
        role = next(one.role for one in written if one.role)
        yield Advice("one-role", "note", where, {"role": role})
