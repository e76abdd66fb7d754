"""The lock files pin everything by hash and name no host."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(
    r"(?P<pin>[^\s#]+==\S+(?: ; [^\\]+)?) \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+"
)


LOCKS = ("requirements.lock", "requirements-dev.lock")


def pins_of(path: Path) -> list[Requirement]:
    text = path.read_text(encoding="utf-8")
    assert PIN.sub("", text) == "", f"{path.name} holds more than pins with hashes"
    return [Requirement(match["pin"]) for match in PIN.finditer(text)]


def group(project: dict, name: str) -> list[str]:
    lines = []
    for entry in project["dependency-groups"][name]:
        lines += [entry] if isinstance(entry, str) else group(project, entry["include-group"])
    return lines


@pytest.fixture(scope="module")
def project(checkout: Path) -> dict:
    return tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))


def versions_here(pins: list[Requirement], python: str) -> dict[str, str]:
    machine = default_environment() | {
        "python_version": python,
        "python_full_version": f"{python}.9",
    }
    here = [pin for pin in pins if pin.marker is None or pin.marker.evaluate(machine)]
    versions = {canonicalize_name(pin.name): str(pin.specifier)[2:] for pin in here}
    assert len(versions) == len(here)
    return versions


@pytest.mark.parametrize(("lock", "tools"), [(LOCKS[0], "build"), (LOCKS[1], "dev")])
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
def test_lock_pins_each_requirement_once_for_each_python(
    python: str, lock: str, tools: str, project: dict, checkout: Path
) -> None:
    versions = versions_here(pins_of(checkout / lock), python)
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for requirement in map(Requirement, [*wanted, *group(project, tools)]):
        version = versions[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement}: run tasks.py lock"


def test_both_commands_share_one_environment(checkout: Path) -> None:
    small, whole = (
        {(pin.name, str(pin.specifier)) for pin in pins_of(checkout / lock)} for lock in LOCKS
    )
    assert small < whole


def test_package_lock_names_no_host_and_has_hashes(checkout: Path) -> None:
    lock = json.loads((checkout / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    for name, package in packages.items():
        assert not {"resolved", "funding"} & set(package), name
        assert package["integrity"].startswith("sha512-"), name


def test_package_lock_is_that_of_package_json(checkout: Path) -> None:
    asked = json.loads((checkout / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((checkout / "package-lock.json").read_text(encoding="utf-8"))
    for kind in ("dependencies", "devDependencies"):
        assert lock["packages"][""][kind] == asked[kind]
