"""Turn an answer into what the report shows of it, from its shapes and its wording alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cxkit.core.answer import Answer, Item, Part
from cxkit.core.context import Context
from cxkit.core.fields import FieldShape, shapes_of
from cxkit.core.wording import FieldWords, wording_of
from cxkit.language import format_date, format_number, translator
from cxkit.report.views import Card, Entry, EntryKind, Group, Rated, Ref, Table

# A table stays readable on paper and on a phone up to this many columns and characters a cell.
_COLUMNS = 5
_CELL = 150
_IN_A_CELL: frozenset[EntryKind] = frozenset({"text", "lines", "yes", "rating", "refs", "tags"})
_PLAIN: Mapping[str, EntryKind] = {
    "text": "text", "long-text": "lines", "tags": "tags", "switch": "yes", "picture": "image",
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
        [('Motto', 'Here')]
        """
        return self._entries(answer, wording_of(answer.exercise).fields)

    def _entries(self, part: Part, words: Mapping[str, FieldWords], skip: Sequence[str] = ()
                 ) -> tuple[Entry, ...]:  # fmt: skip
        found = (
            self._entry(shape, words[shape.name], getattr(part, shape.name))
            for shape in shapes_of(type(part))
            if shape.name not in skip
        )
        return tuple(entry for entry in found if entry is not None)

    def _entry(self, shape: FieldShape, words: FieldWords, value: Any) -> Entry | None:
        # A rating of 0 is an answer, though it equals False.
        if value is None or value is False or value in ("", ()):
            return None
        kind, shown = self._shown(shape, words, value)
        if shown in ("", ()):
            return None
        return Entry(shape.name, words.label.in_(self.context.lang), kind, shown)

    def _shown(self, shape: FieldShape, words: FieldWords, value: Any) -> tuple[EntryKind, object]:
        lang, name = self.context.lang, shape.kind.name
        if name in _PLAIN:
            return _PLAIN[name], value
        if name == "number":
            return "text", format_number(value, lang)
        if name == "date":
            return "text", format_date(value, lang)
        if name == "choice":
            return "text", words.options[value].in_(lang)
        if name == "choices":
            return "tags", tuple(words.options[chosen].in_(lang) for chosen in value)
        if name == "rating":
            return "rating", self._rated(shape, words, value)
        if name == "matrix":
            return "matrix", self._matrix(shape, words, value)
        if name in ("link", "links"):
            return "refs", self._refs((value,) if isinstance(value, str) else value)
        return self._list(shape, words, value)

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
        return translator(self.context.lang)("Without a name")

    def _list(self, shape: FieldShape, words: FieldWords, items: Sequence[Item]
              ) -> tuple[EntryKind, object]:  # fmt: skip
        grouped = shape.kind.group_by
        pairs = [(item, self._card(item, words, skip=grouped)) for item in items]
        pairs = [(item, card) for item, card in pairs if card is not None]
        cards = tuple(card for _, card in pairs if card is not None)
        if grouped:
            return "groups", self._groups(grouped, pairs)
        if cards and all(not card.entries for card in cards):
            return "bullets", cards
        return _table(shape, words, cards, self.context) or ("cards", cards)

    def _card(self, item: Item, words: FieldWords, skip: str | None) -> Card | None:
        """Return an item's card; None when nothing stands in it but its links' frame."""
        named = item.label_field
        title = item.label
        if any(
            shape.name == named and shape.kind.name == "link" for shape in shapes_of(type(item))
        ):
            title = self.context.label(title)
        entries = self._entries(item, words.fields, (named, skip or named))
        if not entries and (not item.label or title != item.label):
            return None
        return Card(self._anchor(item.id), title or self._nameless(), entries)

    def _anchor(self, item_id: str) -> str:
        """Return an item's anchor the first time; a page may not have the same id twice."""
        anchor = self.anchors.get(item_id, "")
        if anchor in self._drawn:
            return ""
        self._drawn.add(anchor)
        return anchor

    def _groups(self, link: str, pairs: Sequence[tuple[Item, Card | None]]) -> tuple[Group, ...]:
        by_id: dict[str, list[Card]] = {}
        for item, card in pairs:
            if card is not None:
                by_id.setdefault(str(getattr(item, link)), []).append(card)
        known = [i for i in self.context.items if i in by_id]
        loose = [card for i, cards in by_id.items() if i not in known for card in cards]
        groups = [Group(self.context.label(i) or self._nameless(), tuple(by_id[i])) for i in known]
        if loose:
            groups.append(Group(translator(self.context.lang)("Others"), tuple(loose)))
        return tuple(groups)


def _in_a_cell(entry: Entry) -> bool:
    """Say whether an entry is short enough for a table's cell."""
    if entry.kind in ("text", "lines"):
        return len(str(entry.value)) <= _CELL
    return entry.kind in _IN_A_CELL


def _table(shape: FieldShape, words: FieldWords, cards: tuple[Card, ...], context: Context
           ) -> tuple[EntryKind, object] | None:  # fmt: skip
    """Return the cards as a table where one stays readable."""
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
    return "table", Table(heading.in_(context.lang), columns, cards)
