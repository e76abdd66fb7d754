"""One slide: texts, boxes, lines and pictures at places in inches, each with what it says aloud."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from cxkit.report.formats.pptx.theme import paint
from cxkit.report.formats.texts import clean

ALIGN = {"left": PP_ALIGN.LEFT, "centre": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
ANCHOR = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}


@dataclass(frozen=True)
class Bit:
    """A piece of text in one look; `written` by the workbook's people, in their language."""

    text: str
    size: float = 12
    bold: bool = False
    italic: bool = False
    colour: str = "ink"
    heading: bool = False
    written: bool = True


class Slide:
    """A slide that is being filled.

    Parameters
    ----------
    slide : pptx.slide.Slide
        What python-pptx made.
    written : str
        Locale of what the workbook's people wrote, such as ``"it-IT"``.
    """

    def __init__(self, slide: Any, written: str) -> None:
        self._slide = slide
        self._written = written

    @property
    def shapes(self) -> Any:
        """The shapes of python-pptx."""
        return self._slide.shapes

    @property
    def placeholders(self) -> Any:
        """The placeholders of the layout."""
        return self._slide.placeholders

    def set_title(self, text: str, size: float = 0) -> None:
        """Fill the title's placeholder."""
        frame = self.shapes.title.text_frame
        frame.text = clean(text)
        if size:
            frame.paragraphs[0].runs[0].font.size = Pt(size)

    def text(  # noqa: PLR0913 (a place, a text, and how it looks)
        self, left: float, top: float, width: float, height: float, text: str, *,
        size: float = 12, bold: bool = False, italic: bool = False, colour: str = "ink",
        align: str = "left", anchor: str = "top", heading: bool = False, written: bool = True,
    ) -> Any:  # fmt: skip
        """Write a text into a box without margins; its lines become paragraphs."""
        bits = [[Bit(line, size, bold, italic, colour, heading, written)]
                for line in clean(text).split("\n")]  # fmt: skip
        return self.bits(left, top, width, height, bits, align=align, anchor=anchor)

    def bits(  # noqa: PLR0913 (a place, texts, and how they stand)
        self, left: float, top: float, width: float, height: float,
        paragraphs: Iterable[Sequence[Bit]], *, align: str = "left", anchor: str = "top",
        space: float = 0,
    ) -> Any:  # fmt: skip
        """Write paragraphs of bits into a box without margins, `space` points apart."""
        places = map(Inches, (left, top, width, height))
        shape = self.shapes.add_textbox(*places)
        self.fill_frame(shape.text_frame, paragraphs, align=align, anchor=anchor, space=space)
        return shape

    def fill_frame(self, frame: Any, paragraphs: Iterable[Sequence[Bit]], *, align: str = "left",
                   anchor: str = "top", space: float = 0, margin: float = 0) -> None:  # fmt: skip
        """Write paragraphs of bits into a text frame."""
        frame.word_wrap = True
        frame.vertical_anchor = ANCHOR[anchor]
        frame.margin_left = frame.margin_right = Inches(margin)
        frame.margin_top = frame.margin_bottom = Inches(margin / 2)
        for place, bits in enumerate(paragraphs):
            paragraph = frame.add_paragraph() if place else frame.paragraphs[0]
            paragraph.alignment = ALIGN[align]
            if space and place:
                paragraph.space_before = Pt(space)
            if any(_is_right_to_left(bit.text) for bit in bits):
                paragraph._p.get_or_add_pPr().set("rtl", "1")
            for bit in bits:
                self._add_run(paragraph, bit)

    def _add_run(self, paragraph: Any, bit: Bit) -> None:
        run = paragraph.add_run()
        run.text = clean(bit.text).replace("\n", " ")
        font = run.font
        font.size, font.bold, font.italic = Pt(bit.size), bit.bold or None, bit.italic or None
        if bit.heading:
            font.name = "+mj-lt"
        paint(font.color, bit.colour)
        if bit.written:
            run._r.get_or_add_rPr().set("lang", self._written)

    def box(  # noqa: PLR0913 (a place, and how it looks)
        self, left: float, top: float, width: float, height: float, *, fill: str = "",
        lighter: float = 0, line: str = "", kind: Any = MSO_SHAPE.RECTANGLE, alt: str = "",
    ) -> Any:  # fmt: skip
        """Add a shape, filled or outlined."""
        shape = self.shapes.add_shape(kind, *map(Inches, (left, top, width, height)))
        _without_theme_effects(shape)
        if fill:
            shape.fill.solid()
            paint(shape.fill.fore_color, fill, lighter)
        else:
            shape.fill.background()
        if line:
            paint(shape.line.color, line)
            shape.line.width = Pt(1)
        else:
            shape.line.fill.background()
        return described(shape, alt)

    def line(self, x1: float, y1: float, x2: float, y2: float, *, colour: str = "soft",
             lighter: float = 0, width: float = 1) -> Any:  # fmt: skip
        """Add a straight line."""
        ends = map(Inches, (x1, y1, x2, y2))
        shape = self.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
        _without_theme_effects(shape)
        paint(shape.line.color, colour, lighter)
        shape.line.width = Pt(width)
        return described(shape, "")

    def note(self, *texts: str) -> None:
        """Add paragraphs to the speaker's notes."""
        wanted = [clean(text) for text in texts if text.strip()]
        if wanted:
            frame = self._slide.notes_slide.notes_text_frame
            before = [frame.text] if frame.text else []
            frame.text = "\n\n".join([*before, *wanted])

    def speak(self, locale: str) -> None:
        """Say that texts whose language nobody has said are in `locale`."""
        trees = [self._slide._element]
        if self._slide.has_notes_slide:
            trees.append(self._slide.notes_slide._element)
        for tree in trees:
            for run in (*tree.iter("{*}r"), *tree.iter("{*}fld")):
                properties = run.find("{*}rPr")
                if properties is None:
                    properties = run.makeelement(run.tag.replace("}r", "}rPr")
                                                 .replace("}fld", "}rPr"))  # fmt: skip
                    run.insert(0, properties)
                if properties.get("lang") is None:
                    properties.set("lang", locale)


def described(shape: Any, alt: str) -> Any:
    """Give a shape the words that a screen reader says; without any it is decoration."""
    element = shape._element.xpath(".//p:cNvPr")[0]
    element.set("descr", clean(alt)[:2000])
    return shape


def _without_theme_effects(shape: Any) -> None:
    """Take away the shadow that the theme gives to every shape."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def _is_right_to_left(text: str) -> bool:
    kinds = (unicodedata.bidirectional(character) for character in text)
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), "L")
    return first != "L"
