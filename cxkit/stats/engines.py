"""Where the counting runs: in numpy for pandas frames of small codes, else in the data's engine.

Only the group-by is pushed to an engine, through narwhals; its few rows come back and are read
here, so that a score means the same in every engine.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any
from warnings import catch_warnings, filterwarnings

import numpy as np

from cxkit.language import mark as _
from cxkit.stats.blocks import NotCodableError, bad_weight, coded_series, count_codes
from cxkit.stats.cells import Cells, Label, joined
from cxkit.stats.counts import ITEM, ScoreCounts
from cxkit.stats.values import as_codes, as_label, as_score
from cxkit.stats.words import refusal

BATCH = 1 << 20
"""Rows of a Parquet file that are in memory at a time."""

Tally = tuple[list[Label], Cells]


def count_scores(
    frame: Any,
    item: str | Sequence[str],
    by: str | Sequence[str] = (),
    weight: str | None = None,
    *,
    missing: Any | Collection[Any] = (),
) -> ScoreCounts:
    """Count how often each score was given. The only pass over the data.

    Parameters
    ----------
    frame : DataFrame, LazyFrame, relation, mapping, path, or iterable of frames
        One row per person asked, in pandas, polars (eager or lazy), PyArrow, DuckDB, Dask, PySpark
        or whatever else narwhals knows: the grouping runs where the data lie. A mapping names
        columns with their values. A path names a
        Parquet file or a folder of them; like an iterable of frames, it is read part by part, so
        that data larger than memory can be counted.
    item : str or sequence of str
        Column or columns with the scores.
    by : str or sequence of str
        Columns to group by, such as ``["wave", "segment"]``.
    weight : str, optional
        Column with survey weights, 0 or more.
    missing : object or collection
        Codes that stand for no answer, such as ``99``. Blanks, None and NaN always do.

    Returns
    -------
    ScoreCounts
        For each group, item and score: n, Σw, Σw². Missing answers are counted apart.

    Raises
    ------
    ValueError
        When a column is not there, an answer is no number, or a weight is missing or below 0.

    Examples
    --------
    >>> import pandas as pd
    >>> answers = pd.DataFrame({"wave": [2011, 2011, 2012, 2012], "advice": [9, None, 10, 3]})
    >>> count_scores(answers, "advice", by="wave").select(wave=2012)
    <ScoreCounts: 2 answers, 0 missing, by wave, items: advice>
    """
    items = (item,) if isinstance(item, str) else tuple(item)
    keys = (by,) if isinstance(by, str) else tuple(by)
    if ITEM in keys:
        raise refusal(_("A grouping column cannot be called “item”: rename it first."))
    labels, cells = tally(frame, items, keys, weight, as_codes(missing))
    return ScoreCounts.from_columns(keys, labels, cells, weighted=weight is not None)


def tally(
    frame: Any,
    items: Sequence[str],
    keys: Sequence[str],
    weight: str | None,
    missing: Collection[Any] = (),
) -> Tally:
    """Return the groups, each with its item, and the cells of their counts."""
    if not items:
        raise refusal(_("No column with scores was named: say which one, such as item=“advice”."))
    if isinstance(frame, str | Path):
        columns = list(dict.fromkeys([*items, *keys, *([weight] if weight else [])]))
        frame = parquet_parts(Path(frame), columns)
    if isinstance(frame, Mapping):
        frame = as_frame(frame).to_native()
    if isinstance(frame, Iterator | list | tuple):
        return added(tally(part, items, keys, weight, missing) for part in frame)
    if type(frame).__module__.split(".")[0] == "pandas" and hasattr(frame, "columns"):
        known(frame.columns, [*items, *keys, *([weight] if weight else [])])
        fast = _by_codes(frame, items, keys, weight, missing)
        if fast is not None:
            return fast
    return _by_engine(frame, items, keys, weight, missing)


def added(parts: Iterable[Tally]) -> Tally:
    """Add up what was counted part by part; no more than one part is in memory."""
    places: dict[Label, int] = {}
    cells = Cells.of([], [], [])
    for labels, part in parts:
        place = [places.setdefault(label, len(places)) for label in labels]
        moved = part.take(slice(None), np.asarray(place, dtype=np.int64)[part.group])
        cells = joined([cells, moved]).merged()
    return list(places), cells


def known(columns: Iterable[Any], wanted: Iterable[str]) -> None:
    """Refuse columns that are not there, or there twice."""
    there = list(columns)
    for name in wanted:
        if there.count(name) != 1:
            words = (
                _("There is no column “{name}”. There are: {there}.")
                if name not in there
                else _("There are several columns “{name}”: rename them first. There are: {there}.")
            )
            raise refusal(words, name=str(name), there=", ".join(map(str, there[:40])))


def parquet_parts(path: Path, columns: Sequence[str]) -> Iterator[Any]:
    """Yield a Parquet file, or a folder of them, in pieces that fit into memory."""
    from pyarrow import Table  # type: ignore[import-untyped]  # late: heavy
    from pyarrow.dataset import dataset  # type: ignore[import-untyped]  # late: heavy

    if not path.exists():
        raise refusal(_("There is no file or folder “{path}”."), path=str(path))
    try:
        source = dataset(path, format="parquet", partitioning="hive")
    except (OSError, ValueError) as error:
        raise refusal(
            _("“{path}” is no Parquet file ({reason}). Open other files with pandas or polars."),
            path=str(path), reason=str(error).splitlines()[0][:120],
        ) from None  # fmt: skip
    known(source.schema.names, columns)
    for batch in source.to_batches(columns=list(columns), batch_size=BATCH):
        if batch.num_rows:
            yield Table.from_batches([batch])


def _by_codes(
    frame: Any,
    items: Sequence[str],
    keys: Sequence[str],
    weight: str | None,
    missing: Collection[Any],
) -> Tally | None:
    if not len(frame):
        return None
    columns = [coded_series(frame[name]) for name in (*keys, *items)]
    if any(column is None for column in columns):
        return None
    coded = [column for column in columns if column is not None]
    weights = None if weight is None else as_weights(frame[weight])
    named = list(zip(items, coded[len(keys) :], strict=True))
    try:
        return count_codes(coded[: len(keys)], named, weights, missing)
    except NotCodableError:
        return None


def as_weights(column: Any) -> Any:
    """Return weights as floats; a missing one is NaN."""
    try:
        if hasattr(column, "to_numpy") and hasattr(column, "isna"):
            return column.to_numpy(dtype=np.float64, na_value=np.nan)
        return np.asarray(column, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise refusal(
            _("The weights hold something that is no number ({reason}). Turn them into numbers."),
            reason=str(error),
        ) from None


def _by_engine(
    frame: Any,
    items: Sequence[str],
    keys: Sequence[str],
    weight: str | None,
    missing: Collection[Any],
) -> Tally:
    import narwhals as nw  # late: heavy

    data = as_frame(frame)
    schema = data.collect_schema()
    known(schema.names(), [*items, *keys, *([weight] if weight else [])])
    if weight and not schema[weight].is_numeric():
        raise refusal(_("The weights in “{name}” are no numbers: turn them into numbers."),
                      name=weight)  # fmt: skip
    labels: list[Label] = []
    cells = []
    # Items of one type are asked for together, so that a lazy engine reads the data once.
    for _type, group in groupby(items, key=lambda name: str(schema[name])):
        names = list(group)
        try:
            table = _counted(nw, data, names, keys, weight)
        except TypeError as error:
            raise refusal(
                _("These columns cannot be counted ({reason}): each cell must hold one value."),
                reason=str(error),
            ) from None
        found, part = _read(table, names, len(keys), missing, weighted=weight is not None)
        cells.append(part.take(slice(None), part.group + len(labels)))
        labels += found
    return labels, joined(cells)


def as_frame(frame: Any) -> Any:
    """Return a table of any engine, or a mapping of column to values, as a frame of narwhals."""
    import narwhals as nw  # late: heavy

    if isinstance(frame, Mapping):
        import pandas as pd  # late: heavy

        frame = pd.DataFrame(frame)
    try:
        with catch_warnings():
            # Which package of narwhals brings Dask is settled where cxkit's extras are.
            filterwarnings("ignore", "Dask support is moving", FutureWarning)
            return nw.from_native(frame)
    except TypeError:
        raise refusal(
            _("{kind} is no table. Give a pandas, polars, PyArrow, DuckDB, Dask or Spark frame."),
            kind=type(frame).__name__,
        ) from None


def _counted(
    nw: Any, data: Any, items: Sequence[str], keys: Sequence[str], weight: str | None
) -> Any:
    """Let the engine count: one row for each group, item and answer as it was written."""
    grouped = [_grouped(nw, data, item, keys, weight) for item in items]
    if len(grouped) > 1:
        numbered = enumerate(grouped)
        grouped = [table.with_columns(nw.lit(place).alias("i")) for place, table in numbered]
        order = grouped[0].collect_schema().names()
        grouped = [nw.concat([table.select(order) for table in grouped])]
    (whole,) = grouped
    return whole.collect() if isinstance(whole, nw.LazyFrame) else whole


def _grouped(nw: Any, data: Any, item: str, keys: Sequence[str], weight: str | None) -> Any:
    names = [f"k{place}" for place in range(len(keys))]
    columns = [nw.col(key).alias(name) for key, name in zip(keys, names, strict=True)]
    sums = [nw.len().alias("n")]
    if weight is not None:
        value = nw.col(weight).cast(nw.Float64)
        wrong = (value.is_null() | (value < 0)).cast(nw.Int64)
        columns += [value.alias("w"), (value * value).alias("ww"), wrong.alias("wrong")]
        sums += [nw.col(name).sum() for name in ("w", "ww", "wrong")]
    table = data.select(*columns, nw.col(item).alias("s"))
    return table.group_by(*names, "s").agg(*sums)


def _read(
    table: Any, items: Sequence[str], keys: int, missing: Collection[Any], *, weighted: bool
) -> Tally:
    score_code, answers = _distinct(table["s"])
    scores = np.array([as_score(one, missing) for one in answers])[score_code]
    group = np.zeros(len(scores), dtype=np.int64)
    columns = [_distinct(table[f"k{place}"]) for place in range(keys)]
    if len(items) > 1:
        code, places = _distinct(table["i"])
        columns.append((code, [items[place] for place in places]))
    for code, values in columns:
        group = group * len(values) + code
    _codes, first, group = np.unique(group, return_index=True, return_inverse=True)
    rows = zip(*([values[one] for one in code[first]] for code, values in columns), strict=True)
    alone = tuple(items) if len(items) == 1 else ()
    labels = [(*row, *alone) for row in rows] if columns else [alone] * len(first)
    n = table["n"].to_numpy()
    if not weighted:
        return labels, Cells.of(group, scores, n)
    gone = np.isnan(scores)
    w, ww = (np.where(gone, 0.0, table[name].to_numpy()) for name in ("w", "ww"))
    if not np.isfinite(w).all() or (~gone & (table["wrong"].to_numpy() > 0)).any():
        raise bad_weight()
    return labels, Cells.of(group, scores, n, w, ww)


def _distinct(column: Any) -> tuple[Any, list[Any]]:
    """Return the place of each row's value among the different ones, and these."""
    if column.dtype.is_integer() and not column.null_count():
        values, code = np.unique(column.to_numpy(), return_inverse=True)
        return code, values.tolist()
    places: dict[Any, int] = {}
    code = np.fromiter(
        (places.setdefault(as_label(one), len(places)) for one in column.to_list()),
        dtype=np.int64, count=len(column),
    )  # fmt: skip
    return code, list(places)
