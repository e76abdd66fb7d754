"""A class on one machine: thirty people join within two seconds or all at once; others type.

Run by ``python3 tasks.py benchmark classroom``; ``docs/speed.md`` says what the figures mean. The
visitors are web socket clients, not browsers: thirty browsers would be measured instead of the
server. What a browser adds to one page is in ``pages.py``.
"""

from __future__ import annotations

import asyncio
import shutil
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tornado.httpclient import HTTPError

from benchmarks.tools import results
from benchmarks.tools.memory import Memory, memory_of
from benchmarks.tools.notebooks import button_page
from benchmarks.tools.participant import Participant, Times
from benchmarks.tools.results import Spread, Target, ratio
from benchmarks.tools.server import free_port, served
from benchmarks.tools.writers import typing, typing_targets
from cxkit.resources import notebooks
from cxkit.store import Store

PEOPLE, WITHIN, WRITERS = 30, 2.0, 40
MOST_SAMPLES = 1000
CHAPTER = "voila/render/en/05-journey.ipynb"
FORKED = "our class, kernels forked"
PLAIN = "our class, kernels started one by one"
STOCK = "stock Voila, the same chapter"
BARE = "stock Voila, one button"
FORKED_AT_ONCE = f"{FORKED}, all at once"
STOCK_AT_ONCE = f"{STOCK}, all at once"
PACKAGES = ("cxkit", "voila", "ipykernel", "jupyter_client", "jupyter_server", "tornado")


@dataclass
class Room:
    """A server under measurement.

    Parameters
    ----------
    base : str
        Its address.
    port : int
        Where it listens.
    page : str
        The page that everybody opens.
    code : str
        The class's code; empty where nobody signs in.
    """

    base: str
    port: int
    page: str
    code: str = ""

    async def people(self, number: int) -> list[Participant]:
        """Return visitors, who have joined the class where there is one."""
        made = [Participant(self.base) for _ in range(number)]
        for index, one in enumerate(made):
            if self.code:
                await one.join(self.code, f"Person {index + 1}")
        return made


@contextmanager
def our_room(folder: Path, kernels: str) -> Iterator[Room]:
    """Serve a class of ours."""
    folder.mkdir()
    port = free_port()
    base = f"http://127.0.0.1:{port}/"
    program = Path(__file__).parent / "tools" / "room.py"
    command: list[str | Path] = [sys.executable, program, folder, str(port), kernels]
    with served(command, folder, base, said=r"code \w+") as said:
        yield Room(base, port, CHAPTER, said.split()[1])


@contextmanager
def stock_voila(folder: Path, page: str) -> Iterator[Room]:
    """Serve the chapters and a button with plain Voila."""
    folder.mkdir()
    button_page(folder / "bare.ipynb")
    shutil.copytree(notebooks() / "en", folder / "en")
    Store.create_or_upgrade(folder / "cxworkbook.db").close()
    port = free_port()
    base = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "voila", "--no-browser", f"--port={port}", "--token="]
    told = {"CXKIT_DATABASE": str(folder / "cxworkbook.db")}
    with served(command, folder, base, env=told) as address:
        yield Room(address, port, page)


@dataclass
class Joined:
    """What one rush showed.

    Parameters
    ----------
    times : list of Times
        Of those who got their page.
    last : float
        Seconds until the last one was ready, or was given up.
    missing : int
        How many never got their page whole.
    memory : Memory
        While all were there.
    """

    times: list[Times]
    last: float
    missing: int
    memory: Memory


async def join_in(room: Room, within: float) -> Joined:
    """Wake the server with one visit, then let everybody open the page within some seconds."""
    people = await room.people(PEOPLE)
    await people[0].open(room.page)
    await people[0].leave()
    await gone(room.port)
    begun = time.monotonic()

    async def come(index: int, one: Participant) -> Times | None:
        await asyncio.sleep(within * index / len(people))
        try:
            return await one.open(room.page)
        except (HTTPError, OSError, RuntimeError):
            return None

    came = await asyncio.gather(*(come(index, one) for index, one in enumerate(people)))
    last = time.monotonic() - begun
    times = [one for one in came if one is not None]
    return Joined(times, last, len(came) - len(times), memory_of(room.port))


async def gone(port: int, patience: float = 60) -> None:
    """Wait until the kernels that were left have ended."""
    end = time.monotonic() + patience
    while memory_of(port).kernels:
        if time.monotonic() > end:
            raise TimeoutError("kernels are still there")
        await asyncio.sleep(0.2)


async def let_type(room: Room, database: Path, minutes: float) -> dict[str, Any]:
    """Let forty people type in one chapter."""
    people = await room.people(WRITERS)
    await asyncio.gather(*(one.open("voila/render/en/03-vision.ipynb") for one in people))
    return await typing(people, room.port, database, minutes)


