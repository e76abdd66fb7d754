"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from collections.abc import Iterable

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, quoted
from cxkit.core.wording import Wording
from cxkit.core.written import Written
from cxkit.language import format_number
from cxkit.why.lifetime import rough

_WRITTEN = Written(__file__)
found = _WRITTEN.found
is_whole = _WRITTEN.is_whole
is_no_person = _WRITTEN.is_no_person
is_hearsay = _WRITTEN.is_hearsay
can_be_checked = _WRITTEN.can_be_checked


def labels_of(names: Iterable[str], wording: Wording, context: Context) -> str:
    """Put the labels of fields in one line."""
    return quoted((wording.field(name).label.in_(context.lang) for name in names), context.lang)


def money(amount: float, say: Phrases) -> str:
    """Write a rough amount of euros as the language does."""
    return say("money", amount=format_number(rough(amount), say.lang))
