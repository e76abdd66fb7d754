"""What the checks look for in a text, and how advice writes what it found."""

from collections.abc import Sequence
from pathlib import Path

from cxkit.core import phrases
from cxkit.core.context import Context
from cxkit.language.word_lists import WordLists

_LISTS = WordLists(Path(__file__).with_name("words.yaml"))
# More would hide the rest of the sentence.
MOST_SHOWN = 3


def found(name: str, text: str, context: Context) -> list[str]:
    """Return the words of a list that occur in `text`, in the language people write."""
    return _LISTS.find(name, text, context.written) if text else []


def is_whole(name: str, text: str, context: Context) -> bool:
    """Say whether `text` is one phrase of a list and nothing besides."""
    return _LISTS.is_whole(name, text, context.written)


def shown(words: Sequence[str]) -> str:
    """Put found words in one line, the first few of them."""
    return phrases.shown(words, MOST_SHOWN)


def quoted(labels: Sequence[str], context: Context) -> str:
    """Put labels in one line, the first few, each cut to what fits a sentence."""
    return phrases.quoted(map(phrases.brief, labels), context.lang, MOST_SHOWN, count=True)
