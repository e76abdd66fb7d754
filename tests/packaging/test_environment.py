"""environment.yml gives conda users the same versions as pyproject.toml gives pip users."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from rattler import MatchSpec, Version, VersionSpec

CONDA_ONLY = {"python", "pip"}
# Comes with the project itself: pip installs what conda has not.
PIP_ONLY = {"resvg-py"}


@pytest.fixture(scope="module")
def project(checkout: Path) -> dict:
    return tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def environment(checkout: Path) -> list:
    text = (checkout / "environment.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)["dependencies"]


def conda_versions(environment: list) -> dict[str, SpecifierSet]:
    specs = [MatchSpec(line) for line in environment if isinstance(line, str)]
    named = {canonicalize_name(spec.name.normalized): str(spec.version or "") for spec in specs}
    return {name: SpecifierSet(text) for name, text in named.items() if name not in CONDA_ONLY}


def test_conda_and_pip_ask_for_the_same_versions(project: dict, environment: list) -> None:
    lines = [line for line in project["dependency-groups"]["dev"] if isinstance(line, str)]
    dev = map(Requirement, lines)
    wanted = [*map(Requirement, project["project"]["dependencies"])]
    wanted += [requirement for requirement in dev if requirement.name == "pytest"]
    named = ((canonicalize_name(each.name), each.specifier) for each in wanted)
    by_name = {name: versions for name, versions in named if name not in PIP_ONLY}
    assert conda_versions(environment) == by_name


def test_python_is_one_exact_version_that_the_project_allows(
    project: dict, environment: list
) -> None:
    # repo2docker reads nothing but `python=X.Y`; from a range it silently takes an old Python.
    (line,) = [line for line in environment if str(line).startswith("python=")]
    assert line == "python=3.12"
    assert VersionSpec(project["project"]["requires-python"]).matches(Version("3.12"))


def test_environment_installs_the_project_itself(environment: list) -> None:
    assert {"pip": ["-e ."]} in environment
