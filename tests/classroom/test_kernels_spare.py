"""Forks that wait ready for the next pages: nobody's until they are taken."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from cxkit.classroom.kernels import preloaded
from cxkit.classroom.kernels.linux import KERNEL_NAME, SPARE_NAME
from tests.classroom.nursery import Nursery, alone, gone, nursery

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")


def template_of(house: Nursery) -> psutil.Process:
    assert house.preloaded is not None
    assert house.preloaded.pid is not None
    return psutil.Process(house.preloaded.pid)


def forks_of(house: Nursery, name: str) -> list[psutil.Process]:
    return [one for one in template_of(house).children() if one.name() == name]


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not holds():
            await asyncio.sleep(0.01)


async def with_spares(house: Nursery, number: int) -> list[psutil.Process]:
    """Have the preloaded process started, and as many spares as it keeps."""
    assert house.preloaded is not None
    await house.preloaded.warm_up()
    await until(lambda: len(forks_of(house, SPARE_NAME)) == number)
    return forks_of(house, SPARE_NAME)


def sockets_of(process: psutil.Process) -> set[str]:
    links = (str(found.readlink()) for found in Path(f"/proc/{process.pid}/fd").iterdir())
    return {link for link in links if link.startswith("socket:")}


def test_a_spare_becomes_the_kernel_that_is_asked_for_and_another_takes_its_place(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        async with nursery(spares=2) as house:
            waiting = await with_spares(house, 2)
            kernel = await house.kernel(tmp_path, CXKIT_PERSON="anna", TZ="Asia/Tokyo")
            assert kernel.process in waiting
            assert kernel.process.name() == KERNEL_NAME
            assert os.getpgid(kernel.process.pid) == kernel.process.pid
            assert await kernel.tell("__import__('os').environ['CXKIT_PERSON']") == "anna"
            assert await kernel.tell("__import__('os').getcwd()") == str(tmp_path)
            assert await kernel.tell("__import__('time').tzname[0]") == "JST"
            await until(lambda: len(forks_of(house, SPARE_NAME)) == 2)
            assert template_of(house).num_threads() == 1

    alone(story())


def test_what_one_spare_is_told_no_other_process_can_hear_or_say(tmp_path: Path) -> None:
    async def story() -> None:
        async with nursery(spares=3) as house:
            waiting = await with_spares(house, 3)
            # The line to the server is common to all until a fork has said that it is ready.
            common = [sockets_of(one) & sockets_of(template_of(house)) for one in waiting]
            assert all(len(line) == 1 for line in common)
            kernel = await house.kernel(tmp_path)
            assert not sockets_of(kernel.process) & sockets_of(template_of(house))

    alone(story())


def test_a_spare_knows_nobody_and_shares_no_chance(tmp_path: Path) -> None:
    async def story() -> None:
        async with nursery(spares=2) as house:
            await with_spares(house, 2)
            kernels = [await house.kernel(tmp_path, CXKIT_PERSON=who) for who in ("anna", "bea")]
            draws = "[__import__('random').random(), __import__('uuid').uuid4().hex]"
            first, second = [await kernel.tell(draws) for kernel in kernels]
            assert not set(first) & set(second)
            names = "(lambda k: [k.session.session, k.ident, k.session.key.decode()])"
            told = [await kernel.tell(f"{names}(get_ipython().kernel)") for kernel in kernels]
            assert not set(told[0]) & set(told[1])

    alone(story())


def test_no_spare_holds_code_that_has_changed(tmp_path: Path) -> None:
    code = Path(preloaded.__file__)
    before = code.stat()

    async def story() -> None:
        async with nursery(spares=2) as house:
            old = await with_spares(house, 2)
            template = template_of(house)
            os.utime(code, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
            kernel = await house.kernel(tmp_path)
            assert kernel.process.ppid() == template_of(house).pid != template.pid
            await gone(template, *old)

    try:
        alone(story())
    finally:
        os.utime(code, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_spares_that_were_killed_delay_nobody_and_are_not_made_again(tmp_path: Path) -> None:
    async def story() -> None:
        async with nursery(spares=2) as house:
            for spare in await with_spares(house, 2):
                spare.kill()
                await gone(spare)
            kernel = await house.kernel(tmp_path)
            assert await kernel.tell("1") == 1
            assert kernel.process.ppid() == template_of(house).pid
            await until(lambda: template_of(house).children() == [kernel.process])

    alone(story())


def test_no_spare_outlives_what_it_was_forked_from() -> None:
    async def story() -> None:
        async with nursery(spares=2) as house:
            waiting = await with_spares(house, 2)
            template = template_of(house)
            template.kill()
            await gone(template, *waiting)
            again = await with_spares(house, 2)
            template = template_of(house)
            assert house.preloaded is not None
            house.preloaded.close()
            await gone(template, *again)

    alone(story())


def test_kernels_that_are_asked_to_end_need_no_signal(tmp_path: Path) -> None:
    async def story() -> None:
        async with nursery(spares=1) as house:
            await with_spares(house, 1)
            kernels = [await house.kernel(tmp_path) for _ in range(3)]
            for kernel in kernels:
                kernel.manager.shutdown_wait_time = 40  # on a busy machine, too
            await asyncio.gather(*(kernel.tell("1") for kernel in kernels))
            processes = [kernel.manager.provisioner.process for kernel in kernels]  # type: ignore[union-attr]
            await kernels[0].manager.restart_kernel()
            await house.shutdown_all()
            await gone(*(kernel.process for kernel in kernels))
            assert [process.poll() for process in processes] == [0, 0, 0]

    alone(story())


def test_a_page_reaches_its_kernel_after_a_crash_as_before(tmp_path: Path) -> None:
    async def story() -> None:
        async with nursery(spares=1) as house:
            await with_spares(house, 1)
            kernel = await house.kernel(tmp_path)
            kernel.process.send_signal(signal.SIGKILL)
            await gone(kernel.process)
            await kernel.manager.restart_kernel(now=True)
            await kernel.client.wait_for_ready(timeout=60)
            assert await kernel.tell("2") == 2

    alone(story())
