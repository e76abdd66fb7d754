"""Checks of the gap table: whole figures, claims that noise does not make, causes traced back."""

from collections.abc import Iterator, Sequence

from cxkit.core.advice import Advice, Severity
from cxkit.core.context import Context
from cxkit.core.phrases import listed, name_of, shown
from cxkit.core.thread import place_to_link
from cxkit.cycle.figures import figure
from cxkit.cycle.gaps import Reading, read_together
from cxkit.cycle.model import Gap, Malma
from cxkit.cycle.places import has_place, moments_of
from cxkit.cycle.words import found
from cxkit.stats.base import PUBLISH

BOUNDS = {
    "nps-0-10": (-100.0, 100.0),
    "share": (0.0, 100.0),
    "csat-1-5": (0.0, 100.0),
    "csat-1-7": (0.0, 100.0),
    "csat-1-10": (0.0, 100.0),
    "ces-1-7": (0.0, 100.0),
}
"""Lowest and highest figure by a measure's scale; a score may be shown as a share."""
WHOLE = 3
"""Gaps that a table needs before it says anything about a journey."""


def check_gaps(answer: Malma, context: Context) -> list[Advice]:
    """Return the advice on the gap table of a cycle; an empty one gets none."""
    readings = read_together(answer.gaps, context)
    if not readings:
        return []
    return [
        *(advice for reading in readings for advice in _places(reading, answer, context)),
        *(advice for reading in readings for advice in _figures(reading, answer, context)),
        *(advice for reading in readings for advice in _claims(reading, answer, context)),
        *(advice for reading in readings for advice in _causes(reading, answer, context)),
        *_bases(readings, answer, context),
        *_coverage(answer, context),
        *_praise(readings, answer, context),
        *_reading(readings, answer, context),
    ]


def _at(gap: Gap, field: str) -> tuple[str, ...]:
    return ("gaps", gap.id, field)


def _places(reading: Reading, answer: Malma, context: Context) -> Iterator[Advice]:
    gap, values = reading.gap, {"name": name_of(answer.gaps, reading.gap)}
    if not has_place(gap, context):
        yield Advice("gap-nowhere", "warning", _at(gap, "touchpoint"), values)
    if not gap.kpi:
        yield Advice("gap-unmeasured", "warning", _at(gap, "kpi"), values)
    kpi = context.items.get(gap.kpi)
    planned = getattr(kpi, "target", None)
    if gap.target is not None and planned is not None and gap.target != planned:
        lang = context.lang
        told = {**values, "here": figure(gap.target, lang), "plan": figure(planned, lang)}
        yield Advice("target-differs", "warning", _at(gap, "target"), told)
    bounds = BOUNDS.get(getattr(kpi, "scale", ""))
    figures = [one for one in (gap.before, gap.now, gap.target) if one is not None]
    if bounds and any(not bounds[0] <= one <= bounds[1] for one in figures):
        low, high = (figure(one, context.lang) for one in bounds)
        yield Advice("off-scale", "warning", _at(gap, "now"), {**values, "low": low, "high": high})


def _figures(reading: Reading, answer: Malma, context: Context) -> Iterator[Advice]:
    gap, values = reading.gap, {"name": name_of(answer.gaps, reading.gap)}
    if gap.now is None:
        yield Advice("now-missing", "note", _at(gap, "now"), values)
        return
    if gap.before is None and (answer.cycle or 1) > 1:
        yield Advice("before-missing", "warning", _at(gap, "before"), values)
    if reading.target is None:
        yield Advice("target-missing", "note", _at(gap, "target"), values)
    if not reading.better:
        yield Advice("direction-missing", "warning", _at(gap, "better"), values)
    if reading.better and gap.before is not None and reading.target is not None:
        ahead = reading.target - gap.before
        easier = ahead < 0 if reading.better == "higher" else ahead > 0
        if easier:
            yield Advice("target-behind", "warning", _at(gap, "target"), values)


def _claims(reading: Reading, answer: Malma, context: Context) -> Iterator[Advice]:
    change = reading.change
    words = found("moved", reading.gap.name, context)
    if change is None or change.verdict == "larger" or not words:
        return
    values = {"name": name_of(answer.gaps, reading.gap), "words": shown(words)}
    key = "claim-in-noise" if change.verdict == "within" else "claim-unproved"
    yield Advice(key, "warning", _at(reading.gap, "name"), values)


def _causes(reading: Reading, answer: Malma, context: Context) -> Iterator[Advice]:
    gap, values = reading.gap, {"name": name_of(answer.gaps, reading.gap)}
    if reading.calls and not gap.obstacle:
        yield Advice("cause-open", "warning", _at(gap, "obstacle"), values)
    kind = getattr(context.items.get(gap.obstacle), "kind", "")
    if kind and gap.about and kind != gap.about:
        yield Advice("kinds-differ", "note", _at(gap, "about"), values)


def _bases(readings: Sequence[Reading], answer: Malma, context: Context) -> Iterator[Advice]:
    """Say once for each reason which gaps cannot be judged."""
    for reason, key, field in (
        ("no-base", "base-missing", "base_now"),
        ("small-base", "base-small", "base_now"),
        ("no-margin", "margin-missing", "margin_now"),
    ):
        gaps = [r.gap for r in readings if r.change is not None and r.change.reason == reason]
        if gaps:
            names = listed([name_of(answer.gaps, gap) for gap in gaps], context.lang)
            severity: Severity = "warning" if reason == "no-base" else "note"
            yield Advice(key, severity, _at(gaps[0], field), {"names": names, "least": PUBLISH})


def _coverage(answer: Malma, context: Context) -> Iterator[Advice]:
    held = {gap.touchpoint for gap in answer.gaps}
    missed = [one for one in moments_of(context) if one.id not in held]
    if missed:
        points = context.of_kind("touchpoint")
        names = listed([name_of(points, one) for one in missed], context.lang)
        place = place_to_link("gaps", "touchpoint", missed[0].id)
        yield Advice("moment-without-gap", "warning", place, {"names": names})


def _praise(readings: Sequence[Reading], answer: Malma, context: Context) -> Iterator[Advice]:
    judged = [r for r in readings if r.change is not None and r.change.verdict != "unknown"]
    tied = all(has_place(r.gap, context) and r.gap.kpi and r.better for r in readings)
    if len(judged) >= WHOLE and tied:
        yield Advice("good-gaps", "good", ("gaps",), {"count": len(judged)})
    told = [r for r in readings if r.change is not None and r.change.is_worse and r.gap.obstacle]
    if told:
        values = {"name": name_of(answer.gaps, told[0].gap)}
        yield Advice("good-worse-told", "good", _at(told[0].gap, "obstacle"), values)


def _reading(readings: Sequence[Reading], answer: Malma, context: Context) -> Iterator[Advice]:
    """Hold what is said of the table against what the table shows."""
    verdicts = [r.change.verdict for r in readings if r.change is not None]
    hedged = found("hedge", answer.reading, context)
    claimed = found("moved", answer.reading, context)
    if claimed and not hedged and verdicts and "larger" not in verdicts:
        yield Advice("reading-claims", "warning", ("reading",), {"words": shown(claimed)})
    spared = verdicts.count("within")
    if spared and hedged:
        yield Advice("good-noise", "good", ("reading",), {"count": spared})
