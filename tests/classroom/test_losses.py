"""A class in which everything goes wrong while people type: nothing acknowledged is lost."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from cxkit.store import Store, backup
from tests.classroom.client import Client
from tests.classroom.people import come, enter, join, person_of
from tests.classroom.serving import ROOM, Serving, is_kernel, serving
from tests.classroom.writers import EXERCISE, Writer
from tests.disks import fill, refused_writes, small_disk

LOSSES = (ConnectionError, TimeoutError, OSError, ValueError)
PEOPLE = int(os.environ.get("CXKIT_WRITERS", "5"))
PAIRS = max(2, PEOPLE // 2)


@pytest.fixture
def school(tmp_path: Path) -> Iterator[Serving]:
    with serving(tmp_path / "school", room=ROOM, options={}) as running:
        yield running


async def writers(server: Serving, number: int = PEOPLE) -> list[Writer]:
    """Let people join and open a chapter."""
    clients = [await asyncio.to_thread(enter, server, f"Persona {n}") for n in range(number)]
    found = [Writer(client) for client in clients]
    await asyncio.gather(*(one.open() for one in found))
    return found


def kept(server: Serving, name: str) -> dict[str, object]:
    """Return what the database holds of somebody."""
    person = person_of(server, name)
    with Store.open(server.database) as store:
        book = store.current_workbook(person)
        assert book is not None
        stored = store.answer(book.id, EXERCISE, person=person)
    return dict(stored.value) if stored else {}


def nothing_is_lost(server: Serving, people: list[Writer]) -> None:
    """Hold the database against what each page was told."""
    for number, one in enumerate(people):
        motto = str(kept(server, f"Persona {number}").get("motto", ""))
        told = str(one.acknowledged.get("motto", ""))
        # One save may be stored whose acknowledgement was cut off; none the other way round.
        assert number_in(motto) >= number_in(told), (motto, told)
    with contextlib.closing(sqlite3.connect(server.database)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def number_in(motto: str) -> int:
    """Return how far somebody was."""
    return int(motto.rpartition(" ")[2])


def gone(processes: list[psutil.Process]) -> None:
    """Wait until processes have ended; fail when one outlives the patience."""
    _, alive = psutil.wait_procs(processes, timeout=60)
    assert alive == []


async def type_on(one: Writer, stop: asyncio.Event) -> None:
    """Type until told to stop, and come back after each loss as a page does by itself."""
    number = 1
    while not stop.is_set():
        try:
            await one.write({"motto": f"Parola {number}"})
            number += 1
            await asyncio.sleep(0.05)
        except LOSSES:
            one.close()
            await come_back(one, stop)


async def come_back(one: Writer, stop: asyncio.Event) -> None:
    while not stop.is_set():
        try:
            await one.open()
        except LOSSES:
            await asyncio.sleep(0.2)
        else:
            return


async def all_have_saved(people: list[Writer]) -> None:
    """Wait until everybody has saved three times more."""
    before = [one.revision for one in people]
    while any(one.revision < was + 3 for one, was in zip(people, before, strict=True)):
        await asyncio.sleep(0.05)


def crash(server: Serving) -> None:
    """Kill the server, wait until nothing of it is left, and start it again."""
    started = psutil.Process(server.process.pid).children(recursive=True)
    server.kill()
    gone(started)
    server.start()


def test_kills_in_the_middle_of_a_typing_class_cost_nothing(school: Serving) -> None:
    """Kernels, then the server, at moments nobody chose."""
    dice = random.Random(20261122)  # noqa: S311 -- moments, not secrets

    async def storm() -> list[Writer]:
        async with asyncio.timeout(600):  # whoever never comes back is lost
            return await blows()

    async def blows() -> list[Writer]:
        people = await writers(school)
        stop = asyncio.Event()
        typing = [asyncio.ensure_future(type_on(one, stop)) for one in people]
        for blow in (school.kill_kernels, lambda: crash(school)) * 2:
            await all_have_saved(people)
            await asyncio.sleep(dice.uniform(0, 0.2))
            await asyncio.to_thread(blow)
        await all_have_saved(people)
        stop.set()
        await asyncio.gather(*typing)
        return people

    people = asyncio.run(storm())
    nothing_is_lost(school, people)
    started = psutil.Process(school.process.pid).children(recursive=True)
    assert any(is_kernel(one) for one in started)
    school.stop()
    gone(started)


def team_of_two(server: Serving, one: Client, other: Client, name: str) -> None:
    """Let one make a team and the other join it."""
    assert one.post("/teams", {"title": "Banca"}).status == 303
    team = workbook_of(server, name)
    other.keep(other.get("/"))
    assert other.post(f"/teams/{team}/join").status == 303


def workbook_of(server: Serving, name: str) -> str:
    """Return the workbook that somebody has open."""
    person = person_of(server, name)
    with Store.open(server.database) as store:
        book = store.current_workbook(person)
    assert book is not None
    return book.id


def versions(server: Serving, name: str) -> set[str]:
    """Return every motto that can be brought back."""
    person, book = person_of(server, name), workbook_of(server, name)
    with Store.open(server.database) as store:
        found = [
            store.revision(book, EXERCISE, line.revision, person=person)
            for line in store.history(book, EXERCISE, person=person)
        ]
    return {str(one.value["motto"]) for one in found if one is not None}


def test_pairs_who_type_in_one_field_lose_no_version(school: Serving) -> None:
    """What anybody types is a version to go back to, or was shown to them beside the other's."""
    bursts = 10

    async def type_at_once(people: list[Writer]) -> None:
        for number in range(bursts):
            texts = [f"{index} scrive {number}" for index in range(len(people))]
            saves = [one.write({"motto": text}) for one, text in zip(people, texts, strict=True)]
            assert {said["kind"] for said in await asyncio.gather(*saves)} == {"saved"}
        # What is told after the last save comes before the answer to one more.
        for index, one in enumerate(people):
            await one.write({"motto": f"{index} ha finito"})

    async def pairs() -> list[Writer]:
        clients = [enter(school, f"Persona {n}") for n in range(2 * PAIRS)]
        for first in range(0, 2 * PAIRS, 2):
            clients[first].keep(clients[first].get("/"))
            team_of_two(school, clients[first], clients[first + 1], f"Persona {first}")
        people = [Writer(client) for client in clients]
        await asyncio.gather(*(one.open() for one in people))
        await type_at_once(people)
        return people

    for index, one in enumerate(asyncio.run(pairs())):
        mine = {str(field["mine"]) for field in one.conflicts}
        theirs = {str(field["theirs"]).split()[0] for field in one.conflicts}
        typed = {f"{index} scrive {number}" for number in range(bursts)}
        assert typed <= versions(school, f"Persona {index}") | mine
        assert str(index) not in theirs


