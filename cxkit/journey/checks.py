"""The checks of the slice: what tells good work on a journey from filled-in work."""

from cxkit.journey.check_assessment import check_assessment
from cxkit.journey.check_blueprint import check_blueprint
from cxkit.journey.check_journey import check_journey

__all__ = ["check_assessment", "check_blueprint", "check_journey"]
