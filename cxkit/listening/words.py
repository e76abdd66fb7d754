"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from collections.abc import Sequence

from cxkit.core import phrases
from cxkit.core.context import Context
from cxkit.core.wording import wording_of
from cxkit.core.written import Written

_WRITTEN = Written(__file__)
found = _WRITTEN.found
is_whole = _WRITTEN.is_whole
# More would hide the rest of the sentence.
MOST_SHOWN = 4

Values = dict[str, str | int | float]
"""What the words of an advice name in braces."""


def name_of(label: str, exercise: str, context: Context) -> str:
    """Return what people call something, cut to one line; the exercise's word while nameless."""
    name = " ".join(label.split()) or wording_of(exercise).picture["unnamed"].in_(context.lang)
    return phrases.brief(name)


def shown(words: Sequence[str]) -> str:
    """Put found words in one line, the first few of them."""
    return phrases.shown(words, MOST_SHOWN)


def quoted(labels: Sequence[str], context: Context) -> str:
    """Put labels in one line, the first few of them."""
    return phrases.quoted(labels, context.lang, MOST_SHOWN, count=True)
