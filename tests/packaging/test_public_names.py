"""`import cxkit` is cheap, and its public names are all there."""

from __future__ import annotations

import subprocess
import sys

import pytest

import cxkit

HEAVY = ("alembic", "ipywidgets", "IPython", "jinja2", "numpy", "pandas", "pydantic", "sqlalchemy")


def test_import_loads_no_library() -> None:
    ask = "import sys, cxkit; print([name for name in sys.argv[1:] if name in sys.modules])"
    command = [sys.executable, "-c", ask, *HEAVY, "tornado", "traitlets", "voila", "yaml"]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_a_report_loads_no_library_for_data() -> None:
    ask = (
        "import sys; from cxkit.report import report_html; from cxkit.resources import samples; "
        "from cxkit.workbook import Workbook; "
        "report_html(Workbook.read(samples() / 'bank.en.cxworkbook.json')); "
        "print([name for name in sys.argv[1:] if name in sys.modules])"
    )
    command = [sys.executable, "-c", ask, "numpy", "pandas", "pyarrow", "sqlalchemy", "tornado"]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


@pytest.mark.parametrize("name", cxkit.__all__)
def test_public_name_is_there(name: str) -> None:
    assert getattr(cxkit, name) is not None


def test_names_for_completion_are_the_public_ones() -> None:
    assert dir(cxkit) == sorted(cxkit.__all__)


def test_misspelt_name_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(AttributeError, match=r"'Jurney'; it has .*Journey"):
        cxkit.Jurney  # noqa: B018
