"""The pictures of the slice: the cycle and its gaps, the actions, the continuum."""

from cxkit.cycle.draw_actions import draw_actions
from cxkit.cycle.draw_continuum import draw_continuum
from cxkit.cycle.draw_malma import draw_malma

__all__ = ["draw_actions", "draw_continuum", "draw_malma"]