def measure(folder: Path, rounds: int) -> tuple[dict[str, list[float]], dict[str, list[Joined]]]:
    """Open each kind of room in turn, on a server of its own each time, as often as asked."""
    rooms: dict[str, Callable[[Path], AbstractContextManager[Room]]] = {
        FORKED: lambda where: our_room(where, "forked"),
        STOCK: lambda where: stock_voila(where, CHAPTER),
        PLAIN: lambda where: our_room(where, "plain"),
        BARE: lambda where: stock_voila(where, "voila/render/bare.ipynb"),
    }
    kinds = {name: (room, WITHIN) for name, room in rooms.items()}
    kinds |= {FORKED_AT_ONCE: (rooms[FORKED], 0.0), STOCK_AT_ONCE: (rooms[STOCK], 0.0)}
    seconds: dict[str, list[float]] = defaultdict(list)
    rushes: dict[str, list[Joined]] = defaultdict(list)
    for number in range(rounds):
        for index, (name, (kind, within)) in enumerate(kinds.items()):
            with kind(folder / f"{number}-{index}") as room:
                rush = asyncio.run(join_in(room, within))
            rushes[name].append(rush)
            seconds[f"{name}: last ready"].append(rush.last)
            waits = [one.ready for one in rush.times]
            seconds[f"{name}: middle one's wait"].append(statistics.median(waits))
            forms = [one.typing for one in rush.times if one.typing is not None]
            if forms:
                seconds[f"{name}: longest wait until a form was there"].append(max(forms))
            print(f"{name}: {rush.last:.1f} s, {rush.missing} never ready", flush=True)
    return dict(seconds), dict(rushes)


def joining_targets(spreads: dict[str, Spread], rushes: dict[str, list[Joined]]) -> list[Target]:
    """Hold what the rushes showed against what was promised."""
    last = {name: spreads[f"{name}: last ready"] for name in rushes}
    kernels = [statistics.mean(one.memory.kernels) for one in rushes[FORKED]]
    missing = sum(rush.missing for name in (FORKED, FORKED_AT_ONCE) for rush in rushes[name])
    return [
        Target(
            "last of thirty ready, beside stock Voila", ratio(last[FORKED], last[STOCK]), 1 / 12
        ),
        Target(
            "the same, when all ask at once",
            ratio(last[FORKED_AT_ONCE], last[STOCK_AT_ONCE]),
            1 / 12,
        ),
        Target("the same beside stock Voila with one button", ratio(last[FORKED], last[BARE]), 1),
        Target("the same beside kernels not forked", ratio(last[FORKED], last[PLAIN]), 1),
        Target("people who never got their page", missing, 0, ""),
        Target("memory of one participant's kernel (PSS)", statistics.median(kernels), 25, "MB"),
    ]


def shown_memory(rushes: dict[str, list[Joined]]) -> dict[str, Any]:
    """Return medians of what each room used, in megabytes, and who never got a page."""

    def middle(values: Iterable[float]) -> float:
        return round(statistics.median(values), 1)

    return {
        name: {
            "server": middle(one.memory.server for one in found),
            "each kernel": middle(statistics.mean(one.memory.kernels) for one in found),
            "whole": middle(one.memory.whole for one in found),
            "never ready": [one.missing for one in found],
        }
        for name, found in rushes.items()
    }


def main() -> None:
    """Measure, print and keep; ``--rounds 0`` lets people type only, ``--minutes 0`` join only."""
    asked = results.options(__doc__, rounds=5)
    begun, before = results.now(), results.load()
    with tempfile.TemporaryDirectory(prefix="cx") as name:
        folder = Path(name)
        seconds, rushes = measure(folder, asked.rounds)
        with our_room(folder / "writers", "forked") as room:
            database = folder / "writers" / "cxworkbook.db"
            typed = asyncio.run(let_type(room, database, asked.minutes)) if asked.minutes else {}
    spreads = {name: Spread.of(samples) for name, samples in seconds.items()}
    if typed:
        # Sorted, so every so-many-th is the same curve in a file that can be read.
        spreads["forty type: a save confirmed"] = Spread.of(
            typed["seconds"][:: 1 + len(typed["seconds"]) // MOST_SAMPLES]
        )
    held = joining_targets(spreads, rushes) if rushes else []
    held += typing_targets(typed) if typed else []
    results.show_spreads(f"{PEOPLE} join within {WITHIN:.0f} seconds, {WRITERS} type", spreads)
    if rushes:
        print("\nmegabytes, shared pages counted once")
    for name, used in shown_memory(rushes).items():
        print(f"  {name:<40} {used}")
    results.show_targets(held)
    kept = {
        "begun": begun,
        "load_before": before,
        "load_after": results.load(),
        "machine": results.machine(PACKAGES),
        "seconds": spreads,
        "megabytes": shown_memory(rushes),
        "typing": {
            **{key: value for key, value in typed.items() if key != "seconds"},
            "saves": len(typed.get("seconds", ())),
        },
    }
    print(f"\nload average {before} before, {results.load()} after")
    print(results.write(asked.results, "classroom" if rushes else "classroom-typing", kept, held))


if __name__ == "__main__":
    main()
