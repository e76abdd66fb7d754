"""Gaps of a cycle: against the previous one and against the target, judged all together."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from cxkit.language import mark as _
from cxkit.stats.base import PUBLISH
from cxkit.stats.correction import RATE, Correction
from cxkit.stats.distance import Better, Distance, corrected, distance, gain_of
from cxkit.stats.draw_lines import draw_gaps
from cxkit.stats.words import refusal

if TYPE_CHECKING:
    import pandas as pd

    from cxkit.stats.counts import ScoreCounts
    from cxkit.stats.table import ScoreTable


@dataclass(frozen=True)
class Gap:
    """One gap.

    Parameters
    ----------
    label : object
        What it is of: a touchpoint, a phase, a question.
    now, before, target : float or None
        The figure, the one of the previous cycle, the one to reach.
    n, n_before : float or None
        Answers behind the first two.
    change, way : Distance or None
        The way from the previous figure, and from the target; None where one of them is missing.
    """

    label: Any
    now: float | None
    before: float | None
    target: float | None
    n: float | None
    n_before: float | None
    change: Distance | None
    way: Distance | None

    @property
    def decimals(self) -> int:
        """How many decimals tell figures of this size apart."""
        return 1 if max(abs(one) for one in (self.now or 0, self.before or 0)) > 10 else 2

    @property
    def calls(self) -> bool:
        """Say whether it calls for action: worse than before, or off the target, beyond noise."""
        return any(one is not None and one.is_worse for one in (self.change, self.way))


@dataclass(frozen=True)
class Gaps:
    """All gaps of a cycle, in the order given, corrected for their number.

    Parameters
    ----------
    rows : tuple of Gap
        The gaps.
    correction : {"benjamini-hochberg", "holm"}
        How p-values were corrected, changes and ways to targets together.
    """

    rows: tuple[Gap, ...]
    correction: str

    def __iter__(self) -> Iterator[Gap]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, label: Any) -> Gap:
        for row in self.rows:
            if row.label == label:
                return row
        raise KeyError(label)

    @property
    def calling(self) -> tuple[Gap, ...]:
        """The gaps that call for action; what comes first is for people to weigh."""
        return tuple(row for row in self.rows if row.calls)

    def to_frame(self) -> "pd.DataFrame":
        """Return the gaps as a pandas frame; p-values are corrected ones."""
        import pandas as pd  # late: heavy

        return pd.DataFrame([_plain_row(row) for row in self.rows])

    def to_dict(self) -> dict[str, Any]:
        """Return the gaps as plain data, for JSON."""
        rows = [{**asdict(row), "calls": row.calls} for row in self.rows]
        return {"correction": self.correction, "rows": rows}

    def _repr_html_(self) -> str:
        return draw_gaps(self).html


def gaps(
    previous: "Mapping[Any, Any] | ScoreTable | ScoreCounts",
    current: "Mapping[Any, Any] | ScoreTable | ScoreCounts",
    target: Mapping[Any, float] | float | None = None,
    *,
    measure: str = "",
    better: Better | Mapping[Any, Better] = "higher",
    correction: Correction = "benjamini-hochberg",
    least: int = PUBLISH,
) -> Gaps:
    """Return the gaps against the previous cycle and against the target, with what chance may do.

    Parameters
    ----------
    previous, current : mapping of label to figure, ScoreTable or ScoreCounts
        Figures of the two cycles: results of `nps`, `csat`, `ces` or `score_mean`; or what somebody
        wrote down as ``(value, margin, n)``, a margin being half the 95% interval; or None. Groups
        that a table withholds have no figure. Labels of `current` come first.
    target : mapping of label to float, or float, optional
        What is to be reached, in the figure's unit.
    measure : {"nps", "csat", "ces", "mean"}
        What to compute from counts, for each of their groups and items.
    better : {"higher", "lower", ""}, or mapping of label to these
        Which way is better.
    correction : {"benjamini-hochberg", "holm"}
        For all changes and ways to targets together.
    least : int
        Fewest answers on which anything is claimed.

    Returns
    -------
    Gaps
        ``calling`` holds those that are worse than before, or off their target, beyond noise.

    Raises
    ------
    ValueError
        When a figure is neither, or two figures of one label are not of one kind.

    Notes
    -----
    Differences of scores as in `compare`; of written figures by √(m₁² + m₂²). A target is exact.

    Examples
    --------
    >>> found = gaps({"desk": (58, 6, 190)}, {"desk": (47, 6, 210)}, 70)
    >>> desk = found["desk"]
    >>> desk.change.value, round(desk.change.margin, 1), desk.way.value, desk.calls
    (-11, 8.5, -23, True)
    """
    now, before = _figures(current, measure), _figures(previous, measure)
    labels = list(dict.fromkeys([*now, *before]))
    made = [
        _gap(label, now.get(label), before.get(label), _of(target, label),
             _of(better, label) or "", least)
        for label in labels
    ]  # fmt: skip
    judged = corrected([one for row in made for one in (row.change, row.way)], correction)
    pairs = zip(judged[::2], judged[1::2], strict=True)
    rows = (
        Gap(row.label, row.now, row.before, row.target, row.n, row.n_before, *pair)
        for row, pair in zip(made, pairs, strict=True)
    )
    return Gaps(tuple(rows), correction)


def _figures(given: Any, measure: str) -> dict[Any, Any]:
    if isinstance(given, Mapping):
        return dict(given)
    if hasattr(given, "cells"):
        from cxkit.stats.table import scores_by  # late: heavy

        if not measure:
            raise refusal(_("Say what to compute from the counts, such as measure=“nps”."))
        by = given.keys if given.keys and len(given.items) == 1 else (*given.keys, "item")
        given = scores_by(given, *by, measure=measure)
    return {label: None if given.standing(label) == "withhold" else given[label]
            for label in given}  # fmt: skip


def _of(told: Any, label: Any) -> Any:
    return told.get(label) if isinstance(told, Mapping) else told


def _gap(
    label: Any, now: Any, before: Any, target: float | None, better: Better, least: int
) -> Gap:
    here, there = _written(label, now), _written(label, before)
    change = way = None
    if here[0] is not None and there[0] is not None:
        change = _change(now, before, here, there, better, least)
    if here[0] is not None and target is not None:
        way = _way(now, here, target, better, least)
    return Gap(label, here[0], there[0], target, here[2], there[2], change, way)


Written = tuple[float | None, float | None, float | None]


def _written(label: Any, figure: Any) -> Written:
    """Return value, margin and base of a figure."""
    if figure is None:
        return None, None, None
    if hasattr(figure, "estimate"):
        known = figure.low is not None and figure.high is not None
        return figure.estimate, (figure.high - figure.low) / 2 if known else None, figure.n
    if not isinstance(figure, tuple | list) or len(figure) != 3:
        raise refusal(
            _("“{label}” has the figure {value}: give a result such as nps(…), or (value, margin,"
              " number of answers)."),
            label=str(label), value=str(figure)[:40],
        )  # fmt: skip
    value, margin, n = figure
    return value, margin, n


def _change(
    now: Any, before: Any, here: Written, there: Written, better: Better, least: int
) -> Distance:
    if not (hasattr(now, "estimate") and hasattr(before, "estimate")):
        value, reference = here[0] or 0.0, there[0] or 0.0
        return distance(value, reference, better, (here[1], there[1]), (here[2], there[2]), least)
    from cxkit.stats.comparisons import compare  # late: heavy

    found = compare(now, before)
    value = found.estimate or 0.0
    enough = min(now.n, before.n) >= least
    if found.p_value is None or not enough:
        return Distance(value, gain_of(value, better), found.low, found.high, None, None,
                        "unknown", "no-margin" if enough else "small-base")  # fmt: skip
    return Distance(value, gain_of(value, better), found.low, found.high, found.p_value,
                    found.p_value, "larger" if found.p_value <= RATE else "within")  # fmt: skip


def _way(now: Any, here: Written, target: float, better: Better, least: int) -> Distance:
    """Return the way from the target; the interval of a score need not lie evenly around it."""
    value, margin, n = here
    if not hasattr(now, "estimate") or now.low is None or now.high is None:
        return distance(value or 0.0, target, better, (margin,), (n,), least)
    side = now.high - now.estimate if now.estimate < target else now.estimate - now.low
    found = distance(now.estimate, target, better, (side,), (n,), least)
    return replace(found, low=now.low - target, high=now.high - target)


def _plain_row(row: Gap) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "label": row.label, "before": row.before, "now": row.now, "target": row.target,
        "n_before": row.n_before, "n": row.n,
    }  # fmt: skip
    for name, one in (("change", row.change), ("way", row.way)):
        plain[name] = one.value if one else None
        plain[f"{name}_low"] = one.low if one else None
        plain[f"{name}_high"] = one.high if one else None
        plain[f"{name}_p"] = one.p_adjusted if one else None
        plain[f"{name}_verdict"] = one.verdict if one else None
    return {**plain, "calls": row.calls}
