"""A measure for many groups as a picture: one line each, on one axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from cxkit.core.picture import Picture, draw_template
from cxkit.language import Lang, format_number, page_lang
from cxkit.language import mark as _
from cxkit.stats.figures import METHODS, figure_of, title_of
from cxkit.stats.words import fill

if TYPE_CHECKING:
    from cxkit.stats.table import ScoreTable

MOST_ROWS = 60

WORDS = {
    "group": _("Group"),
    "figure": _("Figure"),
    "base": _("Base"),
    "few": _("too few answers"),
    "small": _("small base, not for publishing"),
}
LIMITS = _(
    "Each interval ({method}) allows for chance in its own group. To compare groups use"
    " compare_many: intervals that overlap can still differ."
)


@dataclass(frozen=True)
class Row:
    """One group: its words, and its places on the axis from 0 to 100."""

    label: str
    value: str
    span: str
    base: str
    remark: str
    at: float | None = None
    low: float | None = None
    high: float | None = None


def draw_table(table: "ScoreTable", lang: Lang | None = None) -> Picture:
    """Draw the figures of all groups; those that are too small say so."""
    lang = lang or page_lang()
    shown = table.labels[:MOST_ROWS]
    ends = _ends(table)
    rows = [_row(table, place, ends, lang) for place in range(len(shown))]
    title = title_of(table.measure.name, table.measure.figure, table.measure.box, lang)
    description = fill(
        _("Groups: {groups}. Without a figure, being small or hiding a small one: {hidden}."),
        {"groups": len(table), "hidden": len(table.hidden)}, lang,
    )  # fmt: skip
    more = len(table) - len(rows)
    return draw_template(
        "stats", "table.html.j2", lang=lang, title=title, description=description, rows=rows,
        words={name: fill(text, {}, lang) for name, text in WORDS.items()},
        more=fill(_("{count} more groups are not drawn."), {"count": more}, lang) if more else "",
        ticks=[figure_of(end, table.measure.figure, lang) for end in ends] if rows else [],
        limits=fill(LIMITS, {"method": fill(METHODS[table.measure.interval], {}, lang)}, lang),
    )  # fmt: skip


def _ends(table: "ScoreTable") -> tuple[float, float]:
    """Return the axis: the scale, or what the shown intervals need of it."""
    seen = [place for place, label in enumerate(table.labels) if label not in table.hidden]
    edges: Sequence[Any] = [getattr(table.found, name)[seen] for name in ("low", "high")]
    known = np.concatenate([*edges, table.found.estimate[seen]])
    known = known[~np.isnan(known)]
    if table.measure.figure == "mean" and table.measure.scale:
        return table.measure.scale
    if not len(known):
        return (0.0, 1.0)
    low, high = float(known.min()), float(known.max())
    room = (high - low) * 0.05 or 1.0
    least, most = {"nps": (-100.0, 100.0), "share": (0.0, 1.0)}.get(
        table.measure.figure, (-np.inf, np.inf)
    )
    return max(least, low - room), min(most, high + room)


def _row(table: "ScoreTable", place: int, ends: tuple[float, float], lang: Lang) -> Row:
    label = table.labels[place]
    name = " · ".join("–" if one is None else str(one) for one in table.rows[place])
    if table.standing(label) == "withhold":
        return Row(name, "", "", "", "few")
    n = format_number(int(table.found.n[place]), lang)
    figures = [float(getattr(table.found, part)[place]) for part in ("estimate", "low", "high")]
    if np.isnan(figures[0]):
        return Row(name, "", "", n, "few")
    value, low, high = (figure_of(one, table.measure.figure, lang) if one == one else ""  # noqa: PLR0124
                        for one in figures)  # fmt: skip
    spots = [
        round(100 * min(1.0, max(0.0, (one - ends[0]) / (ends[1] - ends[0]))), 2)
        if one == one else None  # noqa: PLR0124
        for one in figures
    ]  # fmt: skip
    remark = "small" if table.standing(label) == "show" else ""
    return Row(name, value, f"{low} … {high}" if low else "", n, remark, *spots)
