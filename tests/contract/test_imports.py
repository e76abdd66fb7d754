"""Rooms use only the rooms below them, and no library that is another room's business."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import pytest

from tests.contract.house import FOREIGN, USES
from tests.contract.sources import Module, modules

ROOMS = sorted({module.room for module in modules()} - {""})
EACH_ROOM = pytest.mark.parametrize("room", ROOMS)


def _of(room: str) -> list[Module]:
    return [module for module in modules() if module.room == room]


@EACH_ROOM
def test_room_stands_on_a_floor(room: str) -> None:
    assert room in USES, f"say in tests/contract/house.py which rooms {room!r} may use"


def test_rooms_stand_on_floors() -> None:
    try:
        TopologicalSorter(USES).prepare()
    except CycleError as error:
        pytest.fail(f"rooms use each other in a circle: {error.args[1]}")


@EACH_ROOM
def test_room_uses_only_rooms_below(room: str) -> None:
    allowed = USES.get(room, set()) | {room, "cxkit", "__version__", ""}
    upward = [
        f"{module}:{entry.line} imports {entry.target}"
        for module in _of(room)
        for entry in module.imports
        if entry.room not in allowed
    ]
    assert not upward, f"{room} may use {sorted(USES.get(room, set()))}"


@EACH_ROOM
def test_room_knows_no_library_of_another_room(room: str) -> None:
    foreign = [
        f"{module}:{entry.line} imports {entry.target}"
        for module in _of(room)
        for entry in module.imports
        if entry.target.split(".")[0] in FOREIGN.get(room, set())
    ]
    assert not foreign


def test_public_names_load_when_used() -> None:
    (package,) = [module for module in modules() if module.name == "cxkit"]
    early = [entry.target for entry in package.imports if not entry.types_only]
    assert {target.split(".")[0] for target in early} <= {"__future__", "importlib", "typing"}


def test_no_module_imports_itself_in_a_circle() -> None:
    names = {module.name for module in modules()}
    graph = {
        module.name: {
            entry.target
            for entry in module.imports
            if entry.target in names and not entry.inside and not entry.types_only
        }
        for module in modules()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@pytest.mark.parametrize("module", modules(), ids=str)
def test_import_inside_a_function_says_why_it_is_late(module: Module) -> None:
    lines = module.source.splitlines()
    silent = [
        f"{module}:{entry.line}: {lines[entry.line - 1].strip()}"
        for entry in module.imports
        if entry.inside and "# late: " not in lines[entry.line - 1]
    ]
    assert not silent, "write “# late: why” on the line, or import at the top"
