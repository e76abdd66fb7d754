"""Checks of the actions: tied to a gap, somebody's, due, and able to change something."""

from collections import Counter
from collections.abc import Iterator, Mapping

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import listed, name_of, shown
from cxkit.cycle.check_loop import check_loop
from cxkit.cycle.gaps import Reading, read_gaps
from cxkit.cycle.model import Action, Actions
from cxkit.cycle.places import moments_of
from cxkit.cycle.quadrants import quadrant_of
from cxkit.cycle.words import found, is_no_person

SEVERAL = 4
HIGH = 3
LEVERS = {"process": "process", "organisation": "cooperation", "technology": "technology"}
"""The kind of action that an obstacle of each kind asks for."""


def check_actions(answer: Actions, context: Context) -> list[Advice]:
    """Return the advice on actions; looks at the gaps, the map and its obstacles."""
    if not answer.actions:
        return []
    readings = read_gaps(context)
    return [
        *(advice for action in answer.actions for advice in _tied(action, answer, context)),
        *(advice for action in answer.actions for advice in _somebodys(action, answer, context)),
        *(advice for action in answer.actions for advice in _real(action, answer, context)),
        *_weights(answer),
        *_together(answer),
        *_uncovered(answer, readings, context),
        *_first(answer, readings, context),
        *check_loop(answer, context),
        *_praise(answer),
    ]


def _at(action: Action, field: str) -> tuple[str, ...]:
    return ("actions", action.id, field)


def _tied(action: Action, answer: Actions, context: Context) -> Iterator[Advice]:
    values = {"name": name_of(answer.actions, action)}
    if not action.gaps:
        yield Advice("no-gap", "warning", _at(action, "gaps"), values)
    if not action.kpi and not action.proof and action.status != "stopped":
        yield Advice("no-proof", "warning", _at(action, "kpi"), values)
    kinds = [getattr(context.items.get(one), "kind", "") for one in action.obstacles]
    wanted = [LEVERS[kind] for kind in kinds if kind in LEVERS]
    if action.kind == "technology" and wanted and "technology" not in wanted:
        yield Advice("tool-for-rule", "warning", _at(action, "kind"), values)


def _somebodys(action: Action, answer: Actions, context: Context) -> Iterator[Advice]:
    values: dict[str, str | int] = {"name": name_of(answer.actions, action)}
    if action.status == "stopped":
        return
    if not action.owner:
        yield Advice("no-owner", "problem", _at(action, "owner"), values)
    elif is_no_person(action.owner, context):
        values["owner"] = action.owner
        yield Advice("owner-nobody", "warning", _at(action, "owner"), values)
    if action.due is None:
        yield Advice("no-due", "warning", _at(action, "due"), values)
    elif action.due < context.today and not action.is_over():
        values["days"] = (context.today - action.due).days
        yield Advice("overdue", "warning", _at(action, "due"), values)


def _real(action: Action, answer: Actions, context: Context) -> Iterator[Advice]:
    values = {"name": name_of(answer.actions, action)}
    changes = found("changing", action.what, context)
    teaches = found("teaching", action.what, context)
    hollow = found("hollow", action.what, context)
    if teaches and not changes:
        told = {**values, "words": shown(teaches)}
        yield Advice("only-teaches", "warning", _at(action, "what"), told)
    elif hollow and not changes:
        yield Advice("hollow", "warning", _at(action, "what"), {**values, "words": shown(hollow)})
    activity = found("activity", action.proof, context)
    if activity and not action.kpi:
        told = {**values, "words": shown(activity)}
        yield Advice("proof-activity", "warning", _at(action, "proof"), told)


