"""The measures as a tree, from the vision to the behaviours, with where each is to go."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.kpi.conflicts import Conflict, conflicts_of
from cxkit.kpi.gauge import Gauge, gauge_of
from cxkit.kpi.model import Kpi, KpiPlan
from cxkit.kpi.tree import Node, grown
from cxkit.language import Lang, format_number

MOST_AGAINST = 4
"""How many things a measure works against are named under the tree."""


@dataclass(frozen=True)
class Leaf:
    """A measure as the tree shows it, with those that hang from it."""

    kpi: Kpi
    level: str
    gauge: Gauge | None
    baseline: str
    target: str
    frequency: str
    heard: str
    serves: tuple[str, ...]
    moment: bool
    conflict: Conflict | None
    children: tuple["Leaf", ...]


@dataclass(frozen=True)
class Gardener:
    """Makes leaves of nodes."""

    context: Context
    say: Phrases
    conflicts: dict[str, Conflict]

    def leaf(self, node: Node) -> Leaf:
        """Return the leaf of a node, its children included."""
        kpi, lang = node.kpi, self.context.lang
        touchpoints = [self.context.items[i] for i in kpi.touchpoints if i in self.context.items]
        labels = [item.label for item in touchpoints] + [
            self.context.label(one) for one in kpi.behaviours
        ]
        return Leaf(
            kpi,
            self.say.option(kpi.level, "kpis", "level"),
            gauge_of(kpi),
            figure(kpi.baseline, lang),
            figure(kpi.target, lang),
            self.say.option(kpi.frequency, "kpis", "frequency"),
            self.context.label(kpi.post) or kpi.instrument,
            tuple(label for label in labels if label),
            any(getattr(item, "moment_of_truth", False) for item in touchpoints),
            self.conflicts.get(kpi.id),
            tuple(self.leaf(child) for child in node.children),
        )


def figure(value: float | None, lang: Lang) -> str:
    """Write a figure with a true minus; a question mark stands for none."""
    return "?" if value is None else format_number(value, lang).replace("-", "−")


def draw_plan(answer: KpiPlan, context: Context) -> Picture:
    """Draw the tree of measures, the loose ones, the moments without any, and the conflicts."""
    say = Phrases(KpiPlan.exercise, context.lang)
    conflicts = conflicts_of(answer, context)
    gardener = Gardener(context, say, {found.kpi.id: found for found in conflicts})
    tops, loose = grown(answer)
    owned = sum(bool(kpi.owner) for kpi in answer.kpis)
    measured = sum(bool(kpi.post or kpi.instrument) for kpi in answer.kpis)
    return draw(
        "plan.html.j2",
        say,
        context,
        title=say("title"),
        description=say(
            "describe",
            kpis=len(answer.kpis),
            owned=owned,
            measured=measured,
            conflicts=len(conflicts),
        ),
        tops=[gardener.leaf(node) for node in tops],
        loose=[gardener.leaf(node) for node in loose],
        total=len(answer.kpis),
        owned=owned,
        measured=measured,
        missed=_missed(answer.kpis, context),
        conflicts=conflicts,
        reading=answer.reading.strip(),
        most=MOST_AGAINST,
    )


def _missed(kpis: Sequence[Kpi], context: Context) -> list[str]:
    """Return the moments of truth that no measure looks at."""
    measured = {one for kpi in kpis for one in kpi.touchpoints}
    return [
        item.label
        for item in context.of_kind("touchpoint")
        if getattr(item, "moment_of_truth", False) and item.id not in measured
    ]
