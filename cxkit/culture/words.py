"""What the checks look for in a text: word lists, in the language people wrote in."""

import re
from collections.abc import Sequence
from pathlib import Path

from cxkit.core.context import Context
from cxkit.stats.phrases import WordLists, fold

_OWN = WordLists(Path(__file__).with_name("words.yaml"))
# What tells a gesture from an attitude is the same here as for the behaviours of the vision.
_GESTURES = WordLists(Path(__file__).parents[1] / "vision" / "words.yaml")
_MOST_SHOWN = 5


def found(name: str, text: str, context: Context) -> list[str]:
    """Return the words of this slice's list `name` that occur in `text`."""
    return _OWN.find(name, text, context.written)


def shown(words: Sequence[str]) -> str:
    """Put found words in one line, the first few of them."""
    return ", ".join(words[:_MOST_SHOWN]) + (" …" if len(words) > _MOST_SHOWN else "")


def quoted(labels: Sequence[str], context: Context) -> str:
    """Put labels in one line, each in the quotation marks of the language."""
    left, right = ("«", "»") if context.lang == "it" else ("“", "”")
    return shown([f"{left}{label}{right}" for label in labels])


def brief(text: str) -> str:
    """Cut a text to what fits into a sentence.

    Examples
    --------
    >>> brief("one two")
    'one two'
    """
    line = " ".join(text.split())
    return line if len(line) <= 70 else line[:69].rstrip() + "…"


def is_whole(name: str, text: str, context: Context) -> bool:
    """Say whether `text` is nothing but one phrase of a list."""
    return bool(text.strip()) and _bare(text) in map(_bare, found(name, text, context))


def _bare(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .;,!")


def attitudes(text: str, context: Context) -> list[str]:
    """Return the words that name a trait or state of mind."""
    return _GESTURES.find("attitudes", text, context.written)


def is_gesture(text: str, context: Context) -> bool:
    """Say whether a text names an action one could film."""
    return bool(_GESTURES.find("actions", text, context.written))


def can_be_checked(text: str, context: Context) -> bool:
    """Say whether a text names a number, a time or a place where one can look it up."""
    named = any(_GESTURES.find(name, text, context.written) for name in ("measures", "records"))
    return named or bool(re.search(r"\d", text))


def is_hearsay(text: str, context: Context) -> bool:
    """Say whether what stands as evidence is an impression that nobody could look up."""
    return bool(found("hearsay", text, context)) and not can_be_checked(text, context)


def is_everyone(role: str, context: Context) -> bool:
    """Say whether a role names everyone, and so nobody."""
    everyone = _GESTURES.find("everyone_roles", role, context.written)
    return _bare(role) in map(_bare, everyone)


def empty_words(text: str, context: Context) -> list[str]:
    """Return the words everybody uses about themselves."""
    return _GESTURES.find("empty", text, context.written)
