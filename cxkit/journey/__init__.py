"""The customer journey: its map, the blueprint behind it, and the obstacles along it."""

from cxkit.core.exercise import Exercise
from cxkit.journey.checks import check_assessment, check_blueprint, check_journey
from cxkit.journey.model import (
    Assessment,
    Blueprint,
    Handover,
    Journey,
    Line,
    Obstacle,
    Phase,
    Touchpoint,
)
from cxkit.journey.picture import draw_assessment, draw_blueprint, draw_journey

EXERCISES = (
    Exercise(Journey, check_journey, draw_journey),
    Exercise(Blueprint, check_blueprint, draw_blueprint),
    Exercise(Assessment, check_assessment, draw_assessment),
)

__all__ = [
    "EXERCISES",
    "Assessment",
    "Blueprint",
    "Handover",
    "Journey",
    "Line",
    "Obstacle",
    "Phase",
    "Touchpoint",
]
