"""Figures of a counted survey: each with its base, its interval, and whether it may be shown."""

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Values
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from cxkit.language import Lang, format_number
from cxkit.survey.counting import GROUP, WAVE, Counted
from cxkit.survey.mapping import Question

if TYPE_CHECKING:
    from cxkit.stats import Difference, Score, ScoreCounts

Standing = Literal["publish", "show", "withhold", "none"]
Verdict = Literal["up", "down", "open", "unknown"]
LEAST = 30
"""A figure from fewer answers leaves the desk for no exercise, report or export."""
MOST_TOLD = 2
"""Waves of which the steps say everything; of more, the latest is held against the first too."""
BOX = 2
"""How many of the highest scores make a share of satisfied people."""
_VERDICTS: dict[str, Verdict] = {
    "higher": "up", "lower": "down", "open": "open", "withheld": "unknown",
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """A figure minus another one, judged together with all others of its panel.

    `value`, `low` and `high` are in the figure's unit; `verdict` says what may be said of it.
    """

    value: float
    low: float | None
    high: float | None
    verdict: Verdict


@dataclass(frozen=True)
class Reading:
    """One figure.

    Parameters
    ----------
    name : str
        The wave or group.
    n, missing : int
        Answers, and rows without one.
    value, low, high : float or None
        NPS points, per cent or points of the scale, with the 95% interval; None where the figure
        must not be shown or there is none.
    standing : {"publish", "show", "withhold", "none"}
        Whether it may be published, only be shown to those who work with it, must be withheld,
        or is no figure at all (nobody was asked, or the scale is wrong).
    change : Change or None
        Against the wave before, or the others.
    """

    name: str
    n: int
    missing: int
    value: float | None
    low: float | None
    high: float | None
    standing: Standing
    change: Change | None = None
    score: "Score | None" = None

    @property
    def top(self) -> float | None:
        """Share of the highest score among the answers, in per cent."""
        if self.score is None or self.score.scale is None:
            return None
        return 100 * self.score.distribution.get(self.score.scale[1], 0) / self.n

    @property
    def margin(self) -> float | None:
        """Half the interval's width."""
        return None if self.low is None or self.high is None else (self.high - self.low) / 2


@dataclass(frozen=True)
class Line:
    """One question over the waves, or over the groups of one segment.

    `drift` is the latest wave against the first.
    """

    question: Question
    readings: tuple[Reading, ...]
    drift: Change | None = None

    @property
    def shown(self) -> list[Reading]:
        """The readings that have a figure."""
        return [one for one in self.readings if one.value is not None]

    @property
    def last(self) -> Reading | None:
        """The latest wave that has a figure."""
        return self.shown[-1] if self.shown else None

    def reading(self, name: str) -> Reading | None:
        """Return the reading of one wave or group."""
        return next((one for one in self.readings if one.name == name), None)

    @property
    def asked_in(self) -> list[str]:
        """The waves in which anybody answered."""
        return [one.name for one in self.readings if one.n]


def score_of(counts: "ScoreCounts", question: Question) -> "Score":
    """Return a question's figure with its interval."""
    from cxkit.stats import csat, nps, score_mean  # late: heavy

    if question.figure == "nps":
        return nps(counts)
    if question.figure == "share":
        low, high = question.bounds
        return csat(
            counts, box=1 if question.scale == "yes-no" else min(BOX, high - low), scale=(low, high)
        )
    return score_mean(counts, scale=question.bounds)


def reading_of(name: str, counts: "ScoreCounts | None", question: Question) -> Reading:
    """Return a question's reading in one wave or group."""
    if counts is None or (not counts.n and not counts.missing):
        return Reading(name, 0, 0, None, None, None, "none")
    if question.is_stopped or not counts.n:
        return Reading(name, counts.n, counts.missing, None, None, None, "none")
    score = score_of(counts, question)
    standing = score.base.standing(score.n)
    if standing == "withhold":
        return Reading(name, score.n, score.missing, None, None, None, standing)
    value, low, high = (in_unit(edge, score) for edge in (score.estimate, score.low, score.high))
    return Reading(name, score.n, score.missing, value, low, high, standing, score=score)


def in_unit(value: float | None, score: "Score") -> float | None:
    """Return a figure as it is shown: a share in per cent."""
    return None if value is None else value * 100 if score.figure == "share" else value


def wave_lines(counted: Counted, questions: Iterable[Question]) -> list[Line]:
    """Return questions over the waves, each against the wave before in which it was asked.

    So is the latest against the first. All of these are corrected together for their number.
    """
    lines = []
    for question in questions:
        by_wave = counts_by(counted.whole, question, WAVE)
        found = (reading_of(wave, by_wave.get(wave), question) for wave in counted.waves)
        lines.append(Line(question, tuple(found)))
    steps = [(at, step) for at, line in enumerate(lines) for step in pairwise(line.shown)]
    spans = [(at, line.shown) for at, line in enumerate(lines) if len(line.shown) > MOST_TOLD]
    pairs = [(now, before) for _at, (before, now) in steps]
    changes = compared([*pairs, *((shown[-1], shown[0]) for _at, shown in spans)])
    told = {(at, now.name): change for (at, (_b, now)), change in zip(steps, changes, strict=False)}
    drifts = {at: change for (at, _s), change in zip(spans, changes[len(steps) :], strict=True)}
    return [
        Line(
            line.question,
            tuple(replace(one, change=told.get((at, one.name))) for one in line.readings),
            drifts.get(at),
        )
        for at, line in enumerate(lines)
    ]


def group_lines(
    counted: Counted, question: Question, segments: Sequence[str], wave: str
) -> list[tuple[str, Line]]:
    """Return one question over the groups of each segment in one wave, each against all others.

    Groups that are too small are withheld, with another where a total would give them away. All
    comparisons are corrected together for their number.
    """
    lines: list[list[Reading]] = []
    pairs: list[tuple[Reading, Reading]] = []
    places: list[tuple[int, int]] = []
    for segment in segments:
        counts = counted.parts[segment]
        here = counts.select(wave=wave) if wave in counts.values(WAVE) else None
        by_group = counts_by(here, question, GROUP) if here is not None else {}
        readings = _group_readings(by_group, question)
        for at, one in enumerate(readings):
            others = [part for name, part in by_group.items() if name != one.name]
            if one.score is not None and others:
                pairs.append((one, reading_of("", sum(others[1:], others[0]), question)))
                places.append((len(lines), at))
        lines.append(readings)
    for (line, at), change in zip(places, compared(pairs), strict=True):
        lines[line][at] = replace(lines[line][at], change=change)
    named = zip(segments, lines, strict=True)
    return [(segment, Line(question, tuple(readings))) for segment, readings in named]


def _group_readings(by_group: "Values[str, ScoreCounts]", question: Question) -> list[Reading]:
    from cxkit.stats import withheld  # late: heavy

    hidden = withheld({name: part.n for name, part in by_group.items()})
    readings = []
    for name, part in by_group.items():
        found = reading_of(name, part, question)
        if name in hidden:
            # Not even how many: the total and the others would tell.
            found = Reading(name, 0, 0, None, None, None, "withhold")
        readings.append(found)
    return sorted(readings, key=lambda one: (one.value is None, -(one.value or 0), one.name))


def counts_by(counts: "ScoreCounts", question: Question, key: str) -> "dict[str, ScoreCounts]":
    """Return one question's counts by the values of a key; rows without a value are left out."""
    if question.column not in counts.items:
        return {}
    parts = counts.select(item=question.column).collapse(key).groups(key)
    return {str(name): part for name, part in parts.items() if name is not None}


def compared(pairs: Sequence[tuple[Reading, Reading]]) -> list[Change | None]:
    """Judge distances together: of those called different, one in twenty at most should be chance.

    The correction is that of Benjamini and Hochberg (1995).
    """
    from cxkit.stats import compare_many  # late: heavy

    scores = [
        (now.score, before.score) if now.score and before.score else None for now, before in pairs
    ]
    found = iter(compare_many([pair for pair in scores if pair is not None]))
    return [_change(next(found), pair[0]) if pair is not None else None for pair in scores]


def _change(found: "Difference", score: "Score") -> Change | None:
    value, low, high = (in_unit(edge, score) for edge in (found.estimate, found.low, found.high))
    if value is None:
        return None
    return Change(value, low, high, _VERDICTS[found.verdict])


def shown_value(
    value: float | None, question: Question, lang: Lang, *, signed: bool = False
) -> str:
    """Write a figure as people read it.

    Examples
    --------
    >>> shown_value(-4.26, Question(column="q", scale="0-10", figure="nps"), "it")
    '−4'
    >>> shown_value(7.256, Question(column="q"), "it", signed=True)
    '+7,26'
    """
    if value is None:
        return ""
    decimals = 0 if question.figure == "nps" else 1 if question.figure == "share" else 2
    rounded = round(value, decimals) + 0.0
    text = format_number(rounded, lang, decimals).replace("-", "−")
    sign = "+" if signed and rounded > 0 else ""
    return f"{sign}{text}{'%' if question.figure == 'share' and not signed else ''}"
