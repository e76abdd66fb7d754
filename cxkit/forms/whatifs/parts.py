"""What a what-if is made of: numbers to turn, choices, and the reading that follows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from cxkit.language import Lang, format_number, translator
from cxkit.language import mark as _
from cxkit.stats.words import fill


@dataclass(frozen=True)
class Turn:
    """A whole number to turn, from `low` to `high`."""

    name: str
    label: str
    value: int
    low: int
    high: int
    step: int = 1


@dataclass(frozen=True)
class Choice:
    """A choice among a few values, each with its words."""

    name: str
    label: str
    options: tuple[tuple[Any, str], ...]


@dataclass(frozen=True)
class Reading:
    """What follows: the answer, what it means, what it does not, and its neighbours in a table."""

    headline: str
    says: str
    caution: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Question:
    """A what-if: its title, what can be turned, and how it is answered."""

    title: str
    fields: tuple[Turn | Choice, ...]
    read: Callable[[Mapping[str, Any], "Speaker"], Reading]


@dataclass(frozen=True)
class Speaker:
    """How a reading puts words and numbers in one language."""

    lang: Lang

    def __call__(self, words: str, **values: object) -> str:
        """Translate page words and put values in."""
        return fill(words, values, self.lang)

    def number(self, value: float, decimals: int = 0) -> str:
        """Write a number."""
        return format_number(value, self.lang, decimals).replace("-", "−")

    def points(self, value: float) -> str:
        """Write a margin or a change in points, with one decimal where it has one."""
        return self.number(value, 0 if abs(value - round(value)) < 0.05 else 1)

    def word(self, words: str) -> str:
        """Translate page words without values."""
        return translator(self.lang)(words)


FIGURE = Choice(
    "figure",
    _("Which figure?"),
    (
        ("nps", _("NPS, from −100 to 100")),
        ("share", _("A share in per cent, such as “satisfied”")),
    ),
)
CONFIDENCE = Choice(
    "confidence", _("How sure?"), ((0.95, "95%"), (0.9, "90%"), (0.99, "99%"))
)  # fmt: skip
