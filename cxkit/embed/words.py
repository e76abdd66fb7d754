"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

import re
from collections.abc import Iterable

from cxkit.core.context import Context
from cxkit.core.phrases import brief, quoted
from cxkit.core.written import Written
from cxkit.language.word_lists import fold

_WRITTEN = Written(__file__)
found = _WRITTEN.found
MOST_NAMED = 4


def begins(name: str, text: str, context: Context) -> bool:
    """Say whether `text` begins with one of a list's phrases."""
    plain = _bare(text)
    phrases = found(name, text, context)
    return any(re.match(rf"{re.escape(fold(one))}(?!\w)", plain) for one in phrases)


def is_only(name: str, text: str, context: Context) -> bool:
    """Say whether `text` consists of a list's phrases and nothing besides."""
    left = _bare(text)
    for phrase in sorted(found(name, text, context), key=len, reverse=True):
        left = left.replace(fold(phrase), " ")
    return bool(text.strip()) and not re.search(r"\w", left)


def _bare(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .;,!?¿«»“”\"'")


def same(one: str, other: str) -> bool:
    """Say whether two texts say the same in the same words."""
    return bool(one.strip()) and _bare(one) == _bare(other)


def named(labels: Iterable[str], context: Context) -> str:
    """Put labels in one line, the first few, each quoted and cut to fit."""
    return quoted((brief(label) for label in labels if label.strip()), context.lang, MOST_NAMED)
