"""Why it matters: episodes and what they cost, the six laws, and whether to start."""

from cxkit.core.exercise import Exercise
from cxkit.why.checks import check_episodes, check_laws, check_readiness
from cxkit.why.gate import Gate, gate_of
from cxkit.why.lifetime import Lifetime, lifetime
from cxkit.why.model import Episode, Episodes, Fix, LawReading, Readiness, SixLaws
from cxkit.why.picture import draw_episodes, draw_laws, draw_readiness

EXERCISES = (
    Exercise(Episodes, check_episodes, draw_episodes),
    Exercise(SixLaws, check_laws, draw_laws),
    Exercise(Readiness, check_readiness, draw_readiness),
)

weakest = SixLaws.weakest

__all__ = [
    "EXERCISES",
    "Episode",
    "Episodes",
    "Fix",
    "Gate",
    "LawReading",
    "Lifetime",
    "Readiness",
    "SixLaws",
    "gate_of",
    "lifetime",
    "weakest",
]
