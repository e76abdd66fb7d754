"""To be written."""

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.picture import Picture
from cxkit.personas.model import Personas


def check_personas(answer: Personas, context: Context) -> list[Advice]:
    """Return the advice on an answer."""
    return []
