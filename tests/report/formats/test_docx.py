"""The document as Word reads it."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT

from cxkit.report.brand import Brand, Font
from cxkit.resources import samples
from cxkit.workbook import Workbook
from tests.report.formats.conftest import made, parts


@pytest.fixture(scope="module")
def document(bank: Workbook) -> Any:
    return Document(io.BytesIO(made(bank, "docx")))


def test_headings_go_down_one_level_at_a_time(document: Any) -> None:
    levels = [int(one.style.name[-1]) for one in document.paragraphs
              if one.style.name.startswith("Heading")]  # fmt: skip
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_line_of_the_contents_leads_to_a_heading(document: Any) -> None:
    links = document.element.xpath(".//w:hyperlink/@w:anchor")
    marks = document.element.xpath(".//w:bookmarkStart/@w:name")
    assert len(links) > 30
    assert set(links) <= set(marks)
    assert "TOC" in "".join(document.element.xpath(".//w:instrText/text()"))


def test_the_contents_name_the_headings_they_lead_to(document: Any) -> None:
    marks = {}
    for paragraph in document.paragraphs:
        for name in paragraph._p.xpath("./w:bookmarkStart/@w:name"):
            marks[name] = paragraph.text
    for link in document.element.xpath(".//w:hyperlink[@w:anchor]"):
        text = "".join(link.xpath(".//w:t/text()"))
        assert marks[link.xpath("./@w:anchor")[0]] == text


def test_journey_and_blueprint_stand_on_landscape_pages(document: Any) -> None:
    turned = [one.orientation for one in document.sections]
    assert WD_ORIENT.LANDSCAPE in turned
    assert WD_ORIENT.PORTRAIT in turned


def test_charts_are_native_and_bring_their_figures(bank: Workbook) -> None:
    names = parts(made(bank, "docx"))
    charts = [name for name in names if name.startswith("word/charts/chart")]
    assert len(charts) == 2
    assert len([name for name in names if name.startswith("word/embeddings/")]) == 2


def test_charts_and_tables_say_aloud_what_they_show(document: Any) -> None:
    spoken = document.element.xpath(".//wp:docPr/@descr")
    assert len(spoken) == len(document.element.xpath(".//wp:docPr"))
    assert all(spoken)
    assert all(table._tbl.tblPr.xpath("./w:tblCaption") for table in document.tables[1:])


def test_headings_of_tables_come_back_on_every_page(document: Any) -> None:
    assert document.element.xpath(".//w:tblHeader")


def test_the_document_speaks_its_language(document: Any, bank: Workbook) -> None:
    lang = document.styles.element.xpath(".//w:docDefaults//w:lang/@w:val")
    assert lang == [{"it": "it-IT", "en": "en-GB"}[bank.lang]]


def test_answers_in_another_language_say_so() -> None:
    bank = Workbook.read(samples() / "bank.it.cxworkbook.json")
    document = Document(io.BytesIO(made(bank, "docx", lang="en")))
    assert "it-IT" in document.element.xpath(".//w:r/w:rPr/w:lang/@w:val")


def test_the_brand_dresses_headings(english: Workbook) -> None:
    brand = Brand(name="Mill", accent="#123456", heading=Font("Verdana"))
    style = Document(io.BytesIO(made(english, "docx", brand=brand))).styles["Heading 1"]
    assert style.font.name == "Verdana"
    assert str(style.font.color.rgb) == "123456"


def test_answers_field_by_field_can_be_left_out(english: Workbook) -> None:
    whole, short = (made(english, "docx", answers=answers) for answers in (True, False))
    assert len(Document(io.BytesIO(short)).tables) < len(Document(io.BytesIO(whole)).tables) / 2


def test_a_drawn_portrait_is_in_it_with_its_name(document: Any, bank: Workbook) -> None:
    personas = bank.answers["buyer-persona"].personas  # type: ignore[attr-defined]
    said = document.element.xpath(".//wp:docPr/@descr")
    assert {one.name for one in personas if one.portrait} <= set(said)
