"""Names in the columns beside: whoever changes them there means the field itself."""

from collections.abc import Iterable, Mapping
from typing import Any

from cxkit.core.answer import Answer
from cxkit.journey.model import Journey
from cxkit.language import Lang, translator
from cxkit.report.imports.findings import MOVED, Finding, Place
from cxkit.report.rows.made import JOURNEY

Written = tuple[tuple[str, ...], Place, str, Place, str]


def moved(written: Iterable[Written], answers: Mapping[str, Answer],
          base: Mapping[str, Mapping[str, Any]], lang: Lang) -> list[Finding]:  # fmt: skip
    """Return the phases and touchpoints that were renamed beside their rows, not in them.

    Parameters
    ----------
    written : iterable
        For each row of a touchpoint: its path, and what its columns of phase and name say.
    answers, base : mapping
        The answers as the file makes them, and as they were when it was exported.
    """
    journey = answers.get(JOURNEY)
    if not isinstance(journey, Journey):
        return []
    after = _columns(journey)
    before = _columns(Journey.model_validate(base[JOURNEY])) if base.get(JOURNEY) else {}
    found: dict[tuple[str, str], Finding] = {}
    for path, place, text, _, column in written:
        is_now = after.get((path[2], column))
        if is_now is None or text in (is_now, before.get((path[2], column), is_now)):
            continue
        message = translator(lang)(MOVED).format(value=text, other=is_now)
        found.setdefault((path[2], column), Finding(place, message))
    return list(found.values())


def _columns(journey: Journey) -> dict[tuple[str, str], str]:
    """Return what the columns of phase and touchpoint say of each touchpoint."""
    phases = {phase.id: phase.name for phase in journey.phases}
    found = {(point.id, "item"): point.name for point in journey.touchpoints}
    found.update({(p.id, "part"): phases.get(p.phase, "") for p in journey.touchpoints})
    return {key: text.strip() for key, text in found.items()}
