"""The checks of the slice: what tells measures that help the culture from numbers."""

from cxkit.kpi.check_plan import check_plan
from cxkit.kpi.check_questions import check_questions
from cxkit.kpi.check_rewards import check_rewards
from cxkit.kpi.check_survey import check_survey

__all__ = ["check_plan", "check_questions", "check_rewards", "check_survey"]
