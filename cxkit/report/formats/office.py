"""The brand as the theme of an Office file: who changes the theme changes all of it."""

from lxml import etree

from cxkit.report.brand import Brand
from cxkit.report.formats.texts import clean

HEADING_FONT, TEXT_FONT = "Georgia", "Calibri"
"""The fonts of a brand that names none: every Office has them."""

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OURS = {
    "dk1": "1F2430", "lt1": "FFFFFF", "lt2": "F3F1EA", "accent2": "B3421E", "accent3": "1D7044",
    "accent4": "8A5A00", "accent5": "2B5C9E", "accent6": "565D6B",
}  # fmt: skip


def themed(blob: bytes, brand: Brand) -> bytes:
    """Return the XML of a theme with the brand's colours and fonts in it."""
    root = etree.fromstring(blob)
    colours = {**_OURS, "dk2": brand.cover[1:], "accent1": brand.accent[1:],
               "hlink": brand.accent[1:], "folHlink": brand.accent[1:]}  # fmt: skip
    for name, value in colours.items():
        holder = root.find(f".//{_A}clrScheme/{_A}{name}")
        for child in list(holder):
            holder.remove(child)
        etree.SubElement(holder, f"{_A}srgbClr").set("val", value.upper())
    fonts = {"majorFont": brand.heading.family or HEADING_FONT,
             "minorFont": brand.text.family or TEXT_FONT}  # fmt: skip
    for name, font in fonts.items():
        root.find(f".//{_A}{name}/{_A}latin").set("typeface", clean(font))
    title = clean(brand.name) or "cxkit"
    root.set("name", title)
    root.find(f".//{_A}clrScheme").set("name", title)
    root.find(f".//{_A}fontScheme").set("name", title)
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return xml
