"""The document's styles: Word's own where there are such, a few of ours for what there is not."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from cxkit.report.brand import Brand
from cxkit.report.formats.office import HEADING_FONT, TEXT_FONT
from cxkit.report.formats.texts import clean

INK, SOFT = "1F2430", "565D6B"

# Size, space before, space after, in points.
_HEADINGS = {"Title": (34, 0, 8), "Heading 1": (22, 0, 8), "Heading 2": (15, 20, 4),
             "Heading 3": (12.5, 14, 3), "Heading 4": (11, 10, 2)}  # fmt: skip


def add_styles(styles: Any, brand: Brand, locale: str) -> None:
    """Dress Word's styles in the brand and add ours: soft, strong, label, cell, contents."""
    accent = brand.accent[1:].upper()
    text_font = clean(brand.text.family) or TEXT_FONT
    heading_font = clean(brand.heading.family) or HEADING_FONT
    normal = styles["Normal"]
    _dress(normal, text_font, 10.5, INK)
    normal.paragraph_format.space_after = Pt(5)
    _speak(styles, locale)
    for name, (size, before, after) in _HEADINGS.items():
        style = styles[name]
        _dress(style, heading_font, size, accent if name != "Title" else INK)
        style.font.bold = name == "Heading 4"
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.keep_with_next = True
    styles["Heading 1"].paragraph_format.page_break_before = True
    for border in styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    _dress(styles["Subtitle"], heading_font, 13, SOFT)
    styles["Subtitle"].font.italic = True
    _dress(styles["Caption"], text_font, 9, SOFT)
    styles["Caption"].font.bold = False
    _dress(styles["Footer"], text_font, 9, SOFT)
    ours = (("cx soft", 10, SOFT, False), ("cx strong", 10.5, INK, True),
            ("cx label", 9.5, accent, True), ("cx cell", 9, INK, False),
            ("toc 1", 11, INK, True), ("toc 2", 10.5, INK, False))  # fmt: skip
    for name, size, colour, bold in ours:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _dress(style, text_font, size, colour)
        style.font.bold = bold
        style.paragraph_format.space_after = Pt(2)
    styles["cx label"].paragraph_format.space_before = Pt(8)
    styles["cx label"].paragraph_format.keep_with_next = True
    styles["cx strong"].paragraph_format.space_before = Pt(8)
    styles["cx strong"].paragraph_format.keep_with_next = True
    styles["toc 1"].paragraph_format.space_before = Pt(8)
    styles["toc 2"].paragraph_format.left_indent = Pt(14)


def _dress(style: Any, font: str, size: float, colour: str) -> None:
    style.font.name, style.font.size = font, Pt(size)
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), font)
    for name in ("w:spacing", "w:kern"):
        for found in style.element.rPr.findall(qn(name)):
            style.element.rPr.remove(found)


def _speak(styles: Any, locale: str) -> None:
    """Say which language the document is in."""
    properties = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    lang = properties.find(qn("w:lang"))
    if lang is None:
        lang = OxmlElement("w:lang")
        properties.append(lang)
    lang.set(qn("w:val"), locale)
