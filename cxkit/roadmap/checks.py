"""The checks of the slice: does the plan hold, and does the first mend come first?"""

from cxkit.roadmap.check_reading import check_reading
from cxkit.roadmap.check_roadmap import check_roadmap

__all__ = ["check_reading", "check_roadmap"]
