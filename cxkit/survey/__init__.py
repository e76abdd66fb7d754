"""Survey files: read, understood, mapped, counted; figures that are not told without their base."""

from cxkit.survey.errors import SurveyError
from cxkit.survey.mapping import Mapping, Question
from cxkit.survey.reading import SurveyFile, read_survey
from cxkit.survey.table import Sheet

__all__ = ["Mapping", "Question", "Sheet", "SurveyError", "SurveyFile", "read_survey"]
