"""The report on paper: pages, contents with their numbers, the same bytes again."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from cxkit.report import ReportError
from cxkit.report.pdf import browser, write
from cxkit.report.request import Request
from cxkit.resources import samples
from cxkit.workbook import Workbook
from tasks import browser_for_tests


@pytest.fixture(scope="module")
def printing() -> Iterator[None]:
    """Let the reports be printed by the browser of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        found = browser_for_tests()
        if found:
            patch.setenv("CXKIT_CHROMIUM", str(found))
        yield


@pytest.fixture(scope="module")
def bank(printing: None) -> PdfReader:
    book = Workbook.read(samples() / "bank.it.cxworkbook.json")
    names = ("buyer-persona", "journey-map", "kpi-plan")
    request = Request(book, "it", date(2026, 3, 1), lessons=False, answers=False, exercises=names)
    return PdfReader(io.BytesIO(write(request)))


def test_the_contents_name_the_page_of_each_part(bank: PdfReader) -> None:
    contents = bank.pages[1].extract_text().split()
    titles = {"journey-map": "La mappa del viaggio", "kpi-plan": "Il piano di misura"}
    for name, title in titles.items():
        number = bank.get_destination_page_number(bank.named_destinations[f"/{name}"])
        assert number is not None
        assert str(number + 1) in contents
        assert title in " ".join(bank.pages[number].extract_text().split())


def test_the_summary_is_one_page(bank: PdfReader) -> None:
    assert "In sintesi" in bank.pages[2].extract_text()
    assert "Il filo rosso" in bank.pages[3].extract_text()


def test_the_journey_has_landscape_pages(bank: PdfReader) -> None:
    (journey, *_) = [p for p in bank.pages[4:] if "La mappa del viaggio" in p.extract_text()]
    assert journey.mediabox.width > journey.mediabox.height
    assert bank.pages[2].mediabox.width < bank.pages[2].mediabox.height


def test_each_page_but_the_cover_has_its_number(bank: PdfReader) -> None:
    count = len(bank.pages)
    assert f"/ {count}" not in bank.pages[0].extract_text()
    for number, page in enumerate(bank.pages[1:], start=2):
        assert f"{number} / {count}" in " ".join(page.extract_text().split())


def test_screen_readers_get_a_language_a_title_and_a_structure(bank: PdfReader) -> None:
    root = bank.trailer["/Root"]
    assert root["/Lang"] == "it"
    assert root["/MarkInfo"]["/Marked"]
    assert bank.outline
    assert bank.metadata is not None
    assert bank.metadata.title == "Banca Cooperativa Valchiara: il primo conto"


def test_the_same_request_gives_the_same_bytes(printing: None, small: Workbook) -> None:
    request = Request(small, "en", date(2026, 3, 1), answers=False, advice=False)
    assert write(request) == write(request)


def test_without_a_browser_it_says_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, small: Workbook
) -> None:
    monkeypatch.setenv("CXKIT_CHROMIUM", "/nowhere")
    monkeypatch.setattr(browser, "_installed", lambda: iter(()))
    with pytest.raises(ReportError, match="apt install chromium"):
        write(Request(small, "en", date(2026, 3, 1)))


def test_a_browser_that_does_not_print_is_named(
    monkeypatch: pytest.MonkeyPatch, small: Workbook, tmp_path: Path
) -> None:
    broken = tmp_path / "browser"
    broken.write_text("#!/bin/sh\necho no display >&2\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("CXKIT_CHROMIUM", str(broken))
    with pytest.raises(ReportError, match="did not print the report: no display"):
        write(Request(small, "en", date(2026, 3, 1)))
