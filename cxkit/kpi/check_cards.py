"""Checks of one measure: its scale, its figures, who answers for it, what it decides."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import name_of
from cxkit.kpi.conflicts import direction
from cxkit.kpi.model import OPINIONS, RANGES, Kpi, KpiPlan
from cxkit.kpi.words import found, is_nobody


def check_card(kpi: Kpi, plan: KpiPlan, context: Context) -> Iterator[Advice]:
    """Yield the advice on one measure; none while it has no name."""
    if not kpi.name:
        return
    where, name = ("kpis", kpi.id), {"name": name_of(plan.kpis, kpi)}
    yield from _scale(kpi, where, name, context)
    yield from _figures(kpi, where, name)
    if not kpi.formula.strip():
        yield Advice("formula-missing", "note", (*where, "formula"), name)
    if not kpi.post and not kpi.instrument:
        yield Advice("unmeasured", "warning", (*where, "instrument"), name)
    elif kpi.scale in OPINIONS and not kpi.post and context.of_kind("listening-post"):
        yield Advice("no-post", "note", (*where, "post"), name)
    if not kpi.owner:
        yield Advice("unowned", "warning", (*where, "owner"), name)
    elif is_nobody(kpi.owner, context):
        values = {**name, "owner": kpi.owner}
        yield Advice("owned-by-nobody", "warning", (*where, "owner"), values)
    if not kpi.decision:
        yield Advice("furniture", "note", (*where, "decision"), name)
    if kpi.scale in OPINIONS and kpi.reward == "individual-pay":
        yield Advice("score-paid", "problem", (*where, "reward"), name)


def is_whole_card(kpi: Kpi, context: Context) -> bool:
    """Say whether a measure has all that makes it usable."""
    said = (kpi.formula.strip(), kpi.instrument or kpi.post, kpi.owner, kpi.decision, kpi.frequency)
    counted = kpi.baseline is not None and kpi.target is not None
    return all(said) and counted and not is_nobody(kpi.owner, context)


def _scale(
    kpi: Kpi, where: tuple[str, ...], name: dict[str, str], context: Context
) -> Iterator[Advice]:
    says_nps = bool(found("nps", kpi.name, context))
    told = found("one_to_ten", f"{kpi.definition} {kpi.formula} {kpi.instrument}", context)
    if says_nps and kpi.scale not in ("", "nps-0-10"):
        yield Advice("nps-scale", "problem", (*where, "scale"), name)
    elif kpi.scale == "nps-0-10" and told:
        yield Advice("nps-scale", "problem", (*where, "definition"), name)
    if not kpi.scale:
        yield Advice("scale-missing", "note", (*where, "scale"), name)


def _figures(kpi: Kpi, where: tuple[str, ...], name: dict[str, str]) -> Iterator[Advice]:
    low, high = _range_of(kpi)
    for field in ("baseline", "target"):
        value = getattr(kpi, field)
        if value is not None and not low <= value <= high:
            values = {**name, "low": f"{low:g}".replace("-", "−"), "high": f"{high:g}"}
            key = "off-scale" if high < float("inf") else "below-zero"
            yield Advice(key, "problem", (*where, field), values)
    if kpi.target is None:
        yield Advice("target-missing", "note", (*where, "target"), name)
    if kpi.baseline is None:
        yield Advice("baseline-missing", "note", (*where, "baseline"), name)
    elif kpi.target is not None and _goes_back(kpi):
        yield Advice("wrong-way", "problem", (*where, "target"), name)


def _range_of(kpi: Kpi) -> tuple[float, float]:
    # A satisfaction score is read as a mean or, with a per cent sign, as a share of top answers.
    if "%" in kpi.unit and kpi.scale not in ("", "nps-0-10"):
        return 0.0, 100.0
    return RANGES.get(kpi.scale, (float("-inf"), float("inf")))


def _goes_back(kpi: Kpi) -> bool:
    if kpi.baseline is None or kpi.target is None:
        return False
    gain = kpi.target - kpi.baseline
    return gain < 0 if direction(kpi) == "higher" else gain > 0
