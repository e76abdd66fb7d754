"""The picture of the waves: a line with intervals, interrupted where comparison breaks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cxkit.core.axis import Axis, axis_of
from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.stats.base import PUBLISH
from cxkit.waves.figures import figure
from cxkit.waves.model import Wave, Waves, range_of
from cxkit.waves.series import Reading, Series, series_of

MOST_COLUMNS = 12
JOINED = ("up", "down", "open")


@dataclass(frozen=True)
class Column:
    """One wave: its piece of the chart on a 100 × 100 field, and what stands below it."""

    reading: Reading
    name: str
    dot: str
    whisker: str
    line: str
    broke: tuple[str, ...]


@dataclass(frozen=True)
class Panel:
    """The waves of one series that share a scale, on one axis; none where nothing can be shown."""

    columns: tuple[Column, ...]
    axis: Axis | None
    figure: str
    scale: str


@dataclass(frozen=True)
class Chart:
    """One series: its panels, a new one wherever the scale or the figure changed."""

    name: str
    panels: tuple[Panel, ...]
    hidden: int


def draw_waves(answer: Waves, context: Context) -> Picture:
    """Draw the series of waves with intervals and bases; what cannot be shown says why."""
    say = Phrases(Waves.exercise, context.lang)
    series = series_of(answer, context)
    steps = sum(one.step is not None for whole in series for one in whole.readings)
    return draw(
        "waves.html.j2",
        say,
        context,
        say("title"),
        _describe(series, say) if series else say("empty"),
        answer=answer,
        charts=[_chart(one, say) for one in series],
        steps=steps,
        least=PUBLISH,
        gaps=[label for gap in answer.gaps if (label := context.label(gap))],
        figure=lambda value: figure(value, context.lang),
    )


def _chart(series: Series, say: Phrases) -> Chart:
    shown = series.readings[-MOST_COLUMNS:]
    panels: list[list[Reading]] = []
    for reading in shown:
        if panels and not {"scale", "figure"} & set(reading.broke):
            panels[-1].append(reading)
        else:
            panels.append([reading])
    drawn = tuple(_panel(readings, say) for readings in panels)
    return Chart(series.name or say("no-measure"), drawn, len(series.readings) - len(shown))


def _panel(readings: Sequence[Reading], say: Phrases) -> Panel:
    figure, scale = _kind([one.wave for one in readings])
    bounds = range_of(figure, scale)
    axis = axis_of([edge for one in readings if not one.withheld for edge in _edges(one.wave)],
                   bounds)  # fmt: skip
    heights = [None if one.withheld or one.wave.value is None
               else round(100 - axis.place(one.wave.value), 2) for one in readings]  # fmt: skip
    lines = _lines(readings, heights)
    columns = [
        Column(
            one,
            one.wave.name or say("unnamed"),
            "" if at is None else f"M50 {at}h0",
            _whisker(one.wave, axis, min(8, len(readings))) if at is not None else "",
            line,
            one.broke,
        )
        for one, at, line in zip(readings, heights, lines, strict=True)
    ]
    shown = any(height is not None for height in heights)
    return Panel(tuple(columns), axis if shown else None, figure, scale)


def _kind(waves: Iterable[Wave]) -> tuple[str, str]:
    kinds = [(wave.figure, wave.scale) for wave in waves]
    return next((kind for kind in kinds if kind[0]), kinds[0])


def _edges(wave: Wave) -> tuple[float, float]:
    value, margin = wave.value or 0.0, wave.margin or 0.0
    return value - margin, value + margin


def _whisker(wave: Wave, axis: Axis, cap: int) -> str:
    """Return the interval; its ends reach `cap` per cent of the column to either side."""
    if not wave.margin:
        return ""
    low, high = (round(100 - axis.place(edge), 2) for edge in _edges(wave))
    left, right = 50 - cap, 50 + cap
    return f"M50 {low}V{high}M{left} {low}H{right}M{left} {high}H{right}"


def _lines(readings: Sequence[Reading], heights: Sequence[float | None]) -> list[str]:
    """Return each column's half-lines: they meet the neighbour's at the edge, unless it broke."""
    lines = [""] * len(readings)
    for place, (left, right) in enumerate(pairwise(heights)):
        if left is None or right is None or readings[place + 1].verdict not in JOINED:
            continue
        middle = round((left + right) / 2, 2)
        lines[place] += f"M50 {left}L100 {middle}"
        lines[place + 1] += f"M0 {middle}L50 {right}"
    return lines


def _describe(series: Sequence[Series], say: Phrases) -> str:
    readings = [one for whole in series for one in whole.readings]
    return say(
        "describe",
        waves=len(readings),
        series=len(series),
        broken=sum(one.verdict == "broken" for one in readings),
        withheld=sum(bool(one.withheld) for one in readings),
    )
