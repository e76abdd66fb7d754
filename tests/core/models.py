"""A small answer with one field of each kind, for tests of what every answer shares."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from cxkit.core import Answer, Item
from cxkit.core.answer import Part
from cxkit.core.kinds import (
    Day,
    Emotion,
    ImageData,
    Kind,
    LinkId,
    LongText,
    Number,
    Rating,
    ShortText,
    Switch,
    Tags,
)


class Stop(Item):
    link_kind: ClassVar[str] = "stop"

    name: ShortText = ""
    mood: Emotion = None


class Route(Item):
    link_kind: ClassVar[str] = "route"
    label_field: ClassVar[str] = "title"

    title: ShortText = ""
    stops: Annotated[tuple[Stop, ...], Field(max_length=3)] = ()


class Laws(Part):
    reaction: Rating = None
    habit: Rating = None


class Everything(Answer):
    """One field of each kind."""

    exercise: ClassVar[str] = "everything"
    needed: ClassVar[frozenset[str]] = frozenset({"name", "done", "routes", "budget"})

    name: ShortText = ""
    story: LongText = ""
    budget: Number = None
    share: Annotated[float | None, Field(ge=0, le=100), Kind("number")] = None
    day: Day = None
    done: Switch = False
    size: Literal["", "small", "large"] = ""
    channels: tuple[Literal["shop", "web"], ...] = ()
    words: Tags = ()
    mood: Emotion = None
    laws: Laws = Laws()
    routes: Annotated[tuple[Route, ...], Field(max_length=4)] = ()
    rows: Annotated[tuple[Stop, ...], Kind("table", layout="lanes", per="route")] = ()
    best: Annotated[LinkId, Kind("link", target="stop")] = ""
    also: Annotated[tuple[LinkId, ...], Kind("links", target="route")] = ()
    portrait: ImageData = ""
