"""Checks of the roadmap: does the order hold, is each step somebody's, does a customer notice?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import quoted
from cxkit.language import format_date
from cxkit.language.word_lists import bare
from cxkit.roadmap.model import Roadmap, Step
from cxkit.roadmap.order import busiest_day, circle_of, first_day, holding, too_early
from cxkit.roadmap.words import is_activity, is_nobody

EARLY = timedelta(days=90)
LONG = timedelta(days=183)
SEVERAL = 4
FEW = 3


def check_roadmap(answer: Roadmap, context: Context) -> list[Advice]:
    """Return the advice on a roadmap; an empty one gets none."""
    if answer.is_empty():
        return []
    named = [step for step in answer.steps if step.name]
    return [
        *_circle(answer, context),
        *(advice for step in named for advice in _one(step, context)),
        *_order(answer, context),
        *_road(named, context),
        *_pace(answer, named, context),
        *_ties(named),
        *_ends(answer, named),
    ]


def _at(step: Step, field: str) -> tuple[str, ...]:
    return ("steps", step.id, field)


def _circle(answer: Roadmap, context: Context) -> Iterator[Advice]:
    circle = circle_of(answer)
    if circle:
        names = [step.name or "…" for step in circle]
        values = {"names": quoted(names, context.lang)}
        yield Advice("circle", "problem", _at(circle[0], "after"), values)


def _one(step: Step, context: Context) -> Iterator[Advice]:
    values = {"name": step.name}
    if step.starts and step.ends and step.ends < step.starts:
        yield Advice("end-before-start", "problem", _at(step, "ends"), values)
    elif not (step.starts and step.ends):
        missing = "starts" if not step.starts else "ends"
        yield Advice("date-missing", "warning", _at(step, missing), values)
    elif step.ends - step.starts > LONG and not step.milestone:
        yield Advice("step-long", "note", _at(step, "ends"), values)
    if not step.owner:
        yield Advice("owner-missing", "warning", _at(step, "owner"), values)
    elif is_nobody(step.owner, context):
        said = {**values, "owner": step.owner}
        yield Advice("owner-nobody", "warning", _at(step, "owner"), said)
    if not step.is_tied():
        yield Advice("tied-to-nothing", "warning", _at(step, "actions"), values)
    if step.ends and step.ends < context.today and not step.done:
        late = {**values, "day": format_date(step.ends, context.lang)}
        yield Advice("overdue", "warning", _at(step, "done"), late)
    yield from _seen(step, context)


def _seen(step: Step, context: Context) -> Iterator[Advice]:
    values = {"name": step.name}
    if not step.change:
        yield Advice("change-missing", "note", _at(step, "change"), values)
    if step.milestone and not step.proof:
        yield Advice("milestone-unproved", "warning", _at(step, "proof"), values)
    elif is_activity(step.proof, context):
        said = {**values, "proof": step.proof}
        yield Advice("proof-activity", "note", _at(step, "proof"), said)


def _order(answer: Roadmap, context: Context) -> Iterator[Advice]:
    early = list(too_early(answer))
    for step, first in early:
        values = {"name": step.name or "…", "first": first.name or "…",
                  "day": format_date(first.ends or date.max, context.lang)}  # fmt: skip
        yield Advice("starts-too-early", "warning", _at(step, "starts"), values)
    for step in answer.steps:
        open_first = [one.name or "…" for one in answer.before(step) if not one.done]
        if step.done and open_first:
            values = {"name": step.name or "…", "first": quoted(open_first, context.lang)}
            yield Advice("done-before", "note", _at(step, "done"), values)
    linked = sum(len(answer.before(step)) for step in answer.steps)
    if len(answer.steps) >= SEVERAL and not linked:
        yield Advice("no-dependency", "warning", ("steps",))
    elif not early and not circle_of(answer) and holding(answer) >= FEW:
        yield Advice("order-holds", "good", ("steps",), {"count": holding(answer)})


def _road(named: Sequence[Step], context: Context) -> Iterator[Advice]:
    stretches = {step.stretch for step in named}
    ends = {
        name: max((s.ends for s in named if s.stretch == name and s.ends), default=None)
        for name in ("vision", "listening")
    }
    for step in named:
        if step.stretch != "omnichannel":
            continue
        where, values = _at(step, "starts"), {"name": step.name}
        if not stretches & {"vision", "listening"}:
            yield Advice("omnichannel-alone", "warning", _at(step, "stretch"), values)
        elif step.starts and any(day and step.starts < day for day in ends.values()):
            yield Advice("omnichannel-first", "warning", where, values)
    if len(named) >= FEW and any(stretches) and not stretches & {"commitment", "vision"}:
        yield Advice("no-culture", "warning", ("steps",))
    unplaced = [step.name for step in named if not step.stretch]
    if unplaced:
        yield Advice(
            "stretch-missing", "note", ("steps",), {"names": quoted(unplaced, context.lang)}
        )


def _pace(answer: Roadmap, named: Sequence[Step], context: Context) -> Iterator[Advice]:
    begin = first_day(answer)
    marks = [step for step in named if step.milestone]
    early = [s for s in marks if begin and s.ends and s.ends - begin <= EARLY]
    if begin and not early:
        yield Advice("no-early-milestone", "warning", ("steps",))
    elif noticed := [step for step in early if step.change and step.proof]:
        yield Advice("early-milestone", "good", _at(noticed[0], "milestone"),
                     {"name": noticed[0].name})  # fmt: skip
    busiest = busiest_day(named)
    if busiest and len(named) >= SEVERAL and busiest[1] > max(FEW, len(named) / 2):
        day = format_date(busiest[0], context.lang)
        crowd = {"count": str(busiest[1]), "total": str(len(named)), "day": day}
        yield Advice("all-at-once", "warning", ("steps",), crowd)
    owners = Counter(bare(step.owner) for step in named if step.owner)
    name, count = max(owners.items(), key=lambda pair: pair[1], default=("", 0))
    if len(named) >= SEVERAL and count > len(named) / 2:
        owner = next(step.owner for step in named if bare(step.owner) == name)
        yield Advice("one-owner", "note", ("steps",), {"owner": owner, "count": count})


def _ties(named: Sequence[Step]) -> Iterator[Advice]:
    if len(named) >= FEW and all(step.is_tied() and step.owner for step in named):
        yield Advice("all-tied", "good", ("steps",), {"count": len(named)})


def _ends(answer: Roadmap, named: Sequence[Step]) -> Iterator[Advice]:
    if 0 < len(named) < FEW:
        yield Advice("few-steps", "note", ("steps",), {"count": len(named)})
    if not answer.monday:
        yield Advice("monday-missing", "note", ("monday",))
    begin = first_day(answer)
    if not answer.again:
        yield Advice("again-missing", "warning", ("again",))
    elif begin and answer.again <= begin:
        yield Advice("again-early", "warning", ("again",))
