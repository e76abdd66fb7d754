"""The survey desk: from a file of answers to figures, for people who do not code."""

from cxkit.forms.desk.state import DESK, desk_state
from cxkit.forms.desk.widget import SurveyDesk, survey_desk

__all__ = ["DESK", "SurveyDesk", "desk_state", "survey_desk"]
