"""What the checks look for in a text, and how advice writes what it found."""

from collections.abc import Sequence

from cxkit.core import phrases
from cxkit.core.context import Context
from cxkit.core.written import Written

_WRITTEN = Written(__file__)
found = _WRITTEN.found
is_whole = _WRITTEN.is_whole
# More would hide the rest of the sentence.
MOST_SHOWN = 3


def shown(words: Sequence[str]) -> str:
    """Put found words in one line, the first few of them."""
    return phrases.shown(words, MOST_SHOWN)


def quoted(labels: Sequence[str], context: Context) -> str:
    """Put labels in one line, the first few, each cut to what fits a sentence."""
    return phrases.quoted(map(phrases.brief, labels), context.lang, MOST_SHOWN, count=True)
