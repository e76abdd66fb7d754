"""One pass over the rows: who gave one score throughout, who hurried, who stands there twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxkit.stats.cells import Floats, Ints
from cxkit.stats.rows import as_floats, frame_blocks
from cxkit.stats.survey import Survey, SurveyItem
from cxkit.stats.values import as_label

Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]
Ranks = NDArray[np.int32]

LEAST_RATED = 5
"""Fewer answers on one scale than this cannot be told from honest agreement."""
CALIBRATED = 100_000
"""Of so many rows it is kept which are the same but for one answer."""
NO_ID = np.uint64(0)


@dataclass(frozen=True, eq=False)
class Scan:
    """What is kept of each row.

    Parameters
    ----------
    waves, interviewers : tuple
        Labels; the columns of the same names hold their places, −1 where there is none.
    items : int
        How many questions there are.
    wave, interviewer : ndarray of int, shape (rows,)
        Places.
    rated : ndarray of int
        How many questions of the most frequent scale were answered.
    differing : ndarray of int
        How many of these answers are not the person's most frequent one.
    duration : ndarray of float
        NaN where it is missing.
    identity : ndarray of uint64
        Hash of the respondent's number; 0 where it is missing.
    scores : ndarray of uint64
        Hash of all scores.
    scored : ndarray of int
        How many questions were answered.
    names : ndarray
        Respondents' numbers; empty without a column.
    probes : ndarray of uint64, shape (first rows, items)
        Hashes of all scores but one, for up to `CALIBRATED` rows.
    """

    waves: tuple[Any, ...]
    interviewers: tuple[Any, ...]
    items: int
    wave: Ranks
    interviewer: Ranks
    rated: Ranks
    differing: Ranks
    duration: Floats
    identity: Hashes
    scores: Hashes
    scored: Ranks
    names: NDArray[Any]
    probes: Hashes

    def __len__(self) -> int:
        return len(self.wave)

    def cases(self, rows: Any, most: int = 200) -> tuple[str, ...]:
        """Return the numbers of some respondents."""
        return tuple(map(str, self.names[np.flatnonzero(rows)[:most]])) if len(self.names) else ()


def scan(frame: Any, survey: Survey, items: Sequence[SurveyItem]) -> Scan:
    """Read the rows once, block by block, and keep a few numbers of each."""
    columns = list(dict.fromkeys(filter(None, (
        *(item.name for item in items), survey.wave, survey.interviewer, survey.respondent,
        survey.duration,
    ))))  # fmt: skip
    waves: dict[Any, int] = {}
    people: dict[Any, int] = {}
    parts: list[tuple[Any, ...]] = []
    kept = 0
    for block in frame_blocks(frame, columns):
        part = _of_block(block, survey, items, waves, people)
        parts.append((*part[:-1], part[-1][: max(0, CALIBRATED - kept)]))
        kept += len(part[-1])
    joined: list[Any] = [np.concatenate(column) for column in zip(*parts, strict=True)]
    return Scan(tuple(waves), tuple(people), len(items), *joined)


def _of_block(
    block: Any,
    survey: Survey,
    items: Sequence[SurveyItem],
    waves: dict[Any, int],
    people: dict[Any, int],
) -> tuple[Any, ...]:
    answers = np.column_stack([_answers(block, survey, item) for item in items])
    rated, differing = _sameness(answers[:, _battery(items)])
    terms = _terms(answers)
    whole = terms.sum(axis=1, dtype=np.uint64)
    rows = len(answers)
    duration = (as_floats(block.get_column(survey.duration), survey.missing)
                if survey.duration else np.full(rows, np.nan))  # fmt: skip
    names = _names(block, survey.respondent)
    return (
        _places(block, survey.wave, waves),
        _places(block, survey.interviewer, people),
        rated.astype(np.int32),
        differing.astype(np.int32),
        duration,
        _identities(names, rows),
        whole,
        (~np.isnan(answers)).sum(axis=1, dtype=np.int32),
        names,
        (whole[:, None] - terms)[:CALIBRATED],
    )


def _answers(block: Any, survey: Survey, item: SurveyItem) -> Floats:
    values = as_floats(block.get_column(item.name), (*survey.missing, *item.missing))
    if item.scale:
        values[(values < item.scale[0]) | (values > item.scale[1])] = np.nan
    return values


def _battery(items: Sequence[SurveyItem]) -> list[int]:
    """Return the places of questions that stand together and share the scale most of these have.

    Where no question says that it stands with others, all of one scale count as standing together.
    """
    together = [place for place, item in enumerate(items) if item.group and item.scale]
    chosen = together or [place for place, item in enumerate(items) if item.scale]
    scales = [items[place].scale for place in chosen]
    most = max(scales, key=scales.count) if scales else None
    return [place for place in chosen if items[place].scale == most]


def _sameness(answers: Floats) -> tuple[Ints, Ints]:
    """Return how many answers each row has, and how many differ from its most frequent one."""
    there = ~np.isnan(answers)
    rated = there.sum(axis=1)
    ordered = np.sort(answers, axis=1)
    run = np.zeros(len(answers), dtype=np.int64)
    longest = np.zeros(len(answers), dtype=np.int64)
    for column in range(answers.shape[1]):
        here = ordered[:, column]
        same = here == ordered[:, column - 1] if column else np.zeros(len(here), dtype=bool)
        run = np.where(same, run + 1, 1) * ~np.isnan(here)
        longest = np.maximum(longest, run)
    return rated, rated - longest


def _terms(answers: Floats) -> Hashes:
    """Return one hash for each score and question; their sum is the row's (SplitMix64)."""
    bits = np.ascontiguousarray(answers).view(np.uint64).copy()
    bits[np.isnan(answers)] = np.uint64(1)
    places = np.arange(1, answers.shape[1] + 1, dtype=np.uint64)
    return _mixed(bits ^ (places * np.uint64(0x9E3779B97F4A7C15)))


