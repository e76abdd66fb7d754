"""The tables that are read most: handovers, obstacles, measures, gaps, actions, steps."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases
from cxkit.culture.draw_obstacles import Bar, bars_of
from cxkit.culture.model import Obstacles
from cxkit.cycle.gaps import Reading, read_gaps
from cxkit.cycle.model import Action, Actions, Malma
from cxkit.journey.model import Blueprint
from cxkit.kpi.draw_plan import figure
from cxkit.kpi.model import Kpi, KpiPlan
from cxkit.kpi.tree import Node, grown
from cxkit.language import Lang, format_date, format_percent, unit_gap
from cxkit.report.formats.grid import Cell, Grid, Row
from cxkit.roadmap.model import Roadmap, Step
from cxkit.roadmap.order import in_time
from cxkit.stats.distance import Distance

# A longer unit stands in the measure's definition.
_UNIT = 12


def handovers_grid(answer: Blueprint, context: Context) -> Grid:
    """Return what passes from hand to hand, and what gets lost."""
    say = Phrases(Blueprint.exercise, context.lang)
    fields = ("touchpoint", "giver", "receiver", "passes", "lost", "agreement")
    rows = [
        [Cell(context.label(one.touchpoint)), Cell(one.giver, bold=True),
         Cell(one.receiver, bold=True), Cell(one.passes), Cell(one.lost, colour="bad"),
         Cell(one.agreement)]
        for one in answer.handovers if one.giver or one.receiver or one.passes
    ]  # fmt: skip
    heads = [say.label("handovers", name) for name in fields]
    return Grid(heads, rows, (1.9, 1.6, 1.6, 2.2, 2.4, 2.43), size=11)


def obstacles_grid(answer: Obstacles, context: Context) -> Grid:
    """Return the obstacles that have a weight, the heaviest first."""
    say = Phrases(Obstacles.exercise, context.lang)
    rows = [_obstacle(bar, answer, say) for bar in bars_of(answer, say)]
    heads = (say("obstacle"), say("weight"), say("cumulative"), say.label("known", "evidence"),
             say.label("known", "remover"))  # fmt: skip
    return Grid(heads, rows, (4.2, 0.9, 1.1, 3.63, 2.3), size=11)


def _obstacle(bar: Bar, answer: Obstacles, say: Phrases) -> Row:
    one = bar.obstacle
    first = f"\n{say('first')}" if one.id == answer.first else ""
    return [
        Cell(bar.label, bold=bar.rank.vital, below=f"{bar.here}{first}".strip()),
        Cell(str(bar.rank.weight), bold=True, colour="accent" if bar.rank.vital else "soft"),
        Cell(format_percent(bar.rank.cumulative, say.lang), colour="soft", written=False),
        Cell(one.evidence),
        Cell(one.remover),
    ]


def measures_grid(answer: KpiPlan, context: Context) -> Grid:
    """Return the measures, each below the one it hangs from."""
    say = Phrases(KpiPlan.exercise, context.lang)
    tops, loose = grown(answer)
    rows = [_measure(kpi, depth, context, say) for kpi, depth in _walk([*tops, *loose])]
    heads = (say.label("kpis", "name"), say.label("kpis", "level"), say("baseline"),
             say("target"), say.label("kpis", "owner"), say.label("kpis", "frequency"),
             say.label("kpis", "post"), say.label("kpis", "decision"))  # fmt: skip
    return Grid(_capital(heads), rows, (3.3, 1.15, 0.95, 0.95, 1.5, 1.1, 1.5, 1.68), size=10.5)


def _walk(nodes: Sequence[Node], depth: int = 0) -> Iterator[tuple[Kpi, int]]:
    for node in nodes:
        yield node.kpi, depth
        yield from _walk(node.children, depth + 1)


def _measure(kpi: Kpi, depth: int, context: Context, say: Phrases) -> Row:
    name = kpi.name or say("unnamed")
    return [
        Cell(f"{'– ' * min(depth, 4)}{name}", bold=not depth, below=kpi.definition),
        Cell(say.option(kpi.level, "kpis", "level"), colour="soft", written=False),
        Cell(_figure(kpi.baseline, kpi.unit, say.lang)),
        Cell(_figure(kpi.target, kpi.unit, say.lang), bold=True, colour="accent"),
        Cell(kpi.owner) if kpi.owner else Cell(say("unowned"), colour="bad", written=False),
        Cell(say.option(kpi.frequency, "kpis", "frequency"), written=False),
        Cell(context.label(kpi.post) or kpi.instrument),
        Cell(kpi.decision),
    ]


def _figure(value: float | None, unit: str, lang: Lang) -> str:
    if value is None:
        return "–"
    shown = unit if len(unit) <= _UNIT else ""
    return f"{figure(value, lang)}{unit_gap(shown)}{shown}"


def gaps_grid(answer: Malma, context: Context) -> Grid:
    """Return the gaps with how they moved, and how far the target is."""
    say = Phrases(Malma.exercise, context.lang)
    read = read_gaps(context)
    rows = [_gap(read[gap.id], place, context, say) for place, gap in enumerate(answer.gaps, 1)
            if gap.id in read]  # fmt: skip
    heads = (say("gap"), say("before-head"), say("now"), say("change"), say("target"))
    return Grid(heads, rows, (4.53, 1.3, 1.3, 2.7, 2.3), size=12)


def _gap(one: Reading, place: int, context: Context, say: Phrases) -> Row:
    gap, lang = one.gap, context.lang
    where, kpi = context.label(gap.touchpoint), context.label(gap.kpi)
    below = " · ".join(filter(None, (where if where != gap.name else "", kpi)))
    worse = one.change is not None and one.change.is_worse
    better = one.change is not None and one.change.is_better
    return [
        Cell(gap.name or where or say("unnamed", n=place), bold=True, below=below),
        Cell(_figure(gap.before, one.unit, lang), colour="soft"),
        Cell(_figure(gap.now, one.unit, lang), bold=True),
        Cell(_verdict(one.change, say), colour="bad" if worse else "good" if better else "soft",
             written=False),
        Cell(_figure(one.target, one.unit, lang), below=_way(one, say)),
    ]  # fmt: skip


def _verdict(change: Distance | None, say: Phrases) -> str:
    """Say how a figure has moved since the previous cycle, and whether chance could do that."""
    if change is None:
        return say("no-change")
    sign = "+" if change.value > 0 else ""
    moved = f"{sign}{figure(change.value, say.lang)}: "
    if change.verdict == "unknown":
        return moved + (say(f"why-{change.reason}") if change.reason else say("unknown"))
    if change.verdict == "within":
        return moved + say("within")
    return moved + say("worse" if change.is_worse else "better" if change.is_better else "moved")


def _way(one: Reading, say: Phrases) -> str:
    if one.way is None:
        return say("no-target") if one.target is None else ""
    if one.is_reached:
        return say("reached")
    by = figure(abs(one.way.value), say.lang)
    return say("near" if one.way.verdict == "within" else "short", by=by)


def actions_grid(answer: Actions, context: Context) -> Grid:
    """Return the actions: the chosen one first, then by date."""
    say = Phrases(Actions.exercise, context.lang)
    ordered = sorted(answer.actions, key=lambda one: (one.id != answer.first, one.due or date.max))
    rows = [_action(one, place, answer, context, say) for place, one in enumerate(ordered, 1)]
    heads = (say("number"), say.label("actions", "owner"), say.label("actions", "due"),
             say.label("actions", "status"), f"{say('impact')} / {say('effort')}",
             say("proof"))  # fmt: skip
    return Grid(heads, rows, (3.53, 2.1, 1.3, 1.3, 1.3, 2.6), size=11)


def _action(one: Action, place: int, answer: Actions, context: Context, say: Phrases) -> Row:
    closes = [label for gap in one.gaps if (label := context.label(gap))]
    first = f" ({say('first')})" if one.id == answer.first else ""
    late = one.due is not None and one.due < context.today and not one.is_over()
    weights = "–" if one.impact is None or one.effort is None else f"{one.impact} / {one.effort}"
    return [
        Cell(f"{one.what or say('unnamed', n=place)}{first}", bold=True,
             below=say("closes", names=", ".join(closes)) if closes else say("no-gap")),
        Cell(one.owner) if one.owner else Cell(say("no-owner"), colour="bad", written=False),
        Cell(_day(one.due, say) or say("no-due"), colour="bad" if late else "ink", written=False),
        Cell(say.option(one.status, "actions", "status") or "–", written=False),
        Cell(weights, written=False),
        Cell(one.proof),
    ]  # fmt: skip


def steps_grid(answer: Roadmap, context: Context) -> Grid:
    """Return the steps in order of time: what changes with each, what it waits for and moves."""
    say = Phrases(Roadmap.exercise, context.lang)
    steps = in_time(answer)
    numbers = {step.id: place for place, step in enumerate(steps, 1)}
    rows = [_step(step, numbers, context, say) for step in steps]
    heads = ("", say.label("steps", "name"), say("when"), say.label("steps", "change"),
             say("after"), say("moves"), say.label("steps", "proof"))  # fmt: skip
    return Grid(_capital(heads), rows, (0.4, 2.8, 1.2, 2.23, 0.9, 2.4, 2.2), size=10.5)


def _step(step: Step, numbers: Mapping[str, int], context: Context, say: Phrases) -> Row:
    ties = (*step.actions, *step.pillars, *step.kpis)
    moves = [label for one in ties if (label := context.label(one))]
    waits = ", ".join(str(numbers[one]) for one in step.after if one in numbers)
    days = "\n".join(filter(None, (_day(step.starts, say), _day(step.ends, say))))
    return [
        Cell(str(numbers[step.id]), bold=True, colour="accent", written=False),
        Cell(step.name or say("unnamed"), bold=True, below=step.owner),
        Cell(days or say("undated"), written=False),
        Cell(step.change),
        Cell(waits, written=False),
        Cell("\n".join(moves)),
        Cell(step.proof),
    ]


def _day(day: date | None, say: Phrases) -> str:
    return format_date(day, say.lang, length="medium") if day else ""


def _capital(heads: Sequence[str]) -> list[str]:
    return [head[:1].upper() + head[1:] for head in heads]
