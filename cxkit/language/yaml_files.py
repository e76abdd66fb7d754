"""Reading the YAML files that came with cxkit."""

from pathlib import Path
from typing import Any

import yaml

# libyaml's loader is several times faster; PyYAML's own serves where it is not built in.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """Return what a YAML file holds: lists, mappings, texts and numbers, never an object.

    Raises
    ------
    yaml.YAMLError
        When it is not YAML.
    """
    return yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 (both loaders are safe)
