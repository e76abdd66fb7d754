"""Pages in a real Chromium: how soon a person can type, beside a bare Voila page and the peers.

Run by ``python3 tasks.py benchmark pages``; ``docs/speed.md`` says what the figures mean.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.tools import results
from benchmarks.tools.browser import KEY_WATCH, Visit, chromium, until, visit
from benchmarks.tools.notebooks import button_page
from benchmarks.tools.peers import measure_peers
from benchmarks.tools.results import Spread, Target, ratio
from benchmarks.tools.server import free_port, served
from benchmarks.tools.workbooks import prepare
from cxkit.store import OWNER, Store

SCRIPTS = Path(sys.executable).parent
VISION, JOURNEY = "en/03-vision", "en/05-journey"
# Chapters with an answer that is filled to the brim, and what they are called here.
FILLED = {
    "journey": JOURNEY,
    "personas": "en/04-listening",
    "measures": "en/06-measure",
    "actions": "en/08-act",
}
# 40 megabits each way and 20 ms for every request.
LINE = {"latency": 20, "downloadThroughput": 5_000_000, "uploadThroughput": 5_000_000}
KEYS = 20
PACKAGES = ("cxkit", "voila", "ipywidgets", "ipykernel", "jupyter_server", "tornado", "playwright")


class Bench:
    """Our server and a bare Voila side by side, and all that was measured on them."""

    def __init__(self, browser: Browser, voila: str, ours: str, database: Path) -> None:
        self.browser = browser
        self.voila = f"{voila}voila/render/bare.ipynb"
        self.ours = ours.partition("?")[0]
        self.database = database
        self.books = prepare(database)
        self.samples: dict[str, list[float]] = defaultdict(list)
        self.traffic: dict[str, dict[str, Any]] = {}
        with self.browser.new_context() as context:
            context.new_page().goto(ours)
            # Signed in, and nothing in the cache.
            self.signed_in = context.storage_state()

    def context(self) -> BrowserContext:
        """Return a fresh context: empty cache, signed in."""
        return self.browser.new_context(
            storage_state=self.signed_in, viewport={"width": 1280, "height": 900}
        )

    def open_book(self, name: str) -> None:
        """Make a workbook the current one."""
        with Store.open(self.database) as store:
            store.set_current(OWNER, self.books[name])

    def note(self, name: str, seconds: float) -> None:
        """Keep a sample."""
        self.samples[name].append(seconds)

    def bare(self, line: dict[str, int] | None = None, warm: bool = True) -> None:
        """Measure the bare Voila page, cold and then warm."""
        with self.context() as context:
            for cache in ("cold", "warm") if warm else ("slow line",):
                seen = visit(context, self.voila, "button", line)
                self.note(f"bare Voila, {cache}", seen.ready)
                if f"bare Voila, {cache}" not in self.traffic:
                    seen.prove_pressing()
                    self._keep_traffic(f"bare Voila, {cache}", seen)
                seen.leave()

    def chapter(
        self, name: str, chapter: str, caches: tuple[str, ...], line: dict[str, int] | None = None
    ) -> None:
        """Measure one of our chapters."""
        with self.context() as context:
            for cache in caches:
                seen = visit(context, f"{self.ours}voila/render/{chapter}.ipynb", "field", line)
                self.note(f"{name}, {cache}", seen.ready)
                self.note(f"{name}, {cache}, kernel bound", seen.kernel())
                if f"{name}, {cache}" not in self.traffic:
                    self._keep_traffic(f"{name}, {cache}", seen)
                    seen.prove_typing()
                seen.leave()

    def _keep_traffic(self, name: str, seen: Visit) -> None:
        seen.page.wait_for_load_state("networkidle")
        self.traffic[name] = seen.traffic.summary()

    def keystrokes(self, name: str, book: str, chapter: str, slot: str, index: int) -> None:
        """Type, key by key, and wait each time for "saved" and for the new picture."""
        self.open_book(book)
        with self.context() as context:
            seen = visit(context, f"{self.ours}voila/render/{chapter}.ipynb", "field")
            seen.kernel()
            page = seen.page
            page.evaluate(KEY_WATCH, [slot, index])
            for number in range(KEYS + 2):
                page.keyboard.press("abcdefghij"[number % 10])
                until(page, "cxKey.saved && cxKey.drawn", 15)
                times = page.evaluate("({ ...cxKey })")
                if number >= 2:  # the first two wake up what sleeps
                    for end in ("saved", "drawn"):
                        self.note(f"{name}, key to {end}", (times[end] - times["key"]) / 1000)
                page.wait_for_timeout(150)
            self._type_on(page, name)
            seen.leave()

    def _type_on(self, page: Page, name: str) -> None:
        """Type without a pause, five keys a second: how long does each wait to be saved?"""
        page.evaluate("cxWaits.length = 0")
        page.keyboard.type("abcdefghij" * (KEYS // 10), delay=200)
        until(page, f"cxWaits.length >= {KEYS}", 15)
        for milliseconds in page.evaluate("cxWaits"):
            self.note(f"{name}, typing on, key to saved", milliseconds / 1000)


def run(bench: Bench, rounds: int) -> None:
    """Measure A B A B, after one unmeasured look at each."""
    with bench.context() as context:
        visit(context, bench.voila, "button").leave()
        first = visit(context, f"{bench.ours}voila/render/{VISION}.ipynb", "field")
        first.kernel()
        first.leave()
    for _ in range(rounds):
        bench.open_book("empty")
        bench.bare()
        bench.chapter("vision", VISION, ("cold", "warm"))
        for name, chapter in FILLED.items():
            caches = ("cold", "warm") if chapter == JOURNEY else ("cold",)
            bench.open_book("empty")
            bench.chapter(name, chapter, caches)
            bench.open_book("brim")
            bench.chapter(f"{name} to the brim", chapter, ("cold",))
        bench.open_book("empty")
        bench.bare(LINE, warm=False)
        bench.chapter("vision", VISION, ("slow line",), LINE)
        print(".", end="", flush=True)
    # The vision's second field, "How we want them to feel", and the title of the map.
    bench.keystrokes("vision", "empty", VISION, "vision-statement", 1)
    bench.keystrokes("journey to the brim", "brim", JOURNEY, "journey-map", 0)


def targets(spreads: dict[str, Spread], traffic: dict[str, dict[str, Any]]) -> list[Target]:
    """Hold the figures against what was promised."""
    found = []
    for name in ("vision", "journey"):
        cold, warm = spreads[f"{name}, cold"], spreads[f"{name}, warm"]
        found += [
            Target(
                f"{name}, cold, beside bare Voila cold",
                ratio(cold, spreads["bare Voila, cold"]),
                0.7,
            ),
            Target(
                f"{name}, cold, with forked kernels (later)",
                ratio(cold, spreads["bare Voila, cold"]),
                0.35,
            ),
            Target(
                f"{name}, warm, beside bare Voila warm",
                ratio(warm, spreads["bare Voila, warm"]),
                0.25,
            ),
        ]
        counts = traffic[f"{name}, cold"]
        found += [
            Target(f"{name}, cold: requests", counts["requests"], 15, ""),
            Target(f"{name}, cold: megabytes over the line", counts["bytes"] / 1e6, 0.4, "MB"),
            Target(f"{name}, cold: requests to other hosts", len(counts["foreign"]), 0, ""),
        ]
    for name in FILLED:
        full, empty = spreads[f"{name} to the brim, cold"], spreads[f"{name}, cold"]
        found.append(
            Target(f"{name} to the brim, beside the empty chapter", ratio(full, empty), 1.3)
        )
    for name in ("vision", "journey to the brim"):
        for way, middle, high in (
            ("key to saved", 0.150, 0.300),
            ("typing on, key to saved", 0.150, 0.300),
            ("key to drawn", 0.400, 0.800),
        ):
            spread = spreads[f"{name}, {way}"]
            found += [
                Target(f"{name}: {way}, median", spread.median, middle, "s"),
                Target(f"{name}: {way}, P95", spread.p95, high, "s"),
            ]
    slow = ratio(spreads["vision, slow line"], spreads["bare Voila, slow line"])
    return [*found, Target("vision on 40 Mbit and 20 ms, beside bare Voila on it", slow, 0.25)]


def main() -> None:
    """Measure, print and keep."""
    asked = results.options(__doc__, rounds=5)
    begun, before = results.now(), results.load()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        button_page(folder / "bare" / "bare.ipynb")
        figures, spreads, traffic = measure(folder, asked.rounds)
    peers: dict[str, Any] = {} if asked.without_peers else measure_peers(asked.rounds)
    held = targets(spreads, traffic) + [Target(**each) for each in peers.pop("targets", [])]
    results.show_spreads(
        "from navigation until a person can type (bare Voila: press the button)", spreads
    )
    results.show_spreads("peers: button, text, table of 50 rows", peers.get("cold", {}))
    for peer, reason in peers.get("not measured", {}).items():
        print(f"  {peer:<60} not measured: {reason}")
    results.show_targets(held)
    kept = {
        "begun": begun,
        "load_before": before,
        "load_after": results.load(),
        "machine": {**results.machine(PACKAGES), **figures},
        "seconds": spreads,
        "traffic": traffic,
        "peers": peers,
    }
    print(f"\nload average {before} before, {results.load()} after")
    print(results.write(asked.results, "pages", kept, held))


def measure(folder: Path, rounds: int) -> tuple[dict[str, Any], dict[str, Spread], dict[str, Any]]:
    """Start both servers and the browser, and measure."""
    ports = free_port(), free_port()
    local = [f"http://127.0.0.1:{port}/" for port in ports]
    stock: list[str | Path] = [SCRIPTS / "voila", "--no-browser", f"--port={ports[0]}", "--token="]
    own: list[str | Path] = [
        SCRIPTS / "cxkit",
        "serve",
        "data",
        "--no-browser",
        f"--port={ports[1]}",
    ]
    (folder / "data").mkdir()
    with (
        served(stock, folder / "bare", local[0]) as voila,
        served(own, folder, local[1], said=r"http://\S+token=\w+") as ours,
        chromium() as browser,
    ):
        bench = Bench(browser, voila, ours, folder / "data" / "cxworkbook.db")
        run(bench, rounds)
        spreads = {name: Spread.of(samples) for name, samples in bench.samples.items()}
        return {"chromium": browser.version}, spreads, bench.traffic


if __name__ == "__main__":
    main()
