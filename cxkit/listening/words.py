"""What the checks look for in a text: the lists of ``words.yaml``, in the language written."""

from cxkit.core import phrases
from cxkit.core.context import Context
from cxkit.core.wording import wording_of
from cxkit.core.written import Written

_WRITTEN = Written(__file__)
found = _WRITTEN.found
is_nobody = _WRITTEN.is_nobody

Values = dict[str, str | int | float]
"""What the words of an advice name in braces."""


def name_of(label: str, exercise: str, context: Context) -> str:
    """Return what people call something, cut to one line; the exercise's word while nameless."""
    name = " ".join(label.split()) or wording_of(exercise).picture["unnamed"].in_(context.lang)
    return phrases.brief(name)
