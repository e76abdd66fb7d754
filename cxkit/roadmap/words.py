"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

import re
from collections.abc import Iterable
from pathlib import Path

from cxkit.core.context import Context
from cxkit.stats.phrases import WordLists, fold

_LISTS = WordLists(Path(__file__).with_name("words.yaml"))
_MOST_SHOWN = 5


def found(name: str, text: str, context: Context) -> list[str]:
    """Return the words of a list that occur in `text`."""
    return _LISTS.find(name, text, context.written)


def is_nobody(owner: str, context: Context) -> bool:
    """Say whether an owner is one that nobody can call: the whole text is such a name."""
    return fold(owner.strip(" .")) in map(fold, found("nobody", owner, context))


def is_activity(proof: str, context: Context) -> bool:
    """Say whether a proof tells of work done and of nothing that anybody could count or meet."""
    if re.search(r"\d", proof) or found("measures", proof, context):
        return False
    return bool(found("activity", proof, context))


def quoted(names: Iterable[str], context: Context) -> str:
    """Put names in one line, the first few, each in the quotation marks of the language."""
    left, right = ("«", "»") if context.lang == "it" else ("“", "”")
    shown = [f"{left}{name}{right}" for name in names]
    return ", ".join(shown[:_MOST_SHOWN]) + (" …" if len(shown) > _MOST_SHOWN else "")
