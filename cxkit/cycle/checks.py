"""The checks of the slice: what tells a cycle that turns from a table that was filled in."""

from cxkit.cycle.check_actions import check_actions
from cxkit.cycle.check_continuum import check_continuum
from cxkit.cycle.check_malma import check_malma

__all__ = ["check_actions", "check_continuum", "check_malma"]
