"""What measured figures say to the red thread: which gaps, measures and aspects call for something.

A difference counts when it is larger than its margins, on enough answers. What lacks a margin or
its answers cannot be judged, and asks for nothing here: its own exercise says so.
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from cxkit.core.answer import Item
from cxkit.stats.base import PUBLISH
from cxkit.stats.margins import difference_of_margins

if TYPE_CHECKING:
    from cxkit.workbook.thread import Web

# A target is certain: it has no margin of its own.
_CERTAIN = 0.0
# A wave is compared with the one before it only if both were asked and counted in the same way.
_SAME = ("figure", "scale", "method")


def _worse(
    now: tuple[float | None, float | None, float | None],
    before: tuple[float | None, float | None, float | None],
    better: str,
) -> bool:
    """Say whether a figure is worse than another beyond chance: each a value, a margin, a base."""
    if better not in ("higher", "lower"):
        return False
    if any(base is None or base < PUBLISH for *_, base in (now, before)):
        return False
    change = difference_of_margins(now[0], before[0], (now[1], before[1]))
    if change is None or abs(change.estimate) <= change.margin:
        return False
    return change.estimate < 0 if better == "higher" else change.estimate > 0


def gap_calls(web: "Web", gap: Any) -> bool:
    """Say whether a gap is worse than its target or the cycle before, by more than its margins.

    What a gap leaves open, target or direction, comes from its measure.
    """
    kpi: Any = web.items.get(gap.kpi)
    better = gap.better or getattr(kpi, "better", "")
    target = gap.target if gap.target is not None else getattr(kpi, "target", None)
    now = (gap.now, gap.margin_now, gap.base_now)
    before = (gap.before, gap.margin_before, gap.base_before)
    return any(
        _worse(now, reference, better) for reference in ((target, _CERTAIN, PUBLISH), before)
    )


def gaps_that_call(web: "Web") -> list[Any]:
    """Return the gaps that are worse than they should be."""
    return [gap for gap in web.of_kind("gap") if gap_calls(web, gap)]


def gaps_made_known(web: "Web") -> Iterable[Item]:
    """Return the gaps that the reading of waves or aspects points to and no rule counts yet."""
    calling = {gap.id for gap in gaps_that_call(web)}
    return [
        gap
        for gap in web.of_kind("gap")
        if gap.id not in calling and web.tied_from(gap.id, "waves", "strengths")
    ]


def aspects_to_improve(web: "Web") -> Iterable[Item]:
    """Return what was chosen to be improved, where the aspect is still there and has a name."""
    strengths: Any = web.answers.get("strengths")
    chosen = strengths.improve if strengths else ()
    return [one for one in chosen if one.driver in web.items and aspect_name(web, one)]


def aspect_has_gap(web: "Web", chosen: Any) -> bool:
    """Say whether an aspect to improve has become a gap that the cycle follows."""
    return any(gap in web.items for gap in chosen.gaps)


def aspect_name(web: "Web", chosen: Any) -> str:
    """Return what the aspect is called."""
    return web.name_of(web.items[chosen.driver])


def measures_that_fell(web: "Web") -> Iterable[Item]:
    """Return the KPIs whose last wave is worse than the one before it, beyond chance."""
    answer: Any = web.answers.get("waves")
    by_kpi: dict[str, list[Any]] = {}
    for wave in sorted(answer.waves if answer else (), key=lambda one: one.day or date.max):
        by_kpi.setdefault(wave.kpi, []).append(wave)
    return [
        kpi
        for kpi in web.of_kind("kpi")
        if len(waves := by_kpi.get(kpi.id, [])) > 1 and _fell(waves[-2], waves[-1], getattr(kpi, "better", ""))
    ]


def _fell(before: Any, now: Any, better: str) -> bool:
    if now.changed or any(getattr(before, name) != getattr(now, name) for name in _SAME):
        return False
    if now.is_stopped() or before.is_stopped():
        return False
    return _worse(
        (now.value, now.margin, now.n), (before.value, before.margin, before.n), better
    )


def modules_with_findings(web: "Web") -> Iterable[Item]:
    """Return the focus modules that found something."""
    benchmark: Any = web.answers.get("benchmark")
    modules = benchmark.modules if benchmark else ()
    return [one for one in modules if one.found.strip() and one.label]


def module_led_somewhere(web: "Web", module: Any) -> bool:
    """Say whether what a focus module found led to an action, or to something that is told."""
    return module.action in web.items or bool(module.led_to.strip())

