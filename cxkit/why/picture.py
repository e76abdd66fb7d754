"""The pictures of the slice: the episodes, the six laws and the gate."""

from cxkit.why.draw_episodes import draw_episodes
from cxkit.why.draw_laws import draw_laws
from cxkit.why.draw_readiness import draw_readiness

__all__ = ["draw_episodes", "draw_laws", "draw_readiness"]
