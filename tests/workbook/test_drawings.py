"""The lessons' drawings: up to date, used, described, readable, in the page's colours and language."""

from __future__ import annotations

import importlib.util
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from cxkit.core.drawings import with_drawings
from cxkit.core.markdown import to_html
from cxkit.language import LANGS, Lang
from cxkit.report.markup import lesson_html
from cxkit.resources import notebooks
from tests.contract.sources import CHECKOUT

BOTH = pytest.mark.parametrize("lang", LANGS)
MARKDOWN = re.compile(r"!\[([^\]]*)\]\(img/([a-z-]+)\.svg\)")


def _drawn(lang: Lang) -> dict[str, str]:
    path = CHECKOUT / "workbook" / "drawings" / "draw.py"
    spec = importlib.util.spec_from_file_location("draw", path)
    assert spec and spec.loader
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[str, str] = module.drawings(lang)
    return found


def _files(lang: Lang) -> dict[str, str]:
    folder = notebooks() / lang / "img"
    return {path.stem: path.read_text("utf-8") for path in folder.iterdir()}


def _used(lang: Lang) -> list[tuple[str, str]]:
    lessons = [path.read_text("utf-8") for path in sorted((notebooks() / lang).glob("*.ipynb"))]
    return [found for lesson in lessons for found in MARKDOWN.findall(lesson)]


@BOTH
def test_files_are_what_the_shapes_and_words_draw(lang: Lang) -> None:
    assert _files(lang) == _drawn(lang)


@BOTH
def test_every_drawing_is_used_once_and_said_in_words(lang: Lang) -> None:
    used = _used(lang)
    assert sorted(name for _, name in used) == sorted(_files(lang))
    assert [name for words, name in used if len(words) < 80] == []


def test_each_chapter_has_a_drawing() -> None:
    for path in (notebooks() / "en").glob("*.ipynb"):
        assert MARKDOWN.search(path.read_text("utf-8")), path.name


@BOTH
def test_drawing_loads_nothing_and_is_well_formed(lang: Lang) -> None:
    for name, svg in _files(lang).items():
        root = ET.fromstring(svg)  # noqa: S314 -- our own file
        tags = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert tags <= {"svg", "style", "rect", "path", "circle", "ellipse", "text", "tspan", "g"}
        assert not re.search(r"href|url\(|@import|on\w+=", svg), name
        assert root.get("lang") == lang


@BOTH
def test_words_of_a_drawing_are_large_enough_for_a_phone(lang: Lang) -> None:
    for svg in _files(lang).values():
        width = float(ET.fromstring(svg).get("viewBox", "").split()[2])  # noqa: S314
        sizes = [float(size) for size in re.findall(r"(?:font:|font-size:)([\d.]+)px", svg)]
        assert min(sizes) * 328 / width >= 10


def test_page_takes_the_drawing_in_with_its_words_escaped() -> None:
    html = with_drawings(to_html('![a "b" <c>](img/kano.svg)'), "it")
    assert html.startswith('<figure class="cx-figure"><svg aria-label="a &quot;b&quot; &lt;c&gt;"')
    assert "<img" not in html


@pytest.mark.parametrize(
    "address", ["img/nothing.svg", "img/../kano.svg", "kano.svg", "x:kano.svg"]
)
def test_other_images_stay_what_they_are(address: str) -> None:
    html = to_html(f"![x]({address})")
    assert with_drawings(html, "it") == html


@BOTH
def test_report_holds_the_drawing_and_asks_for_nothing(lang: Lang) -> None:
    html = lesson_html("![x](img/kano.svg)\n\n![y](img/other.svg)\n\n<svg onload='x()'>", {}, lang)
    assert html.count("<svg") == 1
    assert "src=" not in html
    assert "onload" not in html


def test_both_languages_draw_the_same_shapes() -> None:
    def shapes(lang: Lang) -> dict[str, list[str]]:
        return {
            name: re.findall(r' d="([^"]*)"', svg) for name, svg in sorted(_files(lang).items())
        }

    assert shapes("it") == shapes("en")


def test_sources_of_the_drawings_stand_beside_each_other() -> None:
    folder: Path = CHECKOUT / "workbook" / "drawings"
    shapes = {path.stem for path in folder.glob("*.j2")} - {"frame.svg", "parts"}
    assert shapes == set(_files("it"))
