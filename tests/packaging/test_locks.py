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


@pytest.fixture(scope="module")
def text(checkout: Path) -> str:
    return (checkout / "requirements.lock").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pins(text: str) -> list[Requirement]:
    return [Requirement(match["pin"]) for match in PIN.finditer(text)]


@pytest.fixture(scope="module")
def wanted(checkout: Path) -> list[Requirement]:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["build-system"]["requires"],
    ]
    return [Requirement(line) for line in lines]


def test_lock_is_nothing_but_pins_with_hashes(text: str) -> None:
    assert PIN.sub("", text) == ""


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
def test_lock_pins_each_requirement_once_for_each_python(
    python: str, pins: list[Requirement], wanted: list[Requirement]
) -> None:
    machine = default_environment() | {
        "python_version": python,
        "python_full_version": f"{python}.9",
    }
    here = [pin for pin in pins if pin.marker is None or pin.marker.evaluate(machine)]
    versions = {canonicalize_name(pin.name): str(pin.specifier)[2:] for pin in here}
    assert len(versions) == len(here)
    for requirement in wanted:
        version = versions[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement}: run tasks.py lock"


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
