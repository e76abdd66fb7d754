"""The same input gives the same bytes in every format, in other processes too."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from cxkit.report.writers import FORMATS
from cxkit.resources import samples
from cxkit.workbook import Workbook
from tests.report.formats.conftest import DAY, OFFICE, made, parts

# A PDF is printed by a browser.
OURS = [name for name in FORMATS if name != "pdf"]

SCRIPT = """
import hashlib, sys
from datetime import date
from cxkit.report.request import Request
from cxkit.report.writers import FORMATS
from cxkit.workbook import Workbook
book = Workbook.read(sys.argv[1])
for name in sys.argv[2:]:
    made = FORMATS[name].write(Request(book, "en", date(2026, 3, 1)))
    files = {"": made} if isinstance(made, bytes) else made
    print(name, hashlib.sha256(b"".join(files[key] for key in sorted(files))).hexdigest())
"""


def test_every_format_gives_the_same_bytes_in_another_process(english: Workbook) -> None:
    def run(seed: str, zone: str) -> str:
        source = samples() / "bank.en.cxworkbook.json"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        return subprocess.run(
            [sys.executable, "-c", SCRIPT, str(source), *OURS],
            env=environment, check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip

    first = run("1", "Asia/Tokyo")
    assert len(first.splitlines()) == len(OURS)
    assert run("2", "America/Lima") == first
    assert hashlib.sha256(made(english, "csv")).hexdigest() in first


@pytest.mark.parametrize("to", OFFICE)
def test_an_office_file_bears_the_date_of_the_request(english: Workbook, to: str) -> None:
    properties = parts(made(english, to))["docProps/core.xml"].decode()
    assert properties.count(f"{DAY.isoformat()}T00:00:00Z") == 2
