"""What the checks look for in a text, and how advice writes what it found."""

from collections.abc import Sequence
from pathlib import Path

from cxkit.core.answer import Item
from cxkit.core.context import Context
from cxkit.language.word_lists import WordLists

_LISTS = WordLists(Path(__file__).with_name("words.yaml"))
_MOST_SHOWN = 3
_LONGEST = 70


def found(name: str, text: str, context: Context) -> list[str]:
    """Return the words of a list that occur in `text`, in the language people write."""
    return _LISTS.find(name, text, context.written) if text else []


def is_whole(name: str, text: str, context: Context) -> bool:
    """Say whether `text` is one phrase of a list and nothing besides."""
    return _LISTS.is_whole(name, text, context.written)


def shown(words: Sequence[str]) -> str:
    """Put found words in one line, the first few of them."""
    return ", ".join(words[:_MOST_SHOWN]) + (" …" if len(words) > _MOST_SHOWN else "")


def brief(text: str) -> str:
    """Cut a text to one line.

    Examples
    --------
    >>> len(brief("word " * 40))
    70
    """
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def quoted(labels: Sequence[str], context: Context) -> str:
    """Put labels in one line, each in the quotation marks of the language."""
    left, right = ("«", "»") if context.lang == "it" else ("“", "”")
    few = ", ".join(f"{left}{brief(label)}{right}" for label in labels[:_MOST_SHOWN])
    more = len(labels) - _MOST_SHOWN
    return f"{few} (+{more})" if more > 0 else few


def name_of(items: Sequence[Item], item: Item) -> str:
    """Return what people call an item, on one line; its number while it has no name."""
    return brief(item.label) or f"n. {items.index(item) + 1}"
