"""What the checks look for in a text: word lists, in the language people wrote in."""

from cxkit.core.context import Context
from cxkit.core.written import Written
from cxkit.language.word_lists import has_figure

_WRITTEN = Written(__file__)
found = _WRITTEN.found
is_whole = _WRITTEN.is_whole


def attitudes(text: str, context: Context) -> list[str]:
    """Return the words that name a trait or state of mind."""
    return found("attitudes", text, context)


def is_gesture(text: str, context: Context) -> bool:
    """Say whether a text names an action one could film."""
    return bool(found("actions", text, context))


def can_be_checked(text: str, context: Context) -> bool:
    """Say whether a text names a number, a time or a place where one can look it up."""
    named = any(found(name, text, context) for name in ("measures", "records"))
    return named or has_figure(text)


def is_hearsay(text: str, context: Context) -> bool:
    """Say whether what stands as evidence is an impression that nobody could look up."""
    return bool(found("hearsay", text, context)) and not can_be_checked(text, context)


def is_everyone(role: str, context: Context) -> bool:
    """Say whether a role names everyone, and so nobody."""
    return is_whole("everyone_roles", role, context)


def empty_words(text: str, context: Context) -> list[str]:
    """Return the words everybody uses about themselves."""
    return found("empty", text, context)
