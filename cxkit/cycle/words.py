"""What the checks look for in a text: word lists, in the language people wrote in."""

from collections.abc import Sequence

from cxkit.core import phrases
from cxkit.core.context import Context
from cxkit.core.written import Written
from cxkit.language.word_lists import has_figure

_WRITTEN = Written(__file__)
found = _WRITTEN.found
# More would hide the rest of the sentence.
MOST_SHOWN = 3


def is_nobody(text: str, context: Context) -> bool:
    """Say whether an owner is nobody in particular; an empty one is not."""
    return _WRITTEN.is_whole("nobody", text, context)


def is_no_rival(text: str, context: Context) -> bool:
    """Say whether a competitor is nobody in particular; an empty one is not."""
    return _WRITTEN.is_whole("no_rival", text, context)


def is_hearsay(text: str, context: Context) -> bool:
    """Say whether what stands as evidence is an impression without any figure."""
    return not has_figure(text) and bool(found("hearsay", text, context))


def shown(words: Sequence[str]) -> str:
    """Put found words in one line, the first few of them."""
    return phrases.shown(words, MOST_SHOWN)


def quoted(labels: Sequence[str], context: Context) -> str:
    """Put labels in one line, the first few, each cut to what fits a sentence."""
    return phrases.quoted(map(phrases.brief, labels), context.lang, MOST_SHOWN, count=True)
