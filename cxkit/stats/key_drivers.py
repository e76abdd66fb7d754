"""Key drivers: how much of an outcome each item explains, alone and together with the others."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from cxkit.language import mark as _
from cxkit.stats.cells import Floats
from cxkit.stats.correlations import Moments, moments_of
from cxkit.stats.relative import MOST, johnson, lmg
from cxkit.stats.rows import row_blocks
from cxkit.stats.values import as_codes
from cxkit.stats.words import Note, refusal

if TYPE_CHECKING:
    import pandas as pd

Method = Literal["lmg", "johnson"]
METHODS = {"lmg": lmg, "johnson": johnson}

PER_DRIVER = 20
"""With fewer complete answers than this for each driver the order of importance is unsteady."""
NO_VARIANCE, SOME = 1e-8, 1e-6
INFLATED = 10.0
"""From this variance inflation on, drivers say almost the same thing."""

EDGES = (0.025, 0.975)
SEED = 20


def drivers(
    frame: Any,
    outcome: str,
    items: Sequence[str],
    method: Method = "lmg",
    *,
    weight: str | None = None,
    missing: Any = (),
    bootstrap: int = 0,
) -> "pd.DataFrame":
    """Share out what the items explain of an outcome: which ones go with satisfaction?

    Parameters
    ----------
    frame : DataFrame, LazyFrame, relation, path, mapping or iterable of frames
        One row per person. Rows with a missing value in any of the columns are left out, and
        counted.
    outcome : str
        Column of the outcome, such as overall satisfaction.
    items : sequence of str
        Columns of the possible drivers: at most 20 for ``"lmg"``.
    method : {"lmg", "johnson"}
        Mean gain of R² over all orders of entering the items, or Johnson's relative weights, which
        come close to it at once for any number of items.
    weight : str, optional
        Column of survey weights, 0 or more.
    missing : object or collection
        Codes that stand for no answer, such as ``99``.
    bootstrap : int
        How many times the rows are drawn anew for intervals of the shares (95%, percentiles; the
        same rows give the same intervals); 0 for none, 500 or more for intervals worth showing. The
        complete rows must fit into memory.

    Returns
    -------
    DataFrame
        The most important item first. ``item``; ``importance``, a part of R² (they sum to it);
        ``share``, from 0 to 1 (they sum to 1; NaN when nothing is explained); with `bootstrap` also
        ``low`` and ``high`` of the share. In ``attrs``: ``outcome``, ``method``, ``r2``,
        ``r2_adjusted``, ``n``, ``left_out``, ``correlations`` (with the outcome, by item) and
        ``warnings``, which `driver_notes` puts in words.

    Raises
    ------
    ValueError
        When a column is missing or named twice, there are more than 20 items for ``"lmg"``, the
        outcome never changes, or there are too few complete answers.

    Notes
    -----
    R. Lindeman, P. Merenda, R. Gold, *Introduction to Bivariate and Multivariate Analysis*, 1980;
    U. Grömping, "Relative Importance for Linear Regression in R", *Journal of Statistical Software*
    17 (2006) 1. J. Johnson, "A Heuristic Method for Estimating the Relative Weight of Predictor
    Variables in Multiple Regression", *Multivariate Behavioral Research* 35 (2000), 1–19. What goes
    together in answers need not be cause and effect.

    Examples
    --------
    >>> answers = {"overall": [1, 2, 3, 4, 5] * 20, "people": [1, 2, 4, 3, 5] * 20,
    ...            "hours": [3, 1, 5, 2, 4] * 20}
    >>> found = drivers(answers, "overall", ["hours", "people"])
    >>> found.round(3).to_dict("records")
    [{'item': 'people', 'importance': 0.81, 'share': 0.9},
    {'item': 'hours', 'importance': 0.09, 'share': 0.1}]
    >>> round(found.attrs["r2"], 3), found.attrs["n"]
    (0.9, 100)
    """
    import pandas as pd  # late: heavy

    named = _named(outcome, items, method, weight)
    columns = [*named, outcome, *([weight] if weight else [])]
    codes = as_codes(missing)
    blocks = row_blocks(frame, columns, codes)
    if bootstrap:
        rows = _complete(blocks, len(columns))
        blocks = iter([rows])
    moments = moments_of(_weights_checked(blocks, weight), weighted=bool(weight))
    _check(moments, named, outcome)
    found = _shared_out(moments, method)
    table = {"item": named, "importance": found, "share": _shares(found)}
    if bootstrap:
        draws = _drawn(rows, bool(weight), method, bootstrap)
        table["low"], table["high"] = np.nanquantile(draws, EDGES, axis=0)
    made = pd.DataFrame(table).sort_values("importance", ascending=False, kind="stable")
    made = made.reset_index(drop=True)
    made.attrs = {"outcome": outcome, "method": method, **_facts(moments, named, found.sum())}
    return made


def driver_notes(found: "pd.DataFrame") -> tuple[Note, ...]:
    """Return what a reader of a table of `drivers` should know.

    Examples
    --------
    >>> few = {"overall": [1, 2, 3, 4, 5], "people": [1, 2, 4, 3, 5]}
    >>> [note.says("en") for note in driver_notes(drivers(few, "overall", ["people"]))]
    ['Complete answers: 5; items: 1. With fewer than 20 answers for each item, their order can
    be chance.']
    """
    return tuple(
        Note(one["key"], {name: value for name, value in one.items() if name != "key"})
        for one in found.attrs.get("warnings", [])
    )


def _named(outcome: str, items: Sequence[str], method: str, weight: str | None) -> list[str]:
    named = [items] if isinstance(items, str) else list(items)
    if method not in METHODS:
        raise refusal(_("There is no method “{value}”. Use “lmg” or “johnson”."), value=str(method))
    if not named:
        raise refusal(_("No items were named: say which columns may explain “{outcome}”."),
                      outcome=outcome)  # fmt: skip
    doubled = [name for name in (*named, outcome, weight) if name and
               (*named, outcome, weight).count(name) > 1]  # fmt: skip
    if doubled:
        raise refusal(
            _("“{name}” is named twice: outcome, items and weight must be different columns."),
            name=str(doubled[0]),
        )
    if method == "lmg" and len(named) > MOST:
        raise refusal(
            _("“lmg” shares R² out among at most {most} items, and {n} were named. Leave some out,"
              " or use method=“johnson”, which takes any number."),
            most=MOST, n=len(named),
        )  # fmt: skip
    return named


def _weights_checked(blocks: Iterator[Floats], weight: str | None) -> Iterator[Floats]:
    for block in blocks:
        if weight and (block[:, -1] < 0).any():
            raise refusal(_("The weights in “{name}” hold {value}: use weights of 0 or more."),
                          name=weight, value=float(np.nanmin(block[:, -1])))  # fmt: skip
        yield block


def _complete(blocks: Iterator[Floats], width: int) -> Floats:
    kept = list(blocks)
    return np.concatenate(kept) if kept else np.empty((0, width))


def _check(moments: Moments, named: list[str], outcome: str) -> None:
    least = len(named) + 2
    if moments.n < least:
        raise refusal(
            _("Only {n} people answered all of these questions, and {items} items need at least"
              " {least}. Use fewer items, or those that more people answered."),
            n=moments.n, items=len(named), least=least,
        )  # fmt: skip
    if not moments.varies[len(named)]:
        raise refusal(
            _("Everybody gave “{outcome}” the same score, {value}: there is no difference to"
              " explain."),
            outcome=outcome, value=float(moments.mean[len(named)]),
        )  # fmt: skip


def _shared_out(moments: Moments, method: str) -> Floats:
    """Share R² out among the items that vary; the others explain nothing."""
    varies = moments.varies[:-1]
    whole = moments.correlations()
    places = np.flatnonzero(varies)
    found = np.zeros(len(varies))
    if len(places):
        found[places] = METHODS[method](whole[np.ix_(places, places)], whole[places, -1])
    return found


def _shares(found: Floats) -> Floats:
    whole = found.sum()
    return found / whole if whole > 0 else np.full(len(found), np.nan)


def _drawn(rows: Floats, weighted: bool, method: str, times: int) -> Floats:
    """Return the shares in rows that are drawn anew, with as many rows each time."""
    rows = rows[~np.isnan(rows).any(axis=1)]
    chance = np.random.default_rng(SEED)
    found = []
    for _time in range(times):
        drawn = moments_of([rows[chance.integers(0, len(rows), len(rows))]], weighted)
        if drawn.n and drawn.varies[-1]:
            found.append(_shares(_shared_out(drawn, method)))
    return np.array(found)


def _facts(moments: Moments, named: list[str], r2: float) -> dict[str, Any]:
    """Return what belongs to the table; plain data, because frames write it into files."""
    whole = moments.correlations()
    used = int(moments.varies[:-1].sum())
    adjusted = 1 - (1 - r2) * (moments.n_eff - 1) / max(moments.n_eff - used - 1, 1e-9)
    return {
        "r2": float(r2),
        "r2_adjusted": float(adjusted),
        "n": moments.n,
        "left_out": moments.left_out,
        "correlations": dict(zip(named, whole[:-1, -1].tolist(), strict=True)),
        "warnings": [note.to_dict() for note in _notes(moments, whole, named, adjusted)],
    }


def _notes(moments: Moments, whole: Floats, named: list[str], adjusted: float) -> Iterator[Note]:
    n, varies = moments.n, moments.varies[:-1]
    if n < PER_DRIVER * len(named):
        yield Note("few-for-drivers", {"n": n, "items": len(named), "least": PER_DRIVER})
    if moments.left_out > n / 2:
        yield Note("many-left-out", {"n": n, "left_out": moments.left_out})
    for name, one in zip(named, varies, strict=True):
        if not one:
            yield Note("constant-item", {"item": name})
    if varies.sum() > 1:
        places = np.flatnonzero(varies)
        yield from _alike(whole[np.ix_(places, places)], [named[place] for place in places])
    if adjusted <= 0:
        yield Note("explains-nothing", {"n": n})
    for name, r in zip(named, whole[:-1, -1], strict=True):
        if r < -2 / np.sqrt(max(moments.n_eff, 1.0)):
            yield Note("against-outcome", {"item": name, "r": round(float(r), 2)})


def _alike(among: Floats, named: list[str]) -> Iterator[Note]:
    """Name items that the others can stand in for, by their variance inflation."""
    values, vectors = np.linalg.eigh(among)
    there = values > NO_VARIANCE
    # An item inflates without end when it is a mixture of others: it lies where there is none.
    mixed = (vectors[:, ~there] ** 2).sum(axis=1) > SOME
    inflation = (vectors[:, there] ** 2 / values[there]).sum(axis=1)
    names = [name for name, one in zip(named, mixed | (inflation > INFLATED), strict=True) if one]
    if names:
        yield Note("alike-items", {"items": ", ".join(names), "n": len(names)})
