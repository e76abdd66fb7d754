"""The pictures; filled in next."""

from cxkit.core.context import Context
from cxkit.core.picture import Picture
from cxkit.journey.model import Assessment, Blueprint, Journey


def draw_journey(answer: Journey, context: Context) -> Picture:
    """Draw an answer."""
    return Picture("<figure></figure>", "", "", context.lang)


def draw_blueprint(answer: Blueprint, context: Context) -> Picture:
    """Draw an answer."""
    return Picture("<figure></figure>", "", "", context.lang)


def draw_assessment(answer: Assessment, context: Context) -> Picture:
    """Draw an answer."""
    return Picture("<figure></figure>", "", "", context.lang)
