"""The measurement plan as a table, from the vision down."""

from collections.abc import Iterator

from cxkit.core.answer import Answer
from cxkit.core.phrases import Phrases
from cxkit.kpi.draw_plan import figure
from cxkit.kpi.model import Kpi, KpiPlan
from cxkit.kpi.tree import Node, grown
from cxkit.report.formats.pptx.deck import BOTTOM, ROOM, TOP, Deck
from cxkit.report.formats.pptx.table import Cell, Grid, Row, add_table, pages
from cxkit.report.formats.pptx.theme import EDGE


def add_measures(deck: Deck, answer: Answer) -> None:
    """Add the plan: each measure below the one it hangs from."""
    if not isinstance(answer, KpiPlan):
        raise TypeError(f"no measures: {answer.exercise!r}")
    say = Phrases(KpiPlan.exercise, deck.request.lang)
    told = deck.request.book.picture(KpiPlan.exercise, deck.request.lang)
    tops, loose = grown(answer)
    rows = [_row(kpi, depth, deck, say) for kpi, depth in _walk([*tops, *loose])]
    heads = (say.label("kpis", "name"), say.label("kpis", "level"), say("baseline"),
             say("target"), say.label("kpis", "owner"), say.label("kpis", "frequency"),
             say.label("kpis", "post"), say.label("kpis", "decision"))  # fmt: skip
    heads = tuple(head[:1].upper() + head[1:] for head in heads)
    grid = Grid(heads, rows, (3.3, 1.15, 0.95, 0.95, 1.5, 1.1, 1.5, ROOM - 10.45), size=10.5)
    title = say.wording.title.in_(say.lang)
    for place, page in enumerate(pages(grid, BOTTOM - TOP + 0.1)):
        slide = deck.slide(title, "" if place else told.description, exercise=KpiPlan.exercise,
                           notes="" if place else answer.reading)  # fmt: skip
        slide.note(*add_table(slide, grid, page, (EDGE, TOP, BOTTOM - TOP), told.description))


def _walk(nodes: list[Node], depth: int = 0) -> Iterator[tuple[Kpi, int]]:
    for node in nodes:
        yield node.kpi, depth
        yield from _walk(list(node.children), depth + 1)


def _row(kpi: Kpi, depth: int, deck: Deck, say: Phrases) -> Row:
    context, lang = deck.request.context, deck.request.lang
    unit = f" {kpi.unit}" if kpi.unit and len(kpi.unit) <= 12 else ""
    name = kpi.name or say("unnamed")
    return [
        Cell(f"{'– ' * min(depth, 4)}{name}", bold=not depth, below=kpi.definition),
        Cell(say.option(kpi.level, "kpis", "level"), colour="soft", written=False),
        Cell(_figure(kpi.baseline, unit, lang)),
        Cell(_figure(kpi.target, unit, lang), bold=True, colour="accent"),
        Cell(kpi.owner) if kpi.owner else Cell(say("unowned"), colour="bad", written=False),
        Cell(say.option(kpi.frequency, "kpis", "frequency"), written=False),
        Cell(context.label(kpi.post) or kpi.instrument),
        Cell(kpi.decision),
    ]


def _figure(value, unit, lang) -> str:  # type: ignore[no-untyped-def]
    return "–" if value is None else f"{figure(value, lang)}{unit}"
