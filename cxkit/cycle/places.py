"""Where something stands on the journey map, whichever exercise it is written in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from cxkit.core.answer import Item
from cxkit.core.context import Context
from cxkit.cycle.model import Gap

T = TypeVar("T")


@dataclass(frozen=True)
class Place:
    """A touchpoint on the map: its phase, its place in the order it is lived, what it decides."""

    name: str
    phase: str
    order: tuple[int, int]
    decides: bool


@dataclass(frozen=True)
class Group(Generic[T]):
    """What stands in one phase; the name is empty for what has no phase."""

    name: str
    entries: tuple[T, ...]


def places_of(context: Context) -> dict[str, Place]:
    """Return the touchpoints' places by id; those without a phase come last."""
    phases = {phase.id: order for order, phase in enumerate(context.of_kind("phase"))}
    found = {}
    for order, point in enumerate(context.of_kind("touchpoint")):
        phase = str(getattr(point, "phase", ""))
        found[point.id] = Place(
            point.label,
            phase if phase in phases else "",
            (phases.get(phase, len(phases)), order),
            bool(getattr(point, "moment_of_truth", False)),
        )
    return found


def by_phase(
    entries: Iterable[T], touchpoint_of: Callable[[T], str], context: Context
) -> list[Group[T]]:
    """Group entries by phase, in the order of the map; those without a place come last."""
    places = places_of(context)
    inside: dict[str, list[tuple[tuple[int, int], T]]] = {
        phase.id: [] for phase in context.of_kind("phase")
    }
    inside[""] = []
    for entry in entries:
        place = places.get(touchpoint_of(entry))
        order = place.order if place else (len(inside), 0)
        inside[place.phase if place else ""].append((order, entry))
    return [
        Group(
            context.label(phase) if phase else "",
            tuple(entry for _, entry in sorted(found, key=lambda pair: pair[0])),
        )
        for phase, found in inside.items()
        if found
    ]


def moments_of(context: Context) -> list[Item]:
    """Return the moments of truth, in the order they are written."""
    return [one for one in context.of_kind("touchpoint") if getattr(one, "moment_of_truth", False)]


def has_place(gap: Gap, context: Context) -> bool:
    """Say whether a gap has its point of the map, from its own link or from its KPI.

    What measures the promise or the whole journey has no single place, and wants none.
    """
    kpi = context.items.get(gap.kpi)
    wide = getattr(kpi, "level", "") in ("vision", "journey")
    return bool(gap.touchpoint or wide or getattr(kpi, "touchpoints", ()))
