"""An exercise as a widget: its form, autosave, advice, picture, example and undo."""

from cxkit.forms.desk.widget import SurveyDesk, survey_desk
from cxkit.forms.session import Session, open_workbook
from cxkit.forms.widget import ExerciseWidget, exercise

__all__ = [
    "ExerciseWidget",
    "Session",
    "SurveyDesk",
    "exercise",
    "open_workbook",
    "survey_desk",
]
