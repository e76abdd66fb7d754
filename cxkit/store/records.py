"""What the store hands out: small frozen records, free of SQLAlchemy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

Value = dict[str, Any]
Kind = Literal["save", "restore", "import"]


@dataclass(frozen=True, slots=True)
class Stored:
    """An answer as it was stored in one revision."""

    exercise: str
    value: Value
    revision: int
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True)
class Saved:
    """The receipt of a save: given out only after the commit returned.

    ``value`` is what now stands in the database, which is what was given with unpaired surrogates
    replaced and tuples turned into lists.
    """

    revision: int
    saved_at: datetime
    value: Value


@dataclass(frozen=True, slots=True)
class Revision:
    """One line of an answer's history; its value is read with ``Store.revision``.

    In a grouped history a line can stand for ``saves`` saves, the first of them at ``since``.
    """

    exercise: str
    revision: int
    saved_at: datetime
    saved_by: str
    kind: Kind
    saves: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person left off: the last chapter page seen and the last exercise saved."""

    chapter: str | None
    lang: str | None
    exercise: str | None


@dataclass(frozen=True, slots=True)
class WorkbookInfo:
    """A workbook without its answers."""

    id: str
    title: str
    lang: str
    owner: str
    case: str | None
    created_at: datetime
    changed_at: datetime
    place: Place | None


Role = Literal["participant", "instructor"]


@dataclass(frozen=True, slots=True)
class ClassInfo:
    """A class: who knows its code may join until it is closed."""

    id: str
    name: str
    code: str
    created_at: datetime
    closed_at: datetime | None
    timer_ends_at: datetime | None
    keep_days: int | None = None


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long what a class has written is kept.

    Parameters
    ----------
    classroom, name : str
        Id and name of the class.
    days : int or None
        The period; None when nobody has set one.
    people : int
        Whose data are still there.
    since : datetime
        When the period began: closed, or else the last time a participant was there.
    until : datetime or None
        When it ends.
    is_closed, is_over : bool
        Whether the class is closed, and whether there is something to erase now.
    """

    classroom: str
    name: str
    days: int | None
    people: int
    since: datetime
    until: datetime | None
    is_closed: bool
    is_over: bool


@dataclass(frozen=True, slots=True)
class Member:
    """A person of a class. Sessions of an older epoch have ended."""

    person: str
    classroom: str
    name: str
    role: Role
    epoch: int
    joined_at: datetime
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Entered:
    """Somebody who has just been let in, with the secret of their personal link."""

    member: Member
    link: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A participant, when they were here last, and the workbook they have open, if any."""

    person: str
    name: str
    seen_at: datetime
    workbook: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """One stored answer of a class, without its value: where, which revision, when."""

    workbook: str
    exercise: str
    revision: int
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Head:
    """The newest revision of an answer."""

    workbook: str
    exercise: str
    revision: int


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote about an exercise in a workbook."""

    id: str
    workbook: str
    exercise: str
    author: str
    author_name: str
    text: str
    written_at: datetime
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log of who did what."""

    at: datetime
    classroom: str | None
    person: str | None
    action: str
    address: str | None
    detail: str | None
