"""Any other exercise, when it is asked for by name: its fields and lists as tables."""

from collections.abc import Iterator, Sequence
from typing import Any

from cxkit.core.answer import Answer
from cxkit.core.wording import wording_of
from cxkit.report.answers import AnswerView
from cxkit.report.formats.entries import lines_of
from cxkit.report.formats.grid import Cell, Grid, Row
from cxkit.report.formats.pptx.deck import Deck
from cxkit.report.formats.pptx.table import add_tables
from cxkit.report.formats.pptx.theme import ROOM
from cxkit.report.views import Card, Entry, Group, Table


def add_plain(deck: Deck, answer: Answer) -> None:
    """Add the answer's fields, then one table for each list."""
    words = wording_of(answer.exercise)
    title = words.title.in_(deck.request.lang)
    entries = AnswerView(deck.request.context).entries(answer)
    told = deck.request.book.picture(answer.exercise, deck.request.lang).description
    lists = [entry for entry in entries if entry.kind in ("table", "cards", "groups", "bullets")]
    once = [entry for entry in entries if entry not in lists]
    _add(deck, answer.exercise, title, told, list(_rows(once)))
    for entry in lists:
        _add(deck, answer.exercise, f"{title}: {entry.label}", "", list(_items(entry)))


def _add(deck: Deck, exercise: str, title: str, message: str, rows: Sequence[Row]) -> None:
    grid = Grid(("", ""), rows, (3.4, ROOM - 3.4), size=12)
    add_tables(deck, grid, title, exercise, message)


def _rows(entries: Sequence[Entry]) -> Iterator[Row]:
    for entry in entries:
        yield [Cell(entry.label, bold=True, colour="accent", written=False),
               Cell("\n".join(lines_of(entry)))]  # fmt: skip


def _items(entry: Entry) -> Iterator[Row]:
    value: Any = entry.value
    cards: Sequence[Card | Group] = value.rows if isinstance(value, Table) else value
    for one in cards:
        inside = one.cards if isinstance(one, Group) else (one,)
        for card in inside:
            told = [f"{part.label}: {' · '.join(lines_of(part))}" for part in card.entries]
            above = f"{one.title} · " if isinstance(one, Group) else ""
            yield [Cell(f"{above}{card.title}", bold=True), Cell("\n".join(told))]
