"""The culture: obstacles, pillars, values with their behaviours, and the leaders' commitment."""

from cxkit.core.exercise import Exercise
from cxkit.culture.checks import (
    check_commitment,
    check_obstacles,
    check_pillars,
    check_values,
)
from cxkit.culture.model import (
    Behaviour,
    Commitment,
    IngredientRating,
    KnownObstacle,
    LeaderAction,
    Levels,
    Obstacles,
    OwnObstacle,
    PeopleAspect,
    Pillar,
    Pillars,
    ProcessChange,
    Value,
    Values,
)
from cxkit.culture.picture import draw_commitment, draw_obstacles, draw_pillars, draw_values

EXERCISES = (
    Exercise(Obstacles, check_obstacles, draw_obstacles),
    Exercise(Pillars, check_pillars, draw_pillars),
    Exercise(Values, check_values, draw_values),
    Exercise(Commitment, check_commitment, draw_commitment),
)

__all__ = [
    "EXERCISES",
    "Behaviour",
    "Commitment",
    "IngredientRating",
    "KnownObstacle",
    "LeaderAction",
    "Levels",
    "Obstacles",
    "OwnObstacle",
    "PeopleAspect",
    "Pillar",
    "Pillars",
    "ProcessChange",
    "Value",
    "Values",
]
