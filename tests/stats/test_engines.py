"""The same counts from every engine: only the group-by is theirs."""

import importlib.util
import shutil
from collections.abc import Iterator
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cxkit import count_scores, scores_by

ROWS = 4000
BY = ["wave", "segment"]
ITEMS = ["advice", "staff"]


def survey() -> pd.DataFrame:
    chance = np.random.default_rng(8)
    advice = chance.integers(0, 11, ROWS).astype(float)
    advice[chance.random(ROWS) < 0.1] = np.nan
    return pd.DataFrame(
        {
            "wave": chance.integers(2008, 2016, ROWS).astype("int16"),
            "segment": chance.choice(["families", "firms", "young"], ROWS),
            "advice": advice,
            "staff": chance.integers(1, 6, ROWS),
            "weight": chance.uniform(0.2, 3.0, ROWS),
            "written": chance.choice(["9,0", "10", " 3", "", "n/a", "99"], ROWS),
        }
    )


SURVEY = survey()
ARROW = pa.Table.from_pandas(SURVEY, preserve_index=False)


@pytest.fixture(scope="module")
def dask_frame() -> Iterator[Any]:
    if importlib.util.find_spec("distributed") is None:
        pytest.skip(
            "dask and distributed are not installed: pip install 'dask[dataframe,distributed]'"
        )
    import dask.dataframe as dd
    from distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster),
    ):
        yield dd.from_pandas(SURVEY, npartitions=3)


@pytest.fixture(scope="module")
def spark_frame() -> Iterator[Any]:
    if importlib.util.find_spec("pyspark") is None:
        pytest.skip("pyspark is not installed: pip install pyspark")
    if shutil.which("java") is None:
        pytest.skip("pyspark needs Java 17 or newer, and there is no java on the path")
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }
    builder = SparkSession.builder.master("local[2]").appName("cxkit")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session.createDataFrame(SURVEY)
    session.stop()


FRAMES = {
    "pandas": lambda _: SURVEY,
    "pandas categories": lambda _: SURVEY.astype({"segment": "category"}),
    "pandas nullable": lambda _: SURVEY.convert_dtypes(),
    "pandas arrow": lambda _: SURVEY.convert_dtypes(dtype_backend="pyarrow"),
    "polars": lambda _: pl.from_pandas(SURVEY),
    "polars lazy": lambda _: pl.from_pandas(SURVEY).lazy(),
    "pyarrow": lambda _: ARROW,
    "duckdb": lambda _: duckdb.from_arrow(ARROW),
    "parts": lambda _: (SURVEY.iloc[start : start + 700] for start in range(0, ROWS, 700)),
    "dask": lambda request: request.getfixturevalue("dask_frame"),
    "spark": lambda request: request.getfixturevalue("spark_frame"),
}


@pytest.fixture(params=FRAMES)
def frame(request: pytest.FixtureRequest) -> Any:
    return FRAMES[request.param](request)


@pytest.fixture
def plain() -> pd.DataFrame:
    """Counts by a plain loop over the rows."""
    counted: dict[tuple[Any, ...], list[float]] = {}
    for row in SURVEY.itertuples():
        for item in ITEMS:
            score = getattr(row, item)
            key = (row.wave, row.segment, item, None if np.isnan(score) else score)
            sums = counted.setdefault(key, [0, 0.0, 0.0])
            sums[0] += 1
            if key[-1] is not None:
                sums[1] += row.weight
                sums[2] += row.weight**2
    rows = [(*key, *sums) for key, sums in counted.items()]
    return pd.DataFrame(rows, columns=["wave", "segment", "item", "score", "n", "w", "ww"])


def test_weighted_counts_of_several_items(frame: Any, plain: pd.DataFrame) -> None:
    found = count_scores(frame, ITEMS, by=BY, weight="weight").to_frame()
    expected = plain.sort_values(["wave", "segment", "item", "score"], ignore_index=True)
    found = found.sort_values(["wave", "segment", "item", "score"], ignore_index=True)
    pd.testing.assert_frame_equal(found, expected, check_dtype=False, rtol=1e-12, atol=0)


def test_unweighted_counts_are_exactly_those_of_pandas(frame: Any) -> None:
    found = count_scores(frame, ITEMS, by=BY)
    assert found == count_scores(SURVEY, ITEMS, by=BY)
    assert found.n + found.missing == 2 * ROWS


