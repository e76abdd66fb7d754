"""Scores from ten million answers beside each engine's own group-by; drivers of ten thousand rows.

Ours is everything from the loaded table to the NPS of about a thousand groups with their intervals;
beside it, in turn, the engine does nothing but count rows by the same columns.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.tools import results
from benchmarks.tools.engines import ITEM, KEYS, Engine, answers, engines
from benchmarks.tools.results import Spread, Target, ratio
from cxkit import count_scores, drivers, scores_by

ROWS = 10_000_000
DRIVERS, PEOPLE = 12, 10_000
PACKAGES = (
    "cxkit", "numpy", "pandas", "narwhals", "polars", "pyarrow", "duckdb", "dask", "pyspark",
)  # fmt: skip


def seconds(work: Callable[[], Any]) -> float:
    """Time one call."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def scored(frame: Any, weight: str | None = None) -> Any:
    """Do what is measured: count, then the NPS of all groups with its intervals."""
    return scores_by(count_scores(frame, ITEM, by=KEYS, weight=weight), *KEYS)


def beside(engine: Engine, rounds: int) -> dict[str, Spread]:
    """Run ours and the bare group-by in turn; the first round warms up."""
    taken: dict[str, list[float]] = {"ours": [], "bare": []}
    for number in range(rounds + 1):
        pair = {"ours": seconds(lambda: scored(engine.frame)), "bare": seconds(engine.bare)}
        for name, one in pair.items():
            if number:
                taken[name].append(one)
    return {name: Spread.of(each, 4) for name, each in taken.items()}


def in_memory(data: pd.DataFrame, rounds: int) -> dict[str, Spread]:
    """Measure what else people do with a table in memory."""
    work: dict[str, Callable[[], Any]] = {
        "pandas, with weights": lambda: scored(data, "weight"),
        f"LMG of {DRIVERS} drivers, {PEOPLE:,} rows": lmg(),
    }
    return {
        name: Spread.of([seconds(each) for _ in range(rounds + 1)][1:], 4)
        for name, each in work.items()
    }


def lmg() -> Callable[[], Any]:
    """Prepare the importance of correlated drivers."""
    chance = np.random.default_rng(7)
    common = chance.normal(size=(PEOPLE, 1))
    items = common + chance.normal(size=(PEOPLE, DRIVERS))
    outcome = items @ np.linspace(0, 1, DRIVERS) + chance.normal(size=PEOPLE)
    names = [f"item {number}" for number in range(DRIVERS)]
    frame = pd.DataFrame(items, columns=names).assign(outcome=outcome)
    return lambda: drivers(frame, "outcome", names, method="lmg")


def main() -> None:
    """Measure, print and keep."""
    asked = results.options(__doc__, rounds=7)
    begun, before = results.now(), results.load()
    data = answers(ROWS)
    with tempfile.TemporaryDirectory() as folder, engines(data, Path(folder)) as loaded:
        pairs = {engine.name: beside(engine, asked.rounds) for engine in loaded}
    others = in_memory(data, asked.rounds)
    held = [
        Target(f"{name}: ours beside its bare group-by", ratio(pair["ours"], pair["bare"]),
               0.25 if name.startswith("pandas") else 1.15)
        for name, pair in pairs.items()
    ]  # fmt: skip
    importance = next(name for name in others if name.startswith("LMG"))
    held.append(Target(importance, others[importance].median, 0.1, "s"))
    for name, pair in pairs.items():
        results.show_spreads(name, pair)
    results.show_spreads("ours alone", others)
    results.show_targets(held)
    kept = {
        "begun": begun,
        "load_before": before,
        "load_after": results.load(),
        "machine": results.machine([name for name in PACKAGES if find_spec(name)]),
        "rows": ROWS,
        "seconds": {**pairs, "ours alone": others},
    }
    print(results.write(asked.results, "stats", kept, held))


if __name__ == "__main__":
    main()
