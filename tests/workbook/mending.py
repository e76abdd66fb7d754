"""Ways to break the thread of a filled workbook, one place at a time, and to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from cxkit.core.exercise import find_exercise
from cxkit.core.fields import FieldShape, shapes_of
from cxkit.core.thread import SOME_RECORD

Values = dict[str, Any]
Change = Callable[[Values], None]


def items(value: object) -> Iterator[dict[str, Any]]:
    """Walk all items of a JSON value."""
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for inside in value.values():
            yield from items(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from items(inside)


def item(values: Values, item_id: str) -> dict[str, Any]:
    """Return an item by its id."""
    return next(one for one in items(values) if one["id"] == item_id)


def put(item_id: str, **fields: Any) -> Change:
    """Return what writes some fields of an item anew."""
    return lambda values: item(values, item_id).update(fields)


def unlink(exercise: str, target: str) -> Change:
    """Return what removes all links of an exercise to an item."""

    def change(values: Values) -> None:
        for value in [values[exercise], *items(values[exercise])]:
            for name, inside in value.items():
                if isinstance(inside, list) and target in inside:
                    value[name] = [one for one in inside if one != target]
                elif inside == target and name != "id":
                    value[name] = ""

    return change


def delete(item_id: str) -> Change:
    """Return what deletes an item and leaves the links to it as they are."""

    def drop(value: object) -> None:
        for inside in value.values() if isinstance(value, dict) else ():
            if isinstance(inside, list):
                inside[:] = [
                    one for one in inside if not (isinstance(one, dict) and one["id"] == item_id)
                ]
                for one in inside:
                    drop(one)
            else:
                drop(inside)

    return drop


def write(exercise: str, **fields: Any) -> Change:
    """Return what writes some fields of an answer anew."""
    return lambda values: values[exercise].update(fields)


def leave_out(exercise: str) -> Change:
    """Return what takes a whole answer away."""
    return lambda values: values.pop(exercise)


def both(*changes: Change) -> Change:
    """Return several changes in one."""

    def change(values: Values) -> None:
        for one in changes:
            one(values)

    return change


_DEFAULTS: dict[str, Any] = {"text": "Somebody", "long-text": "Something", "date": "2027-03-01"}


def fill(values: Values, exercise: str, where: tuple[str, ...]) -> None:
    """Write what is missing at a place of an exercise, as somebody does who follows the link."""
    shapes = shapes_of(find_exercise(exercise).model)
    _fill(values, values.setdefault(exercise, {}), shapes, where)


def _fill(
    values: Values, here: dict[str, Any], shapes: tuple[FieldShape, ...], where: tuple[str, ...]
) -> None:
    shape = next(shape for shape in shapes if shape.name == where[0])
    if shape.part is None:
        target = _some(values, shape.kind.target) if shape.kind.target else None
        found = target or _DEFAULTS[shape.kind.name]
        here[shape.name] = [found] if shape.kind.name == "links" else found
        return
    records = here.setdefault(shape.name, [])
    match where[1:]:
        case ():
            records.append({"text": "Something that can be seen"})
        case (step, link, target) if step == SOME_RECORD:
            several = any(one.name == link and one.kind.name == "links" for one in shape.fields)
            fresh = {link: [target] if several else target}
            if shape.kind.fixed:
                records[0].update(fresh)
            else:
                records.append(fresh)
        case (step, *rest):
            found = next((one for one in records if one["id"] == step), None)
            if found is None:
                found = {"id": f"new-{step}", shape.fields[0].name: step}
                records.append(found)
            _fill(values, found, shape.fields, tuple(rest))


def _some(values: Values, kind: str) -> str:
    """Return the id of something of a kind."""
    for exercise, value in values.items():
        answer = find_exercise(exercise).model.model_validate(value)
        for one in answer.items():
            if one.link_kind == kind and one.label.strip():
                return one.id
    raise LookupError(kind)
