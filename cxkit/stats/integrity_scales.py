"""Rules about scales: is each question what it is called, and are all values answers?"""

from collections.abc import Iterator

import numpy as np

from cxkit.stats.distributions import Answers, Distribution
from cxkit.stats.findings import Finding
from cxkit.stats.survey import SurveyItem

SURE = 0.01
"""How rarely a rule that counts zeros may be wrong."""
MANY = 1000
"""Among so many answers one expects the lowest score, whatever the others say."""
SHORT_SCALES = (5, 7, 10)
SHOWN = 6


def scales(answers: Answers) -> Iterator[Finding]:
    """Look at every question's scale."""
    for name, reason in answers.unreadable:
        yield Finding("not-numbers", "stop", name, values={"reason": reason})
    for item in answers.items:
        whole = answers.whole(item)
        if item.is_nps_on_another_scale and item.scale:
            low, high = item.scale
            yield Finding("nps-scale", "stop", item.name, values={"low": low, "high": high})
        yield from _outside(answers, item)
        yield from _no_zero(whole)
        yield from _no_zero_in_a_wave(answers, item, whole)
        yield from _short(whole)


def _outside(answers: Answers, item: SurveyItem) -> Iterator[Finding]:
    parts = answers.by_wave(item) or {None: answers.whole(item)}
    bad = {wave: one for wave, one in parts.items() if len(one.beyond)}
    if bad and item.scale:
        values = {float(value) for one in bad.values() for value in one.beyond}
        yield Finding(
            "outside-scale", "stop", item.name,
            waves=tuple(wave for wave in bad if wave is not None),
            values={"n": sum(int(one.beyond_n.sum()) for one in bad.values()),
                    "low": item.scale[0], "high": item.scale[1], "seen": _listed(values)},
        )  # fmt: skip
    broken = [
        (value, n)
        for one in parts.values()
        for value, n in zip(one.scores, one.n, strict=True)
        if value != np.rint(value)
    ]
    if broken:
        yield Finding(
            "not-whole", "fault", item.name,
            values={"n": int(sum(n for _value, n in broken)),
                    "seen": _listed({float(value) for value, _n in broken})},
        )  # fmt: skip


def _listed(values: set[float]) -> str:
    ordered = [f"{value:g}" for value in sorted(values)]
    return ", ".join(ordered[:SHOWN]) + (" …" if len(ordered) > SHOWN else "")


def _no_zero(whole: Distribution) -> Iterator[Finding]:
    """Look for a missing 0 on a scale that is said to begin there.

    Where people give 1 or 2 at all, some give 0: the end of a scale draws answers. If at least as
    many choose 0 as 1, or one in five of those who give 0 to 2, then this is wrong once in a
    hundred surveys at most.
    """
    if whole.item.scale is None or whole.item.low != 0 or not whole.has_steps:
        return
    n, ones, twos = whole.base, whole.given(1), whole.given(2)
    if whole.given(0) or not n:
        return
    if min(0.5**ones, 0.8 ** (ones + twos)) < SURE:
        yield Finding(
            "nps-no-zero",
            "fault" if whole.item.kind == "nps" else "doubt",
            whole.item.name,
            values={"n": n, "ones": ones, "twos": twos},
        )
    elif n >= MANY:
        yield Finding("no-zero", "doubt", whole.item.name, values={"n": n})


def _no_zero_in_a_wave(
    answers: Answers, item: SurveyItem, whole: Distribution
) -> Iterator[Finding]:
    """Look for waves without a 0 where the others have so many that chance does not explain it."""
    if item.low != 0 or not whole.has_steps or not whole.given(0):
        return
    parts = answers.by_wave(item)
    without, expected = [], []
    for wave, part in parts.items():
        rest = whole.base - part.base
        if part.given(0) or not rest or part.item.low != 0:
            continue
        rate = whole.given(0) / rest
        # As many waves as there are may be wrong together once in a hundred surveys.
        if (1 - rate) ** part.base < SURE / len(parts):
            without.append(wave)
            expected.append(rate * part.base)
    if without:
        yield Finding(
            "no-zero-in-wave", "fault", item.name, waves=tuple(without),
            values={"n": sum(parts[wave].base for wave in without),
                    "expected": round(sum(expected))},
        )  # fmt: skip


def _short(whole: Distribution) -> Iterator[Finding]:
    """Look for answers that stop where a shorter scale would end."""
    scale, n = whole.item.scale, whole.base
    if scale is None or n < 100 or not len(whole.scores):
        return
    top = float(whole.scores.max())
    at_top = whole.given(top) / n
    # The end of a scale holds a fair part of the answers, the end of a long tail does not.
    if top in SHORT_SCALES and top < scale[1] - 1 and at_top >= 0.05:
        yield Finding(
            "short-scale",
            "fault",
            whole.item.name,
            values={"n": n, "top": top, "low": max(scale[0], 1.0), "high": scale[1]},
        )
