"""Answers made from a model's own fields: filled everywhere, with whatever text a test wants."""

from __future__ import annotations

from typing import Any

from cxkit.core.exercise import find_exercise
from cxkit.core.fields import FieldShape, shapes_of


def filled(exercise: str, text: str) -> dict[str, Any]:
    """Return an answer with `text` in every field that takes text."""
    model = find_exercise(exercise).model
    value: dict[str, Any] = model().model_dump(mode="json")
    return {**value, **_fields(shapes_of(model), text, value)}


def _fields(shapes: tuple[FieldShape, ...], text: str, empty: dict[str, Any]) -> dict[str, Any]:
    made = {shape.name: _value(shape, text, empty.get(shape.name)) for shape in shapes}
    return {name: value for name, value in made.items() if value is not None}


def _value(shape: FieldShape, text: str, empty: Any) -> Any:
    match shape.kind.name:
        case "text" | "long-text":
            return text[: shape.max_length or None]
        case "tags":
            return [text[:60]]
        case "choice":
            return shape.options[0]
        case "choices":
            return list(shape.options[:2])
        case "cards" | "table":
            given = empty or [{"id": "i1"}]
            return [{**item, **_fields(shape.fields, text, item)} for item in given]
        case _:
            return None
