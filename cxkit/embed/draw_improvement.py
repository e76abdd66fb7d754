"""The loops as wheels: where each stands, who does what, and which places turn none."""

from dataclasses import dataclass
from math import cos, radians, sin

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.embed.model import Improvement, Loop
from cxkit.embed.turns import STAGES, Stage, coverage_of, is_due, stage_of

_GAP = 4
_OUTER, _INNER = 47.0, 27.0


def segment(quarter: int) -> str:
    """Return the outline of one of the four parts of a wheel, clockwise from the top.

    Examples
    --------
    >>> segment(0).split(" ")[0]
    'M53.28,3.11'
    """
    begin, end = 90 * quarter - 90 + _GAP, 90 * (quarter + 1) - 90 - _GAP
    # The inner arc is shorter, so its gap takes a wider angle to stay as broad.
    widen = _GAP * (_OUTER / _INNER - 1)
    return (
        f"M{_at(begin, _OUTER)} A{_OUTER},{_OUTER} 0 0 1 {_at(end, _OUTER)} "
        f"L{_at(end - widen, _INNER)} A{_INNER},{_INNER} 0 0 0 {_at(begin + widen, _INNER)} Z"
    )


def _at(angle: float, radius: float) -> str:
    x, y = 50 + radius * cos(radians(angle)), 50 + radius * sin(radians(angle))
    return f"{x:.2f},{y:.2f}"


@dataclass(frozen=True)
class Wheel:
    """A loop with its stage, the state of each part of its wheel, and the names it is tied to."""

    loop: Loop
    stage: Stage
    parts: tuple[str, ...]
    late: bool
    touchpoints: tuple[str, ...]
    posts: tuple[str, ...]


@dataclass(frozen=True)
class Reach:
    """A line of the coverage: how many of how many, and what is still open."""

    key: str
    covered: int
    all: int
    open: tuple[str, ...]

    @property
    def share(self) -> float:
        """The covered share in per cent, for the bar."""
        return min(100.0, 100 * self.covered / self.all) if self.all else 0.0


def draw_improvement(answer: Improvement, context: Context) -> Picture:
    """Draw the improvement loops."""
    say = Phrases(Improvement.exercise, context.lang)
    wheels = [_wheel(loop, context) for loop in answer.loops]
    figures = {
        "loops": len(wheels),
        "turning": sum(wheel.stage in ("do", "check") for wheel in wheels),
        "closed": sum(wheel.stage == "act" for wheel in wheels),
    }
    return draw(
        "improvement.html.j2",
        say,
        context,
        say("title"),
        say("empty") if answer.is_empty() else say("describe", **figures),
        answer=answer,
        wheels=wheels,
        stages=STAGES,
        segments=[segment(quarter) for quarter in range(4)],
        numbers=[_at(90 * quarter - 45, 37).split(",") for quarter in range(4)],
        reach=_reach(answer, context),
    )


def _wheel(loop: Loop, context: Context) -> Wheel:
    stage = stage_of(loop, context.today)
    now = STAGES.index(stage) if stage != "idle" else -1
    late = is_due(loop, context.today) and not loop.learned.strip()
    parts = ["done" if part < now else "ahead" for part in range(4)]
    if now >= 0:
        parts[now] = "late" if late else "now"
    return Wheel(
        loop,
        stage,
        tuple(parts),
        late,
        tuple(label for one in loop.touchpoints if (label := context.label(one))),
        tuple(label for one in loop.posts if (label := context.label(one))),
    )


def _reach(answer: Improvement, context: Context) -> list[Reach]:
    lines = []
    if answer.stores:
        lines.append(Reach("stores", answer.stores_covered(), int(answer.stores), ()))
    seen = coverage_of(answer, context)
    for key, points in (("digital", seen.digital), ("others", seen.others)):
        if points:
            left = seen.open(points)
            names = tuple(one.label_in(context.lang) for one in left)
            lines.append(Reach(key, len(points) - len(left), len(points), names))
    return lines
