"""What the checks look for in a text: word lists, in the language people wrote in."""

import re
from collections.abc import Sequence
from pathlib import Path

from cxkit.core.context import Context
from cxkit.stats.phrases import WordLists

_LISTS = WordLists(Path(__file__).with_name("words.yaml"))
_MOST_SHOWN = 5


def found(name: str, text: str, context: Context) -> list[str]:
    """Return the words of the list `name` that occur in `text`."""
    return _LISTS.find(name, text, context.written)


def shown(words: Sequence[str]) -> str:
    """Put found words in one line, the first few of them."""
    return ", ".join(words[:_MOST_SHOWN]) + (" …" if len(words) > _MOST_SHOWN else "")


def brief(text: str) -> str:
    """Cut a text to what fits into a sentence.

    Examples
    --------
    >>> brief("one two")
    'one two'
    """
    line = " ".join(text.split())
    return line if len(line) <= 70 else line[:69].rstrip() + "…"


def has_figure(text: str) -> bool:
    """Say whether a text names a number.

    Examples
    --------
    >>> has_figure("280 answers"), has_figure("many answers")
    (True, False)
    """
    return bool(re.search(r"\d", text))
