"""Plans as tables: the measures, the gaps of the cycle, the actions that close them."""

from cxkit.core.answer import Answer
from cxkit.core.phrases import Phrases
from cxkit.cycle.model import Actions, Malma
from cxkit.kpi.model import KpiPlan
from cxkit.report.formats.grids import actions_grid, gaps_grid, measures_grid
from cxkit.report.formats.pptx.deck import Deck
from cxkit.report.formats.pptx.table import add_tables


def add_measures(deck: Deck, answer: Answer) -> None:
    """Add the plan: each measure below the one it hangs from."""
    if not isinstance(answer, KpiPlan):
        raise TypeError(f"no measures: {answer.exercise!r}")
    title = Phrases(answer.exercise, deck.request.lang).wording.title.in_(deck.request.lang)
    grid = measures_grid(answer, deck.request.context)
    told = deck.picture(answer).description
    add_tables(deck, grid, title, answer.exercise, told, answer.reading)


def add_gaps(deck: Deck, answer: Answer) -> None:
    """Add the table of gaps, those that call for action marked."""
    if not isinstance(answer, Malma):
        raise TypeError(f"no cycle: {answer.exercise!r}")
    title = Phrases(answer.exercise, deck.request.lang)("gaps")
    grid = gaps_grid(answer, deck.request.context)
    told = deck.picture(answer).description
    add_tables(deck, grid, title, answer.exercise, told, answer.reading)


def add_actions(deck: Deck, answer: Answer) -> None:
    """Add the table of actions."""
    if not isinstance(answer, Actions):
        raise TypeError(f"no actions: {answer.exercise!r}")
    title = Phrases(answer.exercise, deck.request.lang).wording.title.in_(deck.request.lang)
    grid = actions_grid(answer, deck.request.context)
    told = deck.picture(answer).description
    add_tables(deck, grid, title, answer.exercise, told, answer.reason)
