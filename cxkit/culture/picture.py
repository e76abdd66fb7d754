"""The pictures of the slice, one module for each exercise."""

from cxkit.culture.draw_commitment import draw_commitment
from cxkit.culture.draw_obstacles import draw_obstacles
from cxkit.culture.draw_pillars import draw_pillars
from cxkit.culture.draw_values import draw_values

__all__ = ["draw_commitment", "draw_obstacles", "draw_pillars", "draw_values"]
