"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from collections.abc import Sequence
from pathlib import Path

from cxkit.core.context import Context
from cxkit.core.wording import wording_of
from cxkit.language.word_lists import WordLists

_LISTS = WordLists(Path(__file__).with_name("words.yaml"))
_MOST_SHOWN = 4

Values = dict[str, str | int | float]
"""What the words of an advice name in braces."""


def found(name: str, text: str, context: Context) -> list[str]:
    """Return the words of a list that occur in `text`."""
    return _LISTS.find(name, text, context.written)


def is_whole(name: str, text: str, context: Context) -> bool:
    """Say whether a text is one phrase of a list and nothing besides."""
    return _LISTS.is_whole(name, text, context.written)


def shown(words: Sequence[str]) -> str:
    """Put found words in one line, the first few of them."""
    return ", ".join(words[:_MOST_SHOWN]) + (" …" if len(words) > _MOST_SHOWN else "")


def quoted(labels: Sequence[str], context: Context) -> str:
    """Put labels in one line, each in the quotation marks of the language."""
    left, right = ("«", "»") if context.lang == "it" else ("“", "”")
    more = len(labels) - _MOST_SHOWN
    line = ", ".join(f"{left}{label}{right}" for label in labels[:_MOST_SHOWN])
    return f"{line} (+{more})" if more > 0 else line


def name_of(label: str, exercise: str, context: Context) -> str:
    """Return what people call something, cut to one line; the exercise's word while nameless."""
    name = " ".join(label.split()) or wording_of(exercise).picture["unnamed"].in_(context.lang)
    return name if len(name) <= 70 else name[:69].rstrip() + "…"
