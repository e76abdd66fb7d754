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
    from cxkit.stats.base import Base, total_is_safe, withheld, withheld_cells
    from cxkit.stats.comparisons import Comparisons, compare, compare_many
    from cxkit.stats.correction import adjusted, beyond_chance
    from cxkit.stats.counts import ScoreCounts
    from cxkit.stats.cycle_gaps import Gap, Gaps, gaps
    from cxkit.stats.difference import Difference
    from cxkit.stats.distance import Distance
    from cxkit.stats.engines import count_scores
    from cxkit.stats.findings import Finding, Findings
    from cxkit.stats.importance import ImportanceMap, importance_performance
    from cxkit.stats.integrity_check import integrity
    from cxkit.stats.kano_answers import Kano, KanoTable, kano
    from cxkit.stats.key_drivers import driver_notes, drivers
    from cxkit.stats.measures import Measure
    from cxkit.stats.power import power_between_waves, sample_size_between_waves
    from cxkit.stats.reliability import Reliability, cronbach_alpha
    from cxkit.stats.samples import sample_size_nps, sample_size_share
    from cxkit.stats.score import Score
    from cxkit.stats.scores import ces, csat, nps, score_mean
    from cxkit.stats.survey import Fieldwork, Survey, SurveyItem
    from cxkit.stats.table import ScoreTable, scores_by
    from cxkit.stats.words import Note

HOMES = {
    "Base": "base",
    "Comparisons": "comparisons",
    "Difference": "difference",
    "Distance": "distance",
    "Fieldwork": "survey",
    "Finding": "findings",
    "Findings": "findings",
    "Gap": "cycle_gaps",
    "Gaps": "cycle_gaps",
    "ImportanceMap": "importance",
    "Kano": "kano_answers",
    "KanoTable": "kano_answers",
    "Measure": "measures",
    "Note": "words",
    "Reliability": "reliability",
    "Score": "score",
    "ScoreCounts": "counts",
    "ScoreTable": "table",
    "Survey": "survey",
    "SurveyItem": "survey",
    "adjusted": "correction",
    "beyond_chance": "correction",
    "ces": "scores",
    "compare": "comparisons",
    "compare_many": "comparisons",
    "count_scores": "engines",
    "cronbach_alpha": "reliability",
    "csat": "scores",
    "driver_notes": "key_drivers",
    "drivers": "key_drivers",
    "gaps": "cycle_gaps",
    "importance_performance": "importance",
    "integrity": "integrity_check",
    "kano": "kano_answers",
    "nps": "scores",
    "power_between_waves": "power",
    "sample_size_between_waves": "power",
    "sample_size_nps": "samples",
    "sample_size_share": "samples",
    "score_mean": "scores",
    "scores_by": "table",
    "total_is_safe": "base",
    "withheld": "base",
    "withheld_cells": "base",
}
"""In which module each public name lives."""

__all__ = [
    "Base",
    "Comparisons",
    "Difference",
    "Distance",
    "Fieldwork",
    "Finding",
    "Findings",
    "Gap",
    "Gaps",
    "ImportanceMap",
    "Kano",
    "KanoTable",
    "Measure",
    "Note",
    "Reliability",
    "Score",
    "ScoreCounts",
    "ScoreTable",
    "Survey",
    "SurveyItem",
    "adjusted",
    "beyond_chance",
    "ces",
    "compare",
    "compare_many",
    "count_scores",
    "cronbach_alpha",
    "csat",
    "driver_notes",
    "drivers",
    "gaps",
    "importance_performance",
    "integrity",
    "kano",
    "nps",
    "power_between_waves",
    "sample_size_between_waves",
    "sample_size_nps",
    "sample_size_share",
    "score_mean",
    "scores_by",
    "total_is_safe",
    "withheld",
    "withheld_cells",
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
