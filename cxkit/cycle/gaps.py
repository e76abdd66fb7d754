"""How large a gap is, and whether chance alone could have made it: gaps of the workbook.

The reckoning is that of `cxkit.stats`; here a gap finds its measure's unit, direction and target.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxkit.core.context import Context
from cxkit.cycle.model import Gap
from cxkit.stats.base import PUBLISH
from cxkit.stats.distance import Better, Distance, corrected, distance


@dataclass(frozen=True)
class Reading:
    """A gap as it reads: against the previous cycle, and against the target."""

    gap: Gap
    unit: str
    better: Better
    target: float | None
    change: Distance | None
    way: Distance | None

    @property
    def calls(self) -> bool:
        """Say whether it calls for action: worse than before, or off the target, beyond noise."""
        return any(one is not None and one.is_worse for one in (self.change, self.way))

    @property
    def is_reached(self) -> bool | None:
        """Say whether the figure has reached its target; None when one cannot tell."""
        if self.way is None or self.way.gain is None:
            return None
        return self.way.gain >= 0


def read_gap(gap: Gap, context: Context, least: int = PUBLISH) -> Reading:
    """Read a gap; unit, direction and target come from its measure where they are open.

    Examples
    --------
    >>> waiting = Gap(name="Waiting", better="higher", before=58, now=47, target=70,
    ...               margin_before=6, margin_now=6, base_before=190, base_now=210)
    >>> reading = read_gap(waiting, Context())
    >>> reading.change.value, round(reading.change.margin, 1), reading.way.value, reading.calls
    (-11.0, 8.5, -23.0, True)
    """
    kpi = context.items.get(gap.kpi)
    better = gap.better or getattr(kpi, "better", "")
    target = gap.target if gap.target is not None else getattr(kpi, "target", None)
    change = way = None
    if gap.now is not None and gap.before is not None:
        margins = (gap.margin_before, gap.margin_now)
        bases = (gap.base_before, gap.base_now)
        change = distance(gap.now, gap.before, better, margins, bases, least)
    if gap.now is not None and target is not None:
        way = distance(gap.now, target, better, (gap.margin_now,), (gap.base_now,), least)
    return Reading(gap, gap.unit or getattr(kpi, "unit", ""), better, target, change, way)


def read_together(gaps: Sequence[Gap], context: Context) -> list[Reading]:
    """Read several gaps, and judge their changes and ways to targets together.

    Among many gaps one in twenty exceeds its own margin by chance: Benjamini and Hochberg's
    correction leaves those within noise that are no larger than chance makes them.
    """
    readings = [read_gap(gap, context) for gap in gaps]
    judged = corrected([one for reading in readings for one in (reading.change, reading.way)])
    pairs = zip(judged[::2], judged[1::2], strict=True)
    return [replace(reading, change=change, way=way)
            for reading, (change, way) in zip(readings, pairs, strict=True)]  # fmt: skip


def read_gaps(context: Context) -> dict[str, Reading]:
    """Read all gaps of a workbook together, by id."""
    gaps = [gap for gap in context.of_kind("gap") if isinstance(gap, Gap)]
    return {reading.gap.id: reading for reading in read_together(gaps, context)}
