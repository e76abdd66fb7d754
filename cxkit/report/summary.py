"""The one-page summary: what a reader who has a minute should know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cxkit.core.answer import Answer
from cxkit.core.context import Context
from cxkit.core.portraits import picture_source
from cxkit.core.wording import as_said
from cxkit.cycle.model import Actions
from cxkit.journey.model import Journey, Touchpoint
from cxkit.personas.model import Personas
from cxkit.report.curve import PLAIN, Curve, curve_of
from cxkit.report.priorities import ActionLine, GapLine, action_lines, gap_lines
from cxkit.report.views import Rated, Ref
from cxkit.start.model import Profile
from cxkit.vision.model import Vision

_Answer = TypeVar("_Answer", bound=Answer)

_LOWEST = 3
_LINE = 3
_PROBLEMS = 5
_PERSONAS = 3


@dataclass(frozen=True)
class Low:
    """A touchpoint at which the customer feels bad."""

    touchpoint: Ref
    emotion: Rated
    quote: str


@dataclass(frozen=True)
class JourneyGlance:
    """A journey in figures: its size, its moments of truth, its lowest points."""

    title: str
    phases: int
    touchpoints: int
    moments: tuple[Ref, ...]
    lowest: tuple[Low, ...]
    curve: Curve | None


@dataclass(frozen=True)
class Face:
    """A persona in two lines."""

    name: Ref
    quote: str
    portrait: str


@dataclass(frozen=True)
class OpenProblem:
    """A problem that a check found, and where it stands in the report."""

    says: str
    exercise: Ref


@dataclass(frozen=True)
class Summary:
    """What the summary page shows; each part is absent when nobody wrote it."""

    vision: Vision | None
    goals: str
    personas: tuple[Face, ...]
    journey: JourneyGlance | None
    gaps: tuple[GapLine, ...]
    actions: tuple[ActionLine, ...]
    problems: tuple[OpenProblem, ...]
    more_problems: int
    complete: int
    exercises: int
    coverage: float | None


def journey_glance(journey: Journey, anchors: Mapping[str, str]) -> JourneyGlance | None:
    """Return a journey at a glance; None when it has no touchpoint."""
    touchpoints = journey.in_order()
    if not touchpoints:
        return None
    felt = [t for t in touchpoints if t.emotion is not None]
    return JourneyGlance(
        journey.title,
        len(journey.phases),
        len(touchpoints),
        tuple(_ref(t, anchors) for t in touchpoints if t.moment_of_truth),
        _lowest(felt, anchors),
        curve_of(
            [t.emotion or 0 for t in felt],
            [t.moment_of_truth for t in felt],
            [t.label for t in felt],
        )
        if len(felt) >= _LINE
        else None,
    )


def emotions_of(context: Context) -> Curve:
    """Return the line of the workbook's own journey; a plain one where there is none yet."""
    journey = _of_type(context.answers, Journey)
    felt = [t.emotion for t in journey.in_order() if t.emotion is not None] if journey else []
    return curve_of(felt if len(felt) >= _LINE else PLAIN)


def _lowest(felt: Sequence[Touchpoint], anchors: Mapping[str, str]) -> tuple[Low, ...]:
    bad = sorted((t for t in felt if (t.emotion or 0) < 0), key=lambda t: t.emotion or 0)
    return tuple(Low(_ref(t, anchors), Rated(t.emotion or 0, -3, 3), as_said(t.quote))
                 for t in bad[:_LOWEST])  # fmt: skip


def _ref(touchpoint: Touchpoint, anchors: Mapping[str, str]) -> Ref:
    return Ref(touchpoint.label, anchors.get(touchpoint.id, ""))


def summary_of(context: Context, anchors: Mapping[str, str], problems: Sequence[OpenProblem],
               complete: int, exercises: int) -> Summary:  # fmt: skip
    """Gather the summary of a workbook.

    Parameters
    ----------
    context : Context
        The workbook's answers.
    anchors : mapping
        Where the report shows each item, by id.
    problems : sequence of OpenProblem
        All problems that the checks found, in the report's order.
    complete, exercises : int
        How many exercises are complete, and how many there are.
    """
    answers = context.answers
    vision = _of_type(answers, Vision)
    journey = _of_type(answers, Journey)
    personas = _of_type(answers, Personas)
    profile = _of_type(answers, Profile)
    return Summary(
        vision if vision and (vision.sentence or vision.motto) else None,
        profile.goals if profile else "",
        tuple(
            Face(
                Ref(persona.name, anchors.get(persona.id, "")),
                as_said(persona.quote),
                picture_source(persona.portrait),
            )
            for persona in (personas.personas if personas else ())
            if persona.name
        )[:_PERSONAS],
        journey_glance(journey, anchors) if journey else None,
        gap_lines(context, anchors),
        action_lines(_of_type(answers, Actions), anchors),
        tuple(problems[:_PROBLEMS]),
        max(0, len(problems) - _PROBLEMS),
        complete,
        exercises,
        context.thread.shown_coverage if context.thread else None,
    )


def _of_type(answers: Mapping[str, Answer], model: type[_Answer]) -> _Answer | None:
    return next((a for a in answers.values() if isinstance(a, model)), None)
