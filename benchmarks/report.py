"""The report beside nbconvert: the same notebooks, the same answers, to HTML.

``cxkit export`` draws the whole workbook without a kernel. ``jupyter nbconvert --execute`` runs the
four chapters that have exercises, in one process; it gets no lessons of the other chapters to do.
"""

from __future__ import annotations

import hashlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.tools import results
from benchmarks.tools.results import ROOT, Spread, Target, ratio
from cxkit.report import report_html
from cxkit.store import OWNER, Store
from cxkit.workbook import Workbook

SCRIPTS = Path(sys.executable).parent
BANK = ROOT / "data" / "samples" / "bank.en.cxworkbook.json"
CHAPTERS = ("00-start", "03-vision", "04-listening", "05-journey")
MANY = 40


def seconds(command: Sequence[str | Path], env: dict[str, str] | None = None) -> float:
    """Time a program from its start to its end."""
    begun = time.perf_counter()
    whole = {**os.environ, **(env or {})}
    subprocess.run([str(part) for part in command], check=True, capture_output=True, env=whole)
    return time.perf_counter() - begun


def stored(folder: Path) -> dict[str, str]:
    """Put the sample case into a database and return how a kernel is told of it."""
    book = Workbook.read(BANK)
    database = folder / "cxworkbook.db"
    with Store.create_or_upgrade(database) as store:
        made = store.create_workbook(book.title, "en", person=OWNER, answers=book.values())
        store.set_current(OWNER, made.id)
    return {"CXKIT_DATABASE": str(database), "CXKIT_WORKBOOK": made.id, "CXKIT_LANG": "en"}


def many() -> tuple[list[float], float, int]:
    """Draw many reports in this process: seconds, growth in MB after ten, different files."""
    book = Workbook.read(BANK)
    taken, digests, first = [], set(), 0.0
    for number in range(MANY):
        begun = time.perf_counter()
        html = report_html(book, lang="en")
        taken.append(time.perf_counter() - begun)
        digests.add(hashlib.sha256(html.encode()).hexdigest())
        if number == 9:
            first = _megabytes()
    return taken[1:], _megabytes() - first, len(digests)


def _megabytes() -> float:
    """Return the highest memory use so far."""
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def main() -> None:
    """Measure, print and keep."""
    asked = results.options(__doc__, rounds=5)
    begun, before = results.now(), results.load()
    samples: dict[str, list[float]] = {"cxkit export": [], "nbconvert --execute": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        facts = stored(folder)
        notebooks = [ROOT / "workbook" / "en" / f"{chapter}.ipynb" for chapter in CHAPTERS]
        out = f"--out={folder / 'bank.html'}"
        ours: list[str | Path] = [
            SCRIPTS / "cxkit",
            "export",
            BANK,
            "--lang=en",
            "--overwrite",
            out,
        ]
        stock: list[str | Path] = [SCRIPTS / "jupyter", "nbconvert", "--execute", "--to=html"]
        stock += ["--no-input", f"--output-dir={folder}", *notebooks]
        for _ in range(asked.rounds):
            samples["cxkit export"].append(seconds(ours))
            samples["nbconvert --execute"].append(seconds(stock, facts))
        size = (folder / "bank.html").stat().st_size / 1e6
        theirs = sum((folder / f"{chapter}.html").stat().st_size for chapter in CHAPTERS) / 1e6
    taken, growth, digests = many()
    spreads = {each: Spread.of(times) for each, times in samples.items()}
    spreads["one of many reports, in one process"] = Spread.of(taken)
    held = [
        Target(
            "export beside nbconvert",
            ratio(spreads["cxkit export"], spreads["nbconvert --execute"]),
            0.05,
        ),
        Target("report's size", size, 3, "MB"),
        Target(
            "one of many reports, median",
            spreads["one of many reports, in one process"].median,
            0.5,
            "s",
        ),
        Target(f"memory's growth over the last {MANY - 10} of {MANY} reports", growth, 5, "MB"),
        Target("different files from the same input", digests, 1, ""),
    ]
    results.show_spreads("to HTML", spreads)
    print(f"  nbconvert's four files weigh {theirs:.1f} MB and show no widgets offline")
    results.show_targets(held)
    kept = {
        "begun": begun,
        "load_before": before,
        "load_after": results.load(),
        "machine": results.machine(("cxkit", "nbconvert", "nbclient", "ipykernel")),
        "seconds": spreads,
        "megabytes": {"cxkit export": round(size, 3), "nbconvert --execute": round(theirs, 3)},
    }
    print(results.write(asked.results, "report", kept, held))


if __name__ == "__main__":
    main()
