"""The pictures of the slice: the journey map, the blueprint and the obstacles."""

from cxkit.journey.draw_assessment import draw_assessment
from cxkit.journey.draw_blueprint import draw_blueprint
from cxkit.journey.draw_journey import draw_journey

__all__ = ["draw_assessment", "draw_blueprint", "draw_journey"]
