"""The checks of the slice, one module for each exercise."""

from cxkit.vision.check_behaviours import check_behaviours
from cxkit.vision.check_vision import check_vision

__all__ = ["check_behaviours", "check_vision"]
