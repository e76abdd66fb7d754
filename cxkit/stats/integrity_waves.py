"""Rules about waves and units: ceilings, jumps, rewards, bases, and who answers."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from cxkit.stats.base import PUBLISH
from cxkit.stats.chances import as_unlike, rise, rise_of
from cxkit.stats.distributions import Answers, Distribution, distribution_of
from cxkit.stats.engines import count_scores
from cxkit.stats.findings import Finding
from cxkit.stats.survey import Survey

CEILING = 0.60
"""From this share of highest scores on there is no room upwards."""
JUMP = 0.10
"""A rise of the share of highest scores that calls for a look, beyond that of other questions."""
DROP = 0.80
"""Fewer answers, or a lower response rate, than this part of the wave before is a drop."""
SURE = 0.002
"""How often each rule may raise a false alarm in a clean survey."""
APART = 0.02
"""Units that explain less of an item's variance than this are alike, however sure one is."""
MOVED = 0.10
"""A group whose part of those who answer moves by this much makes the waves different."""


def ceilings(answers: Answers) -> Iterator[Finding]:
    """Look for questions where most people give the highest score."""
    for item in answers.items:
        parts = answers.by_wave(item)
        high = {wave: one for wave, one in parts.items()
                if one.base >= PUBLISH and one.has_steps and one.top >= CEILING}  # fmt: skip
        if high:
            values = {"share": round(100 * min(one.top for one in high.values())),
                      "n": min(one.base for one in high.values())}  # fmt: skip
            yield Finding("ceiling", "doubt", item.name, waves=tuple(high), values=values)
        elif not answers.waves:
            whole = answers.whole(item)
            if whole.base >= PUBLISH and whole.has_steps and whole.top >= CEILING:
                values = {"share": round(100 * whole.top), "n": whole.base}
                yield Finding("ceiling-all", "doubt", item.name, values=values)


def jumps(answers: Answers) -> Iterator[Finding]:
    """Look for a jump of one question that the others do not share, with or without fewer answers.

    Each rise of the share of highest scores is tested; Bonferroni's correction over all of them
    keeps the chance of a single false alarm under `SURE`.
    """
    steps = [step for item in answers.items for step in _steps(answers, answers.by_wave(item))]
    steps = [step for step in steps if step[2].has_steps]
    for wave, earlier, now, before in steps:
        gain = now.top - before.top
        others = [b.top - c.top for w, _e, b, c in steps if w == wave and b.item != now.item]
        shared = float(np.median(others)) if len(others) > 2 else 0.0
        if gain - shared < JUMP or rise(*_tops(now, before)) >= SURE / len(steps):
            continue
        dropped = _dropped(answers, wave, earlier, now, before)
        yield Finding(
            "jump-with-drop" if dropped else "jump", "fault" if dropped else "doubt",
            now.item.name, waves=(wave,),
            values={**_rise(now, before), "others": round(100 * shared)},
        )  # fmt: skip


def _steps(
    answers: Answers, parts: dict[Any, Distribution]
) -> Iterator[tuple[Any, Any, Distribution, Distribution]]:
    for wave, earlier in answers.steps():
        if wave in parts and earlier in parts:
            now, before = parts[wave], parts[earlier]
            if min(now.base, before.base) >= PUBLISH and now.item.scale == before.item.scale:
                yield wave, earlier, now, before


def _tops(now: Distribution, before: Distribution) -> tuple[tuple[int, int], tuple[int, int]]:
    first, second = ((round(one.top * one.base), one.base) for one in (now, before))
    return first, second


def _rise(now: Distribution, before: Distribution) -> dict[str, int]:
    gain, low, high = (round(100 * one) for one in rise_of(*_tops(now, before)))
    return {"before": round(100 * before.top), "now": round(100 * now.top), "rise": gain,
            "low": low, "high": high, "n": now.base, "n_before": before.base}  # fmt: skip


def _dropped(
    answers: Answers, wave: Any, earlier: Any, now: Distribution, before: Distribution
) -> bool:
    if now.base < DROP * before.base:
        return True
    rates = response_rate(answers, wave), response_rate(answers, earlier)
    return rates[0] is not None and rates[1] is not None and rates[0] < DROP * rates[1]


def response_rate(answers: Answers, wave: Any) -> float | None:
    """Return how many of those invited answered, from 0 to 1; None when nobody said."""
    invited = answers.survey.fieldwork(wave).invited
    return answers.rows(wave) / invited if invited else None


