"""What a benchmark leaves: a table for people, a JSON file with every sample for machines."""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmarks" / "results"


@dataclass(frozen=True)
class Target:
    """A figure that was promised, beside the one that was measured."""

    what: str
    measured: float
    limit: float
    unit: str = "×"

    @property
    def holds(self) -> bool:
        """Tell whether the promise is kept."""
        return self.measured <= self.limit


@dataclass(frozen=True)
class Spread:
    """Samples in the order they were taken, with their middle and their ends."""

    samples: tuple[float, ...]

    @classmethod
    def of(cls, samples: Iterable[float], digits: int = 3) -> Spread:
        """Round the samples, which are seconds, to what the clock can tell."""
        return cls(tuple(round(sample, digits) for sample in samples))

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.samples)

    @property
    def p95(self) -> float:
        """The smallest sample that at least 95 in 100 do not exceed."""
        ranked = sorted(self.samples)
        return ranked[-(-95 * len(ranked) // 100) - 1]

    def __str__(self) -> str:
        low, high = min(self.samples), max(self.samples)
        return f"{self.median:.3f} s  [{low:.3f} – {high:.3f}]  n={len(self.samples)}"


def ratio(ours: Spread, theirs: Spread) -> float:
    """Return the ratio of two medians."""
    return round(ours.median / theirs.median, 3)


def options(description: str | None, rounds: int) -> argparse.Namespace:
    """Read the options that all benchmarks share; one that does not use an option ignores it."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--rounds", type=int, default=rounds, help="rounds of A B A B")
    parser.add_argument("--without-peers", action="store_true", help="leave the peers out")
    parser.add_argument("--minutes", type=float, default=2, help="how long forty people type")
    parser.add_argument("--results", type=Path, default=RESULTS, help="folder of the JSON files")
    return parser.parse_args()


def machine(packages: Sequence[str]) -> dict[str, Any]:
    """Describe where the figures come from."""
    return {
        "system": platform.platform(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": _memory_gb(),
        "python": platform.python_version(),
        "packages": {name: metadata.version(name) for name in packages},
        "commit": _commit(),
    }


def load() -> list[float]:
    """Return the load average over 1, 5 and 15 minutes: who else was at work."""
    return [round(value, 2) for value in os.getloadavg()] if hasattr(os, "getloadavg") else []


def now() -> str:
    """Return the time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def write(path: Path, name: str, figures: Mapping[str, Any], targets: Sequence[Target]) -> Path:
    """Write ``<path>/<name>.json``."""
    kept = [{**asdict(target), "holds": target.holds} for target in targets]
    path.mkdir(parents=True, exist_ok=True)
    file = path / f"{name}.json"
    text = json.dumps({**figures, "targets": kept}, indent=1, ensure_ascii=False, default=_plain)
    file.write_text(text + "\n", encoding="utf-8")
    return file


def show_targets(targets: Sequence[Target]) -> None:
    """Print the targets and whether they hold."""
    if not targets:
        return
    print(f"\n{'target':<62} {'measured':>10} {'limit':>9}")
    for target in targets:
        mark = "holds" if target.holds else "FAILS"
        figures = f"{target.measured:>10.4g} {target.limit:>7.4g} {target.unit:<2}"
        print(f"{target.what:<62} {figures} {mark}")


def show_spreads(title: str, rows: Mapping[str, Spread]) -> None:
    """Print medians with their ranges."""
    print(f"\n{title}")
    for name, spread in rows.items():
        print(f"  {name:<60} {spread}")
    sys.stdout.flush()


def _plain(value: object) -> object:
    if isinstance(value, Spread):
        return {"median": round(value.median, 3), "samples": value.samples}
    raise TypeError(f"no JSON for {type(value).__name__}")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def _memory_gb() -> float | None:
    try:
        return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1)
    except (AttributeError, ValueError):
        return None


def _commit() -> str:
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    return asked.stdout.strip()
