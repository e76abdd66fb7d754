"""The checks of the slice: what tells good work on a journey from filled-in work."""

from cxkit.journey.check_blueprint import check_blueprint
from cxkit.journey.check_map import check_journey
from cxkit.journey.check_obstacles import check_assessment

__all__ = ["check_assessment", "check_blueprint", "check_journey"]
