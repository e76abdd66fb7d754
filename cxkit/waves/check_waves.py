"""Checks of the waves: figures that are figures, bases, breaks, and a sentence they can carry."""

from collections.abc import Iterator
from itertools import pairwise

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import brief, shown
from cxkit.language import format_number
from cxkit.language.word_lists import has_figure
from cxkit.stats.base import PUBLISH
from cxkit.stats.margins import least_margin, most_margin
from cxkit.waves.model import Wave, Waves
from cxkit.waves.series import Reading, Series, breaks_between, series_of
from cxkit.waves.words import found

TOO_SMALL = 0.6
"""A margin below this part of the least one leaves room for a small population, and no more."""
FALL = 10
"""Points of response rate fewer than before that call for a look."""
FEWEST_IN_SERIES = 3


def check_waves(answer: Waves, context: Context) -> list[Advice]:
    """Return the advice on waves; an empty answer gets none."""
    if answer.is_empty():
        return []
    series = series_of(answer, context)
    return [
        *(advice for wave in answer.waves for advice in _figure(wave, context)),
        *(advice for one in series for advice in _series(one, context)),
        *_reading(answer, series, context),
        *_limits(answer, context),
        *_gaps(answer, series),
    ]


def _where(wave: Wave, field: str) -> tuple[str, ...]:
    return ("waves", wave.id, field)


def _named(wave: Wave) -> dict[str, str | int]:
    return {"wave": brief(wave.name) or "–"}


def _figure(wave: Wave, context: Context) -> Iterator[Advice]:
    values = _named(wave)
    if wave.value is None:
        return
    if wave.is_stopped():
        yield Advice("nps-wrong-scale", "problem", _where(wave, "scale"), values)
        return
    if wave.is_outside():
        told = {**values, "value": format_number(wave.value, context.lang)}
        yield Advice("out-of-scale", "problem", _where(wave, "value"), told)
        return
    if not wave.figure or not wave.scale:
        yield Advice("figure-untold", "warning", _where(wave, "figure"), values)
    if not wave.measure and not context.label(wave.kpi):
        yield Advice("measure-untold", "note", _where(wave, "kpi"), values)
    if wave.n is None:
        yield Advice("no-base", "warning", _where(wave, "n"), values)
    elif wave.n < PUBLISH:
        base = {**values, "n": format_number(wave.n, context.lang), "least": PUBLISH}
        yield Advice("small-base", "warning", _where(wave, "n"), base)
    else:
        yield from _margin(wave, wave.value, wave.n, context)
    if not wave.population:
        yield Advice("no-population", "note", _where(wave, "population"), values)


def _margin(wave: Wave, value: float, n: float, context: Context) -> Iterator[Advice]:
    least, most = least_margin(wave.figure, value, n), most_margin(wave.figure, value, n)
    if wave.margin is None:
        if most is None:
            yield Advice("no-margin", "warning", _where(wave, "margin"), _named(wave))
            return
        told = {**_named(wave), "most": format_number(round(most, 1), context.lang),
                "n": format_number(n, context.lang)}  # fmt: skip
        yield Advice("no-margin-yet", "warning", _where(wave, "margin"), told)
    elif least is not None and wave.margin < TOO_SMALL * least:
        told = {**_named(wave), "margin": format_number(wave.margin, context.lang),
                "least": format_number(round(least, 1), context.lang),
                "n": format_number(n, context.lang)}  # fmt: skip
        yield Advice("margin-too-small", "warning", _where(wave, "margin"), told)


def _series(series: Series, context: Context) -> Iterator[Advice]:
    waves = [reading.wave for reading in series.readings]
    name: dict[str, str | int] = {"measure": brief(series.name) or "–"}
    if len(waves) == 1 and waves[0].value is not None:
        yield Advice("one-wave", "note", _where(waves[0], "name"), name)
    for before, now in pairwise(waves):
        if _untold(before, now):
            yield Advice("break-untold", "warning", _where(now, "changed"), _named(now))
        if _fewer(before, now):
            figures = {**_named(now), "before": format_number(before.response or 0, context.lang),
                       "now": format_number(now.response or 0, context.lang)}  # fmt: skip
            yield Advice("rise-with-fewer", "warning", _where(now, "response"), figures)
    if _is_comparable(series.readings):
        told = {**name, "count": len(waves)}
        yield Advice("comparable", "good", _where(waves[-1], "value"), told)


def _untold(before: Wave, now: Wave) -> bool:
    """Say whether something differs that is not ticked; a new kind of figure has no tick."""
    seen = set(breaks_between(before, now)) - set(now.changed)
    return bool(seen - {"figure"}) or ("figure" in seen and not (now.changed or now.change))


def _fewer(before: Wave, now: Wave) -> bool:
    if None in (before.response, now.response, before.value, now.value):
        return False
    fell = (before.response or 0) - (now.response or 0) >= FALL
    return fell and (now.value or 0) > (before.value or 0)


def _is_comparable(readings: tuple[Reading, ...]) -> bool:
    steps = readings[1:]
    return len(readings) >= FEWEST_IN_SERIES and all(one.step is not None for one in steps)


def _reading(answer: Waves, series: list[Series], context: Context) -> Iterator[Advice]:
    text = answer.reading
    if not text.strip():
        return
    last = [one.readings[-1] for one in series]
    claimed = found("change", text, context)
    held = any(one.verdict in ("up", "down") for whole in series for one in whole.readings)
    hedged = bool(found("hedge", text, context))
    if claimed and not held and not hedged:
        yield Advice("claims-a-change", "warning", ("reading",), {"words": shown(claimed)})
    causes = found("cause", text, context)
    if causes:
        yield Advice("claims-a-cause", "warning", ("reading",), {"words": shown(causes)})
    if not has_figure(text):
        yield Advice("reading-no-figure", "warning", ("reading",))
    elif not causes and (hedged or (claimed and held)) and any(not one.withheld for one in last):
        yield Advice("reading-holds", "good", ("reading",))


def _limits(answer: Waves, context: Context) -> Iterator[Advice]:
    if answer.not_said.strip() and not found("limits", answer.not_said, context):
        yield Advice("limits-vague", "warning", ("not_said",))


def _gaps(answer: Waves, series: list[Series]) -> Iterator[Advice]:
    fell = [one for whole in series for one in whole.readings[-1:] if one.verdict == "down"]
    if fell and not answer.gaps:
        yield Advice("fall-no-gap", "note", ("gaps",), _named(fell[0].wave))
