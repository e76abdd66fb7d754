"""How pictures and advice put words: an exercise's own phrases, quotation marks, cut texts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cxkit.core.answer import Item
from cxkit.core.context import Context
from cxkit.core.picture import Picture, draw_template
from cxkit.core.wording import Wording, inside_quotes, wording_of
from cxkit.language import Lang

# A longer text is cut in a picture; the form and the report's answers hold the whole of it.
MOST = 220
# What fits into a sentence.
LINE = 70


@dataclass(frozen=True)
class Phrases:
    """The words of one exercise in one language, as its picture draws them.

    Examples
    --------
    >>> say = Phrases("kpi-plan", "en")
    >>> say.option("touchpoint", "kpis", "level")
    'Touchpoint'
    """

    exercise: str
    lang: Lang

    @cached_property
    def wording(self) -> Wording:
        """The exercise's wording in both languages."""
        return wording_of(self.exercise)

    @cached_property
    def words(self) -> dict[str, str]:
        """All ``picture:`` texts, by key."""
        return {key: text.in_(self.lang) for key, text in self.wording.picture.items()}

    def __call__(self, key: str, **values: object) -> str:
        """Return a ``picture:`` text with the `values` it names put in."""
        return self.wording.picture[key].fill(self.lang, values)

    def count(self, key: str, number: int) -> str:
        """Return a ``picture:`` text for a number of things: its ``-one`` form for one."""
        return self(f"{key}-one" if number == 1 else f"{key}-many", n=number)

    def label(self, *path: str) -> str:
        """Return a field's label."""
        return self.wording.field(*path).label.in_(self.lang)

    def option(self, value: str, *path: str) -> str:
        """Return the words of a choice's value; empty for the open choice."""
        return self.wording.field(*path).options[value].in_(self.lang) if value else ""

    def options(self, *path: str) -> Mapping[str, str]:
        """Return the words of all values of a choice, by value."""
        return {v: text.in_(self.lang) for v, text in self.wording.field(*path).options.items()}

    def anchor(self, level: int | None, *path: str) -> str:
        """Return what a level of a rating means; empty while it is not rated."""
        return "" if level is None else self.wording.field(*path).anchors[level].in_(self.lang)


def draw(template: str, say: Phrases, context: Context, title: str, description: str, *,
         wide: bool = False, **values: Any) -> Picture:  # fmt: skip
    """Draw a template of the exercise's slice with what all of them need.

    These are `say`, `cut`, and `written`, the language people wrote in.
    """
    return draw_template(
        say.wording.slice, template, lang=context.lang, title=title, description=description,
        wide=wide, **{"say": say, "cut": cut, "written": context.written, **values},
    )  # fmt: skip


@dataclass(frozen=True)
class Cut:
    """A text in two: what a picture shows, and the rest."""

    head: str
    rest: str = ""


def parted(text: str, most: int = MOST) -> Cut:
    """Part a text at a word, if it is clearly longer than `most` characters.

    Examples
    --------
    >>> parted("short")
    Cut(head='short', rest='')
    >>> parted("one two three four", most=8)
    Cut(head='one two', rest='three four')
    """
    text = text.strip()
    if len(text) <= most * 1.25:
        return Cut(text)
    place = text.rfind(" ", most // 2, most)
    place = place if place > 0 else most
    return Cut(text[:place].rstrip(), text[place:].lstrip())


def cut(text: str, most: int = MOST) -> str:
    """Cut a text at a word when it is clearly too long for a picture.

    Examples
    --------
    >>> cut("one two three four five", most=14)
    'one two three …'
    """
    parts = parted(text, most)
    return f"{parts.head} …" if parts.rest else parts.head


def brief(text: str, most: int = LINE) -> str:
    """Cut a text to one line that fits into a sentence.

    Examples
    --------
    >>> brief("one  two"), len(brief("word " * 40))
    ('one two', 70)
    >>> brief("first, second", most=8)
    'first…'
    """
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip(" ,;:–") + "…"


def name_of(items: Sequence[Item], item: Item, most: int = LINE) -> str:
    """Return what people call an item, on one line; its number while it has no name."""
    return brief(item.label, most) or f"n. {items.index(item) + 1}"


def quote(text: str, lang: Lang) -> str:
    """Put a text in the quotation marks of the language.

    Examples
    --------
    >>> quote("subito", "it"), quote("at once", "en")
    ('«subito»', '“at once”')
    """
    left, right = ("«", "»") if lang == "it" else ("“", "”")
    return f"{left}{inside_quotes(text, lang)}{right}"


def shown(words: Sequence[str], most: int = 5, *, count: bool = False) -> str:
    """Put words in one line, the first few of them; `count` says how many more there are.

    Examples
    --------
    >>> shown(["a", "b", "c"], most=2), shown(["a", "b", "c"], most=2, count=True)
    ('a, b …', 'a, b (+1)')
    """
    more = len(words) - most
    rest = "" if more <= 0 else f" (+{more})" if count else " …"
    return ", ".join(words[:most]) + rest


def quoted(labels: Iterable[str], lang: Lang, most: int = 5, *, count: bool = False) -> str:
    """Put labels in one line like `shown`, each in the quotation marks of the language."""
    return shown([quote(label, lang) for label in labels], most, count=count)


def listed(labels: Iterable[str], lang: Lang, most: int = 4) -> str:
    """Name the first few of some labels, each quoted and cut to fit a sentence; count the rest.

    Examples
    --------
    >>> listed(["Anna", "", "Bruno", "Carla"], "en", most=2)
    '“Anna”, “Bruno” (+1)'
    """
    return quoted([brief(label) for label in labels if label.strip()], lang, most, count=True)
