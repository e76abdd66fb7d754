"""Write a thing that a link should point to, where such things are written."""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import ValidationError

from cxkit.core.answer import Item, Part
from cxkit.core.exercise import find_exercise
from cxkit.core.fields import FieldShape, shapes_of
from cxkit.core.kinds import one_line
from cxkit.core.problems import problems_of
from cxkit.core.wording import exercise_ids, wording_of
from cxkit.language import Lang, translator


@dataclass(frozen=True)
class Birthplace:
    """Where a new thing of a kind is written.

    Parameters
    ----------
    exercise : str
        The exercise that owns it.
    lists : tuple of FieldShape
        Its list; the list of what holds it before, where it stands inside something else (a need
        in its persona).
    """

    exercise: str
    lists: tuple[FieldShape, ...]

    @property
    def path(self) -> tuple[str, ...]:
        """Names of the lists, outer one first."""
        return tuple(shape.name for shape in self.lists)

    @property
    def item(self) -> type[Item]:
        """The model of the new thing."""
        return _item_of(self.lists[-1])

    @property
    def holder(self) -> type[Item] | None:
        """The model of what holds it, where something does."""
        return _item_of(self.lists[0]) if len(self.lists) > 1 else None


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to link to: its kind, its future id, its name, and what holds it.

    A holder that is not there yet is written too, under the name `holder_label`.
    """

    kind: str
    id: str
    label: str
    holder: str = ""
    holder_label: str = ""


class NotCreatedError(ValueError):
    """Says in the user's language why a thing was not written."""


def _item_of(shape: FieldShape) -> type[Item]:
    assert shape.part is not None  # noqa: S101 -- only lists of items are asked
    assert issubclass(shape.part, Item)  # noqa: S101
    return shape.part


def _lists(model: type[Part], above: tuple[FieldShape, ...] = ()) -> Iterator[
    tuple[FieldShape, ...]
]:  # fmt: skip
    """Walk the lists of items that people add to, outer ones first."""
    for shape in shapes_of(model):
        if shape.part is None or shape.kind.name not in ("cards", "table"):
            continue
        if not (shape.kind.fixed or shape.kind.per):
            yield (*above, shape)
            yield from _lists(shape.part, (*above, shape))


@cache
def birthplaces() -> Mapping[str, Birthplace]:
    """Return where a new thing of each kind is written: least nested, then earliest.

    Examples
    --------
    >>> birthplaces()["touchpoint"].exercise, birthplaces()["need"].path
    ('journey-map', ('personas', 'needs'))
    """
    found: dict[str, Birthplace] = {}
    for exercise in exercise_ids():
        for lists in _lists(find_exercise(exercise).model):
            kind = _item_of(lists[-1]).link_kind
            known = found.get(kind)
            if kind and (known is None or len(lists) < len(known.lists)):
                found[kind] = Birthplace(exercise, lists)
    return found


@cache
def given_places() -> Mapping[str, str]:
    """Return, for each kind that has a given list, the exercise that brings it."""
    return {
        shape.part.link_kind: exercise
        for exercise in exercise_ids()
        for shape in shapes_of(find_exercise(exercise).model)
        if shape.kind.fixed
        and shape.part is not None
        and issubclass(shape.part, Item)
        and shape.part.link_kind
    }


