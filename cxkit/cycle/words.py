"""What the checks look for in a text: word lists, in the language people wrote in."""

import re
from collections.abc import Sequence
from pathlib import Path

from cxkit.core.answer import Item
from cxkit.core.context import Context
from cxkit.stats.phrases import WordLists, fold

_OWN = WordLists(Path(__file__).with_name("words.yaml"))
# Who is nobody in particular, and what is hearsay, is the same here as for the culture.
_CULTURE = WordLists(Path(__file__).parents[1] / "culture" / "words.yaml")
_MOST_SHOWN = 3
_LONGEST = 70


def found(name: str, text: str, context: Context) -> list[str]:
    """Return the words of this slice's list `name` that occur in `text`."""
    return _OWN.find(name, text, context.written) if text else []


def is_nobody(text: str, context: Context) -> bool:
    """Say whether an owner is nobody in particular; an empty one is not."""
    return _is_whole(text, _CULTURE.find("nobody", text, context.written))


def is_no_rival(text: str, context: Context) -> bool:
    """Say whether a competitor is nobody in particular; an empty one is not."""
    return _is_whole(text, found("no_rival", text, context))


def is_hearsay(text: str, context: Context) -> bool:
    """Say whether what stands as evidence is an impression without any figure."""
    return not has_figure(text) and bool(_CULTURE.find("hearsay", text, context.written))


def has_figure(text: str) -> bool:
    """Say whether a text names a number.

    Examples
    --------
    >>> has_figure("41 calls"), has_figure("many calls")
    (True, False)
    """
    return bool(re.search(r"\d", text))


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


def _is_whole(text: str, phrases: Sequence[str]) -> bool:
    """Say whether a text is nothing but one phrase."""
    return bool(text.strip()) and _bare(text) in map(_bare, phrases)


def _bare(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .;,!")
