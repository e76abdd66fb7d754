"""What the checks look for in a text: word lists, in the language people wrote in."""

from pathlib import Path

from cxkit.core.context import Context
from cxkit.language.word_lists import WordLists

_LISTS = WordLists(Path(__file__).with_name("words.yaml"))


def found(name: str, text: str, context: Context) -> list[str]:
    """Return the words of the list `name` that occur in `text`."""
    return _LISTS.find(name, text, context.written)
