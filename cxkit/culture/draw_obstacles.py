"""The Pareto picture of the obstacles: bars by weight, and how much they explain together."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.culture.model import KnownObstacle, Obstacles, OwnObstacle
from cxkit.culture.ranking import MOST, Ranked, pareto


@dataclass(frozen=True)
class Bar:
    """One row: the obstacle, its rank, and its piece of the chart on a 100 × 100 field."""

    obstacle: KnownObstacle | OwnObstacle
    label: str
    here: str
    rank: Ranked
    tied: bool
    bar: str
    line: str
    dot: str


def draw_obstacles(answer: Obstacles, context: Context) -> Picture:
    """Draw the obstacles as a Pareto chart; those not rated or not ours are named below."""
    say = Phrases(Obstacles.exercise, context.lang)
    bars = bars_of(answer, say)
    few = sum(bar.rank.vital for bar in bars)
    share = round(100 * max((b.rank.cumulative for b in bars if b.rank.vital), default=0))
    most = round(100 * MOST)
    figures = {"few": few, "count": len(bars), "share": share, "most": most}
    return draw(
        "obstacles.html.j2",
        say,
        context,
        say("title"),
        say("describe", **figures) if bars else say("empty"),
        bars=bars,
        figures=figures,
        first=answer.first,
        reason=answer.reason,
        open=_labels([one for one in answer.all() if one.weight is None], say),
        absent=_labels([one for one in answer.all() if one.weight == 0], say),
        limit=100 * MOST,
    )


def bars_of(answer: Obstacles, say: Phrases) -> list[Bar]:
    """Return the rated obstacles in their order, each with its piece of the chart."""
    by_id = {one.id: one for one in answer.all()}
    ranked = pareto([(one.id, one.weight) for one in by_id.values() if one.weight is not None])
    places = [rank.place for rank in ranked]
    at = [100 * rank.cumulative for rank in ranked]
    return [
        Bar(
            by_id[rank.id],
            by_id[rank.id].label_in(say.lang) or say("unnamed"),
            getattr(by_id[rank.id], "here", ""),
            rank,
            places.count(rank.place) > 1,
            f"M0 50H{100 * rank.share:.2f}",
            _line(at, row),
            f"M{at[row]:.2f} 50h0",
        )
        for row, rank in enumerate(ranked)
    ]


def _line(at: Sequence[float], row: int) -> str:
    """Return a row's piece of the cumulative line: it meets its neighbours at the row's edges."""
    above = f"M{(at[row - 1] + at[row]) / 2:.2f} 0L" if row else "M"
    below = f"L{(at[row] + at[row + 1]) / 2:.2f} 100" if row + 1 < len(at) else ""
    return f"{above}{at[row]:.2f} 50{below}"


def _labels(obstacles: Sequence[KnownObstacle | OwnObstacle], say: Phrases) -> list[str]:
    return [label for one in obstacles if (label := one.label_in(say.lang))]
