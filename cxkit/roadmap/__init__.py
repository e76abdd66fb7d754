"""The roadmap from the culture to the omnichannel experience, and the red thread drawn."""

from cxkit.core.exercise import Exercise
from cxkit.roadmap.checks import check_reading, check_roadmap
from cxkit.roadmap.model import LooseEnd, Reading, Roadmap, Step
from cxkit.roadmap.picture import draw_reading, draw_roadmap

EXERCISES = (
    Exercise(Roadmap, check_roadmap, draw_roadmap),
    Exercise(Reading, check_reading, draw_reading),
)

__all__ = ["EXERCISES", "LooseEnd", "Reading", "Roadmap", "Step"]
