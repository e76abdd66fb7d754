"""The checks of the slice, one module for each exercise."""

from cxkit.waves.check_benchmark import check_benchmark
from cxkit.waves.check_integrity import check_integrity
from cxkit.waves.check_strengths import check_strengths
from cxkit.waves.check_waves import check_waves

__all__ = ["check_benchmark", "check_integrity", "check_strengths", "check_waves"]
