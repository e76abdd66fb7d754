"""Reading the customers' answers: waves, strengths, comparisons, and whether to trust them."""

from cxkit.core.exercise import Exercise
from cxkit.waves.checks import check_benchmark, check_integrity, check_strengths, check_waves
from cxkit.waves.from_survey import fill_benchmark, fill_integrity, fill_strengths, fill_waves
from cxkit.waves.model import (
    SIGNS,
    Benchmark,
    Comparison,
    Driver,
    FocusModule,
    Improvement,
    Integrity,
    Sign,
    Strengths,
    Wave,
    Waves,
)
from cxkit.waves.picture import draw_benchmark, draw_integrity, draw_strengths, draw_waves

EXERCISES = (
    Exercise(Waves, check_waves, draw_waves, fill_waves),
    Exercise(Strengths, check_strengths, draw_strengths, fill_strengths),
    Exercise(Benchmark, check_benchmark, draw_benchmark, fill_benchmark),
    Exercise(Integrity, check_integrity, draw_integrity, fill_integrity),
)

__all__ = [
    "EXERCISES",
    "SIGNS",
    "Benchmark",
    "Comparison",
    "Driver",
    "FocusModule",
    "Improvement",
    "Integrity",
    "Sign",
    "Strengths",
    "Wave",
    "Waves",
]
