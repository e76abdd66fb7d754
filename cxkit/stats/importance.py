"""Importance against performance: what to keep, and what to improve first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from statistics import fmean, median
from typing import TYPE_CHECKING, Any, Literal

from cxkit.language import mark as _
from cxkit.stats.base import PUBLISH
from cxkit.stats.draw_lines import draw_importance
from cxkit.stats.words import Note, refusal

if TYPE_CHECKING:
    import pandas as pd

Quadrant = Literal["keep", "improve", "ease", "wait", "unsure"]
Cut = Literal["mean", "median", "midpoint"]
CUTS = ("mean", "median", "midpoint")


def quadrant(importance: float, low: float, high: float, cuts: tuple[float, float]) -> Quadrant:
    """Return where a point stands; nowhere when its performance may lie on either side.

    Parameters
    ----------
    importance : float
        Its importance.
    low, high : float
        The interval of its performance.
    cuts : tuple of float
        Where importance and performance are cut in two.

    Returns
    -------
    str
        ``keep`` (important and good), ``improve`` (important and poor), ``ease`` (good and of
        little importance), ``wait`` (neither), ``unsure``.

    Examples
    --------
    >>> quadrant(0.3, 5.8, 6.2, (0.2, 7)), quadrant(0.3, 6.8, 7.2, (0.2, 7))
    ('improve', 'unsure')
    """
    if low <= cuts[1] <= high:
        return "unsure"
    if importance >= cuts[0]:
        return "keep" if low > cuts[1] else "improve"
    return "ease" if low > cuts[1] else "wait"


def cut_of(cut: Cut | float, values: Sequence[float], scale: tuple[float, float] | None) -> float:
    """Return where some values are cut in two: at their mean, median, their scale's midpoint.

    Examples
    --------
    >>> cut_of("median", [1, 2, 9], None), cut_of("midpoint", [], (1, 10)), cut_of(7.5, [], None)
    (2, 5.5, 7.5)
    """
    if not isinstance(cut, str):
        return cut
    if cut not in CUTS:
        raise refusal(_("“{value}” is no cut: use {known}, or a number."),
                      value=str(cut), known=", ".join(CUTS))  # fmt: skip
    if cut == "midpoint":
        if scale is None:
            raise refusal(_("A midpoint needs the scale: say scale=(1, 10), for instance."))
        return (scale[0] + scale[1]) / 2
    return fmean(values) if cut == "mean" else median(values)


@dataclass(frozen=True)
class PlacedItem:
    """An item on the map.

    Parameters
    ----------
    item : str
        What it is.
    importance : float
        How much it counts.
    performance, low, high : float
        How well it is done, and the interval.
    n : int
        Answers behind the performance.
    quadrant : str
        As `quadrant` says.
    """

    item: str
    importance: float
    performance: float
    low: float
    high: float
    n: int
    quadrant: Quadrant


@dataclass(frozen=True)
class ImportanceMap:
    """Items by importance and performance, with the cuts between quadrants.

    Parameters
    ----------
    points : tuple of PlacedItem
        The most important first.
    cuts : tuple of float
        Of importance and of performance.
    cut : tuple of str or float
        How they were chosen.
    left_out : mapping of item to reason
        Items without a place: ``no-importance``, ``no-performance``, ``small-base``.
    warnings : tuple of Note
        What a reader should know.
    """

    points: tuple[PlacedItem, ...]
    cuts: tuple[float, float]
    cut: tuple[Cut | float, Cut | float]
    left_out: Mapping[str, str]
    warnings: tuple[Note, ...] = ()

    def of(self, name: Quadrant) -> tuple[PlacedItem, ...]:
        """Return the items of a quadrant, the most important first."""
        return tuple(point for point in self.points if point.quadrant == name)

    def to_frame(self) -> "pd.DataFrame":
        """Return the map as a pandas frame."""
        import pandas as pd  # late: heavy

        names = list(PlacedItem.__dataclass_fields__)
        return pd.DataFrame([[getattr(one, name) for name in names] for one in self.points],
                            columns=names)  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """Return the map as plain data, for JSON."""
        return {
            "points": [dict(vars(point)) for point in self.points], "cuts": list(self.cuts),
            "cut": list(self.cut), "left_out": dict(self.left_out),
            "warnings": [note.to_dict() for note in self.warnings],
        }  # fmt: skip

    def _repr_html_(self) -> str:
        return draw_importance(self).html


def importance_performance(
    importance: Any,
    performance: Mapping[str, Any],
    *,
    cut: Cut | float | tuple[Cut | float, Cut | float] = "mean",
    scale: tuple[float, float] | None = None,
    least: int = PUBLISH,
) -> ImportanceMap:
    """Set the importance of items against how well they are done.

    Parameters
    ----------
    importance : DataFrame of `drivers`, or mapping of item to number
        How much each item counts; a frame's ``share`` is taken.
    performance : mapping of item to Score, (value, margin, n) or (value, low, high, n)
        How well each is done, all on one scale, such as ``score_mean`` of its answers. A margin is
        half a 95% interval.
    cut : {"mean", "median", "midpoint"} or float, or a pair of them
        Where quadrants meet: for both ways, or for importance and performance. The midpoint is that
        of the scale for performance, and an equal share for importance.
    scale : tuple of float, optional
        Of the performance; taken from the scores where they know it.
    least : int
        Fewest answers of an item on the map.

    Returns
    -------
    ImportanceMap
        ``keep``, ``improve``, ``ease``, ``wait``; ``unsure`` where the interval of performance
        reaches across the cut. Importance has no interval here: near its cut the side is open too.

    Raises
    ------
    ValueError
        When a cut is none of these, scales differ, or nothing has a place.

    Notes
    -----
    J. Martilla, J. James, "Importance-Performance Analysis", *Journal of Marketing* 41 (1977) 1,
    77–79. Cuts decide the picture: the mean makes some item poor even where all are excellent.

    Examples
    --------
    >>> found = importance_performance({"listening": 0.5, "waiting": 0.4, "hours": 0.1},
    ...     {"listening": (8.2, 0.1, 400), "waiting": (6.1, 0.1, 400), "hours": (7, 0.2, 390)})
    >>> [(point.item, point.quadrant) for point in found.points]
    [('listening', 'keep'), ('waiting', 'improve'), ('hours', 'unsure')]
    """
    weights = _weights(importance)
    left_out: dict[str, str] = {}
    known: dict[str, tuple[float, float, float, int]] = {}
    for item in [*weights, *(one for one in performance if one not in weights)]:
        told = _figure(performance[item]) if item in performance else None
        if item not in weights or isnan(weights[item]):
            left_out[item] = "no-importance"
        elif told is None:
            left_out[item] = "no-performance"
        elif told[3] < least:
            left_out[item] = "small-base"
        else:
            known[item] = told
    if not known:
        raise refusal(_("No item has both an importance and a performance from {least} answers."),
                      least=least)  # fmt: skip
    both = cut if isinstance(cut, tuple) else (cut, cut)
    whole = sum(weight for weight in weights.values() if not isnan(weight))
    across = cut_of(both[0], [weights[item] for item in known], (0, 2 * whole / len(weights)))
    down = cut_of(both[1], [one[0] for one in known.values()], _scale(performance, known, scale))
    points = [
        PlacedItem(item, weights[item], value, low, high, n,
                   quadrant(weights[item], low, high, (across, down)))
        for item, (value, low, high, n) in known.items()
    ]  # fmt: skip
    points.sort(key=lambda point: -point.importance)
    return ImportanceMap(tuple(points), (across, down), both, left_out,
                         tuple(_notes(points, left_out)))  # fmt: skip


def _weights(importance: Any) -> dict[str, float]:
    if hasattr(importance, "columns"):
        items, shares = importance["item"], importance["share"]
        return dict(zip(map(str, items), map(float, shares), strict=True))
    return {str(item): float(weight) for item, weight in importance.items()}


def _figure(told: Any) -> tuple[float, float, float, int] | None:
    """Return value, low, high and base; None where one of them is missing."""
    if hasattr(told, "estimate"):
        if told.estimate is None or told.low is None or told.high is None:
            return None
        return told.estimate, told.low, told.high, told.n
    if told is None or len(told) not in (3, 4) or any(one is None for one in told):
        return None
    if len(told) == 3:
        value, margin, n = told
        return value, value - margin, value + margin, n
    value, low, high, n = told
    return value, low, high, n


def _scale(
    performance: Mapping[str, Any], known: Mapping[str, Any], scale: tuple[float, float] | None
) -> tuple[float, float] | None:
    scales = {performance[item].scale for item in known if hasattr(performance[item], "scale")}
    if scale:
        scales.add((float(scale[0]), float(scale[1])))
    scales.discard(None)
    if len(scales) > 1:
        raise refusal(
            _("Performance is on different scales ({scales}): one map takes one scale."),
            scales=", ".join(sorted(f"{low:g}–{high:g}" for low, high in scales)),
        )
    return next(iter(scales), None)


def _notes(points: Sequence[PlacedItem], left_out: Mapping[str, str]) -> Iterator[Note]:
    small = [item for item, reason in left_out.items() if reason == "small-base"]
    if small:
        yield Note("items-too-small", {"items": ", ".join(small)})
    unsure = [point.item for point in points if point.quadrant == "unsure"]
    if unsure:
        yield Note("items-unsure", {"items": ", ".join(unsure)})
