"""A class on one machine: thirty people join within two seconds, and people who type.

Run by ``python3 tasks.py benchmark classroom``; ``docs/speed.md`` says what the figures mean. The
visitors are web socket clients, not browsers: thirty browsers would be measured instead of the
server. What a browser adds to one page is in ``pages.py``.
"""

from __future__ import annotations

import asyncio
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.tools import results
from benchmarks.tools.memory import Memory, memory_of
from benchmarks.tools.notebooks import button_page
from benchmarks.tools.participant import Participant, Times
from benchmarks.tools.results import Spread, Target, ratio
from benchmarks.tools.server import free_port, served
from cxkit.resources import notebooks
from cxkit.store import Store

PEOPLE, WITHIN = 30, 2.0
WRITERS, BURST_EVERY, BETWEEN_SAVES = 40, 5.0, 0.4
CHAPTER = "voila/render/en/05-journey.ipynb"
EXERCISE = "vision-statement"
FORKED = "our class, kernels forked"
PLAIN = "our class, kernels started one by one"
STOCK = "stock Voila, the same chapter"
BARE = "stock Voila, one button"
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
    """Serve a folder with plain Voila."""
    port = free_port()
    base = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "voila", "--no-browser", f"--port={port}", "--token="]
    told = {"CXKIT_DATABASE": str(folder / "cxworkbook.db")}
    with served(command, folder, base, env=told) as address:
        yield Room(address, port, page)


async def join_in(room: Room, people: list[Participant]) -> tuple[list[Times], float, Memory]:
    """Let everybody open the page; return their times, when the last was ready, and memory."""
    begun = time.monotonic()

    async def come(index: int, one: Participant) -> Times:
        await asyncio.sleep(WITHIN * index / len(people))
        return await one.open(room.page)

    times = await asyncio.gather(*(come(index, one) for index, one in enumerate(people)))
    last = time.monotonic() - begun
    memory = memory_of(room.port)
    await asyncio.gather(*(one.leave() for one in people))
    await until(lambda: not memory_of(room.port).kernels)
    return list(times), last, memory


async def until(done: Callable[[], bool], patience: float = 90) -> None:
    """Wait until what was left behind has ended."""
    end = time.monotonic() + patience
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("kernels are still there")
        await asyncio.sleep(0.2)


async def write(one: Participant, until_when: float) -> tuple[list[float], dict[str, Any]]:
    """Type a burst every few seconds; return how long each save took, and what was said last."""
    widget, revision, took, value = one.widget(EXERCISE), 0, [], {}
    await asyncio.sleep(random.uniform(0, BURST_EVERY))  # noqa: S311 -- people do not type in step
    while time.monotonic() < until_when:
        burst = time.monotonic()
        for _ in range(2):  # the form sends the first key at once and the rest when the hand rests
            value = {"motto": f"word {len(took)}"}
            seconds, revision = await one.save(widget, value, revision)
            took.append(seconds)
            await asyncio.sleep(BETWEEN_SAVES)
        await asyncio.sleep(max(0.0, BURST_EVERY - (time.monotonic() - burst)))
    return took, value


async def typing(room: Room, database: Path, minutes: float) -> dict[str, Any]:
    """Let forty people type, and look whether each word is there afterwards."""
    people = await room.people(WRITERS)
    await asyncio.gather(*(one.open("voila/render/en/03-vision.ipynb") for one in people))
    warm = time.monotonic() + 30
    await asyncio.gather(*(write(one, warm) for one in people))
    before = memory_of(room.port)
    end = time.monotonic() + 60 * minutes
    written = await asyncio.gather(*(write(one, end) for one in people))
    after = memory_of(room.port)
    await asyncio.gather(*(one.leave() for one in people))
    kept = _stored_mottos(database)
    return {
        "minutes": minutes,
        "people": WRITERS,
        "seconds": sorted(seconds for took, _ in written for seconds in took),
        "lost": sum(value["motto"] not in kept for _, value in written),
        "megabytes before": before.whole,
        "megabytes after": after.whole,
    }


def _stored_mottos(database: Path) -> set[str]:
    found = set()
    with Store.open(database) as store:
        room = store.classes.named("Benchmark")
        assert room is not None
        for member in store.classes.members(room.id):
            for book in store.workbooks(member.person):
                stored = store.answer(book.id, EXERCISE, person=member.person)
                found.add(dict(stored.value).get("motto") if stored else None)
    return found


