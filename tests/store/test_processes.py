"""Real processes: killed at any moment, or several at once. Nothing acknowledged is lost."""

from __future__ import annotations

import contextlib
import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from cxkit.store import Store, StoreBusy, WorkbookInfo

KILLS = int(os.environ.get("CXKIT_KILLS", "30"))
SAVERS = 3
WORKER = Path(__file__).with_name("worker.py")


@contextlib.contextmanager
def _started(checkout: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, str(WORKER), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(checkout)},
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def _kill_at(moment: float, *processes: subprocess.Popen[str]) -> list[str]:
    with contextlib.suppress(subprocess.TimeoutExpired):
        processes[0].wait(timeout=moment)
    for process in processes:
        process.kill()
    return [process.communicate()[0] for process in processes]


def _last_acknowledged(printed: str) -> int:
    whole_lines = printed[: printed.rfind("\n") + 1].split()
    return int(whole_lines[-1]) if whole_lines else 0


def test_nothing_acknowledged_is_lost_when_processes_are_killed(path: Path, checkout: Path) -> None:
    """Three savers work on one file and are killed together, again and again."""
    dice = random.Random(20260302)  # noqa: S311 -- moments, not secrets
    with Store.create_or_upgrade(path) as store:
        workbook = store.create_workbook("Banca", "it").id
    shown = dict.fromkeys([f"exercise-{n}" for n in range(SAVERS)], 0)
    for _ in range(-(-KILLS // SAVERS)):
        with contextlib.ExitStack() as stack:
            savers = [
                stack.enter_context(_started(checkout, "save", str(path), workbook, exercise))
                for exercise in shown
            ]
            first = [str(saver.stdout.readline()) for saver in savers if saver.stdout]
            rest = _kill_at(dice.uniform(0, 0.08), *savers)
        for exercise, start, end in zip(shown, first, rest, strict=True):
            # On a busy machine a saver can be killed before its first save of this round.
            shown[exercise] = max(shown[exercise], _last_acknowledged(start + end))
        # This runs SQLite's quick check on what the kill left behind.
        with Store.create_or_upgrade(path) as store:
            for exercise, last in shown.items():
                _all_there(store, workbook, exercise, last)
    assert min(shown.values()) >= KILLS // SAVERS


def _all_there(store: Store, workbook: str, exercise: str, last: int) -> None:
    lines = store.history(workbook, exercise)
    assert [line.revision for line in lines] == list(range(len(lines), 0, -1))
    # One save can be stored whose acknowledgement the kill cut off; none can be the other way.
    assert len(lines) >= last
    for revision in (max(last, 1), len(lines)):
        stored = store.revision(workbook, exercise, revision)
        assert stored is not None
        assert stored.value["n"] == revision
    current = store.answer(workbook, exercise)
    assert current is not None
    assert current.revision == len(lines)


def test_a_database_killed_while_being_made_is_made_on_the_next_start(
    tmp_path: Path, checkout: Path
) -> None:
    dice = random.Random(7)  # noqa: S311 -- moments, not secrets
    for attempt in range(max(4, KILLS // 6)):
        path = tmp_path / f"{attempt}.db"
        with _started(checkout, "create", str(path)) as process:
            assert process.stdout is not None
            process.stdout.readline()
            _kill_at(dice.uniform(0, 0.3), process)
        with Store.create_or_upgrade(path) as store:
            assert store.create_workbook("Banca", "it").title == "Banca"


def test_two_processes_that_save_at_once_lose_nothing(path: Path, checkout: Path) -> None:
    with Store.create_or_upgrade(path) as store:
        workbook = store.create_workbook("Banca", "it").id
        add = ("add", str(path), workbook, "shared")
        with _started(checkout, *add, "ada") as one, _started(checkout, *add, "leo") as other:
            assert (one.wait(60), other.wait(60)) == (0, 0)
        lines = store.answers(workbook)["shared"].value["lines"]
        assert len(lines) == len(set(lines)) == 120
        assert [line for line in lines if "ada" in line] == [f"ada {n}" for n in range(60)]
        assert len(store.history(workbook, "shared")) == 120


def test_two_processes_that_make_the_same_database_agree(path: Path, checkout: Path) -> None:
    with (
        _started(checkout, "create", str(path)) as one,
        _started(checkout, "create", str(path)) as other,
    ):
        assert (one.wait(60), other.wait(60)) == (0, 0)
    with Store.open(path) as store:
        assert store.workbooks() == []


def test_threads_share_a_store(store: Store, bank: WorkbookInfo) -> None:
    def work(name: str) -> None:
        for number in range(20):
            store.save(bank.id, name, {"n": number}, expected_revision=number)

    threads = [threading.Thread(target=work, args=(f"exercise-{n}",)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stored = store.answers(bank.id)
    assert {(one.revision, one.value["n"]) for one in stored.values()} == {(20, 19)}
    assert len(stored) == 6


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_store_that_was_open_before_a_fork_works_in_both(path: Path) -> None:
    with Store.create_or_upgrade(path) as store:
        workbook = store.create_workbook("Banca", "it").id
        store.save(workbook, "shared", {"by": "parent"}, expected_revision=0)
        child = os.fork()
        if child == 0:
            failed = 1
            with contextlib.suppress(BaseException):
                store.save(workbook, "shared", {"by": "child"}, expected_revision=1)
                failed = 0
            os._exit(failed)
        assert os.waitpid(child, 0)[1] == 0
        saved = store.save(workbook, "shared", {"by": "parent again"}, expected_revision=2)
        assert saved.revision == 3
    with Store.create_or_upgrade(path) as store:
        assert len(store.history(workbook, "shared")) == 3


def test_a_writer_that_holds_the_file_too_long_is_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cxkit.store.engine.BUSY_SECONDS", 0.05)
    with Store.create_or_upgrade(path) as one, Store.open(path) as other:
        workbook = one.create_workbook("Banca", "it").id
        with one._database.write():
            with pytest.raises(StoreBusy):
                other.save(workbook, "profile", {"n": 1}, expected_revision=0)
            assert other.answers(workbook) == {}
        assert other.save(workbook, "profile", {"n": 1}, expected_revision=0).revision == 1
