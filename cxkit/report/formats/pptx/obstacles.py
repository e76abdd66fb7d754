"""The obstacles by weight: a Pareto chart, and the evidence beside the heaviest."""

from cxkit.core.answer import Answer
from cxkit.core.phrases import Phrases
from cxkit.culture.draw_obstacles import bars_of
from cxkit.culture.model import Obstacles
from cxkit.report.formats.grids import obstacles_grid
from cxkit.report.formats.pptx.chart import pareto_chart
from cxkit.report.formats.pptx.deck import Deck
from cxkit.report.formats.pptx.table import add_tables
from cxkit.report.formats.pptx.theme import BOTTOM, EDGE, ROOM, TOP


def add_obstacles(deck: Deck, answer: Answer) -> None:
    """Add the chart, then a table of the obstacles by weight."""
    if not isinstance(answer, Obstacles):
        raise TypeError(f"no obstacles: {answer.exercise!r}")
    say = Phrases(Obstacles.exercise, deck.request.lang)
    bars = bars_of(answer, say)
    if not bars:
        return
    told = deck.picture(answer)
    slide = deck.slide(told.title, told.description, exercise=Obstacles.exercise,
                       notes=answer.reason)  # fmt: skip
    chart = [(bar.label, bar.rank.weight, bar.rank.cumulative, bar.rank.vital) for bar in bars]
    names = (say("weight"), say("cumulative"))
    pareto_chart(slide, (EDGE, TOP, ROOM, BOTTOM - TOP), chart, names, told.description)
    add_tables(deck, obstacles_grid(answer, deck.request.context), told.title, answer.exercise)
