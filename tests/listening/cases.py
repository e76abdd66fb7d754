"""Small workbooks around the two exercises: a persona with needs, a journey, a blueprint."""

from datetime import date

from cxkit.core.context import Context
from cxkit.journey import Blueprint, Journey, Line, Phase, Touchpoint
from cxkit.personas import Need, Persona, Personas

PERSONAS = Personas(
    personas=[
        Persona(
            id="p1",
            name="Anna",
            needs=[Need(id="n1", text="Know where it stands"), Need(id="n2", text="Be told no")],
        )
    ]
)
JOURNEY = Journey(
    phases=[Phase(id="ph2", name="After"), Phase(id="ph1", name="Before")],
    touchpoints=[
        Touchpoint(id="t1", name="Website", phase="ph1"),
        Touchpoint(id="t2", name="Counter", phase="ph2", moment_of_truth=True),
    ],
)
BLUEPRINT = Blueprint(lines=[Line(touchpoint="t2", owner="Branch manager")])


def context_of(answer, *others, lang="en"):
    answers = {one.exercise: one for one in (answer, *others)}
    return Context(lang, lang, date(2026, 3, 15), answers)
