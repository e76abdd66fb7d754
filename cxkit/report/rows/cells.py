"""What one field's value is in a sheet: its words, and its exact value."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from cxkit.core.context import Context
from cxkit.core.fields import FieldShape
from cxkit.core.wording import FieldWords
from cxkit.language import mark as _
from cxkit.language import translator

YES = _("yes")
Cells = tuple[str, str | float | None]
_FIGURES = frozenset({"rating", "number", "date"})


def cells_of(shape: FieldShape, words: FieldWords, value: Any, context: Context
             ) -> Cells:  # fmt: skip
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
    reads = _READS.get(shape.kind.name)
    return reads(words, value, context) if reads else (value, None)


def _rating(words: FieldWords, value: Any, context: Context) -> Cells:
    anchor = words.anchors.get(value) if value is not None else None
    return (anchor.in_(context.lang) if anchor else "", value)


def _choices(words: FieldWords, value: Any, context: Context) -> Cells:
    chosen = (value,) if isinstance(value, str) else value
    labels = (words.options[one].in_(context.lang) for one in chosen if one)
    return "\n".join(labels), "\n".join(chosen) or None


def _links(words: FieldWords, value: Any, context: Context) -> Cells:
    targets = (value,) if isinstance(value, str) else value
    return "\n".join(link_label(one, context) for one in targets), "\n".join(targets) or None


def _switch(words: FieldWords, value: Any, context: Context) -> Cells:
    return (translator(context.lang)(YES) if value else ""), int(value)


_READS: Mapping[str, Callable[[FieldWords, Any, Context], Cells]] = {
    "rating": _rating,
    "number": lambda words, value, context: ("", value),
    "date": lambda words, value, context: ("", value.isoformat() if value else None),
    "switch": _switch,
    "choice": _choices, "choices": _choices,
    "link": _links, "links": _links,
    "tags": lambda words, value, context: ("\n".join(value), None),
    "picture": lambda words, value, context: ("", value or None),
}  # fmt: skip


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
