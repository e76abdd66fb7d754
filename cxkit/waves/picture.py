"""The pictures of the slice, one module for each exercise."""

from cxkit.waves.draw_benchmark import draw_benchmark
from cxkit.waves.draw_integrity import draw_integrity
from cxkit.waves.draw_strengths import draw_strengths
from cxkit.waves.draw_waves import draw_waves

__all__ = ["draw_benchmark", "draw_integrity", "draw_strengths", "draw_waves"]
