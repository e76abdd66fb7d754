"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from cxkit.core.context import Context
from cxkit.core.written import Written

_WRITTEN = Written(__file__)
found = _WRITTEN.found
can_be_checked = _WRITTEN.can_be_checked
is_gesture = _WRITTEN.is_gesture
is_hearsay = _WRITTEN.is_hearsay
is_no_person = _WRITTEN.is_no_person
is_whole = _WRITTEN.is_whole


def attitudes(text: str, context: Context) -> list[str]:
    """Return the words that name a trait or state of mind."""
    return found("attitudes", text, context)


def is_everyone(role: str, context: Context) -> bool:
    """Say whether a role names everyone, and so nobody."""
    return _WRITTEN.is_whole("everyone_roles", role, context)


def empty_words(text: str, context: Context) -> list[str]:
    """Return the words everybody uses about themselves."""
    return found("empty", text, context)
