"""A measure for many groups at once: waves, segments, touchpoints."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from cxkit.language import mark as _
from cxkit.stats.base import Base, Standing, withheld_cells
from cxkit.stats.cells import Label
from cxkit.stats.counts import ScoreCounts
from cxkit.stats.draw_table import draw_table
from cxkit.stats.measures import Estimates, Measure, as_measure, estimate
from cxkit.stats.score import BASE, Score
from cxkit.stats.scores import score_of
from cxkit.stats.words import refusal

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class ScoreTable:
    """The figures of groups that together make up a total.

    Parameters
    ----------
    by : tuple of str
        What the groups are made by.
    labels : tuple
        The groups: values of one key, or tuples of values of several.
    measure : Measure
        What was computed.
    found : Estimates
        The figures, one for each group.
    counts : ScoreCounts
        What they were computed from.
    base : Base
        Fewest answers to publish and to show a figure.
    hidden : frozenset
        Groups that must not be shown: too small, or needed to hide one that is.
    total_shown : bool
        Whether the total may be shown beside the groups.
    """

    by: tuple[str, ...]
    labels: tuple[Any, ...]
    measure: Measure
    found: Estimates
    counts: ScoreCounts
    base: Base
    hidden: frozenset[Any]
    total_shown: bool

    def __len__(self) -> int:
        return len(self.labels)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.labels)

    def __getitem__(self, label: Any) -> Score:
        """Return the result of one group, whatever its base."""
        if label not in self.labels:
            raise refusal(
                _("“{key}” has no {value}; it has {known}."), key=", ".join(self.by),
                value=str(label), known=", ".join(map(str, self.labels[:12])),
            )  # fmt: skip
        place = self.labels.index(label)
        names = self.rows[place]
        part = self.counts.select(**dict(zip(self.by, ([one] for one in names), strict=True)))
        return score_of(self.measure, self.found, place, part, self.base)

    @property
    def rows(self) -> tuple[Label, ...]:
        """The groups, each as a tuple of the values of its keys."""
        if len(self.by) != 1:
            return self.labels
        return tuple((label,) for label in self.labels)

    def standing(self, label: Any) -> Standing:
        """Say what may be done with a group's figure."""
        if label in self.hidden:
            return "withhold"
        return self.base.standing(int(self.found.n[self.labels.index(label)]))

    def to_frame(self) -> "pd.DataFrame":
        """Return the figures as a pandas frame; those of hidden groups are NaN, and so is their n.

        What leaves the room in a file is as safe as what is drawn.
        """
        import pandas as pd  # late: heavy

        columns: dict[str, Any] = {
            key: [row[place] for row in self.rows] for place, key in enumerate(self.by)
        }
        shown = np.array([label not in self.hidden for label in self.labels])
        for name in ("estimate", "low", "high", "se", "n_eff", "n", "missing"):
            columns[name] = np.where(shown, getattr(self.found, name), np.nan)
        columns["standing"] = [self.standing(label) for label in self.labels]
        return pd.DataFrame(columns)

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as plain data, for JSON; those of hidden groups are None."""
        rows = self.to_frame().to_dict("records")
        plain = [{name: None if value != value else value for name, value in row.items()}  # noqa: PLR0124
                 for row in rows]  # fmt: skip
        return {"measure": self.measure.name, "figure": self.measure.figure,
                "interval": self.measure.interval, "rows": plain}  # fmt: skip

    def _repr_html_(self) -> str:
        return draw_table(self).html


def scores_by(
    counts: ScoreCounts,
    *by: str,
    measure: str | Measure = "nps",
    confidence: float = 0.95,
    base: Base = BASE,
) -> ScoreTable:
    """Compute a measure for every group at once.

    Parameters
    ----------
    counts : ScoreCounts
        Counts of one item, or of several when ``"item"`` is among `by`.
    *by : str
        Keys of the counts, such as ``"wave", "segment"``. Other keys are added up.
    measure : {"nps", "csat", "ces", "mean"} or Measure
        What to compute; ``Measure("csat", "share", scale=(1, 7), box=1)`` for a choice of scale,
        box and interval. ``"csat"`` alone is the top-2-box share on a scale of 1 to 5.
    confidence, base
        As in `nps`.

    Returns
    -------
    ScoreTable
        Figures, intervals and bases; groups that are too small are marked, with others where they
        could be worked out from the total.

    Raises
    ------
    ValueError
        When a key is not there, several items would be mixed, or a score is not on the scale.

    Examples
    --------
    >>> import pandas as pd
    >>> from cxkit.stats import count_scores
    >>> answers = pd.DataFrame({"wave": [2011] * 60 + [2012] * 40, "advice": [9, 3] * 50})
    >>> table = scores_by(count_scores(answers, "advice", by="wave"), "wave")
    >>> table[2012].n, table.standing(2012)
    (40, 'publish')
    """
    keys = tuple(by)
    kind = as_measure(measure)
    if "item" not in keys and len(counts.items) > 1:
        raise refusal(
            _("The counts hold several items ({items}): choose one with select(item=“…”)."),
            items=", ".join(map(str, counts.items)),
        )
    rest = tuple(key for key in keys if key != "item")
    counts = counts.collapse(*rest)
    names = (*rest, "item")
    order = [names.index(key) for key in keys]
    places: dict[Label, int] = {}
    group = [places.setdefault(tuple(label[i] for i in order), len(places))
             for label in counts.labels]  # fmt: skip
    moved = np.asarray(group, dtype=np.int64)[counts.cells.group]
    found = estimate(kind, counts.cells.take(slice(None), moved), len(places), confidence)
    labels = tuple(label if len(keys) != 1 else label[0] for label in places)
    axes = [axis for axis, key in enumerate(keys) if key != "item"]
    people = dict(zip(places, found.n.tolist(), strict=True))
    hidden, safe = withheld_cells(people, axes, base.show)
    named = frozenset(label if len(keys) != 1 else label[0] for label in hidden)
    return ScoreTable(keys, labels, kind, found, counts, base, named, safe)
