"""Differences as a picture: each on a line, with what may be said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxkit.core.picture import Picture, draw_template
from cxkit.language import Lang, format_number, format_percent, page_lang
from cxkit.language import mark as _
from cxkit.stats.figures import figure_of
from cxkit.stats.words import fill

if TYPE_CHECKING:
    from cxkit.stats.difference import Difference

VERDICTS = {
    "higher": _("higher"),
    "lower": _("lower"),
    "open": _("within chance"),
    "withheld": _("too few answers"),
}
CORRECTIONS = {
    "benjamini-hochberg": _(
        "{count} comparisons were looked at together; p-values are corrected for that (Benjamini"
        " and Hochberg 1995)."
    ),
    "holm": _(
        "{count} comparisons were looked at together; p-values are corrected for that (Holm 1979)."
    ),
}


@dataclass(frozen=True)
class Row:
    """One difference: its words, and its places on a line from 0 to 100."""

    label: str
    value: str
    span: str
    base: str
    chance: str
    verdict: str
    says: str
    at: float | None
    low: float | None
    high: float | None


def draw_differences(
    differences: Sequence[tuple[Any, "Difference"]], lang: Lang | None = None
) -> Picture:
    """Draw differences with their intervals; p-values only as corrected for their number."""
    lang = lang or page_lang()
    ends = _ends([one for _label, one in differences if one.verdict != "withheld"])
    rows = [_row(label, one, ends, lang) for label, one in differences]
    stand = sum(one.verdict in ("higher", "lower") for _label, one in differences)
    description = fill(
        _("Differences: {count}. Larger than chance would make them: {stand}."),
        {"count": len(rows), "stand": stand}, lang,
    )  # fmt: skip
    first = differences[0][1] if differences else None
    words = CORRECTIONS.get(first.correction, "") if first and first.comparisons > 1 else ""
    return draw_template(
        "stats", "differences.html.j2", lang=lang, title=fill(_("Differences"), {}, lang),
        description=description, rows=rows, zero=_place(0.0, ends),
        note=fill(words, {"count": first.comparisons}, lang) if first and words else "",
        limits=fill(LIMITS, {}, lang), head={name: fill(text, {}, lang)
                                             for name, text in HEAD.items()},
    )  # fmt: skip


LIMITS = _(
    "“Within chance” does not mean that nothing changed: it means that these answers cannot tell."
)
HEAD = {
    "difference": _("Difference"),
    "base": _("Base"),
    "chance": _("By chance"),
    "reading": _("Reading"),
}


def _ends(shown: Sequence["Difference"]) -> tuple[float, float]:
    """Return an axis that holds zero and all intervals, with a little room."""
    edges = [edge for one in shown for edge in (one.low, one.high, one.estimate)
             if edge is not None]  # fmt: skip
    low, high = min([0.0, *edges]), max([0.0, *edges])
    room = (high - low) * 0.06 or 1.0
    return low - room, high + room


def _place(value: float, ends: tuple[float, float]) -> float:
    return round(100 * (value - ends[0]) / (ends[1] - ends[0]), 2)


def _row(label: Any, one: "Difference", ends: tuple[float, float], lang: Lang) -> Row:
    def place(value: float | None) -> float | None:
        return None if value is None else _place(value, ends)

    def written(value: float) -> str:
        return figure_of(value, one.figure, lang, signed=True)

    base = " · ".join("?" if n is None else format_number(n, lang) for n in one.n)
    says = fill(VERDICTS[one.verdict], {}, lang)
    if one.verdict == "withheld" or one.estimate is None:
        return Row(str(label), "", "", base, "", one.verdict, says, None, None, None)
    span = ""
    if one.low is not None and one.high is not None:
        span = f"{written(one.low)} … {written(one.high)}"
    return Row(
        str(label), written(one.estimate), span, base, _chance(one.p_adjusted, lang), one.verdict,
        says, place(one.estimate), place(one.low), place(one.high),
    )  # fmt: skip


def _chance(p_value: float | None, lang: Lang) -> str:
    if p_value is None:
        return ""
    return f"< {format_percent(0.001, lang, 1)}" if p_value < 0.001 else (
        format_percent(p_value, lang, 1)
    )  # fmt: skip