def with_new(value: Mapping[str, Any], wanted: Wanted, lang: Lang) -> tuple[dict[str, Any], str]:
    """Return an answer's value with what is `wanted` in it, and the id by which to link to it.

    What is there already under the same id, or the same name, is not written a second time.

    Parameters
    ----------
    value : mapping
        The stored value of the exercise that owns such things, or its empty value.
    wanted : Wanted
        What is to be written; anything may come from a browser.
    lang : {"it", "en"}
        Language of a refusal.

    Raises
    ------
    NotCreatedError
        When it has no name, there is no room, what holds it is gone, or the model refuses it.

    Examples
    --------
    >>> value, made = with_new({"personas": []}, Wanted("persona", "p1", "Anna"), "en")
    >>> made, value["personas"][0]["name"]
    ('p1', 'Anna')
    """
    tr = translator(lang)
    place = birthplaces()[wanted.kind]
    label = str(one_line(wanted.label))
    if not label:
        raise NotCreatedError(tr("Write what it is called first."))
    changed = copy.deepcopy(dict(value))
    entries = _room(changed, place, wanted, lang)
    name = place.item.label_field
    for entry in entries:
        if entry["id"] == wanted.id or str(entry.get(name, "")).casefold() == label.casefold():
            return dict(value), entry["id"]
    _check_room(place.lists[-1], entries, place, lang)
    entries.append({"id": wanted.id, name: label})
    return _validated(changed, place, lang), wanted.id


def without_new(value: Mapping[str, Any], wanted: Wanted) -> dict[str, Any] | None:
    """Return an answer's value without what `with_new` wrote; None where more is written of it.

    What was written to hold it goes too, unless it holds something else by now.

    Examples
    --------
    >>> wanted = Wanted("persona", "p1", "Anna")
    >>> value, _ = with_new({"personas": []}, wanted, "en")
    >>> without_new(value, wanted)["personas"]
    []
    >>> value["personas"][0]["goals"] = "A home"
    >>> without_new(value, wanted) is None
    True
    """
    place = birthplaces()[wanted.kind]
    changed = copy.deepcopy(dict(value))
    outer: list[dict[str, Any]] = changed[place.path[0]]
    entries, holder = outer, None
    if place.holder:
        holder = next((entry for entry in outer if entry["id"] == wanted.holder), None)
        entries = holder[place.path[1]] if holder else []
    found = next((entry for entry in entries if entry["id"] == wanted.id), None)
    if found is None:
        return changed
    if not _only_named(place.item, found):
        return None
    entries.remove(found)
    if holder and place.holder and wanted.holder_label and _only_named(place.holder, holder):
        outer.remove(holder)
    return changed


def _only_named(model: type[Item], entry: dict[str, Any]) -> bool:
    fresh = model.model_validate({name: entry[name] for name in ("id", model.label_field)})
    return fresh.model_dump(mode="json") == entry


def _room(
    value: dict[str, Any], place: Birthplace, wanted: Wanted, lang: Lang
) -> list[dict[str, Any]]:
    """Return the list in `value` that takes the new thing, its holder written if need be."""
    outer: list[dict[str, Any]] = value.setdefault(place.path[0], [])
    if place.holder is None:
        return outer
    holder = next((entry for entry in outer if entry["id"] == wanted.holder), None)
    if holder is None:
        label = str(one_line(wanted.holder_label))
        if not label:
            sentence = translator(lang)(
                "What it should belong to is not there any more. Choose another."
            )
            raise NotCreatedError(sentence)
        _check_room(place.lists[0], outer, place, lang)
        holder = {"id": wanted.holder, place.holder.label_field: label}
        outer.append(holder)
    inner: list[dict[str, Any]] = holder.setdefault(place.path[1], [])
    return inner


def _check_room(shape: FieldShape, entries: list[Any], place: Birthplace, lang: Lang) -> None:
    if shape.max_length and len(entries) >= shape.max_length:
        sentence = translator(lang)(
            "“{title}” is full: it has room for {limit}. Delete one there to add another."
        )
        title = wording_of(place.exercise).title.in_(lang)
        raise NotCreatedError(sentence.format(title=title, limit=shape.max_length))


def _validated(value: dict[str, Any], place: Birthplace, lang: Lang) -> dict[str, Any]:
    try:
        answer = find_exercise(place.exercise).model.model_validate(value)
    except ValidationError as error:
        raise NotCreatedError(problems_of(error, value, lang)[0].message) from error
    return answer.model_dump(mode="json")
