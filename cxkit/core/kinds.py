"""The field kinds a form knows, as annotated types for the models.

A model says what a field *is* (its kind and bounds); ``exercises/<id>.yaml`` says how it is worded.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from cxkit.core.images import check_image, check_portrait

KindName = Literal[
    "text", "long-text", "number", "date", "choice", "choices", "tags", "switch", "rating",
    "matrix", "cards", "table", "link", "links", "picture",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """What a form shows for a field.

    Parameters
    ----------
    name : str
        One of `KindName`.
    target : str, optional
        For ``link`` and ``links``: the `link_kind` of the items that can be chosen.
    layout : {"rows", "lanes"}
        For ``table``: records as rows, or records as columns with fields as lanes.
    group_by : str, optional
        For ``table``: the link field that groups the records (touchpoints by phase).
    per : str, optional
        For ``table``: one record for each item of this `link_kind`, made by the form itself.
        The record's first field is the link to it.
    fixed : bool
        For ``cards``: a given list (seven obstacles, six pillars): its entries cannot be added,
        deleted, moved or renamed.
    drawings : bool
        For ``picture``: whether one of the drawn portraits can be chosen instead of a file.
    """

    name: KindName
    target: str | None = None
    layout: Literal["rows", "lanes"] = "rows"
    group_by: str | None = None
    per: str | None = None
    fixed: bool = False
    drawings: bool = False


# Line feeds and tabs are kept; other control characters cannot stand in XML and mean nothing here.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def clean_text(value: object) -> object:
    """Drop what no form can have meant: control characters, lone surrogates, CR line ends."""
    if not isinstance(value, str):
        return value
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", value))


def one_line(value: object) -> object:
    """Clean a text and put it on one line."""
    value = clean_text(value)
    return " ".join(value.split()) if isinstance(value, str) else value


def new_id() -> str:
    """Return a fresh id for an item: twelve hexadecimal digits after an ``i``."""
    return "i" + secrets.token_hex(6)


def _no_doubles(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


ItemId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$")]
LinkId = Annotated[str, Field(pattern=r"^([A-Za-z0-9][A-Za-z0-9_-]{0,39})?$")]

ShortText = Annotated[str, BeforeValidator(one_line), Field(max_length=200), Kind("text")]
LongText = Annotated[str, BeforeValidator(clean_text), Field(max_length=4000), Kind("long-text")]
Tag = Annotated[str, BeforeValidator(one_line), Field(max_length=60)]
Tags = Annotated[tuple[Tag, ...], AfterValidator(_no_doubles), Field(max_length=30), Kind("tags")]
Number = Annotated[float | None, Field(allow_inf_nan=False), Kind("number")]
Day = Annotated[date | None, Kind("date")]
Switch = Annotated[bool, Kind("switch")]
Rating = Annotated[int | None, Field(ge=0, le=4), Kind("rating")]
Emotion = Annotated[int | None, Field(ge=-3, le=3), Kind("rating")]
# Either an uploaded picture, or the name of a drawn one.
Portrait = Annotated[
    str,
    Field(max_length=400_000),
    AfterValidator(check_portrait),
    Kind("picture", drawings=True),
]
ImageData = Annotated[str, Field(max_length=400_000), AfterValidator(check_image), Kind("picture")]
