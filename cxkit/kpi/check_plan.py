"""Checks of the measurement plan: a tree that holds, whole cards, nothing against the culture."""

from collections.abc import Iterator, Sequence

from cxkit.core.advice import Advice, Severity
from cxkit.core.context import Context
from cxkit.core.phrases import listed, name_of
from cxkit.core.thread import place_to_link
from cxkit.kpi.check_cards import check_card, is_whole_card
from cxkit.kpi.conflicts import Conflict, conflicts_of
from cxkit.kpi.model import Kpi, KpiPlan
from cxkit.kpi.tree import depth_of, in_loops

MANY = 20
"""More measures than anybody looks at."""
SCORES = frozenset({"nps-0-10", "csat-1-5", "csat-1-7", "csat-1-10", "ces-1-7"})
"""Scales on which people give their opinion."""
PAID = frozenset({"team-pay", "individual-pay"})


def check_plan(answer: KpiPlan, context: Context) -> list[Advice]:
    """Return the advice on a measurement plan; an empty one gets none.

    Looks at the journey's moments of truth, at the behaviours, and at the rewards' guards.
    """
    if not answer.kpis:
        return []
    conflicts = conflicts_of(answer, context)
    return [
        *(advice for found in conflicts for advice in _conflict(found, answer, context)),
        *(advice for kpi in answer.kpis for advice in check_card(kpi, answer, context)),
        *_tree(answer),
        *_coverage(answer, context),
        *_together(answer, context),
    ]


def _conflict(found: Conflict, plan: KpiPlan, context: Context) -> Iterator[Advice]:
    where = ("kpis", found.kpi.id, "name")
    lang = context.lang
    values = {
        "name": name_of(plan.kpis, found.kpi),
        "why": found.rule.why.in_(lang),
        "better": found.rule.better.in_(lang),
        "culture": listed([item.label for item in found.culture], context.lang),
        "kpis": listed([name_of(plan.kpis, kpi) for kpi in found.kpis], context.lang),
    }
    if found.guarded and found.kpi.reward not in PAID:
        yield Advice("conflict-guarded", "note", where, values)
        return
    severity: Severity = "problem" if found.kpi.reward in PAID else "warning"
    if found.culture:
        yield Advice("conflict-culture", severity, where, values)
    if found.kpis:
        yield Advice("conflict-kpis", severity, where, values)
    if not found.culture and not found.kpis:
        yield Advice("conflict", severity, where, values)


def _tree(plan: KpiPlan) -> Iterator[Advice]:
    known = {kpi.id: kpi for kpi in plan.kpis}
    looped = in_loops(plan)
    for kpi in looped[:1]:
        names = {"name": name_of(plan.kpis, kpi)}
        yield Advice("loop", "problem", ("kpis", kpi.id, "parent"), names)
    for kpi in plan.kpis:
        if not kpi.name or kpi in looped:
            continue
        where, name = ("kpis", kpi.id), {"name": name_of(plan.kpis, kpi)}
        parent = known.get(kpi.parent)
        if not kpi.level:
            yield Advice("level-missing", "note", (*where, "level"), name)
        elif parent is None and kpi.level != "vision":
            yield Advice("loose", "warning", (*where, "parent"), name)
        elif parent and parent.level and depth_of(parent) > depth_of(kpi):
            values = {**name, "parent": name_of(plan.kpis, parent)}
            yield Advice("upside-down", "warning", (*where, "parent"), values)
    named = [kpi for kpi in plan.kpis if kpi.name]
    if named and not any(kpi.level == "vision" for kpi in named):
        yield Advice("no-vision", "warning", ("kpis",))
    elif _holds(named, known, looped):
        yield Advice("tree-holds", "good", ("kpis",), {"count": len(named)})


def _holds(named: Sequence[Kpi], known: dict[str, Kpi], looped: Sequence[Kpi]) -> bool:
    levels = {kpi.level for kpi in named}
    hung = all(kpi.level == "vision" or kpi.parent in known for kpi in named)
    return hung and not looped and {"vision", "behaviour"} <= levels and len(levels) >= 3


def _coverage(plan: KpiPlan, context: Context) -> Iterator[Advice]:
    where = ("kpis",)
    measured = {one for kpi in plan.kpis if kpi.name for one in kpi.touchpoints}
    moments = [one for one in context.of_kind("touchpoint") if getattr(one, "moment_of_truth", 0)]
    missed = [one for one in moments if one.id not in measured]
    for one in missed:
        place = place_to_link("kpis", "touchpoints", one.id)
        yield Advice("moment-unmeasured", "warning", place, {"name": name_of(moments, one)})
    if moments and not missed:
        yield Advice("moments-measured", "good", where, {"count": len(moments)})
    # What is to stop shows where it no longer happens; the red thread asks no KPI for it either.
    behaviours = [
        one
        for one in context.of_kind("behaviour")
        if one.label and getattr(one, "change", "") != "stop"
    ]
    shown = {one for kpi in plan.kpis if kpi.name for one in kpi.behaviours}
    unseen = [one for one in behaviours if one.id not in shown]
    if unseen:
        values: dict[str, str | int] = {
            "names": listed([one.label for one in unseen], context.lang),
            "count": len(unseen),
            "total": len(behaviours),
        }
        yield Advice("behaviours-unmeasured", "note", where, values)


def _together(plan: KpiPlan, context: Context) -> Iterator[Advice]:
    where = ("kpis",)
    named = [kpi for kpi in plan.kpis if kpi.name]
    if len(named) > MANY:
        yield Advice("too-many", "note", where, {"count": len(named)})
    scaled = [kpi for kpi in named if kpi.scale]
    if len(scaled) >= 3 and all(kpi.scale in SCORES for kpi in scaled):
        yield Advice("only-opinions", "note", where, {"count": len(scaled)})
    whole = [kpi for kpi in named if is_whole_card(kpi, context)]
    if len(named) >= 3 and len(whole) == len(named):
        yield Advice("cards-whole", "good", where, {"count": len(whole)})
