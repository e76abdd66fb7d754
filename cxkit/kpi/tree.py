"""The measures of a plan as a tree, whatever loops and loose ends people write."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxkit.kpi.model import Kpi, KpiPlan

LEVELS = ("vision", "journey", "phase", "touchpoint", "behaviour")


@dataclass(frozen=True)
class Node:
    """A measure with those that hang from it."""

    kpi: Kpi
    children: tuple["Node", ...]


def depth_of(kpi: Kpi) -> int:
    """Return a level's place from the top, 0 for the vision; −1 while it is open."""
    return LEVELS.index(kpi.level) if kpi.level else -1


def in_loops(plan: KpiPlan) -> list[Kpi]:
    """Return the measures that hang, through others, from themselves.

    Examples
    --------
    >>> plan = KpiPlan(kpis=[Kpi(id="a", parent="b"), Kpi(id="b", parent="a"), Kpi(id="c")])
    >>> [kpi.id for kpi in in_loops(plan)]
    ['a', 'b']
    """
    parents = {kpi.id: kpi.parent for kpi in plan.kpis}
    return [kpi for kpi in plan.kpis if kpi.id in _above(kpi.id, parents)]


def _above(kpi_id: str, parents: dict[str, str]) -> list[str]:
    """Walk upwards until the top, or until a measure comes back."""
    found: list[str] = []
    while (kpi_id := parents.get(kpi_id, "")) and kpi_id not in found:
        found.append(kpi_id)
    return found


def grown(plan: KpiPlan) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """Return the tree: what stands at the top, and what hangs from nothing.

    A measure of the vision level, or one that others hang from without it hanging itself, is a top;
    a lone one below the vision is loose. A loop is cut at its first measure.
    """
    known = {kpi.id for kpi in plan.kpis}
    cut = _cuts(plan)
    parents = {
        kpi.id: "" if kpi.id in cut or kpi.parent not in known else kpi.parent for kpi in plan.kpis
    }
    roots = [_node(kpi, plan.kpis, parents) for kpi in plan.kpis if not parents[kpi.id]]
    tops = tuple(node for node in roots if node.kpi.level == "vision")
    return tops, tuple(node for node in roots if node.kpi.level != "vision")


def _cuts(plan: KpiPlan) -> set[str]:
    """Return the first measure of every loop."""
    parents = {kpi.id: kpi.parent for kpi in plan.kpis}
    cut: set[str] = set()
    for kpi in in_loops(plan):
        if not cut.intersection((kpi.id, *_above(kpi.id, parents))):
            cut.add(kpi.id)
    return cut


def _node(kpi: Kpi, kpis: Sequence[Kpi], parents: dict[str, str]) -> Node:
    below = (other for other in kpis if parents[other.id] == kpi.id)
    return Node(kpi, tuple(_node(child, kpis, parents) for child in below))
