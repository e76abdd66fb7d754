"""Numbers with their base, their uncertainty and their source.

Public names load when they are first used, so that a page that shows no figure loads no numpy.

No module has the name of a public function: importing it would put the module in its place.

Examples
--------
>>> from cxkit.stats import nps
>>> nps([10, 9, 8, 3]).estimate
25.0
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxkit.stats.base import Base, total_is_safe, withheld
    from cxkit.stats.counts import ScoreCounts
    from cxkit.stats.engines import count_scores
    from cxkit.stats.findings import Finding, Findings
    from cxkit.stats.integrity_check import integrity
    from cxkit.stats.key_drivers import driver_notes, drivers
    from cxkit.stats.score import Score
    from cxkit.stats.scores import ces, csat, nps, score_mean
    from cxkit.stats.survey import Fieldwork, Survey, SurveyItem
    from cxkit.stats.words import Note

HOMES = {
    "Base": "base",
    "Fieldwork": "survey",
    "Finding": "findings",
    "Findings": "findings",
    "Note": "words",
    "Score": "score",
    "ScoreCounts": "counts",
    "Survey": "survey",
    "SurveyItem": "survey",
    "ces": "scores",
    "count_scores": "engines",
    "csat": "scores",
    "driver_notes": "key_drivers",
    "drivers": "key_drivers",
    "integrity": "integrity_check",
    "nps": "scores",
    "score_mean": "scores",
    "total_is_safe": "base",
    "withheld": "base",
}
"""In which module each public name lives."""

__all__ = [
    "Base",
    "Fieldwork",
    "Finding",
    "Findings",
    "Note",
    "Score",
    "ScoreCounts",
    "Survey",
    "SurveyItem",
    "ces",
    "count_scores",
    "csat",
    "driver_notes",
    "drivers",
    "integrity",
    "nps",
    "score_mean",
    "total_is_safe",
    "withheld",
]


def __getattr__(name: str) -> object:
    home = HOMES.get(name)
    if home is None:
        raise AttributeError(
            f"module 'cxkit.stats' has no name {name!r}; it has {', '.join(__all__)}"
        )
    value: object = getattr(import_module(f"cxkit.stats.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
