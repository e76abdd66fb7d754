"""Checks of the comparisons: like with like, no winner within the margin, modules that led on."""

from collections.abc import Iterator

from cxkit.core.advice import Advice, Severity
from cxkit.core.context import Context
from cxkit.core.phrases import brief
from cxkit.language import format_number
from cxkit.stats.base import PUBLISH
from cxkit.waves.figures import figure
from cxkit.waves.model import Benchmark, FocusModule
from cxkit.waves.rivals import Rivalry, rivalries_of

# What hinders a comparison, the severity of saying so, and the field that mends it.
_HINDRANCES: dict[str, tuple[Severity, str]] = {
    "no-wave": ("note", "wave"),
    "ours-withheld": ("warning", "wave"),
    "question": ("warning", "same"),
    "scale": ("warning", "same"),
    "outside": ("problem", "theirs"),
    "source": ("warning", "source"),
    "no-base": ("warning", "theirs_n"),
    "small-base": ("warning", "theirs_n"),
    "no-margin": ("warning", "theirs_margin"),
}


def check_benchmark(answer: Benchmark, context: Context) -> list[Advice]:
    """Return the advice on comparisons and focus modules; an empty answer gets none."""
    if answer.is_empty():
        return []
    rivalries = rivalries_of(answer, context)
    return [
        *(advice for one in rivalries for advice in _one(one, context)),
        *_together(answer, rivalries),
        *(advice for module in answer.modules for advice in _module(module, context)),
        *_decision(answer),
    ]


def _values(one: Rivalry, context: Context) -> dict[str, str | int]:
    n = one.comparison.theirs_n
    return {
        "rival": brief(one.comparison.name) or "–",
        "n": "–" if n is None else format_number(n, context.lang),
        "least": PUBLISH,
    }


def _one(one: Rivalry, context: Context) -> Iterator[Advice]:
    where, values = ("comparisons", one.comparison.id), _values(one, context)
    if one.hindrance in _HINDRANCES:
        severity, field = _HINDRANCES[one.hindrance]
        yield Advice(f"not-{one.hindrance}", severity, (*where, field), values)
    ahead = one.comparison.ahead
    if one.hindrance and ahead in ("us", "them"):
        yield Advice("winner-unfounded", "warning", (*where, "ahead"), values)
    elif one.outcome == "open" and ahead in ("us", "them") and one.gap:
        told = {**values, "gap": figure(abs(one.gap.estimate), context.lang),
                "margin": figure(one.gap.margin, context.lang)}  # fmt: skip
        yield Advice("winner-within", "warning", (*where, "ahead"), told)
    elif one.outcome and ahead and one.outcome not in (ahead, "open"):
        yield Advice("winner-other", "warning", (*where, "ahead"), values)
    if one.gap and "people" not in one.comparison.same:
        yield Advice("other-people", "note", (*where, "same"), values)
    if one.gap and not {"period", "method"} <= set(one.comparison.same):
        yield Advice("other-circumstances", "note", (*where, "same"), values)


def _together(answer: Benchmark, rivalries: list[Rivalry]) -> Iterator[Advice]:
    sizes = {one.size for one in answer.comparisons if one.size}
    if len(answer.comparisons) > 1 and len(sizes) == 1:
        yield Advice("one-size", "note", ("comparisons",))
    kept = [one for one in rivalries if one.outcome and one.comparison.ahead == one.outcome]
    if rivalries and len(kept) == len(rivalries):
        yield Advice("fair", "good", ("comparisons",), {"count": len(kept)})


def _module(module: FocusModule, context: Context) -> Iterator[Advice]:
    where = ("modules", module.id)
    values: dict[str, str | int] = {"module": brief(module.asked) or "–"}
    if module.found.strip() and module.n is None:
        yield Advice("module-no-base", "warning", (*where, "n"), values)
    elif module.n is not None and module.n < PUBLISH:
        told = {**values, "n": format_number(module.n, context.lang), "least": PUBLISH}
        yield Advice("module-small-base", "warning", (*where, "n"), told)
    if module.found.strip() and not module.action and not module.led_to:
        yield Advice("module-no-action", "warning", (*where, "action"), values)
    elif module.found.strip() and module.n is not None and module.n >= PUBLISH and module.action:
        yield Advice("module-led-on", "good", (*where, "action"), values)


def _decision(answer: Benchmark) -> Iterator[Advice]:
    if answer.comparisons and not answer.decision.strip():
        yield Advice("no-decision", "note", ("decision",))
