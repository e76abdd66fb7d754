"""The brand as PowerPoint's own theme: who changes the theme changes the whole deck."""

import re
from typing import Any

from lxml import etree
from pptx.dml.color import ColorFormat, RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches, Pt

from cxkit.report.brand import Brand
from cxkit.report.formats.office import themed

WIDTH, HEIGHT = 13.333, 7.5
"""A slide of 16:9, in inches."""
EDGE = 0.6
"""The margin to the left and to the right."""
TOP, BOTTOM = 1.62, HEIGHT - 0.62
"""Where a slide's content begins and ends, in inches."""
ROOM = WIDTH - 2 * EDGE
"""How wide it is."""
SERIF = 1.3
"""How much wider than other text a heading may be."""

COLOURS = {
    "ink": MSO_THEME_COLOR.TEXT_1, "paper": MSO_THEME_COLOR.BACKGROUND_1,
    "cover": MSO_THEME_COLOR.TEXT_2, "ground": MSO_THEME_COLOR.BACKGROUND_2,
    "accent": MSO_THEME_COLOR.ACCENT_1, "bad": MSO_THEME_COLOR.ACCENT_2,
    "good": MSO_THEME_COLOR.ACCENT_3, "warn": MSO_THEME_COLOR.ACCENT_4,
    "note": MSO_THEME_COLOR.ACCENT_5, "soft": MSO_THEME_COLOR.ACCENT_6,
}  # fmt: skip
"""What the deck calls the theme's colours."""

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_KEPT_LAYOUTS = ("Title Slide", "Title Only")


def dress(presentation: Any, brand: Brand) -> None:
    """Set size, colours, fonts and the places of titles and footers; drop unused layouts."""
    presentation.slide_width, presentation.slide_height = Inches(WIDTH), Inches(HEIGHT)
    master = presentation.slide_master
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    part._blob = themed(part.blob, brand)
    for layout in list(presentation.slide_layouts):
        if layout.name not in _KEPT_LAYOUTS:
            presentation.slide_layouts.remove(layout)
    _place(master.placeholders[0], EDGE, 0.42, WIDTH - 2 * EDGE, 0.62)
    for shape in master.placeholders:
        kind = shape.element.ph.get("type")
        if kind == "ftr":
            _place(shape, EDGE, 7.02, 9, 0.3)
            shape.element.find(f".//{_A}lvl1pPr").set("algn", "l")
        elif kind in ("sldNum", "dt"):
            _place(shape, WIDTH - EDGE - 2, 7.02, 2, 0.3)
        for size in shape.element.iter(f"{_A}defRPr"):
            size.set("sz", "1000")
    for layout in presentation.slide_layouts:
        for shape in layout.placeholders:
            found = next(
                (
                    own
                    for own in master.placeholders
                    if own.element.ph.get("type") == shape.element.ph.get("type")
                ),
                None,
            )
            if shape.element.ph.get("type") in ("ftr", "sldNum", "dt") and found is not None:
                shape.left, shape.top = found.left, found.top
                shape.width, shape.height = found.width, found.height
    _title_style(master)
    _cover_layout(presentation, brand)


def rgb(colour: str) -> Any:
    """Return a colour from its ``#rrggbb``."""
    made: Any = RGBColor
    return made(*bytes.fromhex(colour[1:]))


def paint(colour: ColorFormat, name: str, lighter: float = 0) -> None:
    """Give something one of `COLOURS`, or ``#rrggbb`` made of it, `lighter` from 0 to 1."""
    colour.theme_color = COLOURS[name]
    if lighter:
        colour.brightness = lighter


def _place(shape: Any, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top = Inches(left), Inches(top)
    shape.width, shape.height = Inches(width), Inches(height)


def _title_style(master: Any) -> None:
    body = master.placeholders[0].element.find(f".//{_A}bodyPr")
    for name in ("lIns", "rIns", "tIns", "bIns"):
        body.set(name, "0")
    body.set("anchor", "b")
    style = master.element.find(".//{*}titleStyle/{*}lvl1pPr")
    style.set("algn", "l")
    style.find(f"{_A}defRPr").set("sz", str(int(Pt(26).pt * 100)))


def _cover_layout(presentation: Any, brand: Brand) -> None:
    layout = presentation.slide_layouts.get_by_name("Title Slide")
    fill = layout.background.fill
    fill.solid()
    paint(fill.fore_color, "cover")
    places = ((EDGE + 0.2, 1.9, 8.6, 1.9), (EDGE + 0.2, 3.95, 8.6, 1.1))
    for shape, place, size in zip(layout.placeholders, places, (40, 20), strict=False):
        _place(shape, *place)
        for style in shape.element.iter(f"{_A}lvl1pPr"):
            style.getparent().remove(style)
        levels = shape.element.find(f".//{_A}lstStyle")
        level = etree.SubElement(levels, f"{_A}lvl1pPr", algn="l", marL="0", indent="0")
        etree.SubElement(level, f"{_A}buNone")
        run = etree.SubElement(level, f"{_A}defRPr", sz=str(size * 100))
        ink = etree.SubElement(etree.SubElement(run, f"{_A}solidFill"), f"{_A}srgbClr")
        ink.set("val", re.sub("^#", "", brand.cover_text).upper())
