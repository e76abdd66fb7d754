"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from cxkit.core.context import Context
from cxkit.core.written import Written

_WRITTEN = Written(__file__)
found = _WRITTEN.found
is_hearsay = _WRITTEN.is_hearsay
is_no_person = _WRITTEN.is_no_person


def is_no_rival(text: str, context: Context) -> bool:
    """Say whether a competitor is nobody in particular; an empty one is not."""
    return _WRITTEN.is_whole("no_rival", text, context)
