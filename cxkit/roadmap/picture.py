"""The pictures of the slice: the roadmap as a Gantt chart, and the red thread."""

from cxkit.roadmap.draw_reading import draw_reading
from cxkit.roadmap.draw_roadmap import draw_roadmap

__all__ = ["draw_reading", "draw_roadmap"]
