"""The checks of the slice, one module for each exercise."""

from cxkit.embed.check_communication import check_communication
from cxkit.embed.check_hiring import check_hiring
from cxkit.embed.check_improvement import check_improvement

__all__ = ["check_communication", "check_hiring", "check_improvement"]
