"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from cxkit.core.context import Context
from cxkit.core.written import Written
from cxkit.language.word_lists import has_figure

_WRITTEN = Written(__file__)
is_nobody = _WRITTEN.is_nobody


def is_activity(proof: str, context: Context) -> bool:
    """Say whether a proof tells of work done and of nothing that anybody could count or meet."""
    if has_figure(proof) or _WRITTEN.found("noticed", proof, context):
        return False
    return bool(_WRITTEN.found("activity", proof, context))
