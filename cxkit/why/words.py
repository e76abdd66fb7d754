"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases
from cxkit.core.wording import Wording
from cxkit.language import format_number
from cxkit.language.word_lists import WordLists, has_figure
from cxkit.why.lifetime import rough

_LISTS = WordLists(Path(__file__).with_name("words.yaml"))
_MOST_SHOWN = 5


def found(name: str, text: str, context: Context) -> list[str]:
    """Return the words of a list that occur in `text`."""
    return _LISTS.find(name, text, context.written)


def has_fact(text: str, context: Context) -> bool:
    """Say whether a text names a number, a time or a place where one can look it up."""
    return has_figure(text) or bool(found("facts", text, context))


def is_whole(name: str, text: str, context: Context) -> bool:
    """Say whether a text is one phrase of a list and nothing besides."""
    return _LISTS.is_whole(name, text, context.written)


def shown(words: Sequence[str]) -> str:
    """Put found words in one line, the first few of them."""
    return ", ".join(words[:_MOST_SHOWN]) + (" …" if len(words) > _MOST_SHOWN else "")


def quoted(labels: Iterable[str], context: Context) -> str:
    """Put labels in one line, each in the quotation marks of the language."""
    left, right = ("«", "»") if context.lang == "it" else ("“", "”")
    return shown([f"{left}{label}{right}" for label in labels])


def labels_of(names: Iterable[str], wording: Wording, context: Context) -> str:
    """Put the labels of fields in one line."""
    return quoted((wording.field(name).label.in_(context.lang) for name in names), context)


def money(amount: float, say: Phrases) -> str:
    """Write a rough amount of euros as the language does."""
    return say("money", amount=format_number(rough(amount), say.lang))
