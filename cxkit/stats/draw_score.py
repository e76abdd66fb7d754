"""Results as pictures: the figure, its interval on an axis, the answers behind it, its limits."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxkit.core.picture import Picture, draw_template
from cxkit.language import Lang, format_number, format_percent, page_lang
from cxkit.language import mark as _
from cxkit.stats.figures import METHODS, figure_of, tick_of, title_of
from cxkit.stats.words import fill

if TYPE_CHECKING:
    from cxkit.stats.score import Score

MOST_BARS = 21


@dataclass(frozen=True)
class Bar:
    """One score: how high its bar is, in per cent of the highest, and its share in words."""

    score: str
    height: float
    label: str
    kind: str


def draw_score(score: "Score", lang: Lang | None = None) -> Picture:
    """Draw a figure with its interval, its answers and what to keep in mind."""
    lang = lang or page_lang()
    title = title_of(score.measure, score.figure, score.box, lang)
    hidden = score.estimate is None or score.base.standing(score.n) == "withhold"
    return draw_template(
        "stats", "score.html.j2", lang=lang, title=title,
        description=_sentence(score, lang, hidden=hidden),
        value="" if hidden or score.estimate is None
        else figure_of(score.estimate, score.figure, lang),
        axis=None if hidden else _axis(score, lang),
        bars=[] if hidden else _bars(score, lang),
        second="" if hidden else _second(score, lang),
        base=_base(score, lang),
        notes=[note.says(lang) for note in score.warnings],
        limits=fill(LIMITS, {"method": fill(METHODS[score.method], {}, lang)}, lang),
    )  # fmt: skip


def line_of(score: "Score", lang: Lang | None = None) -> str:
    """Say a result in one line, for where there are no pictures."""
    lang = lang or page_lang()
    title = title_of(score.measure, score.figure, score.box, lang)
    if score.estimate is None:
        return f"{title}: – (n {score.n})"
    value = figure_of(score.estimate, score.figure, lang)
    return f"{title}: {value}. {_sentence(score, lang, hidden=False)}"


LIMITS = _(
    "The interval ({method}) allows for chance in drawing a random sample. It says nothing about"
    " people who were not asked or did not answer."
)


def _sentence(score: "Score", lang: Lang, *, hidden: bool) -> str:
    if hidden:
        return fill(_("No figure is shown."), {}, lang)
    if score.low is None or score.high is None:
        return fill(_("Without an interval. Answers: {n}."), {"n": score.n}, lang)
    values = {
        "confidence": format_percent(score.confidence, lang),
        "low": figure_of(score.low, score.figure, lang),
        "high": figure_of(score.high, score.figure, lang),
        "n": score.n,
    }
    words = _("With {confidence} confidence between {low} and {high}. Answers: {n}.")
    return fill(words, values, lang)


def _base(score: "Score", lang: Lang) -> str:
    text = fill(_("Base: {n}, missing: {missing}"),
                {"n": score.n, "missing": score.missing}, lang)  # fmt: skip
    if abs(score.n_eff - score.n) < 0.5:
        return text
    weighted = fill(_("weighted, worth {n_eff}"), {"n_eff": round(score.n_eff)}, lang)
    return f"{text}, {weighted}"


def _second(score: "Score", lang: Lang) -> str:
    other = score.second
    if other is None or other.estimate is None:
        return ""
    value = figure_of(other.estimate, other.figure, lang)
    title = title_of(other.measure, other.figure, other.box, lang)
    if other.low is None or other.high is None:
        return f"{title}: {value}"
    low, high = (figure_of(edge, other.figure, lang) for edge in (other.low, other.high))
    return f"{title}: {value} ({low} … {high})"


def _axis(score: "Score", lang: Lang) -> Mapping[str, object] | None:
    if score.figure == "nps":
        ends = (-100.0, 100.0)
    elif score.figure == "share":
        ends = (0.0, 1.0)
    elif score.scale:
        ends = score.scale
    else:
        return None
    if score.estimate is None:
        return None

    def place(value: float) -> float:
        return round(100 * min(1.0, max(0.0, (value - ends[0]) / (ends[1] - ends[0]))), 2)

    middle = (ends[0] + ends[1]) / 2
    ticks = [(tick_of(tick, score.figure, lang), place(tick)) for tick in (*ends, middle)]
    span = (score.low, score.high)
    return {
        "at": place(score.estimate),
        "low": None if span[0] is None else place(span[0]),
        "high": None if span[1] is None else place(span[1]),
        "ticks": sorted(ticks, key=lambda tick: tick[1]),
    }


def _bars(score: "Score", lang: Lang) -> list[Bar]:
    if not 0 < len(score.shares) <= MOST_BARS:
        return []
    tallest = max(score.shares.values()) or 1.0
    return [
        Bar(
            format_number(value, lang),
            round(100 * share / tallest, 2),
            format_percent(share, lang),
            _kind(score, value),
        )
        for value, share in sorted(score.shares.items())
    ]


def _kind(score: "Score", value: float) -> str:
    if score.figure == "nps":
        return "good" if value >= 9 else "bad" if value <= 6 else "plain"
    if score.figure == "share" and score.scale:
        return "good" if value > score.scale[1] - score.box else "plain"
    return "plain"
