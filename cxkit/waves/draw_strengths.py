"""The map of importance and performance, and what each quadrant holds."""

from dataclasses import dataclass

from cxkit.core.axis import axis_of
from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.stats.importance import Quadrant
from cxkit.waves.figures import figure
from cxkit.waves.model import Strengths
from cxkit.waves.quadrants import Grid, Point, grid_of

WIDTH, HEIGHT = 440, 320
GROUPS: tuple[Quadrant, ...] = ("improve", "keep", "unsure", "ease", "wait")


@dataclass(frozen=True)
class Spot:
    """A point of the map in drawing units, with its number and its interval's ends."""

    point: Point
    number: int
    x: float
    y: float
    left: float
    right: float
    name: str
    touchpoint: str
    chosen: bool


def draw_strengths(answer: Strengths, context: Context) -> Picture:
    """Draw importance against performance with intervals, the lists, and what was left out."""
    say = Phrases(Strengths.exercise, context.lang)
    grid = grid_of(answer)
    most = axis_of([0, *(point.importance for point in grid.points)], (0, 100)).ticks[-1]
    spots = _spots(answer, grid, say, context, most)
    return draw(
        "strengths.html.j2",
        say,
        context,
        say("title"),
        _describe(grid, say) if answer.drivers else say("empty"),
        answer=answer,
        grid=grid,
        spots=spots,
        groups=[(name, [s for s in spots if s.point.quadrant == name]) for name in GROUPS],
        cut_x=_x(grid.performance_cut),
        cut_y=_y(grid.importance_cut, most),
        most=figure(most, context.lang),
        size=(WIDTH, HEIGHT),
        chosen=[
            (
                context.label(one.driver),
                one.reason,
                [g for x in one.gaps if (g := context.label(x))],
            )
            for one in answer.improve
            if context.label(one.driver) or one.reason.strip()
        ],
        figure=lambda value: figure(value, context.lang),
    )


def _x(performance: float) -> float:
    return round(WIDTH * min(100.0, max(0.0, performance)) / 100, 1)


def _y(importance: float, most: float) -> float:
    return round(HEIGHT * (1 - min(importance, most) / most), 1)


def _spots(
    answer: Strengths, grid: Grid, say: Phrases, context: Context, most: float
) -> list[Spot]:
    chosen = {one.driver for one in answer.improve}
    ordered = sorted(grid.points, key=lambda point: -point.importance)
    return [
        Spot(
            point,
            number,
            _x(point.performance),
            _y(point.importance, most),
            _x(point.performance - point.margin),
            _x(point.performance + point.margin),
            point.driver.name or say("unnamed"),
            context.label(point.driver.touchpoint),
            point.driver.id in chosen,
        )
        for number, point in enumerate(ordered, 1)
    ]


def _describe(grid: Grid, say: Phrases) -> str:
    return say(
        "describe",
        placed=len(grid.points),
        keep=len(grid.of("keep")),
        improve=len(grid.of("improve")),
        unsure=len(grid.of("unsure")),
        left=len(grid.left),
    )
