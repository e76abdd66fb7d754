"""Results as a table: needs, reliability, importance, gaps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Any

from cxkit.core.picture import Picture, draw_template
from cxkit.language import Lang, format_number, format_percent, page_lang
from cxkit.language import mark as _
from cxkit.stats.words import Note, fill

if TYPE_CHECKING:
    from cxkit.stats.cycle_gaps import Gaps
    from cxkit.stats.distance import Distance
    from cxkit.stats.importance import ImportanceMap
    from cxkit.stats.kano_answers import Kano
    from cxkit.stats.reliability import Reliability

CATEGORIES = {
    "M": _("minimum requirement"),
    "O": _("the more the better"),
    "A": _("memorable experience"),
    "I": _("indifferent"),
    "R": _("rather not"),
    "Q": _("contradictory"),
}
CLEAR = {True: _("stands out"), False: _("does not stand out"), None: _("not tested")}
QUADRANTS = {
    "keep": _("keep it up"),
    "improve": _("improve first"),
    "ease": _("good, of little importance"),
    "wait": _("can wait"),
    "unsure": _("side not certain"),
}
TONES = {"keep": "good", "improve": "bad", "unsure": "warn"}
REASONS = {
    "": "",
    "no-base": _("no number of answers"),
    "small-base": _("too few answers"),
    "no-margin": _("no interval"),
    "many": _("chance among so many gaps"),
}


@dataclass(frozen=True)
class Cell:
    """What stands in one place: a text, an interval below it, its tone."""

    text: str
    span: str = ""
    tone: str = ""


def _draw(
    title: str, says: str, head: Sequence[str], lines: Sequence[Sequence[Cell]],
    lang: Lang, limits: str, notes: Iterable[Note] = (),
) -> Picture:  # fmt: skip
    return draw_template(
        "stats", "lines.html.j2", lang=lang, title=fill(title, {}, lang), description=says,
        head=[fill(one, {}, lang) if one else "" for one in head], lines=lines,
        notes=[note.says(lang) for note in notes], limits=fill(limits, {}, lang),
    )  # fmt: skip


def _number(value: float | None, lang: Lang, decimals: int = 2) -> str:
    if value is None or isnan(value):
        return "–"
    return format_number(value, lang, decimals).replace("-", "−")


def _span(low: float | None, high: float | None, lang: Lang, decimals: int = 2) -> str:
    if low is None or high is None:
        return ""
    return f"{_number(low, lang, decimals)} … {_number(high, lang, decimals)}"


def _share(value: float | None, low: float | None, high: float | None, lang: Lang) -> Cell:
    if value is None or low is None or high is None:
        return Cell("–")
    told = [format_percent(abs(one), lang) for one in (value, *sorted((abs(low), abs(high))))]
    return Cell(told[0], f"{told[1]} … {told[2]}")


def draw_kano(results: Sequence["Kano"], lang: Lang | None = None) -> Picture:
    """Draw what requirements are, with Better and Worse."""
    lang = lang or page_lang()
    lines = [
        (Cell(one.requirement or "–"),
         Cell(fill(CATEGORIES[one.category], {}, lang) if one.category else "–",
              fill(CLEAR[one.clear], {}, lang), "" if one.clear else "warn"),
         _share(one.better, one.better_low, one.better_high, lang),
         _share(one.worse, one.worse_low, one.worse_high, lang),
         Cell(format_number(one.n, lang)))
        for one in results
    ]  # fmt: skip
    clear = sum(bool(one.clear) for one in results)
    says = fill(_("Requirements: {n}. With a category that stands out (Fong’s test): {clear}."),
                {"n": len(results), "clear": clear}, lang)  # fmt: skip
    head = (_("Requirement"), _("Kind"), _("Pleases when there"), _("Hurts when missing"),
            _("Base"))  # fmt: skip
    notes = results[0].warnings if len(results) == 1 else ()
    return _draw(_("What people need"), says, head, lines, lang, KANO_LIMITS, notes)


KANO_LIMITS = _(
    "Shares with 95% intervals; they say how many people, not how much. What delights today is"
    " expected tomorrow: ask again."
)
ALPHA_LIMITS = _(
    "A high α says that answers go together. It does not say that the questions measure one thing"
    " only, or the right one."
)
MAP_LIMITS = _(
    "Importance is what goes together with the outcome; it need not be its cause. Other cuts put"
    " items elsewhere."
)
GAP_LIMITS = _(
    "Changes and ways to targets are judged all together. “Within noise” does not mean that nothing"
    " changed: it means that these answers cannot tell."
)


def draw_reliability(found: "Reliability", lang: Lang | None = None) -> Picture:
    """Draw α with its interval, and how each question goes with the others."""
    lang = lang or page_lang()
    lines = [(Cell(item), Cell(_number(found.item_totals[item], lang)),
              Cell(_number(found.without[item], lang))) for item in found.items]  # fmt: skip
    words = (
        _("No α, from {n} complete answers.") if found.estimate is None else
        _("α is {alpha}, with {confidence} confidence between {low} and {high}, from {n} complete"
          " answers; {left_out} were left out.")
    )  # fmt: skip
    says = fill(
        words,
        {"alpha": _number(found.estimate, lang), "low": _number(found.low, lang),
         "high": _number(found.high, lang), "n": found.n, "left_out": found.left_out,
         "confidence": format_percent(found.confidence, lang)},
        lang,
    )  # fmt: skip
    head = (_("Question"), _("Goes with the others"), _("α without it"))
    return _draw(_("Do these questions measure one thing?"), says, head, lines, lang,
                 ALPHA_LIMITS, found.warnings)  # fmt: skip


def draw_importance(found: "ImportanceMap", lang: Lang | None = None) -> Picture:
    """Draw where each item stands, the most important first."""
    lang = lang or page_lang()
    lines = [
        (Cell(one.item), Cell(_number(one.importance, lang)),
         Cell(_number(one.performance, lang), _span(one.low, one.high, lang)),
         Cell(format_number(one.n, lang)),
         Cell(fill(QUADRANTS[one.quadrant], {}, lang), tone=TONES.get(one.quadrant, "")))
        for one in found.points
    ]  # fmt: skip
    says = fill(
        _("Items: {n}. The cuts are at {across} of importance and {down} of performance."),
        {"n": len(lines), "across": _number(found.cuts[0], lang),
         "down": _number(found.cuts[1], lang)}, lang,
    )  # fmt: skip
    head = (_("Item"), _("Importance"), _("Performance"), _("Base"), _("Reading"))
    return _draw(_("Importance and performance"), says, head, lines, lang, MAP_LIMITS,
                 found.warnings)  # fmt: skip


def draw_gaps(found: "Gaps", lang: Lang | None = None) -> Picture:
    """Draw each gap with its change and its way to the target."""
    lang = lang or page_lang()
    lines = [
        (Cell(str(row.label)), Cell(_number(row.before, lang, row.decimals)),
         Cell(_number(row.now, lang, row.decimals)), _distance(row.change, lang, row.decimals),
         _distance(row.way, lang, row.decimals),
         Cell(_number(row.n, lang, 0)))
        for row in found
    ]  # fmt: skip
    says = fill(
        _("Gaps: {n}. Worse than before or off their target, beyond noise: {calling}."),
        {"n": len(lines), "calling": len(found.calling)}, lang,
    )  # fmt: skip
    head = (_("Item"), _("Before"), _("Now"), _("Change"), _("From the target"), _("Base"))
    return _draw(_("Gaps"), says, head, lines, lang, GAP_LIMITS)


def _distance(one: "Distance | None", lang: Lang, decimals: int) -> Cell:
    if one is None:
        return Cell("–")
    sign = "+" if one.value > 0 else ""
    words = REASONS[one.reason] or (_("within noise") if one.verdict == "within" else "")
    told: Any = [_span(one.low, one.high, lang, decimals), fill(words, {}, lang) if words else ""]
    tone = "bad" if one.is_worse else "good" if one.is_better else ""
    return Cell(sign + _number(one.value, lang, decimals), " · ".join(filter(None, told)), tone)
