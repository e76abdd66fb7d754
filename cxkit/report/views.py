"""What the report shows of an answer: small frozen records that the templates draw."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

_EMPTY_LINES = re.compile(r"\n\s*\n")

EntryKind = Literal[
    "text", "lines", "tags", "yes", "rating", "matrix", "refs", "image", "bullets", "rows", "table",
    "cards", "groups",
]  # fmt: skip


@dataclass(frozen=True)
class Rated:
    """A rating: its value, the ends of its scale, and what the value means in words."""

    value: int
    minimum: int
    maximum: int
    anchor: str = ""

    @property
    def signed(self) -> bool:
        """Whether the scale has a middle, with worse on one side and better on the other."""
        return self.minimum < 0


@dataclass(frozen=True)
class Ref:
    """Something written elsewhere: its name, and where the report shows it ("" when nowhere)."""

    label: str
    anchor: str = ""


@dataclass(frozen=True)
class Entry:
    """One filled field: its label, and a value whose type depends on the kind.

    text, lines, image: str · tags: tuple of str · yes: True · rating: Rated · matrix: tuple of
    (str, Rated) · refs: tuple of Ref · bullets, rows, cards: tuple of Card · table: Table · groups:
    tuple of Group.
    """

    name: str
    label: str
    kind: EntryKind
    value: object


@dataclass(frozen=True)
class Card:
    """One item of a list: where links to it lead, its name, and its filled fields."""

    anchor: str
    title: str
    entries: tuple[Entry, ...]

    def entry(self, name: str) -> Entry | None:
        """Return the entry of a field; None when the field is empty."""
        return next((entry for entry in self.entries if entry.name == name), None)


@dataclass(frozen=True)
class Table:
    """Items as rows: the first column is their name, the others are fields."""

    heading: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[Card, ...]


@dataclass(frozen=True)
class Group:
    """Cards under a common heading, such as the touchpoints of a phase."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Batch:
    """Entries that stand together: short ones as pairs, lists under headings of their own."""

    kind: Literal["pairs", "lists"]
    entries: tuple[Entry, ...]


def batches(entries: Iterable[Entry]) -> list[Batch]:
    """Part entries into runs of pairs and of lists, in their order."""
    runs = groupby(entries, key=lambda entry: entry.kind in ("cards", "groups"))
    return [Batch("lists" if is_list else "pairs", tuple(run)) for is_list, run in runs]


def paragraphs(text: str) -> list[list[str]]:
    """Part a text at its empty lines, and each part into its lines.

    Examples
    --------
    >>> paragraphs("a\\nb\\n\\nc")
    [['a', 'b'], ['c']]
    """
    parts = _EMPTY_LINES.split(text.strip("\n"))
    return [part.split("\n") for part in parts if part.strip()]
