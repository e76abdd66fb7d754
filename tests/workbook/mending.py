"""Ways to break the thread of a filled workbook, one place at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

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
