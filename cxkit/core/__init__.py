"""What every slice is made of: answers, their fields, advice, pictures, wording."""

from cxkit.core.advice import Advice, Severity
from cxkit.core.answer import Answer, Item
from cxkit.core.context import Context
from cxkit.core.exercise import Exercise, find_exercise
from cxkit.core.fields import FieldShape, shapes_of
from cxkit.core.picture import Picture
from cxkit.core.wording import Text, Wording, wording_of

__all__ = [
    "Advice",
    "Answer",
    "Context",
    "Exercise",
    "FieldShape",
    "Item",
    "Picture",
    "Severity",
    "Text",
    "Wording",
    "find_exercise",
    "shapes_of",
    "wording_of",
]
