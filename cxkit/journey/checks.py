"""What the checks find; filled in next."""

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.journey.model import Assessment, Blueprint, Journey


def check_journey(answer: Journey, context: Context) -> list[Advice]:
    """Return the advice on an answer."""
    return []


def check_blueprint(answer: Blueprint, context: Context) -> list[Advice]:
    """Return the advice on an answer."""
    return []


def check_assessment(answer: Assessment, context: Context) -> list[Advice]:
    """Return the advice on an answer."""
    return []
