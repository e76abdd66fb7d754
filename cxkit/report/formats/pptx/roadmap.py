"""The roadmap as a Gantt chart of native shapes: bars, milestones, arrows that stay attached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from cxkit.core.answer import Answer
from cxkit.core.phrases import Phrases
from cxkit.language import Lang, format_date
from cxkit.report.formats.grids import steps_grid
from cxkit.report.formats.pptx.deck import Deck
from cxkit.report.formats.pptx.slide import Bit, Slide, described
from cxkit.report.formats.pptx.table import add_tables
from cxkit.report.formats.pptx.theme import BOTTOM, EDGE, ROOM, TOP, paint
from cxkit.report.formats.texts import cut_to, one_line
from cxkit.roadmap.model import Roadmap, Step
from cxkit.roadmap.order import in_time
from cxkit.roadmap.timeline import Axis, axis_of

ROWS = 12
"""Steps on one slide."""
_NAMES, _HEAD = 4.3, 0.5
# A today far from the plan would squeeze it.
_NEAR = 45


@dataclass(frozen=True)
class _Field:
    """Where the bars are: left edge and width in inches, and the days that they span."""

    axis: Axis
    left: float = EDGE + _NAMES
    width: float = ROOM - _NAMES

    def at(self, day: date) -> float:
        """Return where a day begins."""
        return self.left + self.width * min(max(self.axis.place(day), 0), 100) / 100


def add_roadmap(deck: Deck, answer: Answer) -> None:
    """Add the chart, some steps on each slide, and a table of what each step moves."""
    if not isinstance(answer, Roadmap):
        raise TypeError(f"no roadmap: {answer.exercise!r}")
    say = Phrases(Roadmap.exercise, deck.request.lang)
    told = deck.picture(answer)
    steps = in_time(answer)
    axis = _axis(steps, deck.request.date)
    numbers = {step.id: place for place, step in enumerate(steps, 1)}
    count = -(-len(steps) // ROWS)
    size = -(-len(steps) // count) if count else 0
    for start in range(0, len(steps), size or 1):
        some = steps[start : start + size]
        slide = deck.slide(told.title, told.description, exercise=Roadmap.exercise,
                           notes=answer.destination if not start else "")  # fmt: skip
        _chart(slide, some, numbers, axis, deck, say)
    add_tables(deck, steps_grid(answer, deck.request.context), say("in-words"), answer.exercise)


def _axis(steps: Sequence[Step], today: date) -> Axis | None:
    days = [day for step in steps for day in (step.starts, step.ends) if day]
    if not days:
        return None
    near = any(abs((day - today).days) <= _NEAR for day in (min(days), max(days)))
    return axis_of([*days, today] if near else days)


def _chart(slide: Slide, steps: Sequence[Step], numbers: dict[str, int], axis: Axis | None,
           deck: Deck, say: Phrases) -> None:  # fmt: skip
    high = min((BOTTOM - TOP - _HEAD - 0.3) / max(len(steps), 6), 0.55)
    first = TOP + _HEAD
    field = _Field(axis) if axis else None
    if field:
        _ticks(slide, field, first, high * len(steps), say.lang)
    bars: dict[str, Any] = {}
    for row, step in enumerate(steps):
        top = first + row * high
        if row % 2 == 0:
            slide.box(EDGE, top, ROOM, high, fill="ground", lighter=0.4)
        name = one_line(step.name) or say("unnamed")
        owner = one_line(step.owner)
        bits = [[Bit(f"{numbers[step.id]}  ", 12, bold=True, colour="accent", written=False),
                 Bit(cut_to(name, _NAMES - 0.5, 0.22, 12), 12, bold=True)]]  # fmt: skip
        if owner and high > 0.4:
            bits.append([Bit(f"     {cut_to(owner, _NAMES - 0.7, 0.2, 10)}", 10, colour="soft")])
        slide.bits(EDGE + 0.08, top, _NAMES - 0.15, high, bits, anchor="middle")
        if field and (step.starts or step.ends):
            bars[step.id] = _bar(slide, step, field, top, high, deck.request.date, say)
    for step in steps:
        for before in step.after:
            if before in bars and step.id in bars and before != step.id:
                _arrow(slide, bars[before], bars[step.id])
    if field and field.axis.holds(deck.request.date):
        here = field.at(deck.request.date)
        slide.line(here, first - 0.05, here, first + high * len(steps), colour="bad", width=1.5)
        day = format_date(deck.request.date, say.lang, length="medium")
        left, top = min(here - 0.9, EDGE + ROOM - 1.8), first + high * len(steps) + 0.03
        slide.text(left, top, 1.8, 0.2, say("today", day=day), size=10, colour="bad",
                   align="centre", written=False)  # fmt: skip


def _ticks(slide: Slide, field: _Field, top: float, high: float, lang: Lang) -> None:
    for years, place, size in ((True, top - _HEAD, 11), (False, top - 0.26, 10)):
        found = field.axis.years(lang) if years else field.axis.ticks(lang)
        for tick in found:
            left, width = field.left + field.width * tick.left / 100, field.width * tick.width / 100
            slide.text(left + 0.04, place, max(width, 0.3), 0.24, tick.label, size=size, bold=years,
                       colour="accent" if years else "soft", written=False)  # fmt: skip
            slide.line(left, place, left, top + high, lighter=0.7, width=0.75)


def _bar(slide: Slide, step: Step, field: _Field, top: float, high: float, today: date,
         say: Phrases) -> Any:  # fmt: skip
    """Draw a step's bar, or the diamond of a milestone without duration."""
    start = step.starts or step.ends or today
    end = max(step.ends or start, start)
    wrong = step.starts is not None and step.ends is not None and step.ends < step.starts
    late = not step.done and end < today
    state = "wrong" if wrong else "done" if step.done else "overdue" if late else "ahead"
    colour = {"wrong": "bad", "overdue": "bad", "done": "good"}.get(state, "accent")
    left = field.at(start)
    after = end + timedelta(days=1) if end < date.max else end
    width = max(field.at(after) - left, 0.06)
    days = " – ".join(
        format_date(d, say.lang, length="medium") for d in (step.starts, step.ends) if d
    )
    alt = f"{one_line(step.name)}: {days}, {say(state)}"
    thick = min(0.26, high * 0.6)
    bar = slide.box(left, top + (high - thick) / 2, width, thick, fill=colour, alt=alt,
                    kind=MSO_SHAPE.ROUNDED_RECTANGLE)  # fmt: skip
    bar.name = one_line(step.name)[:60] or "–"
    if step.milestone:
        slide.box(left + width - 0.02, top + (high - 0.24) / 2, 0.24, 0.24, fill="warn",
                  kind=MSO_SHAPE.DIAMOND, alt=say("milestone"))  # fmt: skip
    return bar


def _arrow(slide: Slide, before: Any, after: Any) -> None:
    """Tie the end of one bar to the start of another: the arrow moves with them."""
    line = slide.shapes.add_connector(MSO_CONNECTOR.ELBOW, Inches(1), Inches(1), Inches(2),
                                      Inches(2))  # fmt: skip
    line.begin_connect(before, 3)
    line.end_connect(after, 1)
    paint(line.line.color, "soft", 0.4)
    line.line.width = Pt(1)
    line.line._get_or_add_ln().append(
        line._element.makeelement(qn("a:tailEnd"), {"type": "triangle", "w": "sm", "len": "sm"})
    )
    described(line, "")
