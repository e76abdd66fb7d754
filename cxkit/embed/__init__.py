"""Making it last: what is said how often, who is hired, how each place goes on improving."""

from cxkit.core.exercise import Exercise
from cxkit.embed.checks import check_communication, check_hiring, check_improvement
from cxkit.embed.model import (
    Audience,
    Communication,
    Criterion,
    Hiring,
    Improvement,
    Interviewer,
    Loop,
    Message,
    Question,
    WelcomeStep,
)
from cxkit.embed.picture import draw_communication, draw_hiring, draw_improvement

EXERCISES = (
    Exercise(Communication, check_communication, draw_communication),
    Exercise(Hiring, check_hiring, draw_hiring),
    Exercise(Improvement, check_improvement, draw_improvement),
)

__all__ = [
    "EXERCISES",
    "Audience",
    "Communication",
    "Criterion",
    "Hiring",
    "Improvement",
    "Interviewer",
    "Loop",
    "Message",
    "Question",
    "WelcomeStep",
]
