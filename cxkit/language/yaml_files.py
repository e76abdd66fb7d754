"""Reading the YAML files that came with cxkit."""

from pathlib import Path
from typing import Any

from cxkit.language.kept import keep, kept


def read_yaml(path: Path) -> Any:
    """Return what a YAML file holds: lists, mappings, texts and numbers, never an object.

    Raises
    ------
    yaml.YAMLError
        When it is not YAML.
    """
    import yaml  # late: heavy

    # libyaml's loader is several times faster; PyYAML's own serves where it is not built in.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_bytes(), Loader=loader)  # noqa: S506 (both loaders are safe)


def read_own_yaml(path: Path) -> Any:
    """Return what a YAML file of ours holds; read once for as long as it is not changed."""
    found = kept(path)
    return keep(path, read_yaml(path)) if found is None else found
