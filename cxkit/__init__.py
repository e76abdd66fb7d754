"""A customer-experience workbook: exercises, checks, pictures, pages and reports.

Public names load when they are first used, so that ``import cxkit`` costs next to nothing.

Examples
--------
>>> import cxkit
>>> "Journey" in cxkit.__all__
True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxkit.forms import exercise, open_workbook
    from cxkit.journey import Journey
    from cxkit.personas import Persona
    from cxkit.vision import Vision
    from cxkit.workbook import Workbook

__version__ = "0.2.0"
__all__ = [
    "Journey",
    "Persona",
    "Vision",
    "Workbook",
    "__version__",
    "exercise",
    "open_workbook",
]

_HOMES = {
    "Journey": "cxkit.journey",
    "Persona": "cxkit.personas",
    "Vision": "cxkit.vision",
    "Workbook": "cxkit.workbook",
    "exercise": "cxkit.forms",
    "open_workbook": "cxkit.forms",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'cxkit' has no name {name!r}; it has {', '.join(__all__)}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
