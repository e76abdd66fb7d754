"""What ``import cxkit`` costs beside ``import pydantic``: fresh processes, one after the other."""

from __future__ import annotations

import subprocess
import sys
import time

from benchmarks.tools import results
from benchmarks.tools.results import Spread, Target, ratio

STATEMENTS = {
    "python alone": "pass",
    "import pydantic": "import pydantic; pydantic.BaseModel",
    "import cxkit": "import cxkit",
    "from cxkit import Journey": "from cxkit import Journey",
}
HEAVY = ("pandas", "ipywidgets", "sqlalchemy", "tornado", "voila")
COUNT = f"import sys, cxkit; print(sum(name in sys.modules for name in {HEAVY}))"


def seconds(statement: str) -> float:
    """Time a fresh process from its start to its end."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return time.perf_counter() - begun


def main() -> None:
    """Measure, print and keep."""
    asked = results.options(__doc__, rounds=15)
    begun, before = results.now(), results.load()
    samples: dict[str, list[float]] = {name: [] for name in STATEMENTS}
    for number in range(asked.rounds + 1):
        for name, statement in STATEMENTS.items():
            taken = seconds(statement)
            if number:  # the first round fills the file cache
                samples[name].append(taken)
    spreads = {name: Spread.of(each) for name, each in samples.items()}
    heavy = subprocess.run(
        [sys.executable, "-c", COUNT], check=True, capture_output=True, text=True
    )
    limit = ratio(spreads["import cxkit"], spreads["import pydantic"])
    held = [
        Target("import cxkit beside import pydantic", limit, 1.5),
        Target("heavy libraries that import cxkit loads", int(heavy.stdout), 0, ""),
    ]
    results.show_spreads("whole process", spreads)
    results.show_targets(held)
    kept = {
        "begun": begun,
        "load_before": before,
        "machine": results.machine(("cxkit", "pydantic")),
        "seconds": spreads,
    }
    print(results.write(asked.results, "imports", kept, held))


if __name__ == "__main__":
    main()
