"""A customer-experience workbook: exercises, checks, pictures, pages and reports.

Public names load when they are first used, so that ``import cxkit`` costs next to nothing.

Examples
--------
>>> import cxkit
>>> "Journey" in cxkit.__all__
True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxkit.forms import exercise, open_workbook, survey_desk
    from cxkit.forms.whatifs import what_if
    from cxkit.journey import Journey
    from cxkit.personas import Persona
    from cxkit.stats import (
        Fieldwork,
        Score,
        ScoreCounts,
        Survey,
        SurveyItem,
        ces,
        compare,
        compare_many,
        count_scores,
        cronbach_alpha,
        csat,
        driver_notes,
        drivers,
        gaps,
        importance_performance,
        integrity,
        kano,
        nps,
        power_between_waves,
        sample_size_between_waves,
        sample_size_nps,
        sample_size_share,
        score_mean,
        scores_by,
    )
    from cxkit.survey import read_survey
    from cxkit.vision import Vision
    from cxkit.workbook import Workbook

__version__ = "0.2.0"
__all__ = [
    "Fieldwork",
    "Journey",
    "Persona",
    "Score",
    "ScoreCounts",
    "Survey",
    "SurveyItem",
    "Vision",
    "Workbook",
    "__version__",
    "ces",
    "compare",
    "compare_many",
    "count_scores",
    "cronbach_alpha",
    "csat",
    "driver_notes",
    "drivers",
    "exercise",
    "gaps",
    "importance_performance",
    "integrity",
    "kano",
    "nps",
    "open_workbook",
    "power_between_waves",
    "read_survey",
    "sample_size_between_waves",
    "sample_size_nps",
    "sample_size_share",
    "score_mean",
    "scores_by",
    "survey_desk",
    "what_if",
]

_HOMES = {
    "Fieldwork": "cxkit.stats",
    "Journey": "cxkit.journey",
    "Persona": "cxkit.personas",
    "Score": "cxkit.stats",
    "ScoreCounts": "cxkit.stats",
    "Survey": "cxkit.stats",
    "SurveyItem": "cxkit.stats",
    "Vision": "cxkit.vision",
    "Workbook": "cxkit.workbook",
    "ces": "cxkit.stats",
    "compare": "cxkit.stats",
    "compare_many": "cxkit.stats",
    "count_scores": "cxkit.stats",
    "cronbach_alpha": "cxkit.stats",
    "csat": "cxkit.stats",
    "driver_notes": "cxkit.stats",
    "drivers": "cxkit.stats",
    "exercise": "cxkit.forms",
    "gaps": "cxkit.stats",
    "importance_performance": "cxkit.stats",
    "integrity": "cxkit.stats",
    "kano": "cxkit.stats",
    "nps": "cxkit.stats",
    "open_workbook": "cxkit.forms",
    "power_between_waves": "cxkit.stats",
    "read_survey": "cxkit.survey",
    "sample_size_between_waves": "cxkit.stats",
    "sample_size_nps": "cxkit.stats",
    "sample_size_share": "cxkit.stats",
    "score_mean": "cxkit.stats",
    "scores_by": "cxkit.stats",
    "survey_desk": "cxkit.forms",
    "what_if": "cxkit.forms.whatifs",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'cxkit' has no name {name!r}; it has {', '.join(__all__)}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
