"""Where a workbook starts: who works on it, and on which case."""

from cxkit.core.exercise import Exercise
from cxkit.start.checks import check_profile
from cxkit.start.model import Profile
from cxkit.start.picture import draw_profile

EXERCISES = (Exercise(Profile, check_profile, draw_profile),)

__all__ = ["EXERCISES", "Profile"]
