"""Make rows of an answer: one for each field of each item, filled or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cxkit.core.answer import Answer, Item, Part
from cxkit.core.context import Context
from cxkit.core.fields import shapes_of
from cxkit.core.wording import FieldWords, wording_of
from cxkit.report.rows.cells import cells_of
from cxkit.report.rows.row import Row

JOURNEY = "journey-map"
"""The exercise whose rows stand under phase and touchpoint."""


def rows_of(answer: Answer, context: Context) -> list[Row]:
    """Return the rows of one answer, in the form's order.

    Examples
    --------
    >>> from cxkit.journey import Journey
    >>> journey = Journey.of("A ticket", {"Trip": [{"id": "t1", "name": "Asks", "emotion": -2}]})
    >>> rows = rows_of(journey, Context.of(journey))
    >>> [(r.part, r.item, r.field, r.value) for r in rows if r.key.endswith("t1/emotion")]
    [('Trip', 'Asks', 'How it feels', -2)]
    """
    words = wording_of(answer.exercise)
    writer = _Writer(answer.exercise, words.title.in_(context.lang), context)
    return list(writer.fields(answer, words.fields, (answer.exercise,)))


@dataclass(frozen=True)
class _Writer:
    exercise: str
    title: str
    context: Context

    def fields(self, part: Part, words: Any, path: Sequence[str], place: tuple[str, str] = ("", "")
               ) -> Iterator[Row]:  # fmt: skip
        for shape in shapes_of(type(part)):
            value, own = getattr(part, shape.name), words[shape.name]
            here = (*path, shape.name)
            if shape.kind.name in ("cards", "table"):
                yield from self._items(value, own, here, place)
            elif shape.part is not None:
                label = " › ".join(filter(None, (place[0], own.label.in_(self.context.lang))))
                yield from self.fields(value, own.fields, here, (label, place[1]))
            else:
                text, exact = cells_of(shape, own, value, self.context)
                label = own.label.in_(self.context.lang)
                yield Row(self.title, *place, label, text, exact, "/".join(here))

    def _items(self, items: Sequence[Item], words: FieldWords, path: Sequence[str],
               place: tuple[str, str]) -> Iterator[Row]:  # fmt: skip
        for item in items:
            where = self._place(item, words, place)
            yield from self.fields(item, words.fields, (*path, item.id), where)

    def _place(self, item: Item, words: FieldWords, place: tuple[str, str]) -> tuple[str, str]:
        """Return under which part and name an item's rows stand."""
        name = self._name(item)
        if self.exercise == JOURNEY:
            phase = getattr(item, "phase", None)
            return (name, "") if phase is None else (self.context.label(phase), name)
        outer = " › ".join(filter(None, place))
        label = words.label.in_(self.context.lang)
        return (f"{outer} › {label}" if outer else label, name)

    def _name(self, item: Item) -> str:
        label = item.label_in(self.context.lang)
        return self.context.label(label) or label
