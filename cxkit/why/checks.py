"""The checks of the slice: what tells judgement from filled-in work."""

from cxkit.why.check_episodes import check_episodes
from cxkit.why.check_laws import check_laws
from cxkit.why.check_readiness import check_readiness

__all__ = ["check_episodes", "check_laws", "check_readiness"]
