"""Turn an answer into what the report shows of it, from its shapes and its wording alone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cxkit.core.answer import Answer, Item, Part
from cxkit.core.context import Context
from cxkit.core.fields import FieldShape, shapes_of
from cxkit.core.portraits import picture_source
from cxkit.core.wording import FieldWords, wording_of
from cxkit.language import format_date, format_number, translator
from cxkit.report.views import Card, Entry, EntryKind, Group, Rated, Ref, Table

# A table stays readable on paper and on a phone up to this many columns and characters a cell.
_COLUMNS = 5
_CELL = 150
_IN_A_CELL: frozenset[EntryKind] = frozenset({"text", "lines", "yes", "rating", "refs", "tags"})
_KINDS: Mapping[str, EntryKind] = {
    "text": "text", "long-text": "lines", "number": "text", "date": "text", "choice": "text",
    "choices": "tags", "tags": "tags", "switch": "yes", "rating": "rating", "matrix": "matrix",
    "link": "refs", "links": "refs", "picture": "image",
}  # fmt: skip


def anchors_of(answers: Iterable[Answer]) -> dict[str, str]:
    """Return where the report shows each item of these answers, by the item's id."""
    anchors: dict[str, str] = {}
    for answer in answers:
        for item in answer.items():
            anchors.setdefault(item.id, f"{answer.exercise}--{item.id}")
    return anchors


