"""What a document shows as the deck does: the journey, the blueprint, the Pareto, the plans."""

from collections.abc import Callable, Mapping
from typing import Any

from cxkit.core.phrases import Phrases
from cxkit.culture.draw_obstacles import bars_of
from cxkit.report.formats.docx.chart import add_emotions, add_pareto
from cxkit.report.formats.docx.paper import Paper
from cxkit.report.formats.docx.table import add_grid
from cxkit.report.formats.grid import Cell, Grid
from cxkit.report.formats.grids import (
    actions_grid,
    gaps_grid,
    handovers_grid,
    measures_grid,
    obstacles_grid,
    steps_grid,
)
from cxkit.report.formats.lanes import (
    Lane,
    blueprint_lanes,
    journey_bands,
    journey_lanes,
    journey_of,
    phases_of,
)

_COLUMNS = 6


def _journey(paper: Paper, answer: Any) -> frozenset[str]:
    if not answer.touchpoints:
        return frozenset()
    say = Phrases(answer.exercise, paper.request.lang)
    add_emotions(paper, answer, say)
    for band in journey_bands(answer, say, _COLUMNS):
        _lanes(paper, band, journey_lanes(band, say), say("lanes"), feelings=True)
    return frozenset({"touchpoints"})


def _blueprint(paper: Paper, answer: Any) -> frozenset[str]:
    context = paper.request.context
    say = Phrases(answer.exercise, paper.request.lang)
    maps = Phrases("journey-map", paper.request.lang)
    journey = journey_of(context)
    if not journey.touchpoints:
        return frozenset()
    for band in journey_bands(journey, maps, _COLUMNS):
        lanes = blueprint_lanes(band, answer, say)
        if lanes:
            _lanes(paper, band, lanes, say("lanes"))
    paper.text(say.label("handovers"), look="cx strong", written=False)
    add_grid(paper, handovers_grid(answer, context), say.label("handovers"))
    return frozenset({"lines", "handovers"})


def _lanes(paper: Paper, band: Any, lanes: list[Lane], title: str, *, feelings: bool = False
           ) -> None:  # fmt: skip
    phases = "   ›   ".join(name for name, _ in phases_of(band))
    paper.text(phases, look="cx strong")
    names = [f"◆ {c.name}" if c.point and c.point.moment_of_truth else c.name for c in band.columns]
    rows = []
    if feelings:
        say = Phrases("journey-map", paper.request.lang)
        label = say.label("touchpoints", "emotion")
        felt = [_feeling(c.point.emotion if c.point else None, say) for c in band.columns]
        rows.append([Cell(label, bold=True, colour="accent", written=False), *felt])
    rows += [[Cell(lane.label, bold=True, colour="accent", written=False), *map(Cell, lane.texts)]
             for lane in lanes]  # fmt: skip
    widths = [0.8, *([1.0] * len(names))]
    add_grid(paper, Grid(["", *names], rows, widths, 10), f"{title}: {phases}", whole=True)


def _feeling(emotion: int | None, say: Phrases) -> Cell:
    if emotion is None:
        return Cell("–", colour="soft", written=False)
    figure = f"+{emotion}" if emotion > 0 else f"−{-emotion}" if emotion else "0"
    colour = "good" if emotion > 0 else "bad" if emotion < 0 else "soft"
    return Cell(f"{figure} {say(f'feel{emotion}')}", bold=True, colour=colour, written=False)


def _obstacles(paper: Paper, answer: Any) -> frozenset[str]:
    say = Phrases(answer.exercise, paper.request.lang)
    bars = bars_of(answer, say)
    if not bars:
        return frozenset()
    add_pareto(paper, bars, say)
    add_grid(paper, obstacles_grid(answer, paper.request.context), say("title"))
    return frozenset()


def _plan(grid_of: Callable[..., Grid], *shown: str) -> Callable[[Paper, Any], frozenset[str]]:
    def add(paper: Paper, answer: Any) -> frozenset[str]:
        paper.turn(wide=True)
        title = Phrases(answer.exercise, paper.request.lang).wording.title.in_(paper.request.lang)
        add_grid(paper, grid_of(answer, paper.request.context), title)
        return frozenset(shown)

    return add


BOARDS: Mapping[str, Callable[[Paper, Any], frozenset[str]]] = {
    "journey-map": _journey,
    "blueprint": _blueprint,
    "obstacles": _obstacles,
    "kpi-plan": _plan(measures_grid),
    "malma": _plan(gaps_grid),
    "actions": _plan(actions_grid),
    "roadmap": _plan(steps_grid, "steps"),
}
"""By exercise: what adds its board and names the fields that need not be told again."""
