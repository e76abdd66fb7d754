"""How old evidence is, and which parts of a persona it supports."""

from datetime import date

from cxkit.core.answer import Part
from cxkit.personas.model import Persona

MONTHS_KEPT = 12
PARTS = ("context", "goals", "needs", "frustrations", "channels", "criteria")


def months_old(day: date, today: date) -> int:
    """Return the full months between two days.

    Examples
    --------
    >>> months_old(date(2025, 1, 31), date(2025, 2, 28))
    0
    >>> months_old(date(2025, 1, 1), date(2026, 1, 1))
    12
    """
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)


def is_old(day: date, today: date) -> bool:
    """Say whether evidence of that day is twelve months old or more."""
    return months_old(day, today) >= MONTHS_KEPT


def parts_written(persona: Persona) -> list[str]:
    """Name the parts of a persona that claim something."""
    return [part for part in PARTS if _written(getattr(persona, part))]


def _written(value: object) -> bool:
    if isinstance(value, tuple):
        return any(_written(entry) for entry in value)
    return bool(value.label.strip() if isinstance(value, Part) else str(value).strip())  # type: ignore[attr-defined]


def proved_parts(persona: Persona, today: date) -> set[str]:
    """Name the parts that have evidence with a source and a date within the last twelve months."""
    return {
        card.about
        for card in persona.evidence
        if card.about
        and card.source
        and card.date
        and card.date <= today
        and not is_old(card.date, today)
    }
