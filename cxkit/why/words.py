"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from collections.abc import Iterable
from pathlib import Path

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, quoted
from cxkit.core.wording import Wording
from cxkit.language import format_number
from cxkit.language.word_lists import WordLists, has_figure
from cxkit.why.lifetime import rough

_LISTS = WordLists(Path(__file__).with_name("words.yaml"))


def found(name: str, text: str, context: Context) -> list[str]:
    """Return the words of a list that occur in `text`."""
    return _LISTS.find(name, text, context.written)


def has_fact(text: str, context: Context) -> bool:
    """Say whether a text names a number, a time or a place where one can look it up."""
    return has_figure(text) or bool(found("facts", text, context))


def is_whole(name: str, text: str, context: Context) -> bool:
    """Say whether a text is one phrase of a list and nothing besides."""
    return _LISTS.is_whole(name, text, context.written)


def labels_of(names: Iterable[str], wording: Wording, context: Context) -> str:
    """Put the labels of fields in one line."""
    return quoted((wording.field(name).label.in_(context.lang) for name in names), context.lang)


def money(amount: float, say: Phrases) -> str:
    """Write a rough amount of euros as the language does."""
    return say("money", amount=format_number(rough(amount), say.lang))
