"""The fields of a model as a form, a report or a test sees them."""

import types
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

import annotated_types
from pydantic.fields import FieldInfo

from cxkit.core.answer import Part
from cxkit.core.kinds import Kind


@dataclass(frozen=True)
class FieldShape:
    """One field: its kind, its bounds, and the fields of its items.

    `options` are the values of a choice (without the empty one); `fields` the shapes of a card, a
    table row or a matrix; `part` the model of these.
    """

    name: str
    kind: Kind
    needed: bool = False
    options: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None
    part: type[Part] | None = None
    fields: tuple["FieldShape", ...] = ()


def _strip(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """Unwrap ``Annotated[...]`` and ``... | None``."""
    metadata: tuple[Any, ...] = ()
    while True:
        if hasattr(annotation, "__metadata__"):
            metadata += annotation.__metadata__
            annotation = annotation.__origin__
        elif get_origin(annotation) in (Union, types.UnionType):
            annotation = next(a for a in get_args(annotation) if a is not type(None))
        else:
            return annotation, metadata


def _bounds(metadata: tuple[Any, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    flat: list[Any] = []
    for entry in metadata:
        flat.extend(entry.metadata if isinstance(entry, FieldInfo) else [entry])
    for entry in flat:
        if isinstance(entry, annotated_types.Ge):
            found["minimum"] = entry.ge
        elif isinstance(entry, annotated_types.Le):
            found["maximum"] = entry.le
        elif isinstance(entry, annotated_types.MaxLen):
            found["max_length"] = entry.max_length
    return found


def _part_of(annotation: Any) -> type[Part] | None:
    inner = get_args(annotation)[0] if get_origin(annotation) is tuple else annotation
    inner, _ = _strip(inner)
    return inner if isinstance(inner, type) and issubclass(inner, Part) else None


def _options(annotation: Any) -> tuple[str, ...]:
    inner = get_args(annotation)[0] if get_origin(annotation) is tuple else annotation
    inner, _ = _strip(inner)
    return tuple(v for v in get_args(inner) if v) if get_origin(inner) is Literal else ()


def _kind(metadata: tuple[Any, ...], annotation: Any, part: type[Part] | None) -> Kind:
    for entry in metadata:
        if isinstance(entry, Kind):
            return entry
    is_tuple = get_origin(annotation) is tuple
    if part is not None:
        return Kind("cards" if is_tuple else "matrix")
    if _options(annotation):
        return Kind("choices" if is_tuple else "choice")
    raise TypeError(f"no field kind for {annotation!r}")


def _shape(name: str, info: FieldInfo, needed: bool) -> FieldShape:
    annotation, inner = _strip(info.annotation)
    metadata = (*info.metadata, *inner)
    part = _part_of(annotation)
    return FieldShape(
        name,
        _kind(metadata, annotation, part),
        needed,
        _options(annotation),
        **_bounds(metadata),
        part=part,
        fields=shapes_of(part) if part else (),
    )


@cache
def shapes_of(model: type[Part]) -> tuple[FieldShape, ...]:
    """Return the shapes of a model's fields in order; an item's id is not a field.

    Raises
    ------
    TypeError
        When a field's annotation fits no kind.
    """
    needed: frozenset[str] = getattr(model, "needed", frozenset())
    return tuple(
        _shape(name, info, name in needed)
        for name, info in model.model_fields.items()
        if name != "id"
    )
