"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from cxkit.core.written import Written
from cxkit.language.word_lists import bare

_WRITTEN = Written(__file__)
found = _WRITTEN.found
begins = _WRITTEN.begins
is_only = _WRITTEN.is_only
is_nobody = _WRITTEN.is_nobody


def same(one: str, other: str) -> bool:
    """Say whether two texts say the same in the same words."""
    return bool(one.strip()) and bare(one) == bare(other)
