"""Words that give away whose eyes somebody looks through: the lists of ``words.yaml``."""

from collections.abc import Iterable
from pathlib import Path

from cxkit.language import Lang
from cxkit.language.word_lists import WordLists, bare

_LISTS = WordLists(Path(__file__).with_name("words.yaml"))


def internal_word(text: str, lang: Lang) -> str:
    """Return the first word of the company's own jargon in a text; empty when there is none.

    Examples
    --------
    >>> internal_word("Onboarding of the lead", "en")
    'onboarding'
    >>> internal_word("Signing at the counter", "en")
    ''
    """
    return next(iter(_LISTS.find("internal", text, lang)), "")


def company_subject(text: str, lang: Lang) -> str:
    """Return the words by which the company is the subject of a text; empty when it is not."""
    if not _LISTS.begins("company_acts", text, lang):
        return ""
    return _LISTS.find("company_acts", text, lang)[0]


def blame(text: str, lang: Lang) -> str:
    """Return the words that put the blame on people; empty when there are none."""
    return next(iter(_LISTS.find("blame", text, lang)), "")


def starts_from_solution(text: str, lang: Lang) -> bool:
    """Say whether a text begins by naming something that is not there."""
    return _LISTS.begins("missing", text, lang)


def is_nobody(owner: str, departments: Iterable[str], lang: Lang) -> bool:
    """Say whether an owner is no person or role, but everyone, nobody or a whole department."""
    whole = {bare(name) for name in departments}
    return bare(owner) in whole or _LISTS.is_only("nobody", owner, lang)
