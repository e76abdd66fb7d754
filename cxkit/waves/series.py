"""Waves in series: which belong together, where comparison breaks, what changed beyond chance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from cxkit.core.context import Context
from cxkit.language.word_lists import fold, undated
from cxkit.stats.base import PUBLISH
from cxkit.stats.correction import beyond_chance
from cxkit.stats.margins import MarginDifference, difference_of_margins
from cxkit.waves.model import Wave, Waves

Verdict = Literal["up", "down", "open", "broken", "withheld"]


@dataclass(frozen=True)
class Reading:
    """A wave as it can be read beside the one before.

    Parameters
    ----------
    wave : Wave
        What was written down.
    withheld : str
        Why the figure is not shown: ``no-value``, ``untold``, ``scale``, ``outside``,
        ``no-base``, ``small-base``; empty when it is.
    broke : tuple of str
        What is not the same as in the wave before: ``wording``, ``scale``, ``figure``, ``method``,
        ``people``, ``season``.
    step : MarginDifference or None
        Its distance from the wave before, where both are shown and comparable.
    verdict : str
        What may be said of that distance; empty for the first wave.
    """

    wave: Wave
    withheld: str
    broke: tuple[str, ...]
    step: MarginDifference | None
    verdict: Verdict | str


@dataclass(frozen=True)
class Series:
    """The waves of one measure, in their order."""

    name: str
    readings: tuple[Reading, ...]


def withheld_for(wave: Wave) -> str:
    """Return why a wave's figure is withheld; empty when it may be shown.

    Examples
    --------
    >>> nps = dict(figure="nps", scale="0-10", value=40)
    >>> withheld_for(Wave(**nps, n=12)), withheld_for(Wave(**nps, n=120))
    ('small-base', '')
    """
    if wave.value is None:
        return "no-value"
    if not wave.figure or not wave.scale:
        return "untold"
    if wave.is_stopped():
        return "scale"
    return "outside" if wave.is_outside() else _base(wave)


def _base(wave: Wave) -> str:
    if wave.n is None:
        return "no-base"
    return "small-base" if wave.n < PUBLISH else ""


def breaks_between(before: Wave, now: Wave) -> tuple[str, ...]:
    """Return what is known not to be the same in two waves, told or plain to see.

    Examples
    --------
    >>> breaks_between(Wave(method="phone", scale="1-5"), Wave(method="web", scale="1-5"))
    ('method',)
    """
    seen = [name for name in ("scale", "figure", "method")
            if (old := getattr(before, name)) and (new := getattr(now, name))
            and old != new]  # fmt: skip
    # Each wave has its own month: what counts is whether the people are described alike.
    asked = [undated(wave.population) for wave in (before, now) if wave.population]
    if len(set(asked)) > 1:
        seen.append("people")
    return tuple(dict.fromkeys([*now.changed, *seen]))


def series_of(answer: Waves, context: Context) -> list[Series]:
    """Return the series of a workbook's waves; all steps together are corrected for their number.

    A wave belongs to a series by its measure: the KPI it is linked to, else the measure's name.
    """
    groups: dict[str, list[Wave]] = {}
    for wave in answer.in_order():
        key = wave.kpi if context.label(wave.kpi) else fold(wave.measure).strip()
        groups.setdefault(key, []).append(wave)
    rough = [(_name(waves, context), list(_read(waves))) for waves in groups.values()]
    steps = [step for _, readings in rough for one in readings if (step := one.step) is not None]
    stands = iter(beyond_chance([step.p_value for step in steps]))
    return [
        Series(name, tuple(_judge(one, stands_out=one.step is not None and next(stands))
                           for one in readings))
        for name, readings in rough
    ]  # fmt: skip


def _name(waves: Sequence[Wave], context: Context) -> str:
    return context.label(waves[0].kpi) or next((w.measure for w in waves if w.measure), "")


def _read(waves: Iterable[Wave]) -> Iterable[Reading]:
    before: Wave | None = None
    for wave in waves:
        withheld = withheld_for(wave)
        broke = breaks_between(before, wave) if before else ()
        step = None
        if before and not broke and not withheld and not withheld_for(before):
            step = difference_of_margins(wave.value, before.value, (wave.margin, before.margin))
        verdict = ""
        if before:
            hidden = withheld or withheld_for(before)
            verdict = "broken" if broke else "withheld" if hidden else "open"
        yield Reading(wave, withheld, broke, step, verdict)
        before = wave


def _judge(reading: Reading, *, stands_out: bool) -> Reading:
    if not stands_out or reading.step is None:
        return reading
    verdict = "up" if reading.step.estimate > 0 else "down"
    return Reading(reading.wave, reading.withheld, reading.broke, reading.step, verdict)
