"""The panels of the desk: a picture, what it says, what it does not, what can be done with it."""

from collections.abc import Callable

from cxkit.survey.desk import PANELS, Desk, Panel, PanelName
from cxkit.survey.fitness_panel import fitness
from cxkit.survey.group_panel import rivals, segments
from cxkit.survey.importance_panels import drivers, strengths
from cxkit.survey.wave_panels import focus, touchpoints, waves

_MAKERS: dict[PanelName, Callable[[Desk], Panel]] = {
    "waves": waves, "touchpoints": touchpoints, "segments": segments, "strengths": strengths,
    "drivers": drivers, "rivals": rivals, "focus": focus, "integrity": fitness,
}  # fmt: skip
FILLS: dict[PanelName, str] = {
    "waves": "waves", "strengths": "strengths", "rivals": "benchmark", "integrity": "integrity",
}  # fmt: skip
"""The exercise that takes a panel's figures."""


def panel_of(desk: Desk, name: object) -> Panel:
    """Return a panel by its name; the first for a name that none has."""
    return _MAKERS[next((one for one in PANELS if one == name), PANELS[0])](desk)
