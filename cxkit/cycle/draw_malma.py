"""The picture of the cycle: the ring of its five steps, and the gaps by phase."""

from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.cycle.figures import WRITERS
from cxkit.cycle.gaps import Reading, read_together
from cxkit.cycle.gauge import Gauge, gauge_of
from cxkit.cycle.model import STEPS, Malma
from cxkit.cycle.places import by_phase, places_of
from cxkit.cycle.ring import MIDDLE, NODE, SIZE, Node, ring


@dataclass(frozen=True)
class Step:
    """One step: its node on the ring, its level in words, what is written about it."""

    name: str
    letter: str
    node: Node
    level: int | None
    anchor: str
    have: str
    lack: str
    who: str


@dataclass(frozen=True)
class Row:
    """One gap with everything its row says."""

    reading: Reading
    gauge: Gauge | None
    name: str
    place: str
    decides: bool
    kpi: str
    obstacle: str


def draw_malma(answer: Malma, context: Context) -> Picture:
    """Draw the state of the cycle and its gap table."""
    say = Phrases(Malma.exercise, context.lang)
    steps = [_step(name, node, answer, say) for name, node in zip(STEPS, ring(5), strict=True)]
    readings = read_together(answer.gaps, context)
    rows = [_row(number, reading, say, context) for number, reading in enumerate(readings, 1)]
    title = say("title", cycle=f"{answer.cycle:.0f}") if answer.cycle else say("untitled")
    return draw(
        "malma.html.j2",
        say,
        context,
        title,
        say("empty") if answer.is_empty() else _describe(steps, rows, say),
        answer=answer,
        **WRITERS,
        steps=steps,
        groups=by_phase(rows, lambda row: row.reading.gap.touchpoint, context),
        rows=rows,
        tallies=_tallies(rows),
        size=SIZE,
        middle=MIDDLE,
        radius=NODE,
    )


def _step(name: str, node: Node, answer: Malma, say: Phrases) -> Step:
    level = answer.level(name)
    return Step(
        say.label(name),
        name[0].upper(),
        node,
        level,
        say.anchor(level, name),
        answer.told(name, "have"),
        answer.told(name, "lack"),
        answer.told(name, "who"),
    )


def _row(number: int, reading: Reading, say: Phrases, context: Context) -> Row:
    gap = reading.gap
    place = places_of(context).get(gap.touchpoint)
    return Row(
        reading,
        gauge_of(reading),
        gap.name or say("unnamed", n=number),
        place.name if place else "",
        bool(place and place.decides),
        context.label(gap.kpi),
        context.label(gap.obstacle),
    )


def _tallies(rows: list[Row]) -> dict[str, int]:
    """Count how the gaps have moved since the previous cycle."""
    changes = [row.reading.change for row in rows if row.reading.change is not None]
    return {
        "worse": sum(one.is_worse for one in changes),
        "better": sum(one.is_better for one in changes),
        "within": sum(one.verdict == "within" for one in changes),
        "unknown": len(rows) - sum(
            one.is_worse or one.is_better or one.verdict == "within" for one in changes
        ),
    }  # fmt: skip


def _describe(steps: list[Step], rows: list[Row], say: Phrases) -> str:
    levels = ", ".join(
        f"{step.name} {say('level', level=step.level)}" for step in steps if step.level is not None
    )
    gaps = say("describe-gaps", total=len(rows), **_tallies(rows))
    return say("describe", levels=levels or "–") + (f" {gaps}" if rows else "")
