"""What a form shows: the model's fields with their words, as JSON (see ``docs/forms.md``)."""

from collections.abc import Callable, Mapping
from typing import Any

from cxkit.core.answer import Item
from cxkit.core.exercise import Exercise
from cxkit.core.fields import FieldShape, shapes_of
from cxkit.core.images import IMAGE_MAX_BYTES, IMAGE_TYPES
from cxkit.core.kinds import KindName
from cxkit.core.portraits import portraits
from cxkit.core.wording import FieldWords, Text
from cxkit.language import Lang

# Lists without a bound of their own: far above what people write, far below what hurts.
MAX_ITEMS = 200


def _text(text: Text | None, lang: Lang) -> str | None:
    return text.in_(lang) if text else None


def _anchors(words: FieldWords, lang: Lang) -> list[dict[str, Any]]:
    return [{"value": value, "text": text.in_(lang)} for value, text in words.anchors.items()]


def _items(shape: FieldShape, words: FieldWords, lang: Lang) -> dict[str, Any]:
    part = shape.part
    is_item = part is not None and issubclass(part, Item)
    return {
        "fields": field_specs(shape.fields, words.fields, lang),
        "label_field": part.label_field if is_item else None,  # type: ignore[union-attr]
        "link_kind": part.link_kind if is_item else "",  # type: ignore[union-attr]
        "add": _text(words.add, lang),
        "max_items": shape.max_length or MAX_ITEMS,
        "fixed": shape.kind.fixed,
    }


def _text_keys(shape: FieldShape, _: FieldWords, __: Lang) -> dict[str, Any]:
    return {"max_length": shape.max_length}


def _number_keys(shape: FieldShape, _: FieldWords, __: Lang) -> dict[str, Any]:
    return {"min": shape.minimum, "max": shape.maximum}


def _choice_keys(shape: FieldShape, words: FieldWords, lang: Lang) -> dict[str, Any]:
    return {"options": [{"value": v, "label": words.options[v].in_(lang)} for v in shape.options]}


def _tags_keys(shape: FieldShape, _: FieldWords, __: Lang) -> dict[str, Any]:
    return {"max_items": shape.max_length or MAX_ITEMS}


def _rating_keys(shape: FieldShape, words: FieldWords, lang: Lang) -> dict[str, Any]:
    low, high = int(shape.minimum or 0), int(shape.maximum or 4)
    return {"min": low, "max": high, "anchors": _anchors(words, lang)}


def _matrix_keys(shape: FieldShape, words: FieldWords, lang: Lang) -> dict[str, Any]:
    rows = field_specs(shape.fields, words.fields, lang)
    return {"fields": rows, "anchors": _anchors(words, lang)}


def _table_keys(shape: FieldShape, words: FieldWords, lang: Lang) -> dict[str, Any]:
    kind = shape.kind
    how = {"layout": kind.layout, "group_by": kind.group_by, "per": kind.per}
    return {**_items(shape, words, lang), **how}


def _link_keys(shape: FieldShape, _: FieldWords, __: Lang) -> dict[str, Any]:
    return {"target": shape.kind.target}


def _picture_keys(shape: FieldShape, _: FieldWords, lang: Lang) -> dict[str, Any]:
    own = portraits(lang) if shape.kind.drawings else []
    return {"types": list(IMAGE_TYPES), "max_bytes": IMAGE_MAX_BYTES, "drawings": own}


_OWN_KEYS: Mapping[KindName, Callable[[FieldShape, FieldWords, Lang], dict[str, Any]]] = {
    "text": _text_keys,
    "long-text": _text_keys,
    "number": _number_keys,
    "choice": _choice_keys,
    "choices": _choice_keys,
    "tags": _tags_keys,
    "rating": _rating_keys,
    "matrix": _matrix_keys,
    "cards": _items,
    "table": _table_keys,
    "link": _link_keys,
    "links": _link_keys,
    "picture": _picture_keys,
}


def _own_keys(shape: FieldShape, words: FieldWords, lang: Lang) -> dict[str, Any]:
    make = _OWN_KEYS.get(shape.kind.name)
    return make(shape, words, lang) if make else {}


def field_specs(
    shapes: tuple[FieldShape, ...], words: Mapping[str, FieldWords], lang: Lang
) -> list[dict[str, Any]]:
    """Return the fields of a form in `lang`, in the model's order.

    Raises
    ------
    KeyError
        When a field or an option has no words.
    """
    return [
        {
            "name": shape.name,
            "kind": shape.kind.name,
            "label": words[shape.name].label.in_(lang),
            "help": _text(words[shape.name].help, lang),
            "example": _text(words[shape.name].example, lang),
            "needed": shape.needed,
            **_own_keys(shape, words[shape.name], lang),
        }
        for shape in shapes
    ]


def form_fields(exercise: Exercise, lang: Lang) -> list[dict[str, Any]]:
    """Return the fields of an exercise's form in `lang`."""
    return field_specs(shapes_of(exercise.model), exercise.wording.fields, lang)
