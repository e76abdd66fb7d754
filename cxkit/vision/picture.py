"""To be written."""

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.picture import Picture
from cxkit.vision.model import Behaviours, Vision


def draw_vision(answer: Vision, context: Context) -> Picture:
    """Draw an answer."""
    return Picture("<figure></figure>", "", "", context.lang)


def draw_behaviours(answer: Behaviours, context: Context) -> Picture:
    """Draw an answer."""
    return Picture("<figure></figure>", "", "", context.lang)
