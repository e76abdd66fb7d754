"""Checks of the values: does anybody do anything because of them, and would it be seen?"""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import brief, shown
from cxkit.culture.model import Behaviour, Value, Values
from cxkit.culture.words import (
    attitudes,
    can_be_checked,
    empty_words,
    found,
    is_everyone,
    is_gesture,
    is_hearsay,
)

MOST_VALUES = 5
FEWEST_TO_COMPARE = 4
CHANGES = frozenset({"start", "stop", "keep"})


def check_values(answer: Values, context: Context) -> list[Advice]:
    """Return the advice on values and their behaviours; an empty answer gets none."""
    if answer.is_empty():
        return []
    return [
        *_mirror(answer, context),
        *(advice for value in answer.values for advice in _value(value, context)),
        *_together(answer, context),
    ]


def _mirror(answer: Values, context: Context) -> Iterator[Advice]:
    for field in ("regarded", "treated"):
        text = getattr(answer, field)
        praise = found("flattery", text, context)
        if praise and not can_be_checked(text, context):
            yield Advice("mirror-flatters", "warning", (field,), {"words": shown(praise)})
    treated = answer.treated.strip()
    if answer.values and not treated:
        yield Advice("no-mirror", "note", ("treated",))
    elif treated and can_be_checked(treated, context) and answer.regarded.strip():
        yield Advice("mirror-facts", "good", ("treated",))


def _value(value: Value, context: Context) -> Iterator[Advice]:
    where = ("values", value.id)
    name = {"value": brief(value.name)}
    empty = empty_words(value.name, context)
    if empty:
        yield Advice("value-empty", "note", (*where, "name"), {"words": shown(empty)})
    if value.name and not any(context.label(pillar) for pillar in value.pillars):
        yield Advice("pillar-missing", "note", (*where, "pillars"), name)
    written = [one for one in value.behaviours if one.text]
    if value.name and not written:
        yield Advice("value-alone", "warning", (*where, "behaviours"), name)
    for one in written:
        yield from _behaviour(one, (*where, "behaviours", one.id), context)
    whole = [one for one in written if _is_sound(one, context)]
    if {one.change for one in whole if one.change} == CHANGES:
        yield Advice("value-lived", "good", where, name)
    elif written and not any(one.change == "stop" for one in written):
        yield Advice("nothing-stops", "note", (*where, "behaviours"), name)


def _behaviour(one: Behaviour, where: tuple[str, ...], context: Context) -> Iterator[Advice]:
    traits = attitudes(one.text, context)
    if traits and not is_gesture(one.text, context) and not can_be_checked(one.text, context):
        yield Advice("attitude", "warning", (*where, "text"), {"words": shown(traits)})
    if not one.role:
        yield Advice("role-missing", "warning", (*where, "role"))
    elif is_everyone(one.role, context):
        yield Advice("role-everyone", "warning", (*where, "role"), {"words": brief(one.role)})
    if not one.change:
        yield Advice("change-missing", "note", (*where, "change"))
    if not one.evidence:
        yield Advice("evidence-missing", "warning", (*where, "evidence"))
    elif is_hearsay(one.evidence, context):
        yield Advice("evidence-hearsay", "warning", (*where, "evidence"))


def _is_sound(one: Behaviour, context: Context) -> bool:
    """Say whether a behaviour can be seen, belongs to a role and has a proof."""
    seen = is_gesture(one.text, context) or can_be_checked(one.text, context)
    named = bool(one.role) and not is_everyone(one.role, context)
    return seen and named and can_be_checked(one.evidence, context)


def _together(answer: Values, context: Context) -> Iterator[Advice]:
    if len(answer.values) > MOST_VALUES:
        yield Advice("values-many", "note", ("values",), {"count": len(answer.values)})
    written = [one for value in answer.values for one in value.behaviours if one.text]
    roles = [one.role for one in written if one.role]
    leading = [role for role in roles if found("leads", role, context)]
    if len(roles) >= FEWEST_TO_COMPARE and not leading:
        yield Advice("leaders-spared", "warning", ("values",))
    elif leading and len(leading) < len(roles):
        yield Advice("leaders-too", "good", ("values",), {"role": brief(leading[0])})
    kept = [one for one in written if one.change == "keep"]
    if len(written) >= FEWEST_TO_COMPARE and not kept:
        yield Advice("nothing-kept", "note", ("values",))
