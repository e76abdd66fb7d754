"""Answers of each person side by side, from any engine: what correlations and row checks need."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from cxkit.stats.cells import Floats
from cxkit.stats.engines import as_frame, known, parquet_parts
from cxkit.stats.values import as_score

BLOCK = 1 << 18
"""Rows that are turned into numbers at a time."""


def row_blocks(
    frame: Any, columns: Sequence[str], missing: Collection[Any] = ()
) -> Iterator[Floats]:
    """Yield the answers of all persons, some rows at a time, as numbers.

    Parameters
    ----------
    frame : DataFrame, LazyFrame, relation, path, mapping or iterable of frames
        One row per person, in pandas, polars, PyArrow, DuckDB, Dask, PySpark or whatever else
        narwhals knows; a Parquet file or a folder of them; a mapping of column to values.
    columns : sequence of str
        Which columns, in which order.
    missing : collection
        Codes that stand for no answer.

    Yields
    ------
    ndarray of float, shape (rows, columns)
        Missing answers are NaN.

    Raises
    ------
    ValueError
        When a column is not there, or an answer is no number.

    Examples
    --------
    >>> next(row_blocks({"a": [1, 99], "b": ["2,5", ""]}, ["a", "b"], missing=[99]))
    array([[1. , 2.5],
           [nan, nan]])
    """
    for block in frame_blocks(frame, columns):
        yield np.column_stack([as_floats(block.get_column(name), missing) for name in columns])


def frame_blocks(frame: Any, columns: Sequence[str]) -> Iterator[Any]:
    """Yield columns some rows at a time, as narwhals frames in memory; see `row_blocks`."""
    for part in _parts(frame, columns):
        data = _collected(part, columns)
        for start in range(0, max(len(data), 1), BLOCK):
            yield data[start : start + BLOCK]


def column_names(frame: Any) -> list[str]:
    """Return the columns of a frame in their order.

    Examples
    --------
    >>> column_names({"a": [1], "b": [2]})
    ['a', 'b']
    """
    if isinstance(frame, dict):
        return list(frame)
    if isinstance(frame, str | Path):
        from pyarrow.dataset import dataset  # type: ignore[import-untyped]  # late: heavy

        return list(dataset(frame, format="parquet").schema.names)
    if isinstance(frame, list | tuple):
        return column_names(frame[0])
    return list(as_frame(frame).collect_schema().names())


def as_floats(series: Any, missing: Collection[Any] = ()) -> Floats:
    """Return a narwhals series as numbers; each different text is read once."""
    if series.dtype.is_numeric():
        plain = series.to_numpy()
        if plain.dtype.kind not in "iuf":
            plain = series.cast(_float64()).to_numpy()
        values = np.array(plain, dtype=np.float64)
        if plain.dtype.kind == "f":
            values[np.isinf(values)] = np.nan
        codes = [float(one) for one in missing if isinstance(one, int | float)]
        if codes:
            values[np.isin(values, codes)] = np.nan
        return values
    values = series.to_numpy()
    if all(one is None or isinstance(one, str) for one in values[:1]):
        read: dict[Any, float] = {}
        return np.array([_read(one, missing, read) for one in values], dtype=np.float64)
    return np.array([as_score(one, missing) for one in values], dtype=np.float64)


def _read(value: Any, missing: Collection[Any], read: dict[Any, float]) -> float:
    if value not in read:
        read[value] = as_score(value, missing)
    return read[value]


def _float64() -> Any:
    import narwhals as nw  # late: heavy

    return nw.Float64


def _parts(frame: Any, columns: Sequence[str]) -> Iterator[Any]:
    if isinstance(frame, str | Path):
        yield from parquet_parts(Path(frame), columns)
    elif isinstance(frame, Iterator | list | tuple):
        yield from frame
    else:
        yield frame


def _collected(frame: Any, columns: Sequence[str]) -> Any:
    """Return the columns as a frame in memory, of narwhals."""
    data = as_frame(frame)
    known(data.collect_schema().names(), columns)
    data = data.select(*columns)
    return data.collect() if hasattr(data, "collect") else data
