"""What one field's value is in a sheet: its words, and its exact value."""

from datetime import date
from typing import Any

from cxkit.core.context import Context
from cxkit.core.fields import FieldShape
from cxkit.core.wording import FieldWords
from cxkit.language import mark as _
from cxkit.language import translator

YES = _("yes")
_FIGURES = frozenset({"rating", "number", "date"})


def cells_of(shape: FieldShape, words: FieldWords, value: Any, context: Context
             ) -> tuple[str, str | float | None]:  # fmt: skip
    """Return a value in words, and exactly where the words are not all there is.

    Several choices, links or tags stand on a line each.

    Examples
    --------
    >>> from cxkit.core import shapes_of, wording_of
    >>> from cxkit.journey.model import Touchpoint
    >>> words = wording_of("journey-map").field("touchpoints", "channels")
    >>> shape = next(s for s in shapes_of(Touchpoint) if s.name == "channels")
    >>> cells_of(shape, words, ("app", "phone"), Context())
    ('App\\nPhone', 'app\\nphone')
    """
    lang = context.lang
    match shape.kind.name:
        case "rating":
            anchor = words.anchors.get(value) if value is not None else None
            return (anchor.in_(lang) if anchor else "", value)
        case "number":
            return "", value
        case "date":
            return "", value.isoformat() if value else None
        case "switch":
            return (translator(lang)(YES) if value else ""), int(value)
        case "choice":
            return (words.options[value].in_(lang) if value else ""), value or None
        case "choices":
            chosen = (words.options[one].in_(lang) for one in value)
            return "\n".join(chosen), "\n".join(value) or None
        case "link":
            return link_label(value, context), value or None
        case "links":
            return "\n".join(link_label(one, context) for one in value), "\n".join(value) or None
        case "tags":
            return "\n".join(value), None
        case "picture":
            return "", value or None
    return value, None


def wide_cell(shape: FieldShape, words: FieldWords, value: Any, context: Context
              ) -> str | float | date | None:  # fmt: skip
    """Return a value for a table with a column for each field: a figure, a day, or words."""
    if shape.kind.name in _FIGURES:
        figure: float | date | None = value
        return figure
    return cells_of(shape, words, value, context)[0]


def link_label(item_id: str, context: Context) -> str:
    """Return what a link's target is called, on one line; "?" when it was deleted."""
    if not item_id:
        return ""
    name = context.label(item_id)
    # A line of the blueprint, say, is called like the touchpoint that it links to.
    return " ".join((context.label(name) or name).split()) or "?"
