"""Why a value was refused, said in the user's language beside the field it concerns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from cxkit.language import Lang, format_number, translator
from cxkit.language import mark as _


@dataclass(frozen=True)
class Problem:
    """One refused value: the path to it (items by their id) and what is wrong."""

    where: tuple[str, ...]
    message: str


SENTENCES: Mapping[str, str] = {
    "string_too_long": _("This text is {length} characters long; up to {limit} fit. Shorten it."),
    "too_long": _("There are {length} entries; up to {limit} fit. Delete some or merge them."),
    "greater_than_equal": _("{value} is too low: the lowest value is {limit}."),
    "less_than_equal": _("{value} is too high: the highest value is {limit}."),
    "literal_error": _("“{value}” is not one of the choices. Choose one of the list."),
    "extra_forbidden": _("This workbook knows no field “{name}”. Remove it and try again."),
    "date": _("“{value}” is not a date. Write it as year-month-day, such as 2026-03-31."),
    "number": _("“{value}” is not a number. Write digits only, such as 12.5."),
    "string_pattern_mismatch": _(
        "“{value}” is not a valid id: use letters, digits, hyphens and underscores, 40 at most."
    ),
    "image-type": _("Only PNG, JPEG and WebP pictures can be used. Choose another file."),
    "image-damaged": _("This file is not the picture that its name says. Choose another file."),
    "image-size": _("This picture is too large. Choose one below 280 kB."),
    "other": _("“{value}” cannot be used here. Undo the last change and try again."),
}


def _sentence_key(kind: str, message: str, given: object) -> str:
    # Behind a validator of ours pydantic calls a long text what it calls a long list.
    if kind in ("string_too_long", "too_long") and isinstance(given, str):
        return "image-size" if given.startswith("data:image/") else "string_too_long"
    if kind == "value_error":
        key = message.removeprefix("Value error, ")
        return key if key in SENTENCES else "other"
    if kind in SENTENCES:
        return kind
    family = kind.split("_", maxsplit=1)[0]
    return {"date": "date", "float": "number", "int": "number", "finite": "number"}.get(
        family, "other"
    )


def _value_text(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:57] + "…"


def path_of(value: object, loc: Sequence[int | str]) -> tuple[str, ...]:
    """Turn pydantic's location into a path that names list items by their id."""
    path: list[str] = []
    here: Any = value
    for step in loc:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            here = None
        known = isinstance(step, int) and isinstance(here, dict) and isinstance(here.get("id"), str)
        path.append(here["id"] if known else str(step))
    return tuple(path)


def problems_of(error: ValidationError, value: object, lang: Lang) -> list[Problem]:
    """Word what pydantic found in `value`.

    Examples
    --------
    >>> from cxkit.core.answer import Answer
    >>> try:
    ...     Answer.model_validate({"colour": "red"})
    ... except ValidationError as error:
    ...     problems_of(error, {"colour": "red"}, "en")[0].message
    'This workbook knows no field “colour”. Remove it and try again.'
    """
    tr = translator(lang)
    found = []
    for detail in error.errors(include_url=False):
        context: Mapping[str, Any] = detail.get("ctx", {})
        given = detail["input"]
        limit = next((context[k] for k in ("max_length", "ge", "le") if k in context), "")
        words = {
            "value": _value_text(given),
            "limit": format_number(limit, lang) if isinstance(limit, int | float) else limit,
            "length": format_number(len(given), lang) if hasattr(given, "__len__") else "",
            "name": str(detail["loc"][-1]) if detail["loc"] else "",
        }
        sentence = tr(SENTENCES[_sentence_key(detail["type"], detail["msg"], given)])
        found.append(Problem(path_of(value, detail["loc"]), sentence.format_map(words)))
    return found
