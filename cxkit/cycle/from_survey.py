"""Gaps that a survey file has measured, put into the cycle's table."""

from typing import Any

from cxkit.core.context import Context
from cxkit.cycle.model import Gap, Malma
from cxkit.survey.handover import Gap as Measured
from cxkit.survey.handover import Handover, steady_id

UNITS = {"nps": "NPS", "share": "%"}
_MOST = 60


def fill_malma(answer: Malma, handed: Handover, _context: Context) -> Malma:
    """Add the chosen gaps; one that is there already is renewed, and keeps what people wrote."""
    found = {gap.id: gap for gap in answer.gaps}
    for one in handed.gaps:
        key = steady_id("gap", one.line.question.column, one.now.name)
        before = found.get(key)
        if before is None and len(found) >= _MOST:
            continue
        kept = before.model_dump() if before else {}
        found[key] = Gap.model_validate({**kept, **_told(one, handed), "id": key})
    return answer.model_copy(update={"gaps": tuple(found.values())})


def _told(one: Measured, handed: Handover) -> dict[str, Any]:
    question = one.line.question
    low, high = question.bounds
    told: dict[str, Any] = {
        "name": f"{question.name}, {one.now.name or handed.source}"[:200],
        "unit": UNITS.get(question.figure, f"{low}–{high}"), "better": "higher",
        "now": _rounded(one.now.value), "margin_now": _rounded(one.now.margin),
        "base_now": one.now.n,
    }  # fmt: skip
    if question.touchpoint:
        told["touchpoint"] = question.touchpoint
    if one.before is not None:
        told |= {
            "before": _rounded(one.before.value), "margin_before": _rounded(one.before.margin),
            "base_before": one.before.n,
        }  # fmt: skip
    return told


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2) + 0.0
