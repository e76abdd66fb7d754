"""A survey as the people who answer it see it, with what it asks of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.kpi.effort import invited, minutes_of, needs_of, scale_of
from cxkit.kpi.model import Survey, SurveyItem
from cxkit.language import format_number

PER_SCREEN = 2
"""Questions on one screen of a phone."""


@dataclass(frozen=True)
class Question:
    """A question as people see it, and the measure it feeds."""

    number: int
    item: SurveyItem
    marks: tuple[int, ...]
    feeds: str


def draw_survey(answer: Survey, context: Context) -> Picture:
    """Draw the survey on a phone: invitation, questions, closing; beside it who, when, how many."""
    say = Phrases(Survey.exercise, context.lang)
    questions = _questions(answer, context)
    minutes = minutes_of(answer)
    told = format_number(max(0.5, round(minutes * 2) / 2), context.lang)
    return draw(
        "survey.html.j2",
        say,
        context,
        title=say("title-of", title=answer.title) if answer.title else say("title"),
        description=say("describe", questions=len(questions), minutes=told),
        wide=True,
        survey=answer,
        screens=[questions[i : i + PER_SCREEN] for i in range(0, len(questions), PER_SCREEN)],
        count=len(questions),
        minutes=told if questions else "",
        touchpoint=context.label(answer.touchpoint),
        needs=needs_of(answer),
        invited=invited(answer),
        empty=answer.is_empty(),
        number=lambda value, decimals=None: format_number(value, context.lang, decimals),
    )


def _questions(answer: Survey, context: Context) -> Sequence[Question]:
    asked = [one for one in answer.questions if one.text or one.kind]
    return [
        Question(number, one, tuple(scale_of(one)), context.label(one.kpi))
        for number, one in enumerate(asked, 1)
    ]
