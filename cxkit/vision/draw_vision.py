"""The picture of the vision: a canvas on one page."""

from collections.abc import Sequence

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.vision.model import Behaviours, Vision
from cxkit.vision.roles import by_role
from cxkit.vision.words import lines

# A sentence beyond this many characters is set smaller, so that the page keeps its shape.
LONG_SENTENCE = 180


def draw_vision(answer: Vision, context: Context) -> Picture:
    """Draw the vision canvas: promise, motto, people, principles, steps, behaviours by role."""
    say = Phrases(Vision.exercise, context.lang)
    words = say.words
    written = context.answers.get(Behaviours.exercise)
    behaviours = written.behaviours if isinstance(written, Behaviours) else ()
    company = getattr(context.answers.get("profile"), "company", "")
    shown = [one for one in behaviours if one.text]
    return draw(
        "vision.html.j2",
        say,
        context,
        title=say("title_of", company=company) if company else words["title"],
        description=say(
            "description",
            principles=len(answer.principles),
            steps=len(answer.steps),
            behaviours=len(shown),
        ),
        vision=answer,
        long_sentence=len(answer.sentence) > LONG_SENTENCE,
        personas=_labels(answer.personas, context),
        needs=_labels(answer.needs, context),
        feelings=lines(answer.feeling),
        nevers=lines(answer.never),
        roles=by_role(shown),
        words=words,
        label=say.label,
    )


def _labels(ids: Sequence[str], context: Context) -> list[str]:
    return [label for item_id in dict.fromkeys(ids) if (label := context.label(item_id))]