@dataclass
class AnswerView:
    """Draws the answers of one report.

    Parameters
    ----------
    context : Context
        The language of the report, and the answers that links may lead to.
    anchors : mapping
        Where the report shows each item, by id; see `anchors_of`.
    """

    context: Context
    anchors: Mapping[str, str] = field(default_factory=dict)
    _drawn: set[str] = field(default_factory=set)

    def entries(self, answer: Answer) -> tuple[Entry, ...]:
        """Return the filled fields of an answer in the form's order.

        Examples
        --------
        >>> from cxkit.vision.model import Vision
        >>> [(e.label, e.value) for e in AnswerView(Context()).entries(Vision(motto="Here"))]
        [('The motto', 'Here')]
        """
        return self._entries(answer, wording_of(answer.exercise).fields)

    def fields(self, part: Part, words: Mapping[str, FieldWords]) -> tuple[Entry, ...]:
        """Return the filled fields of a part of an answer, worded by `words`."""
        return self._entries(part, words)

    def _entries(self, part: Part, words: Mapping[str, FieldWords], skip: Sequence[str] = ()
                 ) -> tuple[Entry, ...]:  # fmt: skip
        found = (
            self._entry(part, shape, words[shape.name])
            for shape in shapes_of(type(part))
            if shape.name not in skip
        )
        return tuple(entry for entry in found if entry is not None)

    def _entry(self, part: Part, shape: FieldShape, words: FieldWords) -> Entry | None:
        value = getattr(part, shape.name)
        # A rating of 0 is an answer, though it equals False.
        if value is None or value is False or value in ("", ()):
            return None
        kind, shown = self._shown(shape, words, value)
        if kind in ("table", "cards") and isinstance(part, Item):
            # A list inside a card has no room for a table, nor for cards of its own.
            kind, shown = "rows", shown.rows if isinstance(shown, Table) else shown
        if shown in ("", ()):
            return None
        return Entry(shape.name, words.label.in_(self.context.lang), kind, shown)

    def _shown(self, shape: FieldShape, words: FieldWords, value: Any) -> tuple[EntryKind, object]:
        lang, name = self.context.lang, shape.kind.name
        if name not in _KINDS:
            return self._list(shape, words, value)
        draw: Mapping[str, Callable[[], object]] = {
            "number": lambda: format_number(value, lang),
            "date": lambda: format_date(value, lang),
            "choice": lambda: words.options[value].in_(lang),
            "choices": lambda: tuple(words.options[chosen].in_(lang) for chosen in value),
            "rating": lambda: self._rated(shape, words, value),
            "picture": lambda: picture_source(value),
            "matrix": lambda: self._matrix(shape, words, value),
            "link": lambda: self._refs((value,)),
            "links": lambda: self._refs(value),
        }
        return _KINDS[name], draw[name]() if name in draw else value

    def _rated(self, shape: FieldShape, words: FieldWords, value: int) -> Rated:
        low, high = int(shape.minimum or 0), int(shape.maximum or 0)
        anchor = words.anchors.get(value)
        return Rated(value, low, high, anchor.in_(self.context.lang) if anchor else "")

    def _matrix(self, shape: FieldShape, words: FieldWords, value: Part
                ) -> tuple[tuple[str, Rated], ...]:  # fmt: skip
        rows = []
        for row in shape.fields:
            given = getattr(value, row.name)
            if given is not None:
                own = words.fields[row.name]
                anchored = own if own.anchors else words
                rows.append((own.label.in_(self.context.lang), self._rated(row, anchored, given)))
        return tuple(rows)

    def _refs(self, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Return what the ids link to; an id of something deleted says nothing to a reader."""
        labels = ((i, self.context.label(i)) for i in ids if i in self.context.items)
        return tuple(Ref(label or self._nameless(), self.anchors.get(i, "")) for i, label in labels)

    def _nameless(self) -> str:
        tr = translator(self.context.lang)
        return tr("Without a name")

    def _list(self, shape: FieldShape, words: FieldWords, items: Sequence[Item]
              ) -> tuple[EntryKind, object]:  # fmt: skip
        link = shape.kind.group_by
        drawn = [(item, self._card(item, words, link or "")) for item in items]
        kept = [(item, card) for item, card in drawn if card is not None]
        cards = tuple(card for _, card in kept)
        if link:
            return "groups", self._groups(link, kept)
        if all(not card.entries for card in cards):
            return "bullets", cards
        table = _table(shape, words, cards, self.context)
        return ("table", table) if table else ("cards", cards)

    def _card(self, item: Item, words: FieldWords, group: str) -> Card | None:
        """Return an item's card; None when nothing but links to its place stands in it."""
        title, named = item.label_in(self.context.lang), item.label_field
        links = (shape.name for shape in shapes_of(type(item)) if shape.kind.name == "link")
        is_link = named in links
        if is_link:
            title = self.context.label(title)
        entries = self._entries(item, words.fields, (named, group))
        if not entries and (is_link or not title):
            return None
        return Card(self._anchor(item.id), title or self._nameless(), entries)

    def _anchor(self, item_id: str) -> str:
        """Return an item's anchor the first time; a page may not have the same id twice."""
        anchor = self.anchors.get(item_id, "")
        if anchor in self._drawn:
            return ""
        self._drawn.add(anchor)
        return anchor

    def _groups(self, link: str, pairs: Sequence[tuple[Item, Card]]) -> tuple[Group, ...]:
        by_id: dict[str, list[Card]] = {}
        for item, card in pairs:
            by_id.setdefault(str(getattr(item, link)), []).append(card)
        known = [i for i in self.context.items if i in by_id]
        loose = [card for i, cards in by_id.items() if i not in known for card in cards]
        groups = [Group(self.context.label(i) or self._nameless(), tuple(by_id[i])) for i in known]
        if loose:
            tr = translator(self.context.lang)
            groups.append(Group(tr("Others"), tuple(loose)))
        return tuple(groups)


def _in_a_cell(entry: Entry) -> bool:
    """Say whether an entry is short enough for a table's cell."""
    if entry.kind in ("text", "lines"):
        return len(str(entry.value)) <= _CELL
    return entry.kind in _IN_A_CELL


def _table(shape: FieldShape, words: FieldWords, cards: tuple[Card, ...], context: Context
           ) -> Table | None:  # fmt: skip
    """Return the cards as a table; None where it would not stay readable."""
    entries = [entry for card in cards for entry in card.entries]
    used = {entry.name for entry in entries}
    if len(cards) < 2 or len(used) >= _COLUMNS or not all(map(_in_a_cell, entries)):
        return None
    columns = tuple(
        (own.name, words.fields[own.name].label.in_(context.lang))
        for own in shape.fields
        if own.name in used
    )
    named = shape.part.label_field if shape.part and issubclass(shape.part, Item) else ""
    heading = words.fields[named].label if named in words.fields else words.label
    return Table(heading.in_(context.lang), columns, cards)
