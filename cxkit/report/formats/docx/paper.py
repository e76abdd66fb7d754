"""A Word document in the making: styles, pages that turn, headings that the contents find."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from cxkit.language import Lang, Translator, translator
from cxkit.report.formats.docx.styles import add_styles
from cxkit.report.formats.office import themed
from cxkit.report.formats.texts import clean, one_line
from cxkit.report.request import Request

PAGE, LONG, EDGE = 21.0, 29.7, 2.2
"""A4 and its margins, in centimetres."""

_LOCALES: dict[Lang, str] = {"it": "it-IT", "en": "en-GB"}


@dataclass
class Paper:
    """The document, and what its parts need to know."""

    request: Request
    document: Any
    marks: list[tuple[str, str, int]] = field(default_factory=list)
    _wide: bool = False
    _figures: int = 0
    _ids: dict[str, str] = field(default_factory=dict)

    @classmethod
    def new(cls, request: Request) -> "Paper":
        """Begin an empty document."""
        document = Document()
        paper = cls(request, document)
        part = document.part
        theme = next((rel.target_part for rel in part.rels.values()
                      if rel.reltype == RELATIONSHIP_TYPE.THEME), None)  # fmt: skip
        if theme is not None:
            theme._blob = themed(theme.blob, request.brand)
        add_styles(document.styles, request.brand, _LOCALES[request.lang])
        properties = document.core_properties
        properties.title = one_line(request.book.title)[:255]
        properties.author = properties.last_modified_by = one_line(request.brand.name) or "cxkit"
        properties.language, properties.comments = _LOCALES[request.lang], ""
        day = datetime.combine(request.date, time(), UTC).replace(tzinfo=None)
        properties.created = properties.modified = day
        _shape(document.sections[0], wide=False)
        return paper

    @property
    def tr(self) -> Translator:
        """Translates page words into the language of the request."""
        return translator(self.request.lang)

    @property
    def room(self) -> float:
        """How wide the text is, in centimetres."""
        return (LONG if self._wide else PAGE) - 2 * EDGE

    def turn(self, *, wide: bool) -> None:
        """Go on on landscape or portrait pages."""
        if wide != self._wide:
            self._wide = wide
            _shape(self.document.add_section(WD_SECTION.NEW_PAGE), wide=wide)

    def heading(self, text: str, level: int) -> None:
        """Add a heading that the contents list, with a place to jump to."""
        paragraph = self.document.add_paragraph()
        self.look(paragraph, f"Heading {level}")
        name = f"_Toc{len(self.marks) + 1:06d}"
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(len(self.marks) + 1))
        start.set(qn("w:name"), name)
        paragraph._p.append(start)
        self.run(paragraph, one_line(text), written=False)
        paragraph._p.append(end)
        self.marks.append((name, one_line(text), level))

    def heading_of_list(self, text: str) -> None:
        """Add the heading of a list; the contents leave it out."""
        self.text(one_line(text), look="Heading 3", written=False)

    def text(self, text: str, *, look: str = "Normal", written: bool = True, where: Any = None
             ) -> Any:  # fmt: skip
        """Add a paragraph; its line feeds stay line feeds."""
        paragraph = (where or self.document).add_paragraph()
        self.look(paragraph, look)
        self.run(paragraph, text, written=written)
        return paragraph

    def look(self, paragraph: Any, look: str) -> None:
        """Give a paragraph one of the styles of `styles`, by its name."""
        # python-docx looks through all styles each time it is asked for one.
        if look not in self._ids:
            self._ids[look] = self.document.styles[look].style_id
        paragraph._p.style = self._ids[look]

    def run(self, paragraph: Any, text: str, *, written: bool = True) -> Any:
        """Add a text to a paragraph, in the language of whoever wrote it."""
        run = paragraph.add_run(clean(text))
        book = self.request.book
        if written and book.lang != self.request.lang:
            lang = OxmlElement("w:lang")
            lang.set(qn("w:val"), _LOCALES[book.lang])
            run._r.get_or_add_rPr().append(lang)
        return run

    def caption(self, text: str) -> None:
        """Number a figure and say what it shows."""
        self._figures += 1
        paragraph = self.document.add_paragraph(style="Caption")
        self.run(paragraph, f"{self.tr('Figure')} ", written=False)
        add_field(paragraph, "SEQ Figure \\* ARABIC", str(self._figures))
        self.run(paragraph, f". {one_line(text)}", written=False)

    def finish(self) -> Any:
        """Put the footer on every page, and return the document."""
        section = self.document.sections[0]
        section.different_first_page_header_footer = True
        for place, one in enumerate(self.document.sections):
            one.footer.is_linked_to_previous = False
            one.different_first_page_header_footer = place == 0
            paragraph = one.footer.paragraphs[0]
            width = one.page_width - one.left_margin - one.right_margin
            paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
            paragraph.style = "Footer"
            named = " · ".join(filter(None, (self.request.brand.name, self.request.book.title)))
            self.run(paragraph, f"{one_line(named)[:90]}\t", written=False)
            add_field(paragraph, "PAGE", "1")
        return self.document


def add_field(paragraph: Any, code: str, shown: str) -> None:
    """Add a field: what Word computes, and what stands there until it does."""
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = shown
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)


def _shape(section: Any, *, wide: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Cm(LONG), Cm(PAGE)) if wide else (Cm(PAGE), Cm(LONG))
    section.left_margin = section.right_margin = Cm(EDGE)
    section.top_margin = section.bottom_margin = Cm(2)
