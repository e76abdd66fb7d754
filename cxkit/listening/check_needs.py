"""Checks of the canvas and its questions: is the guess a guess about people, and well asked?"""

import re
from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import listed, shown
from cxkit.language.word_lists import bare
from cxkit.listening.check_answers import check_answers
from cxkit.listening.model import Needs, Requirement
from cxkit.listening.words import Values, found, name_of

FEWEST_SIDED = 3
_JOINS = {"it": r"\b(?:e|ed|oppure|o)\b", "en": r"\b(?:and|or)\b"}
# "Between nine and ten" is one thing, and so is "yes or no".
_ONE_THING = {
    "it": r"\b(?:tra|fra) [^.,;?!]{1,24}? e \S+|\bs[iì] o no\b",
    "en": r"\bbetween [^.,;?!]{1,24}? and \S+|\byes or no\b",
}


def check_needs(answer: Needs, context: Context) -> list[Advice]:
    """Return the advice on the canvas, its questions and the answers; an empty one gets none."""
    if answer.is_empty():
        return []
    return [
        *_needs(answer, context),
        *(advice for one in answer.requirements for advice in _one(one, context)),
        *_balance(answer),
        *_questions(answer, context),
        *check_answers(answer, context),
    ]


def _where(one: Requirement, field: str) -> tuple[str, ...]:
    return ("requirements", one.id, field)


def _name(one: Requirement, context: Context) -> Values:
    return {"name": name_of(one.text, Needs.exercise, context)}


def _needs(answer: Needs, context: Context) -> Iterator[Advice]:
    needs = [item for item in context.of_kind("need") if item.label]
    written = [one for one in answer.requirements if one.text]
    if not needs:
        if written:
            yield Advice("no-needs-yet", "note", ("requirements",))
        return
    loose = [one for one in written if not context.label(one.need)]
    for one in loose:
        yield Advice("need-missing", "warning", _where(one, "need"), _name(one, context))
    covered = {one.need for one in written}
    forgotten = [item.label for item in needs if item.id not in covered]
    if forgotten and written:
        values: Values = {"needs": listed(forgotten, context.lang), "count": len(forgotten)}
        yield Advice("need-forgotten", "note", ("requirements",), values)
    elif written and not loose:
        yield Advice("needs-covered", "good", ("requirements",), {"count": len(needs)})


def _one(one: Requirement, context: Context) -> Iterator[Advice]:
    if not one.text:
        return
    named = _name(one, context)
    if vague := found("abstractions", one.text, context):
        values = {**named, "words": shown(vague)}
        yield Advice("item-abstract", "warning", _where(one, "text"), values)
    if not one.side:
        yield Advice("side-open", "note", _where(one, "side"), named)
    elif not one.why.strip():
        yield Advice("why-missing", "note", _where(one, "why"), named)
    if one.side == "memorable":
        yield from _memorable(one, named, context)


def _memorable(one: Requirement, named: Values, context: Context) -> Iterator[Advice]:
    if basics := found("basics", one.text, context):
        values = {**named, "words": shown(basics)}
        yield Advice("minimum-as-memorable", "warning", _where(one, "side"), values)
    if gifts := found("gifts", one.text, context):
        values = {**named, "words": shown(gifts)}
        yield Advice("memorable-bought", "warning", _where(one, "text"), values)


def _balance(answer: Needs) -> Iterator[Advice]:
    sides = [one.side for one in answer.requirements if one.text and one.side]
    where = ("requirements",)
    if len(sides) < FEWEST_SIDED:
        return
    if set(sides) == {"memorable"}:
        yield Advice("all-memorable", "warning", where, {"count": len(sides)})
    elif "minimum" not in sides:
        yield Advice("no-minimum", "warning", where)
    elif "memorable" not in sides:
        yield Advice("no-memorable", "note", where)
    else:
        values = {"minimum": sides.count("minimum"), "memorable": sides.count("memorable")}
        yield Advice("both-sides", "good", where, values)


def _questions(answer: Needs, context: Context) -> Iterator[Advice]:
    asked = [one for one in answer.requirements if one.functional or one.dysfunctional]
    faults = [advice for one in asked for advice in _question(one, context)]
    yield from faults
    if len(asked) >= FEWEST_SIDED and not faults:
        yield Advice("questions-fair", "good", ("requirements",), {"count": len(asked)})


def _question(one: Requirement, context: Context) -> Iterator[Advice]:
    named = _name(one, context)
    if not one.functional or not one.dysfunctional:
        empty = "dysfunctional" if one.functional else "functional"
        yield Advice("question-half", "warning", _where(one, empty), named)
    elif bare(one.functional) == bare(one.dysfunctional):
        yield Advice("question-same", "warning", _where(one, "dysfunctional"), named)
    for field in ("functional", "dysfunctional"):
        text = getattr(one, field)
        if leading := found("leading", text, context):
            values = {**named, "words": shown(leading)}
            yield Advice("question-leading", "warning", _where(one, field), values)
        one_by_one = re.sub(_ONE_THING[context.written], "", text, flags=re.IGNORECASE)
        if re.search(_JOINS[context.written], one_by_one, re.IGNORECASE):
            yield Advice("question-double", "note", _where(one, field), named)
