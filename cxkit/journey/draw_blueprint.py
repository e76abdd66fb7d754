"""The blueprint."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.journey.cells import cut
from cxkit.journey.layout import Column, Stretch, bands_of, stretches_of
from cxkit.journey.model import Blueprint, Handover, Journey, Line, Touchpoint
from cxkit.language.word_lists import bare


@dataclass(frozen=True)
class Change:
    """Work that changes hands before a step; `told` when somebody has described it."""

    giver: str
    receiver: str
    told: Handover | None


def draw_blueprint(blueprint: Blueprint, context: Context) -> Picture:
    """Draw the blueprint: the customer above, the company below its lines of visibility."""
    say = Phrases(Blueprint.exercise, context.lang)
    found = context.answers.get(Journey.exercise)
    journey = _with_strays(found if isinstance(found, Journey) else Journey(), blueprint)
    if not journey.touchpoints:
        return draw(
            "blueprint-empty.html.j2", say, context,
            title=say("empty-title"), description=say("empty"),
        )  # fmt: skip
    lines = {line.touchpoint or line.id: line for line in reversed(blueprint.lines)}
    stretches = _filled(stretches_of(journey, say))
    bands = bands_of(stretches)
    columns = [column for stretch in stretches for column in stretch.columns]
    told = [line for line in lines.values() if not line.is_blank()]
    changes = _changes(blueprint, columns, lines)
    return draw(
        "blueprint.html.j2",
        say,
        context,
        title=say("title", title=journey.title) if journey.title else say("untitled"),
        description=say(
            "describe",
            lines=len(told),
            departments=len(blueprint.involved()),
            unowned=sum(not line.owner.strip() for line in told),
            handovers=sum(len(entries) for entries in changes.values()),
        ),
        wide=True,
        blueprint=blueprint,
        bands=bands,
        lines=lines,
        told=told,
        changes=changes,
        absent=_absent(blueprint),
        blank=Line(id="blank"),
        cut=cut,
    )


def _with_strays(journey: Journey, blueprint: Blueprint) -> Journey:
    """Add a touchpoint for each written line whose own touchpoint the map does not have."""
    known = {point.id for point in journey.touchpoints}
    strays = [
        Touchpoint(id=line.touchpoint or line.id)
        for line in blueprint.lines
        if (line.touchpoint or line.id) not in known and not line.is_blank()
    ]
    unique = {stray.id: stray for stray in strays}
    return journey.model_copy(update={"touchpoints": (*journey.touchpoints, *unique.values())})


def _filled(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Leave out phases without touchpoints: nothing happens behind them."""
    return [stretch for stretch in stretches if stretch.columns[0].point]


def _changes(
    blueprint: Blueprint, columns: Sequence[Column], lines: dict[str, Line]
) -> dict[str, list[Change]]:
    """Return the handovers of each step, by touchpoint: those told, and those one can infer."""
    ids = [column.point.id for column in columns if column.point]
    found: dict[str, list[Change]] = {point_id: [] for point_id in ids}
    told = [h for h in blueprint.handovers if h.giver or h.receiver or h.passes]
    pairs = {(bare(h.giver), bare(h.receiver)) for h in told}
    for handover in told:
        place = handover.touchpoint if handover.touchpoint in found else ids[-1]
        found[place].append(Change(handover.giver, handover.receiver, handover))
    before = ""
    for point_id in ids:
        line = lines.get(point_id)
        here = line.department.strip() if line else ""
        pair = bare(before), bare(here)
        if before and here and pair[0] != pair[1] and pair not in pairs:
            found[point_id].append(Change(before, here, None))
        before = here or before
    return found


def _absent(blueprint: Blueprint) -> list[str]:
    involved = {bare(name) for name in blueprint.involved()}
    return [name for name in blueprint.departments if bare(name) not in involved]
