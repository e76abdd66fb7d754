"""The picture of the comparisons: two intervals on one axis, and the focus modules' yield."""

from dataclasses import dataclass

from cxkit.core.axis import Axis, axis_of
from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.waves.figures import figure
from cxkit.waves.model import Benchmark, range_of
from cxkit.waves.rivals import Rivalry, rivalries_of


@dataclass(frozen=True)
class Row:
    """One comparison: the two intervals as strips on a 100 × 100 field, where it is fair."""

    rivalry: Rivalry
    name: str
    axis: Axis | None
    ours: str
    ours_dot: str
    theirs: str
    theirs_dot: str


@dataclass(frozen=True)
class Module:
    """One focus module with the name of the action it led to."""

    year: str
    asked: str
    n: float | None
    found: str
    action: str


def draw_benchmark(answer: Benchmark, context: Context) -> Picture:
    """Draw each fair comparison; one that is not fair says why instead of showing figures."""
    say = Phrases(Benchmark.exercise, context.lang)
    rows = [_row(one, say) for one in rivalries_of(answer, context)]
    return draw(
        "benchmark.html.j2",
        say,
        context,
        say("title"),
        _describe(rows, answer, say) if not answer.is_empty() else say("empty"),
        answer=answer,
        groups=[
            (size, found)
            for size in ("small", "large", "")
            if (found := [row for row in rows if row.rivalry.comparison.size == size])
        ],
        modules=[
            Module(
                f"{one.year:.0f}" if one.year is not None else "–",
                one.asked or say("unnamed"),
                one.n,
                one.found,
                context.label(one.action) or one.led_to,
            )
            for one in sorted(answer.modules, key=lambda one: one.year or 0)
        ],
        figure=lambda value: figure(value, context.lang),
    )


def _row(one: Rivalry, say: Phrases) -> Row:
    name = one.comparison.name or say("unnamed")
    wave, theirs = one.wave, one.comparison.theirs
    if one.gap is None or wave is None or wave.value is None or theirs is None:
        return Row(one, name, None, "", "", "", "")
    pairs = ((wave.value, wave.margin or 0.0), (theirs, one.comparison.theirs_margin or 0.0))
    edges = [value + side * margin for value, margin in pairs for side in (-1, 1)]
    axis = axis_of(edges, range_of(wave.figure, wave.scale))
    drawn = [
        (f"M{axis.place(value - margin)} {y}H{axis.place(value + margin)}",
         f"M{axis.place(value)} {y}h0")
        for (value, margin), y in zip(pairs, (30, 70), strict=True)
    ]  # fmt: skip
    return Row(one, name, axis, *drawn[0], *drawn[1])


def _describe(rows: list[Row], answer: Benchmark, say: Phrases) -> str:
    return say(
        "describe",
        count=len(rows),
        fair=sum(row.axis is not None for row in rows),
        open=sum(row.rivalry.outcome == "open" for row in rows),
        modules=len(answer.modules),
    )
