"""The vision, and the behaviours that follow from it."""

from cxkit.core.exercise import Exercise
from cxkit.vision.checks import check_behaviours, check_vision
from cxkit.vision.model import Behaviour, Behaviours, Principle, PromiseStep, Vision
from cxkit.vision.picture import draw_behaviours, draw_vision

EXERCISES = (
    Exercise(Vision, check_vision, draw_vision),
    Exercise(Behaviours, check_behaviours, draw_behaviours),
)

__all__ = ["EXERCISES", "Behaviour", "Behaviours", "Principle", "PromiseStep", "Vision"]
