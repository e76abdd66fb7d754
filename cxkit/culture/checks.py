"""The checks of the slice, one module for each exercise."""

from cxkit.culture.check_commitment import check_commitment
from cxkit.culture.check_obstacles import check_obstacles
from cxkit.culture.check_pillars import check_pillars
from cxkit.culture.check_values import check_values

__all__ = ["check_commitment", "check_obstacles", "check_pillars", "check_values"]
