"""Forked kernels: real processes, watched from outside."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from pathlib import Path

import psutil
import pytest
from jupyter_client.session import Session

from cxkit.classroom.kernels import preloaded
from cxkit.classroom.kernels.linux import KERNEL_NAME
from cxkit.classroom.kernels.provisioner import offered_forms
from cxkit.classroom.kernels.settings import kernel_settings
from cxkit.store import OWNER, Store
from tests.classroom.nursery import PATIENCE, Kernel, Nursery, alone, gone, nursery

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")

SHOW = 'from cxkit import exercise\nexercise("journey-map")'


def template_of(house: Nursery) -> psutil.Process:
    assert house.preloaded is not None
    assert house.preloaded.pid is not None
    return psutil.Process(house.preloaded.pid)


async def noticed(kernel: Kernel) -> None:
    """Wait until its manager knows that a kernel has ended."""
    async with asyncio.timeout(PATIENCE):
        while await kernel.manager.is_alive():
            await asyncio.sleep(0.01)


async def children(house: Nursery, number: int) -> None:
    """Wait until the preloaded process has so many forks."""
    async with asyncio.timeout(PATIENCE):
        while len(template_of(house).children()) != number:
            await asyncio.sleep(0.01)


def open_files(process: psutil.Process) -> list[str]:
    return [str(found.readlink()) for found in Path(f"/proc/{process.pid}/fd").iterdir()]


def test_a_kernel_is_a_fork_that_leads_a_group_of_its_own(tmp_path: Path) -> None:
    async def story() -> None:
        async with nursery() as house:
            kernel = await house.kernel(tmp_path)
            assert kernel.process.ppid() == template_of(house).pid
            assert kernel.process.name() == KERNEL_NAME
            assert os.getpgid(kernel.process.pid) == kernel.process.pid
            assert await kernel.tell("6 * 7") == 42
            assert await kernel.tell("__import__('os').getcwd()") == str(tmp_path)

    alone(story())


def test_what_is_remembered_of_messages_has_a_bound(tmp_path: Path) -> None:
    server = Session(config=kernel_settings(tmp_path / "cxworkbook.db"), key=b"key")
    kept = server.digest_history_size
    for _ in range(kept + 200):
        server.deserialize(server.serialize(server.msg("status"))[1:])
    assert 0 < len(server.digest_history) <= kept < 10_000

    async def story() -> None:
        async with nursery() as house:
            kernel = await house.kernel(tmp_path)
            session = "__import__('IPython').get_ipython().kernel.session"
            assert await kernel.tell(f"{session}.digest_history_size") == kept

    alone(story())


def test_a_kernel_knows_only_what_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_X", "hidden-1")

    async def story() -> None:
        async with nursery() as house:
            first = await house.kernel(tmp_path, CXKIT_PERSON="anna", TZ="Asia/Tokyo")
            second = await house.kernel(tmp_path, CXKIT_LANG="it")
            known = await second.tell("dict(__import__('os').environ)")
            assert known["CXKIT_LANG"] == "it"
            assert not {"CXKIT_PERSON", "SECRET_X", "TZ"} & known.keys()
            assert await first.tell("__import__('time').tzname[0]") == "JST"
            for process in (template_of(house), first.process, second.process):
                assert "SECRET_X" not in process.environ()
                assert "CXKIT_PERSON" not in process.environ()

    alone(story())


def test_thirty_kernels_at_once_share_no_chance_and_no_database(tmp_path: Path) -> None:
    database = tmp_path / "cxworkbook.db"
    with Store.create_or_upgrade(database) as store:
        book = store.create_workbook("Prova", "it", person=OWNER).id

    async def story() -> None:
        async with nursery() as house:
            told = {"CXKIT_DATABASE": str(database), "CXKIT_WORKBOOK": book}
            kernels = await asyncio.gather(
                *(house.kernel(tmp_path, **told, CXKIT_PERSON=OWNER, N=str(n)) for n in range(30))
            )
            draws = "[__import__('random').random(), __import__('uuid').uuid4().hex]"
            drawn = await asyncio.gather(*(kernel.tell(draws) for kernel in kernels))
            assert len({number for number, _ in drawn}) == 30
            assert len({name for _, name in drawn}) == 30
            names = await asyncio.gather(
                *(k.tell("__import__('os').environ['N']") for k in kernels)
            )
            assert names == [str(n) for n in range(30)]
            await asyncio.gather(*(kernel.run(SHOW) for kernel in kernels))
            assert str(database) in open_files(kernels[0].process)
            assert not [name for name in open_files(template_of(house)) if ".db" in name]
            assert template_of(house).num_threads() == 1

    alone(story())


async def widgets_there(kernel: Kernel) -> set[str]:
    """Ask as a page does."""
    reply = await kernel.client.comm_info("jupyter.widget", reply=True, timeout=60)
    return set(reply["content"]["comms"])


def test_a_kernel_begins_with_the_forms_of_its_page_and_offers_no_other(tmp_path: Path) -> None:
    database = tmp_path / "cxworkbook.db"
    with Store.create_or_upgrade(database) as store:
        book = store.create_workbook("Prova", "it", person=OWNER).id
    told = {"CXKIT_DATABASE": str(database), "CXKIT_WORKBOOK": book, "CXKIT_PERSON": OWNER}

    async def story() -> None:
        async with nursery() as house:
            kernel = await house.kernel(tmp_path, **told, CXKIT_LANG="it", CXKIT_FORMS="profile x")
            forms = offered_forms(kernel.manager)
            assert forms.keys() == {"profile"}
            there = await widgets_there(kernel)
            assert forms["profile"] in there
            # A form is two widgets: itself and how it is laid out.
            assert len(there) == 2
            assert str(database) not in open_files(kernel.process)
            await kernel.run("from ipywidgets.widgets.widget import _instances")
            held = f"_instances[{forms['profile']!r}].get_state()['state']"
            assert await kernel.tell(f"{held}['workbook']") == book
            assert await kernel.tell(f"[{held}['lang'], {held}['revision']]") == ["it", 0]
            other = await house.kernel(tmp_path, **told)
            assert not offered_forms(other.manager)
            assert not await widgets_there(other)

    alone(story())


def test_no_two_kernels_have_a_name_or_a_key_in_common(tmp_path: Path) -> None:
    async def story() -> None:
        async with nursery() as house:
            names = "(lambda k: [k.session.session, k.ident, k.session.key.decode()])"
            kernels = [await house.kernel(tmp_path) for _ in range(2)]
            told = [await k.tell(f"{names}(get_ipython().kernel)") for k in kernels]
            assert not set(told[0]) & set(told[1])
            for kernel, (_, _, key) in zip(kernels, told, strict=True):
                assert kernel.manager.session.key.decode() == key

    alone(story())


def test_numpy_draws_other_numbers_in_each_kernel(tmp_path: Path) -> None:
    async def story() -> None:
        async with nursery() as house:
            draw = "[__import__('numpy').random.random() for _ in range(3)]"
            kernels = [await house.kernel(tmp_path) for _ in range(2)]
            first, second = [await kernel.tell(draw) for kernel in kernels]
            assert first != second

    alone(story())


def test_a_cell_that_runs_for_ever_can_be_interrupted(tmp_path: Path) -> None:
    async def story() -> None:
        async with nursery() as house:
            kernel = await house.kernel(tmp_path)
            endless = "print('begun', flush=True)\nwhile True: pass"
            assert await kernel.run(endless, kernel.manager.interrupt_kernel) == "KeyboardInterrupt"
            assert await kernel.tell("1") == 1

    alone(story())


def test_a_kernel_starts_again_as_another_fork(tmp_path: Path) -> None:
    async def story() -> None:
        async with nursery() as house:
            kernel = await house.kernel(tmp_path, CXKIT_LANG="it")
            await kernel.run("kept = 1")
            before = kernel.process
            await kernel.manager.restart_kernel()
            await kernel.client.wait_for_ready(timeout=60)
            assert kernel.manager.provisioner.pid != before.pid  # type: ignore[union-attr]
            assert await kernel.run("kept") == "NameError"
            assert await kernel.tell("__import__('os').environ['CXKIT_LANG']") == "it"
            await gone(before)

    alone(story())


@pytest.mark.parametrize("now", [False, True], ids=["asked", "killed"])
def test_a_kernel_that_is_shut_down_leaves_nothing(tmp_path: Path, now: bool) -> None:
    async def story() -> None:
        async with nursery() as house:
            kernel = await house.kernel(tmp_path)
            left = tmp_path / "left.txt"
            await kernel.run(
                f"import atexit, pathlib\natexit.register(pathlib.Path({str(left)!r}).touch)"
            )
            process = kernel.manager.provisioner.process  # type: ignore[union-attr]
            kernel.manager.shutdown_wait_time = PATIENCE  # on a busy machine, too
            await kernel.manager.shutdown_kernel(now=now)
            await gone(kernel.process)
            assert process.poll() == (-signal.SIGKILL if now else 0)
            assert left.exists() is not now
            await children(house, 0)

    alone(story())


def test_a_kernel_that_crashes_is_seen_to_have_ended(tmp_path: Path) -> None:
    async def story() -> None:
        async with nursery() as house:
            kernel = await house.kernel(tmp_path)
            process = kernel.manager.provisioner.process  # type: ignore[union-attr]
            kernel.process.send_signal(signal.SIGSEGV)
            await gone(kernel.process)
            await noticed(kernel)
            assert process.poll() == -signal.SIGSEGV

    alone(story())


def test_no_kernel_outlives_what_it_was_forked_from_and_the_next_one_starts(tmp_path: Path) -> None:
    async def story() -> None:
        async with nursery() as house:
            kernel = await house.kernel(tmp_path)
            template = template_of(house)
            template.kill()
            await gone(template, kernel.process)
            await noticed(kernel)
            after = await house.kernel(tmp_path)
            assert after.process.ppid() == template_of(house).pid != template.pid

    alone(story())


def test_changed_code_is_in_the_next_kernel_and_leaves_the_others_alone(tmp_path: Path) -> None:
    code = Path(preloaded.__file__)
    before = code.stat()

    async def story() -> None:
        async with nursery() as house:
            old = await house.kernel(tmp_path)
            template = template_of(house)
            os.utime(code, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
            new = await house.kernel(tmp_path)
            assert new.process.ppid() == template_of(house).pid != template.pid
            assert await old.tell("1") == 1
            await old.manager.shutdown_kernel()
            await gone(template)

    try:
        alone(story())
    finally:
        os.utime(code, ns=(before.st_atime_ns, before.st_mtime_ns))


def plain(processes: list[psutil.Process]) -> bool:
    return all("ipykernel_launcher" in process.cmdline() for process in processes)


@pytest.mark.parametrize("broken", ["program", "platform"])
def test_without_forks_kernels_start_the_plain_way_and_the_log_says_so_once(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    broken: str,
) -> None:
    if broken == "program":
        monkeypatch.setattr(preloaded, "PROGRAM", "cxkit.no_such_program")
    else:
        monkeypatch.setattr(preloaded.sys, "platform", "darwin")

    async def story() -> None:
        async with nursery() as house:
            kernels = [await house.kernel(tmp_path) for _ in range(2)]
            monkeypatch.undo()
            assert plain([kernel.process for kernel in kernels])
            assert await kernels[1].tell("1") == 1

    with caplog.at_level(logging.WARNING, "tests.nursery"):
        alone(story())
    said = [record.message for record in caplog.records if "not forked" in record.message]
    assert len(said) == 1


def test_an_order_that_cannot_be_sent_starts_one_plain_kernel(tmp_path: Path) -> None:
    async def story() -> None:
        async with nursery() as house:
            large = {f"LARGE_{n}": "x" * 100_000 for n in range(3)}
            assert plain([(await house.kernel(tmp_path, **large)).process])
            small = await house.kernel(tmp_path)
            assert small.process.ppid() == template_of(house).pid

    alone(story())


def test_a_kernel_that_nobody_waits_for_any_more_is_ended(tmp_path: Path) -> None:
    async def story() -> None:
        async with nursery() as house:
            await house.kernel(tmp_path)
            assert house.preloaded is not None
            order = {"connection_file": str(tmp_path / "k.json"), "env": {}, "cwd": str(tmp_path)}
            asked = asyncio.create_task(house.preloaded.fork(order))
            await children(house, 2)
            asked.cancel()
            await children(house, 1)

    alone(story())


def test_a_forked_kernel_has_little_memory_of_its_own(tmp_path: Path) -> None:
    async def own_memory(forking: bool) -> int:
        async with nursery(forking=forking) as house:
            kernel = await house.kernel(tmp_path)
            await kernel.run(SHOW)
            return int(kernel.process.memory_full_info().uss)

    Store.create_or_upgrade(tmp_path / "cxworkbook.db").close()
    forked, started = alone(own_memory(True)), alone(own_memory(False))
    assert forked < 0.5 * started
