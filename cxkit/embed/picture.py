"""The pictures of the slice, one module for each exercise."""

from cxkit.embed.draw_communication import draw_communication
from cxkit.embed.draw_hiring import draw_hiring
from cxkit.embed.draw_improvement import draw_improvement

__all__ = ["draw_communication", "draw_hiring", "draw_improvement"]
