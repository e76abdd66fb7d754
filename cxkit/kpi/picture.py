"""The pictures of the slice: the compass, the tree of measures, the survey, the rewards."""

from cxkit.kpi.draw_plan import draw_plan
from cxkit.kpi.draw_questions import draw_questions
from cxkit.kpi.draw_rewards import draw_rewards
from cxkit.kpi.draw_survey import draw_survey

__all__ = ["draw_plan", "draw_questions", "draw_rewards", "draw_survey"]
