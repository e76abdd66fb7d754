"""The one pass over the answers: from rows to counts, read as somebody has confirmed."""

import math
import re
from collections.abc import Mapping as Values
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxkit.language import mark as _
from cxkit.survey.cells import as_number, as_text
from cxkit.survey.errors import SurveyError
from cxkit.survey.mapping import Mapping
from cxkit.survey.profile import Column, Profile
from cxkit.survey.suggest import as_day
from cxkit.survey.table import Progress, Table, no_progress
from cxkit.survey.understanding import score_in, still_open

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa  # type: ignore[import-untyped]

    from cxkit.stats import ScoreCounts

WAVE, GROUP, WEIGHT = "wave", "group", "weight"
MOST_PEOPLE = 300_000
"""Rows that are kept one by one, for what counts cannot tell; of more, every k-th is."""


@dataclass(frozen=True)
class Counted:
    """The counts of a survey, and the people behind them where single rows are needed.

    Parameters
    ----------
    waves : tuple of str
        The waves, in their order; one without a name where no column says which.
    whole : ScoreCounts
        By wave, all questions.
    parts : mapping of str to ScoreCounts
        For each segment column, by wave and group.
    rows : int
        Rows that were read.
    without_wave : int
        Rows that no wave could be told of; they count nowhere.
    people : DataFrame or None
        Wave, scores and the columns about the interview, one row each.
    every : int
        How many rows stand behind each of `people`.
    """

    waves: tuple[str, ...]
    whole: "ScoreCounts"
    parts: Values[str, "ScoreCounts"]
    rows: int
    without_wave: int
    people: "pd.DataFrame | None"
    every: int = 1


def refuse_unready(mapping: Mapping, profile: Profile) -> None:
    """Refuse to count while something is open, or names a column that is not there."""
    gone = [name for name in mapping.columns() if name not in profile.columns]
    if gone:
        raise SurveyError(
            _("The file has no column “{column}” any more. Choose what stands for it, "
"or leave it out."),
            column=gone[0],
        )  # fmt: skip
    if not mapping.used():
        raise SurveyError(
            _(
                "No question was chosen. Say of at least one column that it holds scores, "
                "and on which scale."
            )
        )
    opened = still_open(mapping, profile)
    if opened:
        first = opened[0]
        values = list((first.outside or first.doubtful).items())[:5]
        raise SurveyError(
            _("“{question}” holds {values}: say whether that is no answer, or choose "
"another scale."),
            question=first.question.name, values=", ".join(f"“{text}” ({n})" for text, n in values),
        )  # fmt: skip


def count_survey(
    table: Table, mapping: Mapping, profile: Profile, progress: Progress = no_progress
) -> Counted:
    """Count all questions by wave, and by wave and group of each segment.

    Raises
    ------
    SurveyError
        While something has to be decided first (`still_open`), or a value turns up that the
        profile has not.
    """
    from cxkit.stats import count_scores  # late: heavy

    refuse_unready(mapping, profile)
    reader = _Reader(mapping, profile)
    weight = WEIGHT if mapping.weight else None
    items = [question.column for question in mapping.used()]
    whole: list[ScoreCounts] = []
    parts: dict[str, list[ScoreCounts]] = {name: [] for name in mapping.segments}
    people, rows, lost = _People(profile.rows), 0, 0
    for batch in table.batches(reader.columns, progress):
        frame = reader.read(batch)
        rows += len(frame)
        known = frame[frame[WAVE].notna()]
        lost += len(frame) - len(known)
        people.add(known)
        scores = known.rename(columns=reader.own)
        if not len(known):
            continue
        _add(whole, count_scores(scores, items, by=WAVE, weight=weight))
        for name in mapping.segments:
            grouped = scores.assign(**{GROUP: known[_key(name)]})
            _add(parts[name], count_scores(grouped, items, by=[WAVE, GROUP], weight=weight))
    if not whole:
        raise SurveyError(
            _("The file holds names of columns and no rows. Choose the file with the answers.")
        )
    waves = tuple(sorted(map(str, whole[0].values(WAVE)), key=in_time))
    told = {name: part[0] for name, part in parts.items()}
    return Counted(waves, whole[0], told, rows, lost, people.frame(reader.own), people.every)


def _add(total: "list[ScoreCounts]", part: "ScoreCounts") -> None:
    """Keep the sum of what was counted so far: one table, or none."""
    total[:] = [total[0] + part] if total else [part]


def in_time(wave: str) -> tuple[Any, ...]:
    """Return what waves are sorted by: their year, then the other numbers in them, then the name.

    Examples
    --------
    >>> sorted(["Q2 2015", "2014", "Q10 2015", "Spring"], key=in_time)
    ['2014', 'Q2 2015', 'Q10 2015', 'Spring']
    """
    year = re.search(r"(?:19|20)\d\d", wave)
    others = (
        [int(n) for n in re.findall(r"\d+", wave[: year.start()] + wave[year.end() :])]
        if year
        else []
    )
    return (not year, int(year[0]) if year else 0, others, wave)


