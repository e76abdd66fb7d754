"""The values for the Hub's chart, and the objects of the class beside it."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml


@pytest.fixture(scope="module")
def check(checkout: Path) -> ModuleType:
    """Load the script that is shipped beside the values."""
    path = checkout / "deploy/jupyterhub/check_values.py"
    spec = importlib.util.spec_from_file_location("check_values", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["check_values"] = module
    spec.loader.exec_module(module)
    return module


def chart(folder: Path, properties: dict[str, Any], values: dict[str, Any]) -> Path:
    """Write a small chart that knows some keys and no others."""
    schema = {"type": "object", "additionalProperties": False, "properties": properties}
    (folder / "values.schema.json").write_text(json.dumps(schema))
    (folder / "values.yaml").write_text(yaml.safe_dump(values))
    return folder


def test_a_key_that_the_chart_does_not_know_is_named(check: ModuleType, tmp_path: Path) -> None:
    known = chart(tmp_path, {"hub": {"type": "object"}, "proxy": {"type": "string"}}, {"hub": {}})
    ours = tmp_path / "ours.yaml"
    ours.write_text("hub: {x: 1}\nhubs: {}\nproxy: 5\n")
    said = check.complaints(known, ours)
    assert any("hubs" in line for line in said)
    assert any(line.startswith("proxy: ") for line in said)
    ours.write_text("hub: {x: 1}\n")
    assert check.complaints(known, ours) == []


def test_our_values_are_laid_over_the_charts(check: ModuleType) -> None:
    laid = check.merged({"a": {"b": 1, "c": [1, 2]}, "d": 4}, {"a": {"c": [3]}, "d": None})
    assert laid == {"a": {"b": 1, "c": [3]}}


def test_the_class_and_the_hub_agree_on_name_port_and_token(checkout: Path) -> None:
    folder = checkout / "deploy/jupyterhub"
    values = yaml.safe_load((folder / "values.yaml").read_text())
    made = {one["kind"]: one for one in yaml.safe_load_all((folder / "service.yaml").read_text())}
    assert {kind: one["apiVersion"] for kind, one in made.items()} == {
        "Service": "v1", "PersistentVolumeClaim": "v1", "Deployment": "apps/v1",
        "NetworkPolicy": "networking.k8s.io/v1",
    }  # fmt: skip
    service, deployment = made["Service"], made["Deployment"]
    port = service["spec"]["ports"][0]["port"]
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    told = {one["name"]: one for one in container["env"]}
    assert (
        values["hub"]["services"]["cxkit"]["url"] == f"http://{service['metadata']['name']}:{port}"
    )
    assert told["JUPYTERHUB_SERVICE_URL"]["value"].endswith(f":{port}")
    assert told["JUPYTERHUB_API_TOKEN"]["valueFrom"]["secretKeyRef"] == {
        "name": "hub", "key": "hub.services.cxkit.apiToken",
    }  # fmt: skip
    labels = deployment["spec"]["template"]["metadata"]["labels"].items()
    assert deployment["spec"]["selector"]["matchLabels"].items() <= labels
    assert service["spec"]["selector"].items() <= labels
    assert made["NetworkPolicy"]["spec"]["podSelector"]["matchLabels"].items() <= labels
    (claim,) = deployment["spec"]["template"]["spec"]["volumes"]
    assert (
        claim["persistentVolumeClaim"]["claimName"]
        == (made["PersistentVolumeClaim"]["metadata"]["name"])
    )
    assert (
        told["JUPYTERHUB_SERVICE_PREFIX"]["value"]
        == values["hub"]["config"]["JupyterHub"]["default_url"]
    )
