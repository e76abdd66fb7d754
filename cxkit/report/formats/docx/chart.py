"""Native charts in a document, made by what makes them for the deck."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from pptx import Presentation

from cxkit.core.phrases import Phrases
from cxkit.culture.draw_obstacles import Bar
from cxkit.journey.model import Journey
from cxkit.report.formats.pptx.chart import emotion_chart, pareto_chart
from cxkit.report.formats.pptx.slide import Slide
from cxkit.report.formats.texts import clean

if TYPE_CHECKING:
    from cxkit.report.formats.docx.paper import Paper

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_INCH = 2.54


def add_emotions(paper: "Paper", journey: Journey, say: Phrases) -> None:
    """Add the curve of a journey's emotions, with a caption."""
    points = [(one.name, one.emotion, one.moment_of_truth) for one in journey.in_order()]
    told = paper.request.book.picture(Journey.exercise, paper.request.lang).description
    slide, box = _scratch(), (0.0, 0.0, paper.room / _INCH, 6 / _INCH)
    emotion_chart(slide, box, points, say.label("touchpoints", "emotion"), told)
    _place(paper, slide, told, (paper.room, 6))
    paper.caption(f"{say.label('touchpoints', 'emotion')} (−3 … +3). ◆ {say('moment')}")


def add_pareto(paper: "Paper", bars: Sequence[Bar], say: Phrases) -> None:
    """Add the obstacles by weight, with a caption."""
    chart = [(bar.label, bar.rank.weight, bar.rank.cumulative, bar.rank.vital) for bar in bars]
    told = paper.request.book.picture(say.exercise, paper.request.lang).description
    slide, box = _scratch(), (0.0, 0.0, paper.room / _INCH, 9 / _INCH)
    pareto_chart(slide, box, chart, (say("weight"), say("cumulative")), told)
    _place(paper, slide, told, (paper.room, 9))
    paper.caption(say("title"))


def _scratch() -> Slide:
    """Return a slide of no deck, to draw a chart on."""
    presentation: Any = Presentation()
    return Slide(presentation.slides.add_slide(presentation.slide_layouts[6]), "")


def _place(paper: "Paper", slide: Slide, alt: str, size: tuple[float, float]) -> None:
    """Carry a slide's chart, and the figures behind it, into the document."""
    chart = slide.shapes[0].chart.part
    document = paper.document
    package = document.part.package
    number = sum(part.content_type == _CHART for part in package.iter_parts()) + 1
    sheet = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), _SHEET,
                 chart.chart_workbook.xlsx_part.blob, package)  # fmt: skip
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART, chart.blob, package)
    own = chart.relate_to(chart.chart_workbook.xlsx_part, RELATIONSHIP_TYPE.PACKAGE)
    part.rels.add_relationship(RELATIONSHIP_TYPE.PACKAGE, sheet, own)
    link = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    inline: Any = parse_xml(
        f"<w:drawing {nsdecls('w', 'wp', 'a', 'r')}><wp:inline><wp:extent/><wp:docPr/>"
        f'<a:graphic><a:graphicData uri="{_SPACE}"><c:chart xmlns:c="{_SPACE}"/></a:graphicData>'
        f"</a:graphic></wp:inline></w:drawing>"
    )
    extent, properties = inline.find(".//{*}extent"), inline.find(".//{*}docPr")
    for name, length in zip(("cx", "cy"), size, strict=True):
        extent.set(name, str(Cm(length)))
    properties.set("id", str(9000 + number))
    properties.set("name", f"chart {number}")
    properties.set("descr", clean(alt))
    inline.find(f".//{{{_SPACE}}}chart").set(qn("r:id"), link)
    paragraph.add_run()._r.append(inline)
