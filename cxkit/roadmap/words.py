"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from pathlib import Path

from cxkit.core.context import Context
from cxkit.language.word_lists import WordLists, has_figure

_LISTS = WordLists(Path(__file__).with_name("words.yaml"))


def is_nobody(owner: str, context: Context) -> bool:
    """Say whether an owner is one that nobody can call: everyone, a group, or still open."""
    names = ("everyone_roles", "open_roles")
    return any(_LISTS.is_whole(name, owner, context.written) for name in names)


def is_activity(proof: str, context: Context) -> bool:
    """Say whether a proof tells of work done and of nothing that anybody could count or meet."""
    lang = context.written
    if has_figure(proof) or _LISTS.find("noticed", proof, lang):
        return False
    return bool(_LISTS.find("activity", proof, lang))
