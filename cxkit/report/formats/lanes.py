"""Journey and blueprint as lanes: what each touchpoint says in each of them, band by band."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases
from cxkit.journey.layout import Band, bands_of, stretches_of
from cxkit.journey.model import Blueprint, Journey, Line, Touchpoint

LIVED = ("action", "need", "expectation", "quote", "pain", "opportunity")
STAGED = ("front_stage", "back_stage", "support", "department", "owner", "system", "rule")


@dataclass(frozen=True)
class Lane:
    """One lane of a band: its label, and a text for each column."""

    name: str
    label: str
    texts: tuple[str, ...]


def journey_bands(journey: Journey, say: Phrases, width: int) -> list[Band]:
    """Break a journey into bands of `width` touchpoints; phases without any are left out."""
    filled = [one for one in stretches_of(journey, say) if one.columns[0].point]
    return bands_of(filled, width)


def journey_lanes(band: Band, say: Phrases) -> list[Lane]:
    """Return the lanes of a band in which anything is written."""
    labels = {name: say.label("touchpoints", name) for name in LIVED}
    return _lanes(labels, band, getattr)


def blueprint_lanes(band: Band, blueprint: Blueprint, say: Phrases) -> list[Lane]:
    """Return the lanes behind the touchpoints of a band."""
    lines = {line.touchpoint: line for line in reversed(blueprint.lines)}

    def told(point: Touchpoint, name: str) -> str:
        line = lines.get(point.id, Line())
        text = str(getattr(line, name))
        if name == "department" and line.also:
            return " ".join((text, say("with", names=", ".join(line.also)))).strip()
        return text

    return _lanes({name: say.label("lines", name) for name in STAGED}, band, told)


def _lanes(labels: Mapping[str, str], band: Band, told: Callable[[Touchpoint, str], str]
           ) -> list[Lane]:  # fmt: skip
    points = [column.point for column in band.columns]
    found = [
        Lane(name, label, tuple(told(point, name).strip() if point else "" for point in points))
        for name, label in labels.items()
    ]
    return [lane for lane in found if any(lane.texts)]


def phases_of(band: Band) -> Sequence[tuple[str, int]]:
    """Return the phases of a band, each with how many columns it spans."""
    return [(stretch.name, len(stretch.columns)) for stretch in band.stretches]


def journey_of(context: Context) -> Journey:
    """Return the workbook's journey; the empty one when there is none."""
    found = context.answers.get(Journey.exercise)
    return found if isinstance(found, Journey) else Journey()
