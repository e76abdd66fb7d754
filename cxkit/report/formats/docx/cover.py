"""The cover, and the contents that Word keeps up to date."""

import io
from typing import Any

from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from cxkit.language import format_date
from cxkit.report.formats.docx.paper import Paper
from cxkit.report.formats.docx.table import shade
from cxkit.report.formats.pictures import as_png_or_jpeg
from cxkit.report.formats.texts import one_line
from cxkit.report.parts import Report


def add_cover(paper: Paper, report: Report) -> None:
    """Add the cover: a block in the brand's colour with title, company and day."""
    brand, document = paper.request.brand, paper.document
    logo = brand.logo and as_png_or_jpeg(brand.logo.address)
    if logo:
        run = document.add_paragraph().add_run()
        shape = run.add_picture(io.BytesIO(logo), height=Cm(1.8))
        shape._inline.docPr.set("descr", one_line(brand.name))
    paper.text(brand.name, look="cx soft", written=False).paragraph_format.space_after = Pt(120)
    table = document.add_table(1, 1)
    table.autofit = False
    cell = table.rows[0].cells[0]
    cell.width = Cm(paper.room)
    shade(cell, brand.cover[1:])
    ink = RGBColor.from_string(brand.cover_text[1:].upper())
    title = cell.paragraphs[0]
    title.style = "Title"
    title.paragraph_format.space_before = Pt(60)
    _inked(paper, title, report.title, ink)
    for text, look in ((report.company, "Subtitle"), (report.people, "Normal"),
                       (format_date(report.date, report.lang), "Normal")):  # fmt: skip
        if text:
            paragraph = cell.add_paragraph(style=look)
            _inked(paper, paragraph, text, ink)
    cell.paragraphs[-1].paragraph_format.space_after = Pt(60)
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.left_indent = Cm(1)
        paragraph.paragraph_format.right_indent = Cm(1)
    end = document.add_paragraph()
    end.add_run().add_break(WD_BREAK.PAGE)


def _inked(paper: Paper, paragraph: Any, text: str, ink: RGBColor) -> None:
    paper.run(paragraph, one_line(text), written=False).font.color.rgb = ink


def add_contents(paper: Paper, report: Report) -> None:
    """Add the contents: a field of Word's that holds the headings as links from the start."""
    tr = report.tr
    head = paper.document.add_paragraph(style="Subtitle")
    paper.run(head, tr("Contents"), written=False)
    wanted = [(1, tr("Summary"))] if report.summary else []
    for chapter in report.chapters:
        if chapter.exercises:
            number = "" if chapter.number is None else f"{chapter.number}. "
            wanted.append((1, f"{number}{chapter.title}"))
            wanted += [(2, exercise.title) for exercise in chapter.exercises]
    if report.with_notes:
        wanted.append((1, tr("Advice on the answers")))
        wanted += [(2, exercise.title) for exercise in report.with_notes]
    lines = [_line(paper, level, text, place) for place, (level, text) in enumerate(wanted, 1)]
    if lines:
        _field_char(lines[0], "begin", first=True)
        _field_char(lines[-1], "end")


def _line(paper: Paper, level: int, text: str, place: int) -> Any:
    """Add one line as a link to its heading; Word puts the page beside it."""
    paragraph = paper.text("", look=f"toc {level}")
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"_Toc{place:06d}")
    link.set(qn("w:history"), "1")
    link.append(paper.run(paragraph, one_line(text), written=False)._r)
    paragraph._p.append(link)  # python-docx makes no such links
    return paragraph


def _field_char(paragraph: Any, kind: str, *, first: bool = False) -> None:
    """Put the beginning or the end of the contents' field into a line."""
    runs = []
    for name in (kind, "code", "separate") if first else (kind,):
        run = OxmlElement("w:r")
        if name == "code":
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = ' TOC \\o "1-2" \\h \\z \\u '
            run.append(code)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), name)
            if name == "begin":
                mark.set(qn("w:dirty"), "true")
            run.append(mark)
        runs.append(run)
    place = paragraph._p.pPr
    for run in reversed(runs) if first else runs:
        if first:
            place.addnext(run)
        else:
            paragraph._p.append(run)
