"""The picture of the profile: a compact card of the case."""

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.start.model import Profile

_PARTS = ("company", "sector", "size", "customers", "channels", "goals")


def draw_profile(answer: Profile, context: Context) -> Picture:
    """Draw the case card."""
    say = Phrases(Profile.exercise, context.lang)
    words = say.words
    filled = sum(bool(getattr(answer, part)) for part in _PARTS)
    return draw(
        "profile.html.j2",
        say,
        context,
        title=words["title"],
        description=say("description", filled=filled, total=len(_PARTS)),
        profile=answer,
        words=words,
        label=say.label,
        option=lambda name, value: say.option(value, name),
    )
