"""To be written."""

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.picture import Picture
from cxkit.start.model import Profile


def check_profile(answer: Profile, context: Context) -> list[Advice]:
    """Return the advice on an answer."""
    return []
