"""Counts of answers: the one small table from which every score statistic follows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from cxkit.language import mark as _
from cxkit.stats.cells import Cells, Label, joined, sorted_groups
from cxkit.stats.values import as_label, as_score
from cxkit.stats.words import refusal

if TYPE_CHECKING:
    import pandas as pd

ITEM = "item"
COLUMNS = ("score", "n", "w", "ww")


@dataclass(frozen=True, eq=False, repr=False)
class ScoreCounts:
    """How often each score was given: by wave, segment …, and item.

    A survey answer is a small number, so this table says all that a score statistic needs, however
    many answers there were. Tables add up: across files, waves and machines.

    Parameters
    ----------
    keys : tuple of str
        What the answers are grouped by besides the item, such as ``("wave", "segment")``.
    labels : tuple of tuple
        The groups: the values of the keys, then the item.
    cells : Cells
        For each group and score: how many answers, Σw and Σw².
    weighted : bool
        Whether weights were counted in.

    Examples
    --------
    >>> before = ScoreCounts.from_pairs({10: 30, 8: 50, 3: 20}, item="advice")
    >>> after = ScoreCounts.from_pairs({10: 40, 8: 45, 3: 15, None: 5}, item="advice")
    >>> before + after
    <ScoreCounts: 200 answers, 5 missing, items: advice>
    """

    keys: tuple[str, ...]
    labels: tuple[Label, ...]
    cells: Cells
    weighted: bool = False

    @classmethod
    def from_pairs(
        cls, pairs: Mapping[Any, int] | Iterable[tuple[Any, int]], *, item: str = ""
    ) -> "ScoreCounts":
        """Make the table of one item from scores and how often each was given.

        Parameters
        ----------
        pairs : mapping or iterable of (score, n)
            A score of None counts missing answers.
        item : str
            Its name.

        Raises
        ------
        ValueError
            When a score is no number, or a count is negative or no whole number.

        Examples
        --------
        >>> ScoreCounts.from_pairs([(5, 3), (4, 1)]).n
        4
        """
        given = list(pairs.items() if isinstance(pairs, Mapping) else pairs)
        for score, n in given:
            if n != int(n) or n < 0:
                raise refusal(
                    _("{n} is no count of answers: score {score} needs a whole number, 0 or more."),
                    n=str(n), score=str(score),
                )  # fmt: skip
        scores = [as_score(score) for score, n in given]
        cells = Cells.of(np.zeros(len(given)), scores, [n for score, n in given])
        return cls((), ((item,),), cells.merged())

    @classmethod
    def from_columns(
        cls, keys: Sequence[str], labels: Sequence[Label], cells: Cells, *, weighted: bool
    ) -> "ScoreCounts":
        """Make a table from what an engine has counted, in any order."""
        return cls(tuple(keys), *sorted_groups(labels, cells), weighted)

    @classmethod
    def from_frame(cls, frame: Any) -> "ScoreCounts":
        """Read the table that `to_frame` has written.

        Parameters
        ----------
        frame : DataFrame
            Columns: keys, ``item``, ``score``, ``n``, and ``w`` and ``ww`` where there are weights.

        Examples
        --------
        >>> counts = ScoreCounts.from_pairs({10: 3, 0: 1}, item="advice")
        >>> ScoreCounts.from_frame(counts.to_frame()) == counts
        True
        """
        absent = [name for name in (ITEM, "score", "n") if name not in frame.columns]
        if absent:
            raise refusal(
                _("A table of counts has columns item, score and n; missing: {names}."),
                names=", ".join(absent),
            )
        keys = [str(name) for name in frame.columns if name not in (ITEM, *COLUMNS)]
        rows = zip(*(frame[name].to_list() for name in (*keys, ITEM)), strict=True)
        places: dict[Label, int] = {}
        group = [places.setdefault(tuple(map(as_label, row)), len(places)) for row in rows]
        weighted = "w" in frame.columns and "ww" in frame.columns
        scores = [as_score(value) for value in frame["score"].to_list()]
        sums = [frame[name].to_list() for name in (("n", "w", "ww") if weighted else ("n",))]
        return cls.from_columns(keys, list(places), Cells.of(group, scores, *sums),
                                weighted=weighted)  # fmt: skip

    def to_frame(self) -> "pd.DataFrame":
        """Return the table as a pandas frame: keys, item, score, n; w and ww if weighted.

        Missing answers have a score of NaN.
        """
        import pandas as pd  # late: heavy

        columns: dict[str, Any] = {
            name: [self.labels[place][index] for place in self.cells.group]
            for index, name in enumerate((*self.keys, ITEM))
        }
        columns |= {"score": self.cells.score, "n": self.cells.n}
        if self.weighted:
            columns |= {"w": self.cells.w, "ww": self.cells.ww}
        return pd.DataFrame(columns)

    @property
    def n(self) -> int:
        """How many answers there are, missing ones apart."""
        return int(self.cells.n[self.cells.answered].sum())

    @property
    def missing(self) -> int:
        """How many answers are missing."""
        return int(self.cells.n[~self.cells.answered].sum())

    @property
    def items(self) -> tuple[str, ...]:
        """The items, in order."""
        return self.values(ITEM)

    def values(self, key: str) -> tuple[Any, ...]:
        """Return the values that a key has, in order; ``"item"`` counts as a key.

        Examples
        --------
        >>> ScoreCounts.from_pairs({5: 1}, item="staff").values("item")
        ('staff',)
        """
        index = self._index(key)
        return tuple(dict.fromkeys(label[index] for label in self.labels))

    def select(self, **wanted: Any) -> "ScoreCounts":
        """Return the part where keys have some value, or one of several in a list.

        Raises
        ------
        ValueError
            When there is no such key, or no answer has the value.

        Examples
        --------
        >>> counts = ScoreCounts.from_pairs({5: 1}, item="staff")
        >>> counts.select(item="staff") == counts
        True
        """
        part = self
        for key, value in wanted.items():
            known = self.values(key)
            several = isinstance(value, list | set | tuple | frozenset | range)
            chosen = [as_label(one) for one in (value if several else [value])]
            absent = [one for one in chosen if one not in known]
            if absent:
                raise refusal(
                    _("“{key}” has no {value}; it has {known}."),
                    key=key, value=listed(absent), known=listed(known),
                )  # fmt: skip
            index = self._index(key)
            part = part._only(
                [place for place, label in enumerate(part.labels) if label[index] in chosen]
            )
        return part

    def groups(self, *by: str) -> dict[Any, "ScoreCounts"]:
        """Return the parts by the values of one key, or by tuples of values of several.

        Examples
        --------
        >>> counts = ScoreCounts.from_pairs({5: 1}, item="staff")
        >>> counts.groups("item")
        {'staff': <ScoreCounts: 1 answers, 0 missing, items: staff>}
        """
        indexes = [self._index(key) for key in by]
        rows: dict[Label, list[int]] = {}
        for place, label in enumerate(self.labels):
            rows.setdefault(tuple(label[index] for index in indexes), []).append(place)
        return {
            name if len(by) != 1 else name[0]: self._only(places) for name, places in rows.items()
        }

    def collapse(self, *keep: str) -> "ScoreCounts":
        """Add up over all keys but those in `keep`; items stay apart.

        Examples
        --------
        >>> ScoreCounts.from_pairs({5: 1}, item="staff").collapse().keys
        ()
        """
        if keep == self.keys:
            return self
        indexes = [self._index(key) for key in (*keep, ITEM)]
        places: dict[Label, int] = {}
        group = [
            places.setdefault(tuple(label[index] for index in indexes), len(places))
            for label in self.labels
        ]
        cells = self.cells.take(slice(None), np.asarray(group, dtype=np.int64)[self.cells.group])
        return self.from_columns(keep, list(places), cells, weighted=self.weighted)

    def _index(self, key: str) -> int:
        names = (*self.keys, ITEM)
        if key not in names:
            raise refusal(
                _("The counts have no key “{key}”; they have {known}."),
                key=key, known=listed(names),
            )  # fmt: skip
        return names.index(key)

    def _only(self, places: Sequence[int]) -> "ScoreCounts":
        new_place = np.full(len(self.labels), -1, dtype=np.int64)
        new_place[list(places)] = np.arange(len(places))
        chosen = new_place[self.cells.group] >= 0
        cells = self.cells.take(chosen, new_place[self.cells.group[chosen]])
        labels = tuple(self.labels[place] for place in places)
        return ScoreCounts(self.keys, labels, cells, self.weighted)

    def __add__(self, other: "ScoreCounts") -> "ScoreCounts":
        if not isinstance(other, ScoreCounts):
            return NotImplemented
        if self.keys != other.keys or (self.n and other.n and self.weighted != other.weighted):
            raise refusal(
                _("Counts add up only when both are by the same keys, and both with weights or"
                  " both without: here {first} and {second}."),
                first=_described(self), second=_described(other),
            )  # fmt: skip
        places = {label: place for place, label in enumerate(self.labels)}
        moved = [places.setdefault(label, len(places)) for label in other.labels]
        group = np.asarray(moved, dtype=np.int64)[other.cells.group]
        cells = joined([self.cells, other.cells.take(slice(None), group)])
        weighted = self.weighted or other.weighted
        return self.from_columns(self.keys, list(places), cells, weighted=weighted)

    def __radd__(self, other: object) -> "ScoreCounts":
        """Let ``sum(tables)`` begin with its zero."""
        return self if other == 0 else NotImplemented

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ScoreCounts):
            return NotImplemented
        mine, theirs = self.cells, other.cells
        return (self.keys, self.labels, self.weighted) == (
            other.keys, other.labels, other.weighted
        ) and all(
            np.array_equal(getattr(mine, name), getattr(theirs, name), equal_nan=True)
            for name in ("group", "score", "n", "w", "ww")
        )  # fmt: skip

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        by = f", by {', '.join(self.keys)}" if self.keys else ""
        named = ", ".join(map(str, filter(None, self.items)))
        items = f", items: {named}" if named else ""
        return f"<ScoreCounts: {self.n} answers, {self.missing} missing{by}{items}>"


def listed(values: Iterable[Any], most: int = 12) -> str:
    texts = [str(value) for value in values]
    return ", ".join(texts[:most]) + (" …" if len(texts) > most else "")


def _described(counts: ScoreCounts) -> str:
    return f"{counts.keys}{' + w' if counts.weighted else ''}"
