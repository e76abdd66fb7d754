"""The roadmap as a Gantt chart, with the same in words below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.language import Lang, format_date
from cxkit.roadmap.model import ROAD, Roadmap, Step
from cxkit.roadmap.order import circle_of, first_day, in_time, too_early
from cxkit.roadmap.timeline import Axis, axis_of

ROW = 20
_ELBOW = 8.0
# A today far from the plan would squeeze it.
_NEAR = 45


@dataclass(frozen=True)
class Row:
    """One step as it is drawn, in per cent of the axis; `left` is None without a date."""

    number: int
    step: Step
    state: str
    left: float | None
    width: float
    when: str
    after: tuple[str, ...]
    early: tuple[str, ...]
    moves: tuple[str, ...]
    lost: int


@dataclass(frozen=True)
class Arrow:
    """A dependency from the end of one bar to the start of another, in a stretched drawing."""

    path: str
    left: float
    top: float
    holds: bool


def draw_roadmap(answer: Roadmap, context: Context) -> Picture:
    """Draw the steps on a time axis, with their dependencies, and tell them in a list."""
    say = Phrases(Roadmap.exercise, context.lang)
    steps = in_time(answer)
    axis = _axis(steps, context.today)
    numbers = {step.id: place for place, step in enumerate(steps, 1)}
    early = {(step.id, first.id) for step, first in too_early(answer)}
    rows = [_row(step, answer, numbers, early, axis, context) for step in steps]
    described = _describe(answer, context, say)
    return draw(
        "roadmap.html.j2", say, context, say("title"), described,
        wide=True, answer=answer, rows=rows, axis=axis,
        ticks=axis.ticks(context.lang) if axis else (), years=axis.years(context.lang)
        if axis else (),
        today=axis.place(context.today) if axis and axis.holds(context.today) else None,
        day=context.today, arrows=_arrows(answer, rows, early), row_height=ROW,
        road=[(name, [numbers[s.id] for s in steps if s.stretch == name]) for name in ROAD],
        circle=[step.name or "…" for step in circle_of(answer)],
    )  # fmt: skip


def _axis(steps: Sequence[Step], today: date) -> Axis | None:
    days = [day for step in steps for day in (step.starts, step.ends) if day]
    if not days:
        return None
    near = abs((min(days) - today).days) <= _NEAR or abs((max(days) - today).days) <= _NEAR
    return axis_of([*days, today] if near else days)


def _row(step: Step, answer: Roadmap, numbers: dict[str, int], early: set[tuple[str, str]],
         axis: Axis | None, context: Context) -> Row:  # fmt: skip
    ties = (*step.actions, *step.pillars, *step.kpis)
    known = [label for tie in ties if (label := context.label(tie))]
    first = answer.before(step)
    start, end = step.starts or step.ends, step.ends or step.starts
    left = width = None
    if axis and start and end:
        left = axis.place(start)
        width = max(axis.place(max(start, end)) - left, 0.0)
    return Row(
        numbers[step.id], step, _state(step, context.today), left, width or 0.0,
        _when(step, context.lang),
        tuple(f"{numbers[one.id]} · {one.name or '…'}" for one in first),
        tuple(one.name or "…" for one in first if (step.id, one.id) in early),
        tuple(known),
        len(ties) - len(known) + sum(one not in numbers for one in step.after),
    )  # fmt: skip


def _state(step: Step, today: date) -> str:
    if step.starts and step.ends and step.ends < step.starts:
        return "wrong"
    if step.done:
        return "done"
    return "overdue" if step.ends and step.ends < today else "ahead"


def _when(step: Step, lang: Lang) -> str:
    days = [format_date(day, lang, length="medium") for day in (step.starts, step.ends) if day]
    return " – ".join(days)


def _arrows(answer: Roadmap, rows: Sequence[Row], early: set[tuple[str, str]]) -> list[Arrow]:
    """Draw each dependency as a line with two corners; the drawing is 1000 wide."""
    by_id = {row.step.id: (place, row) for place, row in enumerate(rows)}
    found = []
    for place, row in by_id.values():
        for first in answer.before(row.step):
            above, before = by_id[first.id]
            if row.left is None or before.left is None:
                continue
            x1, x2 = 10 * (before.left + before.width), 10 * row.left
            y1, y2 = ROW * (above + 0.5), ROW * (place + 0.5)
            if x2 >= x1 + 2 * _ELBOW:
                path = f"M{x1:.1f} {y1}H{x2 - _ELBOW:.1f}V{y2}H{x2:.1f}"
            else:
                between = y2 - ROW / 2 if y2 > y1 else y2 + ROW / 2
                path = (f"M{x1:.1f} {y1}H{x1 + _ELBOW:.1f}V{between}H{x2 - _ELBOW:.1f}V{y2}"
                        f"H{x2:.1f}")  # fmt: skip
            found.append(Arrow(path, row.left, 100 * y2 / (ROW * len(rows)),
                               (row.step.id, first.id) not in early))  # fmt: skip
    return found


def _describe(answer: Roadmap, context: Context, say: Phrases) -> str:
    named = [step for step in answer.steps if step.name]
    if not named:
        return say("empty")
    parts = [say.count("describe", len(named))]
    begin, last = first_day(answer), max((s.ends for s in named if s.ends), default=None)
    if begin and last:
        days = {"start": format_date(begin, context.lang), "end": format_date(last, context.lang)}
        parts.append(say("span", **days))
    milestones = sum(step.milestone for step in named)
    late = sum(_state(step, context.today) == "overdue" for step in named)
    parts += [say.count("milestones", milestones)] * bool(milestones)
    parts += [say.count("late", late)] * bool(late)
    return " ".join(parts)
