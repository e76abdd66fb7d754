"""`--brand`: name, logo, colours and fonts; hostile files."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from cxkit.report import ReportError
from cxkit.report.brand import HOUSE, Asset, Brand
from cxkit.report.brand_file import read_brand
from cxkit.report.colours import LEGIBLE, contrast, legible
from cxkit.report.command import export
from cxkit.workbook import Workbook
from tests.report.conftest import Page

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def brand(tmp_path: Path, text: str, **files: bytes) -> Brand:
    for name, data in files.items():
        (tmp_path / name.replace("_", ".")).write_bytes(data)
    (tmp_path / "brand.yml").write_text(text, encoding="utf-8")
    return read_brand(tmp_path / "brand.yml", "en")


def test_a_brand_dresses_the_report(tmp_path: Path, small: Workbook) -> None:
    text = "name: Studio & Nord\nlogo: a.svg\ncolours: {accent: '#7a1f3d'}\n"
    text += "fonts: {heading: {family: Nord Sans, file: f.woff2}}"
    brand(tmp_path, text, a_svg=SVG, f_woff2=b"wOF2" + b"\x00" * 20)
    source = tmp_path / "small.cxworkbook.json"
    source.write_text(small.to_json(), encoding="utf-8")
    html = export(source, brand=tmp_path / "brand.yml", comfort=False).read_text(encoding="utf-8")
    page = Page(html)
    assert "Studio & Nord" in page.text
    assert any(src.startswith("data:image/svg+xml;base64,") for src in page.values("src"))
    assert "--cx-accent: light-dark(#7a1f3d," in html
    assert 'url("data:font/woff2;base64,' in html
    assert "script" not in page.tags


def test_an_empty_file_is_the_house_s_dress(tmp_path: Path) -> None:
    assert brand(tmp_path, "colours: {cover: '#0b4a4b', cover_line: '#e8a87c'}") == HOUSE


@pytest.mark.parametrize("text", ["", "# nothing yet"])
def test_a_file_without_a_colour_takes_the_cover_from_the_accent(tmp_path: Path, text: str) -> None:
    assert brand(tmp_path, text).cover == HOUSE.accent


@pytest.mark.parametrize(
    "colours", ["accent: '#00c0c0'", "cover: '#777777', cover_text: '#888888'"]
)
def test_a_colour_that_cannot_be_read_is_refused_with_one_that_can(
    tmp_path: Path, colours: str
) -> None:
    with pytest.raises(ReportError, match=r"4\.5 is the least\. #[0-9a-f]{6} could be read"):
        brand(tmp_path, f"colours: {{{colours}}}")


@pytest.mark.parametrize("colour", ["#00c0c0", "#ffffff", "#ffff00", "#808080"])
@pytest.mark.parametrize("ground", ["#ffffff", "#000000", "#14171c", "#777777"])
def test_the_colour_that_is_offered_can_be_read(colour: str, ground: str) -> None:
    assert contrast(legible(colour, ground), ground) >= LEGIBLE


def test_the_accent_can_be_read_by_night_too() -> None:
    night = Brand(accent="#3a0f1d").tokens["--cx-accent"].split(", ")[1].rstrip(")")
    assert contrast(night, "#1c2027") >= LEGIBLE
    assert contrast(night, "#14171c") >= LEGIBLE


@pytest.mark.parametrize(
    "text",
    [
        "name: [a, b]",
        "colour: {accent: '#000000'}",
        "colours: {accent: red}",
        "colours: {accent: '#000000;} body{display:none'}",
        "- a list",
        "a: &a [*a, *a]",
        "name: !!python/object/apply:os.system ['touch /tmp/owned']",
        "{" * 5000,
        "name: \x00",
        "logo: ../secret.png",
        "logo: /etc/passwd",
        "logo: none.png",
        "logo: a.exe",
        "fonts: {text: {file: f.ttf}}",
        "x" * 70_000,
    ],
)
def test_a_hostile_file_is_refused_in_one_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path.parent / "secret.png").write_bytes(PNG)
    with pytest.raises(ReportError, match=r"brand\.yml") as refusal:
        brand(tmp_path, text, a_exe=PNG, f_ttf=b"<html>")
    assert "\n" not in refusal.value.message


@pytest.mark.parametrize(
    "inside",
    [
        b"<script>alert(1)</script>",
        b'<path onload="alert(1)"/>',
        b'<use href="https://example.org/x.svg#a"/>',
        b'<rect style="fill: url(https://example.org)"/>',
        b"<style>@import 'https://example.org/x.css';</style>",
        b"<foreignObject/>",
    ],
)
def test_a_logo_that_acts_or_loads_is_refused(tmp_path: Path, inside: bytes) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg">' + inside + b"</svg>"
    with pytest.raises(ReportError, match="still SVG"):
        brand(tmp_path, "logo: a.svg", a_svg=svg)


@pytest.mark.parametrize(
    "svg",
    [
        b"",
        b"<svg",
        b"<p/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
)
def test_what_is_no_drawing_is_no_logo(tmp_path: Path, svg: bytes) -> None:
    with pytest.raises(ReportError, match="still SVG"):
        brand(tmp_path, "logo: a.svg", a_svg=svg)


def test_a_picture_is_what_its_name_says(tmp_path: Path) -> None:
    assert brand(tmp_path, "logo: a.png", a_png=PNG).logo == Asset("image/png", PNG)
    with pytest.raises(ReportError, match=r"b\.png"):
        brand(tmp_path, "logo: b.png", b_png=SVG)
