"""The hiring sheet: a scorecard to print for each interviewer, then the newcomer's first weeks."""

from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.embed.model import Criterion, Hiring, WelcomeStep


@dataclass(frozen=True)
class Sheet:
    """One criterion with what it is drawn from."""

    criterion: Criterion
    values: tuple[str, ...]
    behaviours: tuple[str, ...]


def draw_hiring(answer: Hiring, context: Context) -> Picture:
    """Draw the scorecard and the welcome."""
    say = Phrases(Hiring.exercise, context.lang)
    named = [one for one in answer.criteria if one.name or one.questions]
    figures = {
        "criteria": len(named),
        "questions": sum(bool(q.text) for one in named for q in one.questions),
        "described": sum(not one.undescribed() for one in named),
        "steps": len(answer.onboarding),
    }
    return draw(
        "hiring.html.j2",
        say,
        context,
        say("title-of", role=answer.role) if answer.role else say("title"),
        say("empty") if answer.is_empty() else say("describe", **figures),
        answer=answer,
        sheets=[_sheet(one, context) for one in named],
        welcome=[(one, context.label(one.behaviour)) for one in by_day(answer.onboarding)],
    )


def _sheet(one: Criterion, context: Context) -> Sheet:
    return Sheet(
        one,
        tuple(label for value in one.values if (label := context.label(value))),
        tuple(label for behaviour in one.behaviours if (label := context.label(behaviour))),
    )


def by_day(steps: tuple[WelcomeStep, ...]) -> list[WelcomeStep]:
    """Put the written steps in the order of their days; those without one come last.

    Examples
    --------
    >>> late, soon = WelcomeStep(day=30, what="b"), WelcomeStep(day=1, what="a")
    >>> [step.what for step in by_day((WelcomeStep(what="c"), late, soon))]
    ['a', 'b', 'c']
    """
    written = [one for one in steps if one.what]
    return sorted(written, key=lambda one: (one.day is None, one.day or 0))
