"""Where the notebooks, exercises and samples lie: in the installed wheel, or in the checkout.

Examples
--------
>>> exercises().name
'exercises'
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def notebooks() -> Path:
    """Return the folder with one folder of notebooks for each language."""
    return _find("workbook", _PACKAGE.parent / "workbook")


def exercises() -> Path:
    """Return the folder with one YAML file for each exercise."""
    return _find("exercises", _PACKAGE.parent / "exercises")


def samples() -> Path:
    """Return the folder with the sample cases and survey data."""
    return _find("samples", _PACKAGE.parent / "data" / "samples")


def _find(name: str, in_checkout: Path) -> Path:
    """Look in the package first, so that an installed wheel never takes a stranger's folder."""
    for folder in (_PACKAGE / "share" / name, in_checkout):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"cxkit's {name!r} folder is missing: neither {_PACKAGE / 'share' / name} nor "
        f"{in_checkout} is there. Install cxkit again, or clone the whole repository."
    )