def _mixed(bits: Hashes) -> Hashes:
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        bits = (bits ^ (bits >> np.uint64(shift))) * np.uint64(factor)
    return np.asarray(bits ^ (bits >> np.uint64(31)))


def _places(block: Any, column: str, known: dict[Any, int]) -> Ranks:
    if not column:
        return np.full(len(block), -1, dtype=np.int32)
    import pandas as pd  # late: heavy

    column_values = np.asarray(block.get_column(column).to_list(), dtype=object)
    codes, values = pd.factorize(column_values, use_na_sentinel=False)
    labels = [as_label(value) for value in values]
    places = [-1 if label is None else known.setdefault(label, len(known)) for label in labels]
    found: Ranks = np.asarray(places, dtype=np.int32)[codes]
    return found


def _names(block: Any, column: str) -> NDArray[Any]:
    if not column:
        return np.empty(0, dtype=object)
    series = block.get_column(column)
    numbers = series.to_numpy() if series.dtype.is_numeric() else np.empty(0, dtype=object)
    if numbers.dtype.kind in "iuf":
        return np.asarray(numbers)
    return np.asarray(series.to_list(), dtype=object)


def _identities(names: NDArray[Any], rows: int) -> Hashes:
    if not len(names):
        return np.zeros(rows, dtype=np.uint64)
    if names.dtype.kind in "iuf":
        # Long whole numbers differ in digits that a float no longer holds.
        bits = names.astype(np.float64 if names.dtype.kind == "f" else np.int64).view(np.uint64)
        return np.where(names != names, NO_ID, _mixed(bits) | np.uint64(1))  # noqa: PLR0124
    import pandas as pd  # late: heavy

    codes, values = pd.factorize(names, use_na_sentinel=True)
    told = np.array(["" if as_label(one) is None else str(one).strip() for one in values], object)
    hashes = pd.util.hash_array(told, categorize=False) | np.uint64(1)
    hashes = np.append(np.where(told == "", NO_ID, hashes), NO_ID)
    found: Hashes = hashes[codes]
    return found