def bases(answers: Answers) -> Iterator[Finding]:
    """Look for waves in which a question has too few answers to be published."""
    for item in answers.items:
        whole = answers.whole(item)
        few = [wave for wave, one in answers.by_wave(item).items() if one.base < PUBLISH]
        if whole.base < PUBLISH:
            values = {"least": PUBLISH, "n": whole.base}
            yield Finding("small-base-all", "doubt", item.name, values=values)
        elif few:
            yield Finding("small-base", "doubt", item.name, waves=tuple(few),
                          values={"least": PUBLISH})  # fmt: skip


def rewarded_units(frame: Any, answers: Answers) -> Iterator[Finding]:
    """Look for units that differ more than chance explains where a high score pays.

    The share of highest scores is compared between units of 30 answers and more (χ²,
    Bonferroni's correction over questions and waves).
    """
    found = []
    for wave, item, parts in _by_unit(frame, answers):
        units = {unit: one for unit, one in parts.items() if one.base >= PUBLISH}
        tops = [one.given(item.high or 0) for one in units.values()]
        table = [(top, one.base - top) for top, one in zip(tops, units.values(), strict=True)]
        if len(units) > 1:
            found.append((wave, item, units, *as_unlike(table)))
    for wave, item, units, chance, apart in found:
        if chance < SURE / len(found) and apart >= APART:
            low, *_rest, high = sorted(units, key=lambda unit: units[unit].top)
            yield Finding(
                "rewarded-units", "doubt", item.name,
                waves=(wave,) if answers.survey.wave else (),
                values={"least": round(100 * units[low].top), "lowest": str(low),
                        "n_least": units[low].base, "most": round(100 * units[high].top),
                        "highest": str(high), "n_most": units[high].base},
            )  # fmt: skip


def _by_unit(frame: Any, answers: Answers) -> Iterator[tuple[Any, Any, dict[Any, Distribution]]]:
    survey = answers.survey
    reported = [one for one in answers.items if one.kind in ("nps", "csat", "ces")]
    items = [one for one in reported or answers.items if one.high is not None]
    paid = [wave for wave in answers.waves or (None,) if survey.is_rewarded(wave)]
    if not items or not paid:
        return
    keys = [survey.wave, survey.unit] if survey.wave else [survey.unit]
    counts = count_scores(frame, [one.name for one in items], by=keys, missing=survey.missing)
    for wave in paid:
        part = counts.select(**{survey.wave: wave}) if survey.wave else counts
        for item in items:
            units = part.select(item=item.name).groups(survey.unit)
            yield wave, item, {unit: distribution_of(one, item) for unit, one in units.items()
                               if unit is not None}  # fmt: skip


def mixes(frame: Any, answers: Answers) -> Iterator[Finding]:
    """Look for groups whose part among those who answer moved since the first wave."""
    survey = answers.survey
    name = answers.items[0].name
    for column in survey.segments:
        counts = count_scores(frame, name, by=[survey.wave, column], missing=survey.missing)
        groups = counts.values(column)
        table = np.array([[_rows(counts, survey, wave, column, group) for group in groups]
                          for wave in answers.waves], dtype=float)  # fmt: skip
        yield from _moved(answers.waves, (column, groups), table, len(survey.segments))


def _rows(counts: Any, survey: Survey, wave: Any, column: str, group: Any) -> int:
    there = counts.groups(survey.wave, column).get((wave, group))
    return there.n + there.missing if there is not None else 0


def _moved(waves: Any, named: tuple[str, Any], table: Any, columns: int) -> Iterator[Finding]:
    kept = [row for row, total in enumerate(table.sum(axis=1)) if total >= PUBLISH]
    if len(kept) < 2:
        return
    parts = table / np.maximum(table.sum(axis=1, keepdims=True), 1)
    away = [(abs(parts[row] - parts[kept[0]]).max(), row) for row in kept[1:]]
    largest, row = max(away)
    column, groups = named
    if largest < MOVED or as_unlike(table[[kept[0], row]])[0] > SURE / (columns * len(away)):
        return
    place = int(abs(parts[row] - parts[kept[0]]).argmax())
    yield Finding(
        "mix-changed", "doubt", unit=column, waves=(waves[row],),
        values={"category": str(groups[place]), "earlier": str(waves[kept[0]]),
                "before": round(100 * parts[kept[0]][place]),
                "now": round(100 * parts[row][place]), "n": int(table[row].sum()),
                "n_before": int(table[kept[0]].sum())},
    )  # fmt: skip
