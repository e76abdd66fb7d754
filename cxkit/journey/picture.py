"""The pictures of the slice: the journey map, the blueprint and the obstacles."""

from cxkit.journey.draw_blueprint import draw_blueprint
from cxkit.journey.draw_map import draw_journey
from cxkit.journey.draw_obstacles import draw_assessment

__all__ = ["draw_assessment", "draw_blueprint", "draw_journey"]
