"""Ours against theirs: whether two figures may be compared, and what follows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cxkit.core.context import Context
from cxkit.stats.base import PUBLISH
from cxkit.stats.correction import beyond_chance
from cxkit.stats.margins import MarginDifference, difference_of_margins
from cxkit.waves.model import Benchmark, Comparison, Wave, range_of
from cxkit.waves.series import withheld_for

Hindrance = Literal[
    "", "no-wave", "ours-withheld", "no-value", "outside", "question", "scale", "source", "no-base",
    "small-base", "no-margin",
]  # fmt: skip
Outcome = Literal["", "us", "them", "open"]


@dataclass(frozen=True)
class Rivalry:
    """A comparison as it may be read.

    Parameters
    ----------
    comparison : Comparison
        What was written down.
    wave : Wave or None
        Our own figure.
    hindrance : str
        Why no conclusion can be drawn; empty when one can.
    gap : MarginDifference or None
        Ours minus theirs, where nothing hinders.
    outcome : {"us", "them", "open", ""}
        Who is ahead beyond chance, all comparisons corrected together; "" where hindered.
    """

    comparison: Comparison
    wave: Wave | None
    hindrance: Hindrance
    gap: MarginDifference | None
    outcome: Outcome


def rivalries_of(answer: Benchmark, context: Context) -> list[Rivalry]:
    """Read all comparisons of an answer; our figures come from the waves they are linked to."""
    rough = [_read(one, context) for one in answer.comparisons]
    gaps = [gap for *_, gap in rough if gap is not None]
    stands = iter(beyond_chance([gap.p_value for gap in gaps]))
    found = []
    for comparison, wave, hindrance, gap in rough:
        outcome: Outcome = ""
        if gap is not None:
            outcome = ("us" if gap.estimate > 0 else "them") if next(stands) else "open"
        found.append(Rivalry(comparison, wave, hindrance, gap, outcome))
    return found


def _read(
    comparison: Comparison, context: Context
) -> tuple[Comparison, Wave | None, Hindrance, MarginDifference | None]:
    linked = context.items.get(comparison.wave)
    wave = linked if isinstance(linked, Wave) else None
    hindrance = hindrance_of(comparison, wave)
    gap = None
    if wave and not hindrance:
        margins = (wave.margin, comparison.theirs_margin)
        gap = difference_of_margins(wave.value, comparison.theirs, margins)
    return comparison, wave, hindrance, gap


def hindrance_of(comparison: Comparison, wave: Wave | None) -> Hindrance:
    """Return the first thing that stands against drawing a conclusion.

    Examples
    --------
    >>> ours = Wave(figure="nps", scale="0-10", value=20, n=300, margin=9)
    >>> theirs = Comparison(theirs=35, theirs_n=20, theirs_margin=30, source="joint-study",
    ...                     same=("question", "scale"))
    >>> hindrance_of(theirs, ours)
    'small-base'
    """
    return next(_hindrances(comparison, wave), "")


def _hindrances(comparison: Comparison, wave: Wave | None) -> Iterator[Hindrance]:
    if wave is None:
        yield "no-wave"
        return
    if withheld_for(wave):
        yield "ours-withheld"
    if comparison.theirs is None:
        yield "no-value"
        return
    if "question" not in comparison.same:
        yield "question"
    if "scale" not in comparison.same:
        yield "scale"
    bounds = range_of(wave.figure, wave.scale)
    if bounds and not bounds[0] <= comparison.theirs <= bounds[1]:
        yield "outside"
    yield from _unproved(comparison)
    if comparison.theirs_margin is None or wave.margin is None:
        yield "no-margin"


def _unproved(comparison: Comparison) -> Iterator[Hindrance]:
    if comparison.source in ("", "hearsay"):
        yield "source"
    if comparison.theirs_n is None:
        yield "no-base"
    elif comparison.theirs_n < PUBLISH:
        yield "small-base"