def test_texts_and_codes_mean_the_same_everywhere(frame: Any) -> None:
    found = count_scores(frame, "written", missing=99)
    written = SURVEY.written
    assert found.missing == written.isin(["", "n/a", "99"]).sum()
    assert found.to_frame().dropna().set_index("score").n.to_dict() == {
        3: (written == " 3").sum(), 9: (written == "9,0").sum(), 10: (written == "10").sum()
    }  # fmt: skip


def test_figures_are_the_same_to_twelve_digits(frame: Any) -> None:
    counts = count_scores(frame, "advice", by=BY, weight="weight")
    expected = scores_by(count_scores(SURVEY, "advice", by=BY, weight="weight"), *BY)
    found = scores_by(counts, *BY)
    for name in ("estimate", "low", "high", "se", "n_eff"):
        ours, theirs = getattr(found.found, name), getattr(expected.found, name)
        np.testing.assert_allclose(ours, theirs, rtol=1e-12)


def test_impossible_weights_are_refused(request: pytest.FixtureRequest) -> None:
    for wrong in (None, -1.0, float("nan")):
        weights = pl.Series("weight", [1.0, wrong])
        data = pl.DataFrame({"advice": [9, 8]}).with_columns(weights)
        for table in (data, data.lazy(), data.to_arrow(), duckdb.from_arrow(data.to_arrow())):
            with pytest.raises(ValueError, match="weight"):
                count_scores(table, "advice", weight="weight")


def test_columns_that_are_not_there_are_named(frame: Any) -> None:
    with pytest.raises(ValueError, match=r"no column “town”\. There are: wave, segment"):
        count_scores(frame, "advice", by="town")


def test_groups_without_a_name_are_a_group(request: pytest.FixtureRequest) -> None:
    data = pl.DataFrame({"wave": [2008, None, None], "advice": [9, 8, 3]})
    for table in (data, data.lazy(), data.to_pandas(), data.to_arrow()):
        assert count_scores(table, "advice", by="wave").values("wave") == (2008, None)


@pytest.mark.parametrize("layout", ["file", "folder", "years"])
def test_parquet_is_counted_part_by_part(tmp_path: Any, layout: str, monkeypatch: Any) -> None:
    monkeypatch.setattr("cxkit.stats.engines.BATCH", 500)
    place = tmp_path / "survey.parquet"
    if layout == "file":
        pq.write_table(ARROW, place, row_group_size=1000)
    elif layout == "folder":
        place.mkdir()
        for start in range(0, ROWS, 1500):
            pq.write_table(ARROW.slice(start, 1500), place / f"{start}.parquet")
    else:
        pq.write_to_dataset(ARROW, place, partition_cols=["wave"])
    for path in (place, str(place)):
        assert count_scores(path, ITEMS, by=BY) == count_scores(SURVEY, ITEMS, by=BY)
    with pytest.raises(ValueError, match="no column “town”"):
        count_scores(place, "town")


def test_one_part_is_in_memory_at_a_time() -> None:
    alive: list[int] = []

    class Part(pd.DataFrame):
        def __del__(self) -> None:
            alive.pop()

    def parts() -> Iterator[pd.DataFrame]:
        for start in range(0, ROWS, 500):
            assert len(alive) <= 1
            alive.append(start)
            yield Part(SURVEY.iloc[start : start + 500].copy())

    assert count_scores(parts(), "staff").n == ROWS


def test_wide_codes_and_fractions_are_left_to_the_group_by() -> None:
    customers = pd.DataFrame({"customer": [10**9, 5, 10**9], "advice": [9, 8, 3]})
    assert count_scores(customers, "advice", by="customer").values("customer") == (5, 10**9)
    halves = pd.DataFrame({"part": [0.5, 1.0, 0.5], "advice": [8.25, 7.5, 8.25]})
    counts = count_scores(halves, "advice", by="part")
    assert counts.values("part") == (0.5, 1.0)
    assert counts.to_frame().n.tolist() == [2, 1]


def test_dates_of_waves_keep_their_order() -> None:
    days = pd.to_datetime(["2012-03-01", "2011-03-01", "2012-03-01"])
    data = pd.DataFrame({"day": days, "advice": [9, 8, 3]})
    expected = [pd.Timestamp("2011-03-01"), pd.Timestamp("2012-03-01")]
    for table in (data, pl.from_pandas(data), pa.Table.from_pandas(data)):
        assert list(count_scores(table, "advice", by="day").values("day")) == expected
