"""Answers around the cycle's exercises, small enough to read."""

from datetime import date

from cxkit.core.context import Context
from cxkit.cycle import Action, Gap, Malma
from cxkit.journey import Assessment, Journey, Obstacle, Phase, Touchpoint
from cxkit.kpi import Kpi, KpiPlan

TODAY = date(2026, 11, 22)
TRIP = Journey(
    phases=(Phase(id="p1", name="Waiting"),),
    touchpoints=(
        Touchpoint(id="t1", name="The silence", phase="p1"),
        Touchpoint(id="t2", name="The call", phase="p1", moment_of_truth=True),
    ),
)
PLAN = KpiPlan(
    kpis=[
        Kpi(id="k1", name="Know what is next", scale="share", better="higher", target=80),
        Kpi(id="k2", name="Calls"),
    ]
)
OBSTACLES = Assessment(
    obstacles=(
        Obstacle(id="o1", kind="organisation", what="Nobody has the task", touchpoint="t1"),
        Obstacle(id="o2", kind="technology", what="Codes lock", touchpoint="t2"),
    )
)
WHOLE = {"margin_before": 5, "margin_now": 5, "base_before": 200, "base_now": 200}


def gap(**fields):
    """A whole gap at a touchpoint that got worse beyond noise, unless told otherwise."""
    given = {"id": "g1", "name": "Knowing", "touchpoint": "t2", "kpi": "k1", "before": 60,
             "now": 40, "obstacle": "o1", **WHOLE}  # fmt: skip
    return Gap(**{**given, **fields})


def action(**fields):
    """A whole action that leaves nothing to advise, unless told otherwise."""
    given = {"id": "a1", "what": "Write every second day", "gaps": ["g1"], "touchpoint": "t1",
             "obstacles": ["o1"], "kind": "cooperation", "impact": 3, "effort": 2,
             "owner": "Branch manager", "due": date(2026, 12, 15), "status": "running",
             "kpi": "k1", "told_by": "41 callers", "tell_on": date(2027, 1, 8),
             "message": "41 of you asked; now we write"}  # fmt: skip
    return Action(**{**given, **fields})


def around(answer, *others, lang="en"):
    """The context of an answer among the others, on a day that stays."""
    answers = {one.exercise: one for one in (TRIP, PLAN, OBSTACLES, answer, *others)}
    return Context(lang, lang, today=TODAY, answers=answers)


def measured(*gaps):
    """A cycle that holds some gaps."""
    return Malma(gaps=gaps or (gap(),))
