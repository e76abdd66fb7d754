"""Hold values.yaml against the schema of an unpacked Zero to JupyterHub chart, as helm does.

helm pull jupyterhub/jupyterhub --untar && python check_values.py jupyterhub
"""

import json
import sys
from pathlib import Path
from typing import Any

import jsonschema
import yaml

OURS = Path(__file__).with_name("values.yaml")


def merged(chart: Any, ours: Any) -> Any:
    """Lay our values over the chart's: mappings are joined, all else is replaced, null takes away.

    >>> merged({"a": {"b": 1, "c": [2]}}, {"a": {"c": [3], "b": None}})
    {'a': {'c': [3]}}
    """
    if not isinstance(chart, dict) or not isinstance(ours, dict):
        return ours
    names = [name for name in {**chart, **ours} if not (name in ours and ours[name] is None)]
    return {
        name: merged(chart.get(name), ours[name]) if name in ours else chart[name] for name in names
    }


def schema_of(chart: Path) -> Any:
    """Read the schema, as the chart ships it or as its repository keeps it."""
    shipped = chart / "values.schema.json"
    if shipped.exists():
        return json.loads(shipped.read_text(encoding="utf-8"))
    return yaml.safe_load((chart / "values.schema.yaml").read_text(encoding="utf-8"))


def complaints(chart: Path, values: Path = OURS) -> list[str]:
    """Return what the schema says against our values, each with the place."""
    own = yaml.safe_load((chart / "values.yaml").read_text(encoding="utf-8"))
    whole = merged(own, yaml.safe_load(values.read_text(encoding="utf-8")))
    found = jsonschema.Draft7Validator(schema_of(chart)).iter_errors(whole)
    return sorted(f"{'.'.join(map(str, one.absolute_path)) or '-'}: {one.message}" for one in found)


if __name__ == "__main__":
    said = complaints(Path(sys.argv[1]))
    print("\n".join(said) or "values.yaml fits the chart's schema.")
    sys.exit(bool(said))
