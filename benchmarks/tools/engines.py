"""The dataframe engines that counting runs on: the same answers in each, and its bare group-by."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

KEYS = ["wave", "segment"]
ITEM = "advice"
GROUPS = [*KEYS, ITEM]
WAVES, SEGMENTS = 8, 132


@dataclass(frozen=True)
class Engine:
    """An engine with the answers loaded, and what it does when asked to count them itself."""

    name: str
    frame: Any
    bare: Callable[[], Any]


def answers(rows: int) -> pd.DataFrame:
    """Make answers of many customers: 8 waves of 132 segments, scores from 0 to 10."""
    chance = np.random.default_rng(2008)
    return pd.DataFrame(
        {
            "wave": chance.integers(2008, 2008 + WAVES, rows).astype("int16"),
            "segment": chance.integers(0, SEGMENTS, rows).astype("int16"),
            ITEM: chance.integers(0, 11, rows).astype("int8"),
            "weight": chance.uniform(0.3, 3.0, rows),
        }
    )


@contextmanager
def engines(data: pd.DataFrame, folder: Path) -> Iterator[list[Engine]]:
    """Load the answers into every engine that is installed; say which is not."""
    plain = data[GROUPS]
    file = folder / "answers.parquet"
    plain.to_parquet(file)
    with ExitStack() as stack:
        found = [*_pandas(plain)]
        for name, make in MAKERS.items():
            if find_spec(NEEDS[name]) is None:
                print(f"  {name}: not measured, {NEEDS[name]} is not installed")
            elif name == "Spark" and shutil.which("java") is None:
                print("  Spark: not measured, there is no java")
            else:
                found += make(plain, file, stack)
        yield found


def _pandas(plain: pd.DataFrame) -> Iterator[Engine]:
    named = plain.astype({"segment": "category"})
    for name, frame in (("pandas, whole numbers", plain), ("pandas, categories", named)):
        yield Engine(name, frame, lambda f=frame: f.groupby(GROUPS, observed=True).size())


def _polars(plain: pd.DataFrame, file: Path, _stack: ExitStack) -> Iterator[Engine]:
    import polars as pl

    frame = pl.from_pandas(plain)
    yield Engine("polars", frame, lambda: frame.group_by(GROUPS).len())
    lazy = pl.scan_parquet(file)
    yield Engine("polars, lazy from a file", lazy, lambda: lazy.group_by(GROUPS).len().collect())


def _arrow(plain: pd.DataFrame, _file: Path, _stack: ExitStack) -> Iterator[Engine]:
    import pyarrow as pa

    table = pa.Table.from_pandas(plain, preserve_index=False)
    yield Engine("PyArrow", table, lambda: table.group_by(GROUPS).aggregate([([], "count_all")]))


def _duckdb(_plain: pd.DataFrame, file: Path, stack: ExitStack) -> Iterator[Engine]:
    import duckdb

    connection = stack.enter_context(duckdb.connect())
    connection.read_parquet(str(file)).create("answers")
    relation = connection.table("answers")
    keys = ", ".join(GROUPS)
    yield Engine(
        "DuckDB", relation, lambda: relation.aggregate(f"{keys}, count(*)", keys).fetchall()
    )


def _dask(_plain: pd.DataFrame, file: Path, stack: ExitStack) -> Iterator[Engine]:
    import dask.dataframe as dd
    from distributed import Client, LocalCluster

    cluster = stack.enter_context(
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    )
    stack.enter_context(Client(cluster))
    frame = dd.read_parquet(file).repartition(npartitions=4).persist()
    yield Engine("Dask, two workers", frame, lambda: frame.groupby(GROUPS).size().compute())


def _spark(_plain: pd.DataFrame, file: Path, stack: ExitStack) -> Iterator[Engine]:
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.memory": "4g",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
    }
    builder = SparkSession.builder.master("local[2]").appName("benchmark")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    stack.callback(session.stop)
    frame = session.read.parquet(str(file)).cache()
    frame.count()
    yield Engine("Spark, two cores", frame, lambda: frame.groupBy(GROUPS).count().toArrow())


MAKERS = {"polars": _polars, "PyArrow": _arrow, "DuckDB": _duckdb, "Dask": _dask, "Spark": _spark}
NEEDS = {
    "polars": "polars", "PyArrow": "pyarrow", "DuckDB": "duckdb", "Dask": "distributed",
    "Spark": "pyspark",
}  # fmt: skip
