"""The cells of a table of counts: arrays side by side, in one fixed order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Label = tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class Cells:
    """One entry for each group and score that occurs; a missing answer's score is NaN.

    Parameters
    ----------
    group : ndarray of int
        Place of the cell's group in the list of labels.
    score : ndarray of float
        The score.
    n : ndarray of int
        How many answers.
    w, ww : ndarray of float
        Sums of their weights, and of the squares of these; 0 for missing answers.
    """

    group: Ints
    score: Floats
    n: Ints
    w: Floats
    ww: Floats

    @classmethod
    def of(cls, group: Any, score: Any, n: Any, w: Any = None, ww: Any = None) -> "Cells":
        """Make cells of columns of one length; each answer weighs 1 where no weights are given."""
        n = np.asarray(n, dtype=np.int64)
        score = np.asarray(score, dtype=np.float64)
        plain = np.where(np.isnan(score), 0.0, n)
        return cls(
            np.asarray(group, dtype=np.int64),
            score,
            n,
            plain if w is None else np.asarray(w, dtype=np.float64),
            plain if ww is None else np.asarray(ww, dtype=np.float64),
        )

    def __len__(self) -> int:
        return len(self.n)

    @property
    def answered(self) -> NDArray[np.bool_]:
        """Where a cell counts answers, not missing ones."""
        return ~np.isnan(self.score)

    def take(self, chosen: Any, group: Any = None) -> "Cells":
        """Return some cells; `group` puts them into other groups."""
        groups = self.group[chosen] if group is None else group
        return Cells(groups, self.score[chosen], self.n[chosen], self.w[chosen], self.ww[chosen])

    def merged(self) -> "Cells":
        """Return the cells in order, each group and score once, without empty ones."""
        kept = self if self.n.all() else self.take(self.n > 0)
        scores, place = np.unique(kept.score, return_inverse=True)
        code = kept.group * max(len(scores), 1) + place
        if len(code) < 2 or (code[1:] > code[:-1]).all():
            return kept
        codes, cell = np.unique(code, return_inverse=True)
        summed = np.zeros(len(codes), dtype=np.int64)
        np.add.at(summed, cell, kept.n)
        return Cells(
            codes // len(scores),
            scores[codes % len(scores)],
            summed,
            np.bincount(cell, kept.w, len(codes)).astype(np.float64),
            np.bincount(cell, kept.ww, len(codes)).astype(np.float64),
        )


def joined(parts: Sequence[Cells]) -> Cells:
    """Return the cells of several tables as one."""
    columns = ("group", "score", "n", "w", "ww")
    return Cells(*(np.concatenate([getattr(one, name) for one in parts]) for name in columns))


def order_of(label: Label) -> tuple[Any, ...]:
    """Return what labels are sorted by: numbers, then texts, then the rest; missing ones last.

    Examples
    --------
    >>> sorted([(None,), ("b",), (10,), (9,), ("a",)], key=order_of)
    [(9,), (10,), ('a',), ('b',), (None,)]
    """
    return tuple(_rank(value) for value in label)


def _rank(value: Any) -> tuple[Any, ...]:
    if value is None:
        return (3,)
    if isinstance(value, bool | int | float):
        return (0, value)
    if isinstance(value, str):
        return (1, value)
    return (2, type(value).__name__, str(value))


def sorted_groups(labels: Sequence[Label], cells: Cells) -> tuple[tuple[Label, ...], Cells]:
    """Bring groups into their order, and cells into that of their groups."""
    places = range(len(labels))
    try:
        order = sorted(places, key=labels.__getitem__)
    except TypeError:  # kinds are mixed, or one is missing
        order = sorted(places, key=lambda place: order_of(labels[place]))
    if order != list(range(len(labels))):
        place_of = np.empty(len(labels), dtype=np.int64)
        place_of[order] = np.arange(len(labels))
        group = place_of[cells.group]
        cells = cells.take(slice(None), group)
    return tuple(labels[place] for place in order), cells.merged()
