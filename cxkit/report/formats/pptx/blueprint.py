"""The blueprint: who does what behind each touchpoint, and what passes from hand to hand."""

from cxkit.core.answer import Answer
from cxkit.core.phrases import Phrases
from cxkit.journey.model import Blueprint
from cxkit.report.formats.grids import handovers_grid
from cxkit.report.formats.lanes import blueprint_lanes, journey_bands, journey_of
from cxkit.report.formats.pptx.deck import Deck
from cxkit.report.formats.pptx.journey import COLUMNS, LABELS, add_names, lane_grid
from cxkit.report.formats.pptx.table import add_table, add_tables
from cxkit.report.formats.pptx.theme import BOTTOM, EDGE, ROOM, TOP

_NAMES = 0.62


def add_blueprint(deck: Deck, answer: Answer) -> None:
    """Add the bands of the blueprint, then the handovers."""
    if not isinstance(answer, Blueprint):
        raise TypeError(f"no blueprint: {answer.exercise!r}")
    lang = deck.request.lang
    say = Phrases(Blueprint.exercise, lang)
    told = deck.picture(answer)
    bands = journey_bands(journey_of(deck.request.context), Phrases("journey-map", lang), COLUMNS)
    for number, band in enumerate(bands, 1):
        lanes = blueprint_lanes(band, answer, say)
        if not lanes:
            continue
        named = say("part", n=number, total=len(bands), phases=band.names)
        width = (ROOM - LABELS) / len(band.columns)
        top = TOP + _NAMES + 0.05
        grid, runs = lane_grid(lanes, width, BOTTOM - top)
        for page in runs:
            slide = deck.slide(told.title, told.description if number == 1 else named,
                               exercise=Blueprint.exercise, notes=named)  # fmt: skip
            add_names(slide, band, width, TOP - 0.05, _NAMES)
            slide.line(EDGE, top - 0.02, EDGE + ROOM, top - 0.02, colour="accent", width=1.5)
            slide.note(*add_table(slide, grid, page, (EDGE, top, BOTTOM - top), named))
    add_tables(deck, handovers_grid(answer, deck.request.context), say.label("handovers"),
               answer.exercise)  # fmt: skip
