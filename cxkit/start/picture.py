"""The picture of the profile: a compact card of the case."""

from cxkit.core.context import Context
from cxkit.core.picture import Picture, draw_template
from cxkit.core.wording import wording_of
from cxkit.start.model import Profile

_PARTS = ("company", "sector", "size", "customers", "channels", "goals")


def draw_profile(answer: Profile, context: Context) -> Picture:
    """Draw the case card."""
    wording = wording_of(Profile.exercise)
    words = {key: text.in_(context.lang) for key, text in wording.picture.items()}
    filled = sum(bool(getattr(answer, part)) for part in _PARTS)
    return draw_template(
        "start",
        "profile.html.j2",
        lang=context.lang,
        title=words["title"],
        description=words["description"].format(filled=filled, total=len(_PARTS)),
        written=context.written,
        profile=answer,
        words=words,
        label=lambda name: wording.field(name).label.in_(context.lang),
        option=lambda name, value: wording.field(name).options[value].in_(context.lang),
    )
