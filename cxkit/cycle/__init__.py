"""The cycle: its five steps and gaps, the actions that close them, the continuum and its jumps."""

from cxkit.core.exercise import Exercise
from cxkit.cycle.checks import check_actions, check_continuum, check_malma
from cxkit.cycle.from_survey import fill_malma
from cxkit.cycle.model import Action, Actions, Continuum, Gap, Jump, Malma, Stage
from cxkit.cycle.picture import draw_actions, draw_continuum, draw_malma

EXERCISES = (
    Exercise(Malma, check_malma, draw_malma, fill_malma),
    Exercise(Actions, check_actions, draw_actions),
    Exercise(Continuum, check_continuum, draw_continuum),
)

__all__ = [
    "EXERCISES",
    "Action",
    "Actions",
    "Continuum",
    "Gap",
    "Jump",
    "Malma",
    "Stage",
]
