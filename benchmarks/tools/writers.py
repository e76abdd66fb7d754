"""People who type: how long their saves take, what is kept of them, and what memory they need."""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.tools.memory import memory_of
from benchmarks.tools.participant import Participant
from benchmarks.tools.results import Spread, Target
from cxkit.store import Store

# A burst of typing is this long; while it lasts, saves begin this far apart.
BURST_EVERY, BURST, BETWEEN_SAVES = 5.0, 1.5, 0.2
# So long everybody types before memory is looked at, and so far apart are the looks.
WARM, LOOK_EVERY = 30, 30
# From so many minutes on, what is used for the first time has been used in the first half.
LONG = 10
EXERCISE = "vision-statement"


async def write(one: Participant, until_when: float) -> tuple[list[float], dict[str, Any]]:
    """Type a burst every few seconds; return how long each save took, and what was said last."""
    widget, revision, took, value = one.widgets[EXERCISE], 0, [], {}
    await asyncio.sleep(random.uniform(0, BURST_EVERY))  # noqa: S311 -- people do not type in step
    while time.monotonic() < until_when:
        burst = time.monotonic()
        while time.monotonic() - burst < BURST:
            value = {"motto": f"{widget} {len(took)}"}
            seconds, revision = await one.save(widget, value, revision)
            took.append(seconds)
            # As the form does it: this far apart, further where the last two answers were slow.
            gap = max(BETWEEN_SAVES, 4 * min(took[-2:]))
            await asyncio.sleep(max(0.0, gap - seconds))
        await asyncio.sleep(max(0.0, BURST_EVERY - (time.monotonic() - burst)))
    return took, value


async def typing(
    people: Sequence[Participant], port: int, database: Path, minutes: float
) -> dict[str, Any]:
    """Let people type who have their page open, and look whether each word is there afterwards.

    Returns
    -------
    dict
        ``seconds`` that each save took, sorted; how many last words were ``lost``; the looks at the
        ``memory`` in megabytes, each with the ``second`` at which it was taken.
    """
    warm = time.monotonic() + WARM
    await asyncio.gather(*(write(one, warm) for one in people))
    begun = time.monotonic()
    looks: list[dict[str, float]] = []
    watching = asyncio.create_task(_look_on(port, begun, looks))
    end = begun + 60 * minutes
    written = await asyncio.gather(*(write(one, end) for one in people))
    watching.cancel()
    looks.append(_look(port, begun))
    await asyncio.gather(*(one.leave() for one in people))
    kept = _stored_mottos(database)
    return {
        "minutes": minutes,
        "people": len(people),
        "seconds": sorted(seconds for took, _ in written for seconds in took),
        "lost": sum(value["motto"] not in kept for _, value in written if value),
        "memory": looks,
    }


async def _look_on(port: int, begun: float, looks: list[dict[str, float]]) -> None:
    while True:
        # In a thread: to add up forty processes takes a while, and no save is to wait for it.
        looks.append(await asyncio.to_thread(_look, port, begun))
        await asyncio.sleep(LOOK_EVERY)


def _look(port: int, begun: float) -> dict[str, float]:
    seen, second = memory_of(port), round(time.monotonic() - begun)
    kernel = round(statistics.mean(seen.kernels), 2)
    return {"second": second, "whole": round(seen.whole, 1), "each kernel": kernel}


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


def typing_targets(typed: dict[str, Any]) -> list[Target]:
    """Hold what the writers saw against what was promised."""
    waits = Spread.of(typed["seconds"])
    rank = waits.samples[-(-99 * len(waits.samples) // 100) - 1]
    first, half, last = memory_looks(typed)
    held = [
        Target("forty type: a save confirmed, P99", rank, 1, "s"),
        Target("forty type: last words lost", typed["lost"], 0, ""),
        Target("forty type: memory at the end beside the first look", round(last / first, 3), 1.05),
    ]
    if typed["minutes"] >= LONG:
        grown = round((last - half) / first, 3)
        held.append(Target("forty type: grown in the second half", grown, 0.02))
    return held


def memory_looks(typed: dict[str, Any]) -> tuple[float, float, float]:
    """Return the memory in megabytes at the first look, at the one nearest half time, at the end.

    What is used for the first time is memory that is taken once; what leaks goes on growing in the
    second half as it did in the first.
    """
    looks = typed["memory"]
    half = looks[-1]["second"] / 2
    middle = min(looks, key=lambda look: abs(look["second"] - half))
    return looks[0]["whole"], middle["whole"], looks[-1]["whole"]
