"""The pictures of the slice: the vision on one page, and the matrix of behaviours."""

from cxkit.vision.draw_behaviours import draw_behaviours
from cxkit.vision.draw_vision import draw_vision

__all__ = ["draw_behaviours", "draw_vision"]
