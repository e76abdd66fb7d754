"""``--brand brand.yml``: read a brand, and trust nothing in it."""

from pathlib import Path
from xml.etree import ElementTree as ET

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cxkit.core.images import check_image
from cxkit.language import Lang, format_number
from cxkit.language.yaml_files import read_yaml
from cxkit.report.brand import HOUSE, Asset, Brand, Font
from cxkit.report.colours import LEGIBLE, WHITE, contrast, is_colour, legible
from cxkit.report.errors import (
    BRAND_CONTRAST,
    BRAND_FILE,
    BRAND_KEY,
    BRAND_NOT_YAML,
    NOT_FOUND,
    ReportError,
)

_LARGEST_YAML, _LARGEST_FONT, _LARGEST_SVG = 65_536, 3_000_000, 300_000
_RASTER = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}
_FONTS = {
    ".woff2": ("font/woff2", (b"wOF2",)), ".woff": ("font/woff", (b"wOFF",)),
    ".ttf": ("font/ttf", (b"\x00\x01\x00\x00", b"true")), ".otf": ("font/otf", (b"OTTO",)),
}  # fmt: skip
_SVG_INERT = "{http://www.w3.org/2000/svg}"
_SVG_ACTS = {"script", "foreignObject", "iframe", "audio", "video", "image", "animate", "set"}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Colours(_Strict):
    accent: str = HOUSE.accent
    cover: str = ""
    cover_text: str = ""
    cover_line: str = ""


class _FontWords(_Strict):
    family: str = Field(default="", max_length=60)
    file: str = Field(default="", max_length=200)


class _Fonts(_Strict):
    text: _FontWords = _FontWords()
    heading: _FontWords = _FontWords()


class _BrandFile(_Strict):
    name: str = Field(default="", max_length=80)
    logo: str = Field(default="", max_length=200)
    colours: _Colours = _Colours()
    fonts: _Fonts = _Fonts()


def read_brand(path: Path, lang: Lang) -> Brand:
    """Read a brand's file; the files it names lie beside it or below.

    Parameters
    ----------
    path : Path
        The ``brand.yml``.
    lang : {"it", "en"}
        Language of what is said when it cannot be used.

    Raises
    ------
    ReportError
        When it is no such file, a colour cannot be read on its ground, or a logo or font is not
        what its name says.
    """
    said = _read(path, lang)
    colours = said.colours
    accent = _colour(path, "accent", colours.accent, HOUSE.accent, lang)
    cover = _colour(path, "cover", colours.cover, accent, lang)
    text = _colour(path, "cover_text", colours.cover_text, legible(WHITE, cover), lang)
    line = _colour(path, "cover_line", colours.cover_line, text, lang)
    _must_read(path, "accent", accent, WHITE, lang)
    _must_read(path, "cover_text", text, cover, lang)
    return Brand(
        " ".join(said.name.split()),
        _logo(path, said.logo, lang) if said.logo else None,
        accent, cover, text, line,
        _font(path, said.fonts.text, lang),
        _font(path, said.fonts.heading, lang),
    )  # fmt: skip


def _read(path: Path, lang: Lang) -> _BrandFile:
    if not path.is_file():
        raise ReportError.of(NOT_FOUND, lang, path=path)
    try:
        if path.stat().st_size > _LARGEST_YAML:
            raise ReportError.of(BRAND_NOT_YAML, lang, path=path)
        return _BrandFile.model_validate(read_yaml(path) or {})
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, OSError) as error:
        raise ReportError.of(BRAND_NOT_YAML, lang, path=path) from error
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])[:80] or "–"
        raise ReportError.of(BRAND_KEY, lang, path=path, key=where) from error


def _colour(path: Path, key: str, said: str, otherwise: str, lang: Lang) -> str:
    colour = said.strip().lower() or otherwise
    if not is_colour(colour):
        raise ReportError.of(BRAND_KEY, lang, path=path, key=f"colours.{key}")
    return colour


def _must_read(path: Path, key: str, colour: str, ground: str, lang: Lang) -> None:
    found = contrast(colour, ground)
    if found < LEGIBLE:
        raise ReportError.of(
            BRAND_CONTRAST, lang, path=path, key=key, colour=colour, ground=ground,
            found=format_number(found, lang), least=format_number(LEGIBLE, lang),
            better=legible(colour, ground),
        )  # fmt: skip


def _beside(path: Path, name: str, lang: Lang) -> Path:
    """Return a file that the brand names; one elsewhere on the machine is none of its."""
    folder = path.parent.resolve()
    file = (folder / name).resolve()
    if not file.is_relative_to(folder) or not file.is_file():
        raise ReportError.of(BRAND_FILE, lang, path=path, name=name)
    return file


def _logo(path: Path, name: str, lang: Lang) -> Asset:
    file = _beside(path, name, lang)
    data = file.read_bytes() if file.stat().st_size <= _LARGEST_SVG else b""
    ending = file.suffix.lower()
    if ending == ".svg" and _is_still_svg(data):
        return Asset("image/svg+xml", data)
    try:
        kind = _RASTER[ending]
        check_image(Asset(kind, data).address)
    except (KeyError, ValueError) as error:
        raise ReportError.of(BRAND_FILE, lang, path=path, name=name) from error
    return Asset(kind, data)


def _is_still_svg(data: bytes) -> bool:
    """Say whether this is a drawing that runs nothing, loads nothing and expands nothing."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\x00" in data:
        return False
    try:
        root = ET.fromstring(data)  # noqa: S314 (no document type, so no entities)
    except ET.ParseError:
        return False
    return root.tag == f"{_SVG_INERT}svg" and all(map(_is_still, root.iter()))


def _is_still(element: ET.Element) -> bool:
    name = str(element.tag).rpartition("}")[2]
    css = f"{element.text or ''}{element.get('style', '')}".lower()
    loads = "url(" in css.replace("url(#", "") or "@import" in css
    reaches = any(
        attribute.rpartition("}")[2] == "href" and not value.startswith("#")
        for attribute, value in element.attrib.items()
    )
    handles = any(attribute.lower().startswith("on") for attribute in element.attrib)
    return not (name in _SVG_ACTS or reaches or handles or (loads and name != "text"))


def _font(path: Path, said: _FontWords, lang: Lang) -> Font:
    if not said.file:
        return Font(" ".join(said.family.split()))
    file = _beside(path, said.file, lang)
    kind, begins = _FONTS.get(file.suffix.lower(), ("", ()))
    data = file.read_bytes() if file.stat().st_size <= _LARGEST_FONT else b""
    if not kind or not data.startswith(begins):
        raise ReportError.of(BRAND_FILE, lang, path=path, name=said.file)
    return Font(" ".join(said.family.split()) or file.stem[:60], Asset(kind, data))
