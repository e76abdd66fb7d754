"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from cxkit.core.context import Context
from cxkit.stats.phrases import WordLists, fold

_LISTS = WordLists(Path(__file__).with_name("words.yaml"))
_MOST_SHOWN = 4


def found(name: str, text: str, context: Context) -> list[str]:
    """Return the words of a list that occur in `text`."""
    return _LISTS.find(name, text, context.written)


def begins(name: str, text: str, context: Context) -> bool:
    """Say whether `text` begins with one of a list's phrases."""
    plain = _bare(text)
    phrases = found(name, text, context)
    return any(re.match(rf"{re.escape(fold(one))}(?!\w)", plain) for one in phrases)


def is_only(name: str, text: str, context: Context) -> bool:
    """Say whether `text` consists of a list's phrases and nothing besides."""
    left = _bare(text)
    for phrase in sorted(found(name, text, context), key=len, reverse=True):
        left = left.replace(fold(phrase), " ")
    return bool(text.strip()) and not re.search(r"\w", left)


def _bare(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .;,!?¿«»“”\"'")


def has_figure(text: str) -> bool:
    """Say whether a text names a number."""
    return bool(re.search(r"\d", text))


def same(one: str, other: str) -> bool:
    """Say whether two texts say the same in the same words."""
    return bool(one.strip()) and _bare(one) == _bare(other)


def quoted(labels: Iterable[str], context: Context) -> str:
    """Put labels in one line, the first few, each in the quotation marks of the language."""
    left, right = ("«", "»") if context.lang == "it" else ("“", "”")
    named = [f"{left}{brief(label)}{right}" for label in labels if label.strip()]
    return shown(named)


def shown(words: Sequence[str]) -> str:
    """Put words in one line, the first few of them."""
    return ", ".join(words[:_MOST_SHOWN]) + (" …" if len(words) > _MOST_SHOWN else "")


def brief(text: str) -> str:
    """Cut a text to what fits into a sentence.

    Examples
    --------
    >>> brief("one  two")
    'one two'
    """
    line = " ".join(text.split())
    return line if len(line) <= 70 else line[:69].rstrip() + "…"
