"""A process of its own that works on a database, for the tests that kill it or run several.

``worker.py create PATH`` makes a database; ``save PATH WORKBOOK EXERCISE`` saves on, printing
each acknowledged revision; ``add PATH WORKBOOK EXERCISE NAME`` adds its lines to a shared list.
"""

from __future__ import annotations

import sys

from cxkit.store import Conflict, Store

LINES = 60


def create(path: str) -> None:
    print("ready", flush=True)
    Store.create_or_upgrade(path).close()
    print("created", flush=True)


def save(path: str, workbook: str, exercise: str) -> None:
    with Store.open(path) as store:
        stored = store.answer(workbook, exercise)
        revision = 0 if stored is None else stored.revision
        while True:
            value = {"n": revision + 1, "text": "parola " * (revision * 37 % 3000)}
            revision = store.save(workbook, exercise, value, expected_revision=revision).revision
            print(revision, flush=True)


def add(path: str, workbook: str, exercise: str, name: str) -> None:
    with Store.open(path) as store:
        for number in range(LINES):
            _add_one(store, workbook, exercise, f"{name} {number}")


def _add_one(store: Store, workbook: str, exercise: str, line: str) -> None:
    current = store.answer(workbook, exercise)
    while True:
        lines, revision = ([], 0) if current is None else (current.value["lines"], current.revision)
        try:
            value = {"lines": [*lines, line]}
            store.save(workbook, exercise, value, expected_revision=revision)
        except Conflict as conflict:
            current = conflict.current
        else:
            return


if __name__ == "__main__":
    {"create": create, "save": save, "add": add}[sys.argv[1]](*sys.argv[2:])
