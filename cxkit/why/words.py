"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from collections.abc import Iterable

from cxkit.core.context import Context
from cxkit.core.phrases import quoted
from cxkit.core.wording import Wording
from cxkit.core.written import Written
from cxkit.language import Lang, format_money
from cxkit.why.lifetime import rough
from cxkit.why.model import Currency

_WRITTEN = Written(__file__)
found = _WRITTEN.found
is_whole = _WRITTEN.is_whole
is_no_person = _WRITTEN.is_no_person
is_hearsay = _WRITTEN.is_hearsay
can_be_checked = _WRITTEN.can_be_checked


def labels_of(names: Iterable[str], wording: Wording, context: Context) -> str:
    """Put the labels of fields in one line."""
    return quoted((wording.field(name).label.in_(context.lang) for name in names), context.lang)


def money(amount: float, currency: Currency, lang: Lang) -> str:
    """Write a rough amount of money as the language does."""
    return format_money(rough(amount), currency, lang)
