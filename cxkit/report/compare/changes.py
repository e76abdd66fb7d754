"""What changed from one workbook to another, exercise by exercise."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxkit.core.answer import Answer, Item, Part
from cxkit.core.fields import shapes_of
from cxkit.core.wording import FieldWords, exercise_ids, wording_of
from cxkit.report.answers import AnswerView
from cxkit.report.views import Entry
from cxkit.workbook import Workbook


@dataclass(frozen=True)
class Change:
    """A field that reads otherwise: in which item, its label, and how it read and reads."""

    within: str
    label: str
    before: Entry | None
    after: Entry | None


@dataclass(frozen=True)
class ExerciseChanges:
    """What changed in one exercise."""

    id: str
    title: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Change, ...]


@dataclass(frozen=True)
class Sides:
    """The two answers' views: each draws links by the names of its own workbook."""

    before: AnswerView
    after: AnswerView


def changes(before: Workbook, after: Workbook, sides: Sides, chosen: Sequence[str] = ()
            ) -> list[ExerciseChanges]:  # fmt: skip
    """Return what changed, in the programme's order; exercises that are the same are left out."""
    found = []
    for name in chosen or exercise_ids():
        old, new = before.answer(name), after.answer(name)
        if old != new:
            found.append(_of(old, new, sides))
    return [one for one in found if one.added or one.removed or one.changed]


def _of(old: Answer, new: Answer, sides: Sides) -> ExerciseChanges:
    lang, words = sides.after.context.lang, wording_of(old.exercise)
    were, are = ({item.id for item in answer.items()} for answer in (old, new))
    return ExerciseChanges(
        old.exercise,
        words.title.in_(lang),
        tuple(_names(new, were, sides.after)),
        tuple(_names(old, are, sides.before)),
        tuple(_fields(old, new, words.fields, sides)),
    )


def _names(part: Part, those: Collection[str], view: AnswerView) -> Iterator[str]:
    """Name the items that the other side has not; what is inside them goes without saying."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Item) and inner.id not in those:
                label = view.context.label(inner.id)
                yield from [view.context.label(label) or label] if label else []
            elif isinstance(inner, Part):
                yield from _names(inner, those, view)


def _fields(old: Part, new: Part, words: Mapping[str, FieldWords], sides: Sides, within: str = ""
            ) -> Iterator[Change]:  # fmt: skip
    """Walk the fields that differ; items are the same when their ids are."""
    were = {entry.name: entry for entry in sides.before.fields(old, words)}
    are = {entry.name: entry for entry in sides.after.fields(new, words)}
    for shape in shapes_of(type(new)):
        name, given = shape.name, (getattr(old, shape.name), getattr(new, shape.name))
        if given[0] == given[1]:
            continue
        if shape.part is not None and isinstance(given[1], tuple):
            yield from _items(*given, words[name], sides)
        elif were.get(name) != are.get(name):
            label = words[name].label.in_(sides.after.context.lang)
            yield Change(within, label, were.get(name), are.get(name))


def _items(old: Sequence[Item], new: Sequence[Item], words: FieldWords, sides: Sides
           ) -> Iterator[Change]:  # fmt: skip
    were = {item.id: item for item in old}
    for item in new:
        if item.id in were:
            label = sides.after.context.label(item.id)
            name = sides.after.context.label(label) or label
            yield from _fields(were[item.id], item, words.fields, sides, name)
