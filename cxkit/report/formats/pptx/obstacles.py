"""The obstacles by weight: a Pareto chart, and the evidence beside the heaviest."""

from cxkit.core.answer import Answer
from cxkit.core.phrases import Phrases
from cxkit.culture.draw_obstacles import Bar, bars_of
from cxkit.culture.model import Obstacles
from cxkit.language import format_percent
from cxkit.report.formats.pptx.chart import pareto_chart
from cxkit.report.formats.pptx.deck import BOTTOM, ROOM, TOP, Deck
from cxkit.report.formats.pptx.table import Cell, Grid, add_table, pages
from cxkit.report.formats.pptx.theme import EDGE


def add_obstacles(deck: Deck, answer: Answer) -> None:
    """Add the chart, then a table of the obstacles by weight."""
    if not isinstance(answer, Obstacles):
        raise TypeError(f"no obstacles: {answer.exercise!r}")
    say = Phrases(Obstacles.exercise, deck.request.lang)
    bars = bars_of(answer, say)
    if not bars:
        return
    told = deck.request.book.picture(Obstacles.exercise, deck.request.lang)
    slide = deck.slide(told.title, told.description, exercise=Obstacles.exercise,
                       notes=answer.reason)  # fmt: skip
    chart = [(bar.label, bar.rank.weight, bar.rank.cumulative, bar.rank.vital) for bar in bars]
    names = (say("weight"), say("cumulative"))
    pareto_chart(slide, (EDGE, TOP, ROOM, BOTTOM - TOP), chart, names, told.description)
    rows = [_row(bar, answer, say) for bar in bars]
    heads = (say("obstacle"), say("weight"), say("cumulative"), say.label("known", "evidence"),
             say.label("known", "remover"))  # fmt: skip
    grid = Grid(heads, rows, (4.2, 0.9, 1.1, ROOM - 8.5, 2.3))
    for page in pages(grid, BOTTOM - TOP):
        slide = deck.slide(told.title, exercise=Obstacles.exercise)
        slide.note(*add_table(slide, grid, page, (EDGE, TOP - 0.3, BOTTOM - TOP), told.title))


def _row(bar: Bar, answer: Obstacles, say: Phrases) -> list[Cell]:
    one = bar.obstacle
    first = f"\n{say('first')}" if one.id == answer.first else ""
    return [
        Cell(bar.label, bold=bar.rank.vital, below=f"{bar.here}{first}".strip()),
        Cell(str(bar.rank.weight), bold=True, colour="accent" if bar.rank.vital else "soft"),
        Cell(format_percent(bar.rank.cumulative, say.lang), colour="soft", written=False),
        Cell(one.evidence),
        Cell(one.remover),
    ]
