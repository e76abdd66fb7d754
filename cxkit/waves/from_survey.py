"""Answers filled from a survey file's figures; what people wrote around them stays."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, get_args

from cxkit.core.answer import Item
from cxkit.core.context import Context
from cxkit.survey.figures import LEAST, Line, Reading
from cxkit.survey.handover import Handover, steady_id
from cxkit.survey.rivals import SIZES
from cxkit.waves.model import (
    Benchmark,
    Comparison,
    Driver,
    Integrity,
    Method,
    Scale,
    Sign,
    Strengths,
    Wave,
    Waves,
)

_SCALES = get_args(Scale)
Kept = TypeVar("Kept", bound=Item)


def fill_waves(answer: Waves, handed: Handover, _context: Context) -> Waves:
    """Put each question's waves in, with base and margin; only figures that may be published."""
    made = [
        (wave_id(line, one), _wave(line, one, handed))
        for line in handed.lines for one in line.readings if one.n >= LEAST
    ]  # fmt: skip
    gaps = [*answer.gaps, *(gap_id(gap.line, gap.now) for gap in handed.gaps)]
    waves = _renewed(Wave, answer.waves, made, 60)
    return answer.model_copy(update={"waves": waves, "gaps": tuple(dict.fromkeys(gaps))[:30]})


def wave_id(line: Line, one: Reading) -> str:
    """Return the id of one question's wave."""
    return steady_id("wave", line.question.column, one.name)


def gap_id(line: Line, now: Reading) -> str:
    """Return the id of a gap that comes from one question's wave."""
    return steady_id("gap", line.question.column, now.name)


def _wave(line: Line, one: Reading, handed: Handover) -> dict[str, Any]:
    question = line.question
    told: dict[str, Any] = {
        "name": one.name or handed.source, "measure": question.name, "n": one.n,
        "figure": question.figure, "scale": question.scale if question.scale in _SCALES else "",
        "value": _rounded(one.value), "margin": _rounded(one.margin),
    }  # fmt: skip
    if handed.channel in get_args(Method):
        told["method"] = handed.channel
    return told


def fill_strengths(answer: Strengths, handed: Handover, _context: Context) -> Strengths:
    """Put each aspect's importance, performance, margin and base in."""
    made = []
    for one in handed.aspects:
        question = one.line.question
        if one.reading.n < LEAST or question.figure != "mean" or question.scale not in _SCALES:
            continue
        told = {
            "name": question.name, "touchpoint": question.touchpoint, "scale": question.scale,
            "importance": _rounded(one.importance, 0), "source": "derived", "n": one.reading.n,
            "performance": _rounded(one.reading.value), "margin": _rounded(one.reading.margin),
        }  # fmt: skip
        made.append((steady_id("driver", question.column), told))
    update: dict[str, Any] = {"drivers": _renewed(Driver, answer.drivers, made, 30)}
    update["survey"] = answer.survey or f"{handed.source} {handed.wave}".strip()
    update["cut"] = answer.cut or "mean"
    return answer.model_copy(update=update)


def fill_benchmark(answer: Benchmark, handed: Handover, _context: Context) -> Benchmark:
    """Put the others' figures in, each beside our wave; only those that may be published."""
    made = []
    for one in handed.rivalries:
        own = steady_id("wave", one.question.column, one.ours.name)
        for rival in one.rivals:
            if rival.reading.n < LEAST:
                continue
            told = {
                "name": rival.name, "size": SIZES.get(rival.size, ""), "aspect": one.question.name,
                "wave": own, "theirs": _rounded(rival.reading.value), "theirs_n": rival.reading.n,
                "theirs_margin": _rounded(rival.reading.margin), "source": "joint-study",
                "same": ("question", "scale", "period"),
            }  # fmt: skip
            made.append((steady_id("rival", rival.name, one.question.column, one.ours.name), told))
    comparisons = _renewed(Comparison, answer.comparisons, made, 30)
    return answer.model_copy(update={"comparisons": comparisons})


def fill_integrity(answer: Integrity, handed: Handover, _context: Context) -> Integrity:
    """Put the wave, the share of highest scores now and before, and of straight lines in."""
    if not handed.lines:
        return answer
    line = handed.lines[0]
    shown = [one for one in line.readings if one.score is not None]
    names = [one.name for one in shown]
    at = names.index(handed.wave) if handed.wave in names else len(shown) - 1
    if at < 0:
        return answer
    update: dict[str, Any] = {"wave": wave_id(line, shown[at]), "top": _rounded(shown[at].top, 1)}
    if at:
        update["top_before"] = _rounded(shown[at - 1].top, 1)
    if handed.flat is not None:
        update["flat"] = _rounded(handed.flat, 1)
    update["signs"] = tuple(_evidence(one, handed) for one in answer.signs)
    return answer.model_copy(update=update)


def _evidence(sign: Sign, handed: Handover) -> Sign:
    """Put evidence where nobody has written anything yet; what people found stays."""
    told = [one for one in handed.signs if one.sign == sign.sign]
    if not told or sign.finding or sign.evidence.strip():
        return sign
    grave = any(one.severity in ("stop", "fault") for one in told)
    says = " ".join(one.says for one in told)
    finding = "fault" if grave else "doubt"
    return sign.model_copy(update={"finding": finding, "evidence": says[:4000]})


def _renewed(
    kind: type[Kept],
    there: Sequence[Kept],
    made: Sequence[tuple[str, Mapping[str, Any]]],
    most: int,
) -> tuple[Kept, ...]:
    """Renew the items that came from the file before, add the new ones, leave all others alone."""
    found = {item.id: item for item in there}
    for key, told in made:
        before = found.get(key)
        fresh = {name: value for name, value in told.items() if value != "" or before is None}
        whole = {**(before.model_dump() if before else {}), **fresh, "id": key}
        if before is not None or len(found) < most:
            found[key] = kind.model_validate(whole)
    return tuple(found.values())


def _rounded(value: float | None, digits: int = 2) -> float | None:
    return None if value is None else round(value, digits) + 0.0
