"""The words a picture draws: field labels and the ``picture:`` texts of the exercise's YAML."""

from dataclasses import dataclass
from functools import cached_property

from cxkit.core.wording import Wording, wording_of
from cxkit.language import Lang

CELL = 170
"""How many characters of a text a cell of a picture shows before it offers the rest."""


@dataclass(frozen=True)
class Phrases:
    """The words of one exercise in one language."""

    exercise: str
    lang: Lang

    @cached_property
    def _words(self) -> Wording:
        return wording_of(self.exercise)

    def __call__(self, key: str, **values: object) -> str:
        """Return a ``picture:`` text with the `values` it names put in."""
        return self._words.picture[key].fill(self.lang, values)

    def label(self, *path: str) -> str:
        """Return a field's label."""
        return self._words.field(*path).label.in_(self.lang)

    def option(self, value: str, *path: str) -> str:
        """Return the label of a choice's value; empty for the open choice."""
        return self._words.field(*path).options[value].in_(self.lang) if value else ""


@dataclass(frozen=True)
class Cut:
    """A text as a cell shows it: its head, and the rest behind a click."""

    head: str
    rest: str = ""


def cut(text: str, limit: int = CELL) -> Cut:
    """Cut a text at a word, if it is clearly longer than `limit` characters.

    Examples
    --------
    >>> cut("short")
    Cut(head='short', rest='')
    >>> cut("one two three four", limit=8)
    Cut(head='one two', rest='three four')
    """
    text = text.strip()
    if len(text) <= limit * 1.25:
        return Cut(text)
    place = text.rfind(" ", limit // 2, limit)
    place = place if place > 0 else limit
    return Cut(text[:place].rstrip(), text[place:].lstrip())


def signed(value: int) -> str:
    """Write an emotion with its sign.

    Examples
    --------
    >>> [signed(value) for value in (-2, 0, 3)]
    ['−2', '0', '+3']
    """
    return f"+{value}" if value > 0 else f"−{-value}" if value else "0"
