"""Requests to export, and readers of what comes out."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest

from cxkit.report.request import Request
from cxkit.report.writers import FORMATS
from cxkit.resources import samples
from cxkit.workbook import Workbook

DAY = date(2026, 3, 1)
OFFICE = ("pptx", "docx", "xlsx")


def made(book: Workbook, to: str, **options: Any) -> bytes:
    """Return an export of one file."""
    files = FORMATS[to].write(Request(book, options.pop("lang", book.lang), DAY, **options))
    assert isinstance(files, bytes)
    return files


def parts(package: bytes) -> dict[str, bytes]:
    """Return the files in an archive."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="session", params=["it", "en"])
def bank(request: pytest.FixtureRequest) -> Workbook:
    """Return the bank's sample in each language."""
    return Workbook.read(samples() / f"bank.{request.param}.cxworkbook.json")


@pytest.fixture(scope="session")
def english() -> Workbook:
    """Return the bank's sample in English."""
    return Workbook.read(samples() / "bank.en.cxworkbook.json")