async def measure(rooms: dict[str, Room], rounds: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Join each room in turn, as often as asked, after one unmeasured visit to each."""
    people = {name: await room.people(PEOPLE) for name, room in rooms.items()}
    for name, room in rooms.items():
        await join_in(room, people[name][:1])
    seconds: dict[str, list[float]] = defaultdict(list)
    memory: dict[str, list[Memory]] = defaultdict(list)
    for _ in range(rounds):
        for name, room in rooms.items():
            times, last, used = await join_in(room, people[name])
            memory[name].append(used)
            seconds[f"{name}: last ready"].append(last)
            seconds[f"{name}: middle one's wait"].append(statistics.median(t.ready for t in times))
            typing_since = [one.typing for one in times if one.typing is not None]
            if typing_since:
                longest = max(typing_since)
                seconds[f"{name}: longest wait until a form was there"].append(longest)
            print(".", end="", flush=True)
    return dict(seconds), dict(memory)


def targets(
    spreads: dict[str, Spread], memory: dict[str, list[Memory]], typed: dict[str, Any]
) -> list[Target]:
    """Hold the figures against what was promised."""
    last = {name: spreads[f"{name}: last ready"] for name in memory}
    kernels = [statistics.mean(one.kernels) for one in memory[FORKED]]
    found = [
        Target(
            "last of thirty ready, beside stock Voila", ratio(last[FORKED], last[STOCK]), 1 / 12
        ),
        Target("the same beside stock Voila with one button", ratio(last[FORKED], last[BARE]), 1),
        Target("the same beside kernels not forked", ratio(last[FORKED], last[PLAIN]), 1),
        Target("memory of one participant's kernel (PSS)", statistics.median(kernels), 25, "MB"),
    ]
    if typed:
        waits = Spread.of(typed["seconds"])
        rank = waits.samples[-(-99 * len(waits.samples) // 100) - 1]
        grown = typed["megabytes after"] / typed["megabytes before"]
        found += [
            Target("forty type: a save confirmed, P99", rank, 1, "s"),
            Target("forty type: last words lost", typed["lost"], 0, ""),
            Target("forty type: memory afterwards beside before", round(grown, 3), 1.05),
        ]
    return found


def shown_memory(memory: dict[str, list[Memory]]) -> dict[str, Any]:
    """Return medians of what each room used, in megabytes."""

    def middle(values: Iterable[float]) -> float:
        return round(statistics.median(values), 1)

    return {
        name: {
            "server": middle(one.server for one in found),
            "each kernel": middle(statistics.mean(one.kernels) for one in found),
            "whole": middle(one.whole for one in found),
        }
        for name, found in memory.items()
    }


def main() -> None:
    """Measure, print and keep."""
    asked = results.options(__doc__, rounds=5)
    begun, before = results.now(), results.load()
    with tempfile.TemporaryDirectory(prefix="cx") as name:
        folder = Path(name)
        button_page(folder / "stock" / "bare.ipynb")
        shutil.copytree(notebooks() / "en", folder / "stock" / "en")
        Store.create_or_upgrade(folder / "stock" / "cxworkbook.db").close()
        with (
            our_room(folder / "forked", "forked") as forked,
            our_room(folder / "plain", "plain") as plain,
            stock_voila(folder / "stock", CHAPTER) as stock,
        ):
            bare = Room(stock.base, stock.port, "voila/render/bare.ipynb")
            rooms = {FORKED: forked, STOCK: stock, PLAIN: plain, BARE: bare}
            seconds, memory = asyncio.run(measure(rooms, asked.rounds))
            database = folder / "forked" / "cxworkbook.db"
            typed = asyncio.run(typing(forked, database, asked.minutes)) if asked.minutes else {}
    spreads = {name: Spread.of(samples) for name, samples in seconds.items()}
    if typed:
        spreads["forty type: a save confirmed"] = Spread.of(typed["seconds"])
    held = targets(spreads, memory, typed)
    results.show_spreads(f"{PEOPLE} people join within {WITHIN:.0f} seconds", spreads)
    print("\nmegabytes, shared pages counted once")
    for name, used in shown_memory(memory).items():
        print(f"  {name:<60} {used}")
    results.show_targets(held)
    kept = {
        "begun": begun,
        "load_before": before,
        "load_after": results.load(),
        "machine": results.machine(PACKAGES),
        "seconds": spreads,
        "megabytes": shown_memory(memory),
        "memory": {name: [asdict(one) for one in found] for name, found in memory.items()},
        "typing": {key: value for key, value in typed.items() if key != "seconds"},
    }
    print(f"\nload average {before} before, {results.load()} after")
    print(results.write(asked.results, "classroom", kept, held))


if __name__ == "__main__":
    main()
