"""The report beside nbconvert: the same notebooks, the same answers, to HTML.

``cxkit export`` draws the whole workbook without a kernel. ``jupyter nbconvert --execute`` runs the
chapters in which the case has answers, in one process; it gets no other chapter to do.
"""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
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
from cxkit.workbook import Workbook, chapter_plans

SCRIPTS = Path(sys.executable).parent
BANK = ROOT / "data" / "samples" / "bank.en.cxworkbook.json"
MANY = 40
IN_ONE_GO = 200


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


def answered() -> list[str]:
    """Name the chapters in which the sample case has answers."""
    answers = Workbook.read(BANK).answers
    return [
        plan.notebook
        for plan in chapter_plans()
        if any(each.id in answers for each in plan.exercises)
    ]


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


def in_one_go(folder: Path) -> tuple[float, int]:
    """Export many files with one command: seconds for each, and how many reports there are."""
    for number in range(IN_ONE_GO):
        shutil.copy(BANK, folder / f"{number:03}.cxworkbook.json")
    out = f"{folder}/out/"
    taken = seconds([SCRIPTS / "cxkit", "export", folder, f"--out={out}"])
    return taken / IN_ONE_GO, len(list(Path(out).glob("*.html")))


def _megabytes() -> float:
    """Return the highest memory use so far."""
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def compare(rounds: int, chapters: list[str]) -> tuple[dict[str, list[float]], float, float]:
    """Run both programs in turn; return seconds, and the megabytes of ours and of theirs."""
    samples: dict[str, list[float]] = {"cxkit export": [], "nbconvert --execute": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        facts, out = stored(folder), folder / "bank.html"
        notebooks = [ROOT / "workbook" / "en" / f"{chapter}.ipynb" for chapter in chapters]
        ours: list[str | Path] = [SCRIPTS / "cxkit", "export", BANK, "--lang=en", "--overwrite"]
        stock: list[str | Path] = [SCRIPTS / "jupyter", "nbconvert", "--execute", "--to=html"]
        for _ in range(rounds):
            samples["cxkit export"].append(seconds([*ours, f"--out={out}"]))
            options = ["--no-input", f"--output-dir={folder}"]
            samples["nbconvert --execute"].append(seconds([*stock, *options, *notebooks], facts))
        theirs = sum((folder / f"{chapter}.html").stat().st_size for chapter in chapters)
        return samples, out.stat().st_size / 1e6, theirs / 1e6


def main() -> None:
    """Measure, print and keep."""
    asked = results.options(__doc__, rounds=5)
    begun, before, chapters = results.now(), results.load(), answered()
    samples, size, theirs = compare(asked.rounds, chapters)
    taken, growth, digests = many()
    with tempfile.TemporaryDirectory() as name:
        each, made = in_one_go(Path(name))
    spreads = {name: Spread.of(times) for name, times in samples.items()}
    spreads["one of many"] = Spread.of(taken)
    beside = ratio(spreads["cxkit export"], spreads["nbconvert --execute"])
    if made != IN_ONE_GO:
        raise RuntimeError(f"{IN_ONE_GO} workbooks gave {made} reports")
    held = [
        Target("export beside nbconvert", beside, 0.05),
        Target("report's size", size, 3, "MB"),
        Target(f"one of {IN_ONE_GO} workbooks in one command", each, 0.5, "s"),
        Target("one of many reports in one process", spreads["one of many"].median, 0.5, "s"),
        Target(f"memory's growth from report 10 to {MANY}", growth, 5, "MB"),
        Target("different files from the same input", digests, 1, ""),
    ]
    results.show_spreads("to HTML", spreads)
    print(f"  nbconvert's {len(chapters)} files weigh {theirs:.1f} MB and show no widgets offline")
    results.show_targets(held)
    kept = {
        "begun": begun,
        "load_before": before,
        "load_after": results.load(),
        "machine": results.machine(("cxkit", "nbconvert", "nbclient", "ipykernel")),
        "chapters": chapters,
        "seconds": spreads,
        "megabytes": {"cxkit export": round(size, 3), "nbconvert --execute": round(theirs, 3)},
    }
    print(results.write(asked.results, "report", kept, held))


if __name__ == "__main__":
    main()
