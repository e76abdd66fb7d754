"""Buyer personas, their needs, and the evidence behind them."""

from cxkit.core.exercise import Exercise
from cxkit.personas.checks import check_personas
from cxkit.personas.model import Evidence, Need, Persona, Personas
from cxkit.personas.picture import draw_personas

EXERCISES = (Exercise(Personas, check_personas, draw_personas),)

__all__ = ["EXERCISES", "Evidence", "Need", "Persona", "Personas"]
