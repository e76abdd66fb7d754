"""The pictures of the slice: the canvas of needs with its answers, and the coverage of posts."""

from cxkit.listening.draw_needs import draw_needs
from cxkit.listening.draw_posts import draw_posts

__all__ = ["draw_needs", "draw_posts"]
