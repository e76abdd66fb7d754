"""Merge two changes of one answer, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Clash:
    """A field that both sides changed, each in its own way."""

    name: str
    mine: Any
    theirs: Any


def _ids(value: object) -> list[str] | None:
    """Return the ids of a list of items; None when it is no such list."""
    if not isinstance(value, list | tuple):
        return None
    ids = [entry.get("id") if isinstance(entry, Mapping) else None for entry in value]
    return ids if all(isinstance(entry, str) for entry in ids) else None  # type: ignore[return-value]


def _merge_items(base: Any, mine: Any, theirs: Any) -> tuple[list[Any], bool]:
    """Merge lists of items by id; the flag says whether an item was changed on both sides."""
    old = {entry["id"]: entry for entry in base}
    my = {entry["id"]: entry for entry in mine}
    their = {entry["id"]: entry for entry in theirs}
    order = [entry["id"] for entry in (mine if mine != base else theirs)]
    # Also what I deleted: where they changed it meanwhile, it comes back rather than being lost.
    order += [i for i in their if i not in order]
    merged, clashed = [], False
    for item in order:
        sides = [side.get(item) for side in (old, my, their)]
        if sides[1] is None and item in old and sides[2] == sides[0]:
            continue
        if sides[2] is None and item in old and sides[1] == sides[0]:
            continue
        if sides[1] == sides[0] or sides[1] is None:
            merged.append(sides[2])
        elif sides[2] in (sides[0], sides[1]) or sides[2] is None:
            merged.append(sides[1])
        else:
            whole, inner = merge(sides[0] or {}, sides[1], sides[2])
            merged.append(whole)
            clashed = clashed or bool(inner)
    return merged, clashed


def merge(
    base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Clash]]:
    """Merge my change and theirs, both made from `base`.

    Returns
    -------
    merged : dict
        Every field that only one side changed has that side's value; where both changed the same
        field differently, theirs, which is already stored.
    clashes : list of Clash
        The fields that both changed, with both values, for people to decide.

    Examples
    --------
    >>> merge({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 3})
    ({'a': 2, 'b': 3}, [])
    >>> merge({"a": 1}, {"a": 2}, {"a": 3})[1]
    [Clash(name='a', mine=2, theirs=3)]
    """
    merged: dict[str, Any] = {}
    clashes: list[Clash] = []
    for name in {**theirs, **mine}:
        old, my, their = base.get(name), mine.get(name), theirs.get(name)
        if my in (old, their):
            merged[name] = their
        elif their == old:
            merged[name] = my
        elif all(_ids(side) is not None for side in (old or [], my, their)):
            merged[name], clashed = _merge_items(old or [], my, their)
            if clashed:
                clashes.append(Clash(name, my, their))
        else:
            merged[name] = their
            clashes.append(Clash(name, my, their))
    return merged, clashes
