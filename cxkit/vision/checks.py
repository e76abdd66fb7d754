"""To be written."""

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.picture import Picture
from cxkit.vision.model import Behaviours, Vision


def check_vision(answer: Vision, context: Context) -> list[Advice]:
    """Return the advice on an answer."""
    return []


def check_behaviours(answer: Behaviours, context: Context) -> list[Advice]:
    """Return the advice on an answer."""
    return []
