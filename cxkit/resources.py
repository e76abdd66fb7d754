"""Where things lie: what came with cxkit, and the answers beside a notebook.

Examples
--------
>>> exercises().name
'exercises'
"""

from __future__ import annotations

from pathlib import Path

from cxkit.language import LANGS

DATABASE_NAME = "cxworkbook.db"
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


def database_beside(folder: Path) -> Path:
    """Return where the answers to a folder's notebooks lie when nobody says.

    Examples
    --------
    >>> database_beside(Path("course/workbook/it")).as_posix()
    'course/cxworkbook.db'
    >>> database_beside(Path("course")).as_posix()
    'course/cxworkbook.db'
    """
    chapters = folder.parent.name == "workbook" and folder.name in LANGS
    return (folder.parent.parent if chapters else folder) / DATABASE_NAME


def _find(name: str, in_checkout: Path) -> Path:
    """Look in the package first, so that an installed wheel never takes a stranger's folder."""
    for folder in (_PACKAGE / "share" / name, in_checkout):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"cxkit's {name!r} folder is missing: neither {_PACKAGE / 'share' / name} nor "
        f"{in_checkout} is there. Install cxkit again, or clone the whole repository."
    )
