"""PPTX: a deck to show and to edit; text, tables, charts and shapes are PowerPoint's own."""

import io
from collections.abc import Callable, Mapping

from cxkit.core.answer import Answer
from cxkit.report.formats.archive import settled
from cxkit.report.formats.pptx.blueprint import add_blueprint
from cxkit.report.formats.pptx.deck import Deck
from cxkit.report.formats.pptx.journey import add_journey
from cxkit.report.formats.pptx.measures import add_actions, add_gaps, add_measures
from cxkit.report.formats.pptx.obstacles import add_obstacles
from cxkit.report.formats.pptx.opening import add_cover, add_summary
from cxkit.report.formats.pptx.personas import add_personas
from cxkit.report.formats.pptx.plain import add_plain
from cxkit.report.formats.pptx.roadmap import add_roadmap
from cxkit.report.formats.pptx.thread import add_thread
from cxkit.report.formats.pptx.vision import add_vision
from cxkit.report.request import Request

_Adds = Callable[[Deck, Answer], None]

STORY: Mapping[str, _Adds] = {
    "vision-statement": add_vision,
    "buyer-persona": add_personas,
    "journey-map": add_journey,
    "blueprint": add_blueprint,
    "obstacles": add_obstacles,
    "kpi-plan": add_measures,
    "malma": add_gaps,
    "actions": add_actions,
    "roadmap": add_roadmap,
    "thread": add_thread,
}
"""The exercises that have slides of their own, in the order in which a deck tells them."""


def write(request: Request) -> bytes:
    """Return a deck: cover, summary, the story, and other exercises that are asked for by name."""
    deck = Deck.new(request)
    add_cover(deck)
    add_summary(deck)
    chosen = frozenset(request.chosen)
    for name, add in STORY.items():
        answer = request.book.answers.get(name)
        if name in chosen and (name == "thread" or (answer and not answer.is_empty())):
            add(deck, request.book.answer(name))
    for name in request.exercises:
        answer = request.book.answers.get(name)
        if name not in STORY and answer and not answer.is_empty():
            add_plain(deck, answer)
    buffer = io.BytesIO()
    deck.finish().save(buffer)
    return settled(buffer.getvalue(), request.date)