def period_of(text: str, period: str) -> str:
    """Return the wave that a value of the wave's column stands for; empty when it cannot be told.

    Examples
    --------
    >>> period_of("1/10/2015", "quarter"), period_of("2015-10-01", "year")
    ('2015-10/12', '2015')
    """
    if period == "value" or not text:
        return text
    day = as_day(text)
    if day is None:
        return ""
    if period == "year":
        return str(day.year)
    if period == "month":
        return f"{day:%Y-%m}"
    # A quarter by its months, as ISO 8601 writes them: that reads the same in every language.
    last = (day.month + 2) // 3 * 3
    return f"{day.year}-{last - 2:02d}/{last:02d}"


def _key(column: str) -> str:
    return f"by:{column}"


class _Reader:
    """Turns batches of cells into scores, groups and weights."""

    def __init__(self, mapping: Mapping, profile: Profile) -> None:
        self.mapping = mapping
        self.profile = profile
        self.scores = {one.column: self._lookup(one.column) for one in mapping.used()}
        about = [mapping.respondent, mapping.unit, mapping.interviewer, mapping.duration]
        self.about = [name for name in dict.fromkeys(about) if name in profile.columns]
        self.columns = list(dict.fromkeys([*mapping.columns(), *self.about]))
        self.own = {f"q:{name}": name for name in self.scores}

    def _lookup(self, name: str) -> dict[str, float]:
        question, column = self.mapping.question(name), self.profile.columns[name]
        if question is None:
            return {}
        found = dict.fromkeys(
            (text for text in column.values if text in question.missing), math.nan
        )
        for text in column.values:
            value = score_in(text, question, column)
            if text not in found and value is not None:
                found[text] = value
        return found

    def read(self, batch: "pa.RecordBatch") -> "pd.DataFrame":
        """Return one row for each row of the batch."""
        import numpy as np  # late: heavy
        import pandas as pd  # late: heavy

        mapping, size = self.mapping, batch.num_rows
        columns: dict[str, Any] = {}
        if mapping.wave:
            columns[WAVE] = _labels(
                batch.column(mapping.wave), lambda text: period_of(text, mapping.period)
            )
        else:
            columns[WAVE] = pd.Categorical.from_codes(np.zeros(size, dtype=np.int8), [""])
        for name in mapping.segments:
            columns[_key(name)] = _labels(batch.column(name), str)
        for name, lookup in self.scores.items():
            columns[f"q:{name}"] = self._scores(batch.column(name), name, lookup)
        if mapping.weight:
            columns[WEIGHT] = _numbers(
                batch.column(mapping.weight), self.profile.columns[mapping.weight]
            )
        for name in self.about:
            texts, code = _coded(batch.column(name))
            columns[f"about:{name}"] = np.array([*texts, ""], dtype=object)[code]
        return pd.DataFrame(columns)

    def _scores(self, array: "pa.Array", name: str, lookup: Values[str, float]) -> Any:
        import numpy as np  # late: heavy

        texts, code = _coded(array)
        strange = [text for text in texts if text and text not in lookup]
        if strange:
            raise SurveyError(
                _("“{question}” holds “{value}”, which was not there when the file was "
"looked at. Choose the file again."),
                question=name, value=strange[0][:60],
            )  # fmt: skip
        return np.array([lookup.get(text, np.nan) for text in texts] + [np.nan], dtype=np.float32)[
            code
        ]


class _People:
    """Keeps rows one by one, every k-th of many."""

    def __init__(self, rows: int) -> None:
        self.every = max(1, -(-rows // MOST_PEOPLE))
        self._parts: list[pd.DataFrame] = []
        self._seen = 0

    def add(self, frame: "pd.DataFrame") -> None:
        first = -self._seen % self.every
        self._parts.append(frame.iloc[first :: self.every])
        self._seen += len(frame)

    def frame(self, own: Values[str, str]) -> "pd.DataFrame | None":
        import pandas as pd  # late: heavy

        kept = [part for part in self._parts if len(part)]
        return pd.concat(kept, ignore_index=True).rename(columns=own) if kept else None


def _coded(array: "pa.Array") -> tuple[list[str], Any]:
    """Return the different texts of a column, and the place of each row's; −1 where it is blank."""
    import pyarrow as pa  # late: heavy

    coded = array if pa.types.is_dictionary(array.type) else array.dictionary_encode()
    texts = [as_text(value) for value in coded.dictionary.to_pylist()]
    code = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    return texts, code


def _labels(array: "pa.Array", read: Any) -> "pd.Categorical":
    import numpy as np  # late: heavy
    import pandas as pd  # late: heavy

    texts, code = _coded(array)
    names = [read(text) for text in texts]
    known = list(dict.fromkeys(name for name in names if name))
    place = np.array([known.index(name) if name else -1 for name in names] + [-1])
    return pd.Categorical.from_codes(place[code], known)


def _numbers(array: "pa.Array", column: Column) -> Any:
    import numpy as np  # late: heavy

    texts, code = _coded(array)
    mark = column.decimal
    read = [as_number(text, mark) for text in texts]
    wrong = [text for text, value in zip(texts, read, strict=True) if value is None or value < 0]
    if wrong or (code < 0).any():
        raise SurveyError(
            _("The weights in “{column}” hold “{value}”: each row needs a number, 0 or "
"more. Correct the file, or count without weights."),
            column=column.name, value=(wrong or [""])[0][:40],
        )  # fmt: skip
    return np.array([value or 0.0 for value in read] + [0.0])[code]
