"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from collections.abc import Sequence
from pathlib import Path

from cxkit.core.context import Context
from cxkit.language.word_lists import WordLists

_LISTS = WordLists(Path(__file__).with_name("words.yaml"))
_MOST_SHOWN = 5


def found(name: str, text: str, context: Context) -> list[str]:
    """Return the words of a list that occur in `text`."""
    return _LISTS.find(name, text, context.written)


def shown(words: Sequence[str]) -> str:
    """Put found words in one line, the first few of them."""
    return ", ".join(words[:_MOST_SHOWN]) + (" …" if len(words) > _MOST_SHOWN else "")
