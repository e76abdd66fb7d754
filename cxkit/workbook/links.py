"""What can be linked to: the items of all answers, by kind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from cxkit.core.answer import Answer, Item, Part
from cxkit.core.exercise import find_exercise
from cxkit.core.fields import FieldShape, shapes_of
from cxkit.core.wording import exercise_ids
from cxkit.language import Lang


@dataclass(frozen=True)
class Target:
    """Something that a link field can choose."""

    id: str
    label: str
    exercise: str


def linkable(answers: Mapping[str, Answer], lang: Lang) -> dict[str, list[Target]]:
    """List the items of `answers` by link kind, in programme order, named in `lang`."""
    found: dict[str, list[Target]] = {}
    for exercise in exercise_ids():
        if exercise in answers:
            for item in answers[exercise].items():
                if item.link_kind:
                    target = Target(item.id, item.label_in(lang), exercise)
                    found.setdefault(item.link_kind, []).append(target)
    return found


def _kinds_in(shapes: Iterable[FieldShape]) -> Iterable[str]:
    for shape in shapes:
        if shape.part is not None:
            if issubclass(shape.part, Item) and shape.part.link_kind:
                yield shape.part.link_kind
            yield from _kinds_in(shape.fields)


def _targets_in(shapes: Iterable[FieldShape]) -> Iterable[str]:
    for shape in shapes:
        if shape.kind.target:
            yield shape.kind.target
        if shape.kind.per:
            yield shape.kind.per
        yield from _targets_in(shape.fields)


def targets_of(model: type[Part]) -> frozenset[str]:
    """Return the link kinds that a model's fields point to."""
    return frozenset(_targets_in(shapes_of(model)))


@cache
def writing_places() -> Mapping[str, str]:
    """Return, for each link kind, the exercise in which such items are written."""
    places: dict[str, str] = {}
    for exercise in exercise_ids():
        for kind in _kinds_in(shapes_of(find_exercise(exercise).model)):
            places.setdefault(kind, exercise)
    return places
