"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from pathlib import Path

from cxkit.core.context import Context
from cxkit.language.word_lists import WordLists

_LISTS = WordLists(Path(__file__).with_name("words.yaml"))


def found(name: str, text: str, context: Context) -> list[str]:
    """Return the words of a list that occur in `text`."""
    return _LISTS.find(name, text, context.written)
