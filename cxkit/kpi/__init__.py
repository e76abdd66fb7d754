"""Measures: the questions before them, the plan, a survey, and the rewards they lead to."""

from cxkit.core.exercise import Exercise
from cxkit.kpi.checks import check_plan, check_questions, check_rewards, check_survey
from cxkit.kpi.model import (
    CounterKpi,
    Decision,
    Drift,
    Encouragement,
    Guard,
    Kpi,
    KpiPlan,
    KpiQuestions,
    Mark,
    Reward,
    Rewards,
    Survey,
    SurveyItem,
)
from cxkit.kpi.picture import draw_plan, draw_questions, draw_rewards, draw_survey

EXERCISES = (
    Exercise(KpiQuestions, check_questions, draw_questions),
    Exercise(KpiPlan, check_plan, draw_plan),
    Exercise(Survey, check_survey, draw_survey),
    Exercise(Rewards, check_rewards, draw_rewards),
)

__all__ = [
    "EXERCISES",
    "CounterKpi",
    "Decision",
    "Drift",
    "Encouragement",
    "Guard",
    "Kpi",
    "KpiPlan",
    "KpiQuestions",
    "Mark",
    "Reward",
    "Rewards",
    "Survey",
    "SurveyItem",
]