def _weights(answer: Actions) -> Iterator[Advice]:
    open_ = [a for a in answer.actions if a.impact is None or a.effort is None]
    rated = [a for a in answer.actions if a not in open_ and a.status != "stopped"]
    if open_:
        yield Advice("unrated", "note", _at(open_[0], "impact"), {"count": len(open_)})
    if len(rated) < SEVERAL:
        return
    where = ("actions",)
    kinds = {quadrant_of(action) for action in rated}
    if kinds == {"quick"}:
        yield Advice("all-quick", "warning", where, {"count": len(rated)})
    elif all((action.impact or 0) >= HIGH for action in rated):
        yield Advice("all-high", "warning", where, {"count": len(rated)})
    elif {"quick", "big"} <= kinds:
        yield Advice("good-mix", "good", where)


def _together(answer: Actions) -> Iterator[Advice]:
    live = [action for action in answer.actions if not action.is_over()]
    due = Counter(action.due for action in live if action.due is not None)
    if len(live) >= SEVERAL and len(due) == 1 and due.total() == len(live):
        yield Advice("same-day", "note", _at(live[0], "due"), {"count": len(live)})
    owners = Counter(action.owner.casefold() for action in live if action.owner)
    if len(live) >= SEVERAL and owners:
        _, most = owners.most_common(1)[0]
        if most > len(live) / 2:
            loaded = next(a for a in live if owners[a.owner.casefold()] == most)
            values: dict[str, str | int] = {
                "owner": loaded.owner, "count": most, "total": len(live),
            }  # fmt: skip
            yield Advice("one-owner", "note", _at(loaded, "owner"), values)
    kinds = {action.kind for action in answer.actions if action.kind}
    if len(answer.actions) >= SEVERAL and kinds == {"technology"}:
        yield Advice("only-tools", "warning", ("actions",), {"count": len(answer.actions)})


def _uncovered(
    answer: Actions, readings: Mapping[str, Reading], context: Context
) -> Iterator[Advice]:
    met = {one for action in answer.actions if action.status != "stopped" for one in action.gaps}
    left = [r.gap for r in readings.values() if r.calls and r.gap.id not in met]
    if left:
        names = listed([gap.name for gap in left], context.lang)
        yield Advice("gap-without-action", "warning", ("actions",), {"names": names})
    noise = [
        action
        for action in answer.actions
        if action.gaps
        and not action.is_over()
        and all(_is_noise(readings.get(one)) for one in action.gaps)
    ]
    if noise:
        names = listed([name_of(answer.actions, action) for action in noise], context.lang)
        yield Advice("chases-noise", "note", _at(noise[0], "gaps"), {"names": names})


def _is_noise(reading: Reading | None) -> bool:
    if reading is None or reading.change is None:
        return False
    near = reading.is_reached or (reading.way is not None and reading.way.verdict == "within")
    return reading.change.verdict == "within" and near


def _first(answer: Actions, readings: Mapping[str, Reading], context: Context) -> Iterator[Advice]:
    chosen = next((action for action in answer.actions if action.id == answer.first), None)
    if chosen is None:
        if len(answer.actions) > 1:
            yield Advice("nothing-first", "note", ("first",))
        return
    decisive = {one.id for one in moments_of(context)}
    urgent = [r.gap for r in readings.values() if r.calls and r.gap.touchpoint in decisive]
    met = [gap for gap in urgent if gap.id in chosen.gaps]
    if met:
        yield Advice("good-first", "good", ("first",), {"gap": name_of(met, met[0])})
    elif urgent and not answer.reason.strip():
        gaps = [reading.gap for reading in readings.values()]
        values = {"names": listed([name_of(gaps, gap) for gap in urgent], context.lang)}
        yield Advice("moment-not-first", "warning", ("first",), values)


def _praise(answer: Actions) -> Iterator[Advice]:
    live = [action for action in answer.actions if action.status != "stopped"]
    whole = [
        action
        for action in live
        if action.gaps and action.owner and action.due and (action.kpi or action.proof)
    ]
    if len(live) >= 3 and len(whole) == len(live):
        yield Advice("good-tied", "good", ("actions",), {"count": len(whole)})
