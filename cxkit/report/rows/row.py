"""One row, and the headings of its columns."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

from cxkit.language import LANGS, Lang, translator
from cxkit.language import mark as _

Column = Literal["exercise", "part", "item", "field", "text", "value", "key"]

HEADINGS: Mapping[Column, str] = {
    "exercise": _("Exercise"), "part": _("Part"), "item": _("Item"), "field": _("Field"),
    "text": _("Text"), "value": _("Value"), "key": _("Key (leave as it is)"),
}  # fmt: skip
"""What the columns are called."""

JOURNEY_HEADINGS: Mapping[Column, str] = {
    **HEADINGS, "part": _("Phase"), "item": _("Touchpoint"), "field": _("Lane"),
}  # fmt: skip
"""What they are called where the rows are a journey."""


@dataclass(frozen=True)
class Row:
    """One field of one answer.

    Parameters
    ----------
    exercise : str
        Title of the exercise.
    part, item : str
        Where the field stands, in words: for a journey the phase and the touchpoint, else the list
        and the item.
    field : str
        Label of the field: for a journey the lane.
    text : str
        What is written there, in words.
    value : str, int, float or None
        What is chosen, rated or linked to, exactly; None where the text is all there is.
    key : str
        The path to the field with the ids of items: ``journey-map/touchpoints/t1/emotion``.
    """

    exercise: str
    part: str
    item: str
    field: str
    text: str
    value: str | float | None
    key: str


COLUMNS: tuple[Column, ...] = tuple(column.name for column in fields(Row))  # type: ignore[misc]


def headings(lang: Lang, *, journey: bool = False) -> dict[Column, str]:
    """Return the headings in one language, by column.

    Examples
    --------
    >>> headings("en", journey=True)["item"]
    'Touchpoint'
    """
    tr = translator(lang)
    return {name: tr(text) for name, text in (JOURNEY_HEADINGS if journey else HEADINGS).items()}


def column_called(heading: str) -> Column | None:
    """Return the column that a heading names, in either language; None when it names none.

    Examples
    --------
    >>> column_called(" touchpoint ")
    'item'
    """
    wanted = heading.strip().casefold()
    for lang in LANGS:
        for journey in (True, False):
            for column, text in headings(lang, journey=journey).items():
                if wanted in (text.casefold(), column):
                    return column
    return None
