"""Rules about single interviews: one score throughout, hurry, duplicates."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from cxkit.stats.base import PUBLISH
from cxkit.stats.cells import Floats
from cxkit.stats.chances import at_least
from cxkit.stats.findings import Finding
from cxkit.stats.row_scan import LEAST_RATED, NO_ID, Flags, Scan

FLAT_SOME, FLAT_MANY = 0.10, 0.20
"""Share of people with one score throughout from where somebody has to look."""
LEAST_TIMED = 100
"""From so many durations on, hurry is looked for."""
SURE = 0.002
"""How often each rule may raise a false alarm in a clean survey."""
BELOW_TWO = 0.0228
"""Part of a normal distribution that lies two standard deviations under its middle, and lower."""
BELOW_THREE = 0.00135
LEAST_SCORED = 10
"""Rows with fewer scores than this may be the same by chance."""
OWN_SOME = 5
"""Fewer interviews than this say nothing about who held them."""
AGREED = 0.75
"""Part of the answers to one question on which two people agree at most."""


def straight_liners(rows: Scan) -> Iterator[Finding]:
    """Look for people who gave one score throughout, by wave and by interviewer.

    In honest answers more people differ from their own habit in exactly one question than in none;
    only where it is the other way round, and they are many, something is wrong. A. Meade, S. Craig,
    "Identifying careless responses in survey data", *Psychological Methods* 17 (2012), 437–455,
    compare the signs there are.
    """
    rateable = rows.rated >= LEAST_RATED
    flat = rateable & (rows.differing == 0)
    for wave, inside in _by_wave(rows):
        base = int((rateable & inside).sum())
        if base < PUBLISH:
            continue
        n, nearly = (
            int((flat & inside).sum()),
            int((rateable & inside & (rows.differing == 1)).sum()),
        )
        share = n / base
        if share >= FLAT_SOME and n > nearly:
            yield Finding(
                "flat", "fault" if share >= FLAT_MANY else "doubt", waves=wave,
                values={"n": n, "base": base, "share": round(100 * share), "items": LEAST_RATED},
                cases=rows.cases(flat & inside),
            )  # fmt: skip
        yield from _by_interviewer(rows, wave, inside & rateable, flat, "flat-interviewer")


def speeders(rows: Scan) -> Iterator[Finding]:
    """Look for hurried interviews: two standard deviations under the median, wave by wave.

    A normal distribution has 2.3% of its interviews there, so their number is tested against that;
    beside it, three robust standard deviations under the median on a logarithmic scale, where
    there are almost none (C. Leys et al., *Journal of Experimental Social Psychology* 49, 2013).
    """
    found = []
    sure = SURE / max(len(rows.waves), 1)
    for wave, inside in _by_wave(rows):
        here = inside & (rows.duration > 0)
        if here.sum() < LEAST_TIMED:
            continue
        hurry = _hurry(rows.duration[here], sure)
        hurried = here & (rows.duration < hurry.limit)
        if hurry.is_much:
            found.append((wave, here, hurried, hurry))
        yield from _by_interviewer(rows, wave, here, hurried, "speeders-interviewer")
    if found:
        waves, timed, fast, hurries = zip(*found, strict=True)
        yield Finding(
            "speeders", "doubt", waves=tuple(one for wave in waves for one in wave),
            values={"n": int(np.any(fast, axis=0).sum()), "base": int(np.any(timed, axis=0).sum()),
                    "limit": round(max(one.limit for one in hurries)),
                    "median": round(float(np.median([one.median for one in hurries]))),
                    "expected": round(sum(one.expected for one in hurries))},
            cases=rows.cases(np.any(fast, axis=0)),
        )  # fmt: skip


class _Hurry(NamedTuple):
    """Where hurry begins in one wave, how much of it chance would make, and whether it is more."""

    limit: float
    median: float
    expected: float
    is_much: bool


def _hurry(length: Floats, sure: float) -> _Hurry:
    n, median, logs = len(length), float(np.median(length)), np.log(length)
    spread = 1.4826 * float(np.median(np.abs(logs - np.log(median))))
    limits = (
        (median - 2 * float(length.std(ddof=1)), BELOW_TWO),
        (median * float(np.exp(-3 * spread)) if spread > 0 else 0.0, BELOW_THREE),
    )
    chances = [at_least(int((length < limit).sum()), n, part) for limit, part in limits]
    least = min(chances)
    limit, part = limits[chances.index(least)]
    return _Hurry(limit, median, part * n, least < sure / 2)


def duplicates(rows: Scan) -> Iterator[Finding]:
    """Look for respondents who stand there twice, and rows copied under another number.

    Copies are set beside rows that are the same but for one answer. Where two people agree on one
    question at a rate of `AGREED` at most, chance makes k (1 − AGREED) / AGREED times as many of
    these, k being the number of questions; more copies than that go with were not made by chance.
    """
    for wave, inside in _by_wave(rows):
        told = inside & (rows.identity != NO_ID)
        again = _repeated(rows.identity, told)
        if again.any():
            yield Finding(
                "double-ids", "fault", waves=wave, values={"n": int(again.sum())},
                cases=rows.cases(again),
            )  # fmt: skip
        yield from _copies(rows, wave, inside & ~again)


def _copies(rows: Scan, wave: tuple[Any, ...], inside: Flags) -> Iterator[Finding]:
    varied = inside & (rows.scored >= LEAST_SCORED) & (rows.differing >= 2)
    copied = _repeated(rows.scores, varied)
    n = int(copied.sum())
    if not n:
        return
    some = varied[: len(rows.probes)]
    same = int(_repeated(rows.scores[: len(some)], some).sum())
    nearly = sum(int(_repeated(one, some).sum()) - same for one in rows.probes.T)
    odds = (1 - AGREED) / AGREED * rows.items
    if at_least(same, same + nearly, 1 / (1 + odds)) < SURE:
        yield Finding(
            "copies", "fault", waves=wave, values={"n": n, "expected": round(nearly / odds)},
            cases=rows.cases(copied),
        )  # fmt: skip


def _repeated(values: Any, inside: Flags) -> Flags:
    """Say which rows inside repeat a value that stands before them."""
    places = np.flatnonzero(inside)
    _values, first = np.unique(values[places], return_index=True)
    again = inside.copy()
    again[places[first]] = False
    return again


def _by_wave(rows: Scan) -> Iterator[tuple[tuple[Any, ...], Flags]]:
    if not rows.waves:
        yield (), np.ones(len(rows), dtype=bool)
    for place, wave in enumerate(rows.waves):
        yield (wave,), rows.wave == place


def _by_interviewer(
    rows: Scan, wave: tuple[Any, ...], inside: Flags, bad: Flags, key: str
) -> Iterator[Finding]:
    """Look for interviewers whose interviews are bad far more often than those of the others."""
    if not rows.interviewers:
        return
    known = inside & (rows.interviewer >= 0)
    sizes = np.bincount(rows.interviewer[known], minlength=len(rows.interviewers))
    found = np.bincount(rows.interviewer[known & bad], minlength=len(rows.interviewers))
    there = int((sizes > 0).sum()) * max(len(rows.waves), 1)
    for place in np.flatnonzero((found >= OWN_SOME) & (found >= FLAT_SOME * sizes)):
        n, base = int(found[place]), int(sizes[place])
        rest_n, rest = int(found.sum()) - n, int(sizes.sum()) - base
        if rest and at_least(n, base, (rest_n + 1) / (rest + 1)) < SURE / there:
            yield Finding(
                key, "fault", unit=str(rows.interviewers[place]), waves=wave,
                values={"n": n, "base": base, "share": round(100 * n / base),
                        "rest": round(100 * rest_n / rest, 1)},
                cases=rows.cases(known & bad & (rows.interviewer == place)),
            )  # fmt: skip
