"""An exercise as a widget: its form, autosave, advice, picture, example and undo."""

from cxkit.forms.session import Session, open_workbook
from cxkit.forms.widget import ExerciseWidget, exercise

__all__ = ["ExerciseWidget", "Session", "exercise", "open_workbook"]
