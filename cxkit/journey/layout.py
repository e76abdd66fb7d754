"""How a journey is laid out: columns, and bands of columns that fit a page.

A journey is read like a score: it goes on in the next band, on the screen and on paper alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cxkit.core.phrases import Phrases
from cxkit.journey.model import Journey, Phase, Touchpoint

BAND = 6
"""Columns in a band, so that each is wide enough to read on A4 landscape."""


@dataclass(frozen=True)
class Column:
    """One touchpoint's column; `point` is None where a phase has no touchpoint yet.

    `place` counts all columns from 0; `number` counts touchpoints from 1, as people do.
    """

    place: int
    number: int
    name: str
    point: Touchpoint | None


@dataclass(frozen=True)
class Stretch:
    """The columns of one phase within one band."""

    name: str
    aim: str
    columns: tuple[Column, ...]
    number: int
    continued: bool = False


@dataclass
class Band:
    """Stretches side by side."""

    stretches: list[Stretch] = field(default_factory=list)

    @property
    def columns(self) -> list[Column]:
        """All columns, from left to right."""
        return [column for stretch in self.stretches for column in stretch.columns]

    @property
    def names(self) -> str:
        """The names of its phases, each once."""
        return " · ".join(dict.fromkeys(stretch.name for stretch in self.stretches))


def stretches_of(journey: Journey, say: Phrases) -> list[Stretch]:
    """Return one stretch for each phase, with numbered columns in the order they are lived."""
    found: list[Stretch] = []
    place = number = 0
    for order, (phase, inside) in enumerate(journey.groups(), 1):
        columns = []
        for point in inside or (None,):
            number += point is not None
            name = (point.name or say("unnamed", n=number)) if point else ""
            columns.append(Column(place, number if point else 0, name, point))
            place += 1
        aim = phase.aim if phase else ""
        found.append(Stretch(_name(phase, order, say), aim, tuple(columns), order))
    return found


def _name(phase: Phase | None, place: int, say: Phrases) -> str:
    if phase is None:
        return say("no-phase")
    return phase.name or say("unnamed-phase", n=place)


def bands_of(stretches: Sequence[Stretch], width: int = BAND) -> list[Band]:
    """Break stretches into bands of about equal length, between phases where that is possible.

    Examples
    --------
    >>> columns = tuple(Column(n, n, "", None) for n in range(3))
    >>> phases = [Stretch(str(n), "", columns, n) for n in range(5)]
    >>> [band.names for band in bands_of(phases)]
    ['0 · 1', '2 · 3', '4']
    """
    if sum(len(stretch.columns) for stretch in stretches) <= width + 1:
        return [Band(list(stretches))] if stretches else []
    pieces = [piece for stretch in stretches for piece in _pieces(stretch, width)]
    fewest = len(_packed(pieces, width))
    return next(
        bands
        for narrower in range(1, width + 1)
        if len(bands := _packed(pieces, narrower)) <= fewest
    )


def _packed(pieces: Sequence[Stretch], width: int) -> list[Band]:
    """Fill one band after the other; a piece wider than `width` has a band to itself."""
    bands: list[Band] = []
    for piece in pieces:
        if not bands or len(bands[-1].columns) + len(piece.columns) > width:
            bands.append(Band())
        bands[-1].stretches.append(piece)
    return bands


def _pieces(stretch: Stretch, width: int) -> list[Stretch]:
    """Split a phase that is longer than a band into equal pieces."""
    count = -(-len(stretch.columns) // width)
    size = -(-len(stretch.columns) // count)
    return [
        Stretch(
            stretch.name,
            stretch.aim,
            stretch.columns[start : start + size],
            stretch.number,
            continued=start > 0,
        )
        for start in range(0, len(stretch.columns), size)
    ]
