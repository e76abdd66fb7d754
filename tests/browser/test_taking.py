"""What people take along: pictures of exercises, and the workbook in other formats."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Download, expect

from tests.browser.visit import START_MS, Visitor, visiting
from tests.classroom.serving import Serving


@pytest.fixture
def filled(browser: Browser, server: Serving) -> Visitor:
    """Sign in on the bank's case."""
    server.new_sample("bank", "it")
    with visiting(browser, server) as signed_in:
        yield signed_in


def taken(visitor: Visitor, words: str) -> Download:
    with visitor.page.expect_download(timeout=START_MS) as download:
        visitor.exercise("vision-statement").root.get_by_role("button", name=words).click()
    return download.value


def test_a_picture_is_saved_as_one_svg_that_needs_nothing_else(filled: Visitor) -> None:
    filled.open("03-vision")
    download = taken(filled, "Salva come SVG")
    assert download.suggested_filename == "vision-statement.svg"
    text = Path(download.path()).read_text(encoding="utf-8")
    assert ET.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 (ours)
    assert "Ci siamo anche dopo la firma" in text
    assert "--cx-accent: " in text
    assert "http" not in text.replace("http://www.w3.org/", "")


def test_a_picture_is_saved_as_png_and_is_not_blank(filled: Visitor) -> None:
    filled.open("03-vision")
    data = Path(taken(filled, "Salva come PNG").path()).read_bytes()
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    assert width > 800
    assert height > 400
    assert len(data) > 20_000


def test_a_picture_is_copied_and_said_so(filled: Visitor) -> None:
    filled.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    filled.open("03-vision")
    form = filled.exercise("vision-statement").root
    form.get_by_role("button", name="Copia l’immagine").click()
    expect(form.locator(".cx-take-said")).to_have_text("L’immagine è stata copiata.")
    kinds = "navigator.clipboard.read().then(all => all.flatMap(one => one.types))"
    assert filled.page.evaluate(kinds) == ["image/png"]


@pytest.mark.parametrize(
    ("words", "begins"),
    [("HTML", b"<!DOCTYPE html>"), ("Excel", b"PK"), ("PowerPoint", b"PK"), ("zip", b"PK")],
)
def test_the_workbook_comes_in_other_formats(filled: Visitor, words: str, begins: bytes) -> None:
    page = filled.page
    page.goto(filled.server.origin)
    page.locator(".cx-exports > summary").click()
    with page.expect_download(timeout=START_MS) as download:
        page.locator("[data-export]", has_text=words).click()
    assert Path(download.value.path()).read_bytes().startswith(begins)
    expect(page.locator("[data-exports] output")).to_have_text("Fatto: è tra i file scaricati.")
    expect(page.locator("[data-exports] progress")).to_be_hidden()
