"""What can be linked to: the items of all answers, by kind."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from cxkit.core.answer import Answer, Item, Part
from cxkit.core.context import Context
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


def links_in(part: Part) -> Iterator[str]:
    """Walk the ids that a part of an answer links to."""
    for shape in shapes_of(type(part)):
        value = getattr(part, shape.name)
        if shape.kind.target:
            yield from (value,) if isinstance(value, str) else value
        elif shape.part is not None:
            for entry in value if isinstance(value, tuple) else (value,):
                yield from links_in(entry)


def names_of_links(answer: Answer, context: Context) -> dict[str, str]:
    """Return what the things are called that an answer links to, by id.

    Examples
    --------
    >>> from cxkit.journey import Journey
    >>> from cxkit.personas import Persona, Personas
    >>> people = Personas(personas=[Persona(id="p1", name="Anna")])
    >>> names_of_links(Journey(persona="p1"), Context.of(people))
    {'p1': 'Anna'}
    """
    linked = (link for link in links_in(answer) if link in context.items)
    return {link: context.label(link) for link in linked}


def without_loose_links(answer: Answer, known: Container[str]) -> dict[str, Any]:
    """Return an answer's value without links to what is neither in it nor `known`.

    What held such a link stays: a line about a touchpoint keeps its words and waits for another.

    Examples
    --------
    >>> from cxkit.journey import Journey
    >>> without_loose_links(Journey(persona="p1", goal="Home"), known=set())["persona"]
    ''
    >>> without_loose_links(Journey(persona="p1"), known={"p1"})["persona"]
    'p1'
    """
    own = {item.id for item in answer.items()}
    value = answer.model_dump(mode="json")
    _unlink(value, shapes_of(type(answer)), lambda link: link in own or link in known)
    return value


def _unlink(
    value: dict[str, Any], shapes: Iterable[FieldShape], holds: Callable[[str], bool]
) -> None:
    for shape in shapes:
        inner = value[shape.name]
        if shape.kind.name == "link":
            value[shape.name] = inner if holds(inner) else ""
        elif shape.kind.name == "links":
            value[shape.name] = [link for link in inner if holds(link)]
        elif shape.part is not None:
            for entry in inner if isinstance(inner, list) else [inner]:
                _unlink(entry, shape.fields, holds)
