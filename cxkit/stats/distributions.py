"""How often each score was given, by question and wave, ready for the rules of integrity."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from cxkit.stats.cells import Cells, Floats, Ints
from cxkit.stats.counts import ITEM, ScoreCounts
from cxkit.stats.engines import count_scores
from cxkit.stats.survey import Survey, SurveyItem
from cxkit.stats.values import as_score


@dataclass(frozen=True, eq=False)
class Distribution:
    """The answers to one question: scores on its scale, and those beyond it.

    Parameters
    ----------
    item : SurveyItem
        The question, as it was asked there.
    scores, n : ndarray
        Scores on the scale in order, and how often each was given.
    beyond, beyond_n : ndarray
        Values outside the scale, and how often.
    missing : int
        Missing answers.
    """

    item: SurveyItem
    scores: Floats
    n: Ints
    beyond: Floats
    beyond_n: Ints
    missing: int

    @property
    def base(self) -> int:
        """How many answered on the scale."""
        return int(self.n.sum())

    def given(self, score: float) -> int:
        """How many gave a score."""
        return int(self.n[self.scores == score].sum())

    @property
    def top(self) -> float:
        """Share of the highest score of the scale, from 0 to 1; NaN without answers."""
        if self.item.high is None or not self.base:
            return float("nan")
        return self.given(self.item.high) / self.base

    @property
    def has_steps(self) -> bool:
        """Whether the scale has at least five scores, so that a highest one means something."""
        return self.item.scale is not None and self.item.scale[1] - self.item.scale[0] >= 4


def distribution_of(counts: ScoreCounts, item: SurveyItem) -> Distribution:
    """Return the answers in a table of counts of one question.

    Examples
    --------
    >>> counts = ScoreCounts.from_pairs({1: 5, 2: 3, 9: 4, None: 2}, item="ease")
    >>> found = distribution_of(counts, SurveyItem("ease", 1, 7, missing=(9,)))
    >>> found.base, found.missing, len(found.beyond)
    (8, 6, 0)
    """
    scores, place = np.unique(counts.cells.score, return_inverse=True)
    n = np.zeros(len(scores), dtype=np.int64)
    np.add.at(n, place, counts.cells.n)
    codes = [as_score(code) for code in item.missing if not isinstance(code, str)]
    gone = np.isnan(scores) | np.isin(scores, codes)
    low, high = item.scale or (-np.inf, np.inf)
    beyond = ~gone & ((scores < low) | (scores > high))
    there = ~gone & ~beyond
    return Distribution(item, scores[there], n[there], scores[beyond], n[beyond],
                        int(n[gone].sum()))  # fmt: skip


@dataclass(frozen=True, eq=False)
class Answers:
    """The distributions of a survey: of each question, as a whole and by wave.

    Parameters
    ----------
    survey : Survey
        What was asked.
    counts : ScoreCounts
        By wave, where there is a column for it.
    waves : tuple
        Waves in order; empty without a column.
    unreadable : tuple of (str, str)
        Questions that could not be read as scores, and why.
    """

    survey: Survey
    counts: ScoreCounts
    waves: tuple[Any, ...]
    unreadable: tuple[tuple[str, str], ...] = ()

    @property
    def items(self) -> list[SurveyItem]:
        """The questions that could be read."""
        bad = {name for name, _reason in self.unreadable}
        return [item for item in self.survey.items if item.name not in bad]

    @cached_property
    def _parts(self) -> dict[str, ScoreCounts]:
        return self.counts.groups(ITEM)

    def of(self, item: SurveyItem) -> ScoreCounts:
        """Return the counts of a question; none where there are no rows at all."""
        none = ScoreCounts(self.counts.keys, (), Cells.of([], [], []))
        return self._parts.get(item.name, none)

    def whole(self, item: SurveyItem) -> Distribution:
        """Return the answers to a question in all waves together."""
        return distribution_of(self.of(item), item)

    def rows(self, wave: Any = None) -> int:
        """Return how many rows there are, in a wave or in all."""
        part = self.of(self.items[0])
        if wave is not None:
            part = part.select(**{self.survey.wave: wave})
        return part.n + part.missing

    def by_wave(self, item: SurveyItem) -> dict[Any, Distribution]:
        """Return the answers by wave, for the waves that have any."""
        if not self.waves:
            return {}
        parts = self.of(item).groups(self.survey.wave)
        found = {
            wave: distribution_of(parts[wave], self.survey.item_in(item.name, wave))
            for wave in self.waves if wave in parts
        }  # fmt: skip
        return {wave: one for wave, one in found.items() if one.base or len(one.beyond)}

    def steps(self) -> Iterator[tuple[Any, Any]]:
        """Yield each wave after the first, with the wave before it."""
        yield from zip(self.waves[1:], self.waves, strict=False)


def read_answers(frame: Any, survey: Survey) -> Answers:
    """Count the answers to all questions by wave; the one pass that any engine can do.

    A question that cannot be read as scores is set aside, so that the others can be looked at.
    """
    names = [item.name for item in survey.items]
    by = [survey.wave] if survey.wave else []
    unreadable: list[tuple[str, str]] = []
    try:
        counts = count_scores(frame, names, by=by, missing=survey.missing)
    except ValueError:
        parts = []
        for name in names:
            try:
                parts.append(count_scores(frame, name, by=by, missing=survey.missing))
            except ValueError as error:
                unreadable.append((name, str(error)))
        if not parts:
            raise
        counts = sum(parts[1:], start=parts[0])
    waves = tuple(one for one in counts.values(survey.wave) if one is not None) if by else ()
    return Answers(survey, counts, waves, tuple(unreadable))