def test_a_backup_taken_while_a_class_writes_is_whole_and_can_be_served(
    school: Serving, tmp_path: Path
) -> None:
    async def write_and_copy() -> list[Writer]:
        people = await writers(school, 3)
        for number in range(4):
            await asyncio.gather(*(one.write({"motto": f"Parola {number}"}) for one in people))
        before = [dict(one.acknowledged) for one in people]
        copying = asyncio.to_thread(backup, school.database, tmp_path / "copy.db")
        rest = [one.write({"motto": f"Parola {number}"}) for number in (4,) for one in people]
        await asyncio.gather(copying, *rest)
        for one, was in zip(people, before, strict=True):
            one.acknowledged = was
        return people

    people = asyncio.run(write_and_copy())
    folder = tmp_path / "restored"
    folder.mkdir()
    (tmp_path / "copy.db").rename(folder / "cxworkbook.db")
    with serving(folder, room=ROOM) as again:
        nothing_is_lost(again, people)
        answer = join(come(again), "Persona 1")
        assert answer.status == 303


def test_a_full_disk_is_said_and_costs_nothing(tmp_path: Path) -> None:
    with (
        small_disk(tmp_path / "small", 16_000) as disk,
        serving(disk / "school", room=ROOM) as school,
    ):
        people = asyncio.run(write_on_a_full_disk(school, disk))
        nothing_is_lost(school, people)


async def write_on_a_full_disk(school: Serving, disk: Path) -> list[Writer]:
    people = await writers(school)
    told = await asyncio.gather(*(one.write({"motto": "Parola 0"}) for one in people))
    assert {said["kind"] for said in told} == {"saved"}
    filler, refused = fill(disk), set()
    for number in range(1, 400):
        said = await people[number % PEOPLE].write({"motto": f"Parola {number}"})
        if said["kind"] == "refused":
            assert "spazio" in said["message"]
            assert str(disk) not in said["message"]
            assert said["again"] > 0
            refused.add(number % PEOPLE)
        if len(refused) == PEOPLE:
            break
    assert len(refused) == PEOPLE
    await asyncio.to_thread(look_around, school, people[0])
    filler.unlink()
    told = await asyncio.gather(*(one.write({"motto": "Parola 1000"}) for one in people))
    assert {said["kind"] for said in told} == {"saved"}
    return people


def look_around(school: Serving, somebody: Writer) -> None:
    """On a full disk everybody still comes in, reads, and takes their work along."""
    with Store.open(school.database) as store:
        book = store.current_workbook(person_of(school, "Persona 0"))
    assert book is not None
    reads = ("/", "/vote", "/me/data", f"/workbooks/{book.id}/download")
    assert {path: somebody.client.get(path).status for path in reads} == dict.fromkeys(reads, 200)
    again = join(come(school), "Persona 1")
    assert again.status == 303
    for path, fields in (("/teams", {"title": "Nuova"}), ("/workbooks", {"title": "Nuovo"})):
        answer = somebody.client.post(path, fields)
        assert answer.status == 507
        assert "spazio" in answer.text
    assert "spazio" in join(come(school), "Nuova persona").text


def test_a_disk_that_takes_no_more_writes_is_said_and_what_was_typed_goes_later(
    school: Serving,
) -> None:
    async def write_on() -> list[Writer]:
        people = await writers(school, 3)
        await asyncio.gather(*(one.write({"motto": "Parola 1"}) for one in people))
        with refused_writes(school.process.pid):
            for one in people:
                said = await one.write({"motto": "Parola 2"})
                assert (said["kind"], said["again"] > 0) == ("refused", True)
                assert str(school.folder) not in said["message"]
            await asyncio.to_thread(read_all_the_same, people[0].client)
        told = await asyncio.gather(*(one.write({"motto": "Parola 2"}) for one in people))
        assert {said["kind"] for said in told} == {"saved"}
        return people

    nothing_is_lost(school, asyncio.run(write_on()))


def read_all_the_same(client: Client) -> None:
    client.keep(client.get("/"))
    assert {client.get(path).status for path in ("/", "/vote", "/me/data")} == {200}
    assert client.post("/teams", {"title": "Nuova"}).status == 503
