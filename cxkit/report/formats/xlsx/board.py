"""The journey as a board: phases and touchpoints across, lanes down, the emotions as a chart."""

from typing import TYPE_CHECKING

from openpyxl.chart import LineChart, Reference
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cxkit.core.answer import Answer
from cxkit.core.phrases import Phrases
from cxkit.journey.model import Journey, Touchpoint
from cxkit.language import mark as _

if TYPE_CHECKING:
    from cxkit.report.formats.xlsx.paper import Paper

LANES = ("action", "need", "expectation", "quote", "pain", "opportunity")
_PHASE, _NAME, _EMOTION, _TRUTH, _LANES = 4, 5, 6, 7, 8


def add_board(answer: Answer, paper: "Paper") -> None:
    """Add the board of a journey that has touchpoints."""
    if not isinstance(answer, Journey) or not answer.touchpoints:
        return
    say = Phrases(Journey.exercise, paper.request.lang)
    sheet = paper.sheet(say("glance"))
    title = say("title", title=answer.title) if answer.title else say("untitled")
    paper.heading(sheet, title, paper.tr(_("A view: what is changed here is not read back.")))
    labels = (say.label("phases"), say.label("touchpoints"), say.label("touchpoints", "emotion"),
              say("moment"), *(say.label("touchpoints", lane) for lane in LANES))  # fmt: skip
    for row, label in enumerate(labels, _PHASE):
        paper.put(sheet, row, 1, label, "label")
    sheet.column_dimensions["A"].width = 24
    column = 2
    for order, (phase, inside) in enumerate(answer.groups(), 1):
        name = (phase.name or say("unnamed-phase", n=order)) if phase else say("no-phase")
        for point in inside:
            _column(sheet, column, point, paper, say)
            column += 1
        if inside:
            first = column - len(inside)
            for place in range(first, column):
                paper.put(sheet, _PHASE, place, name if place == first else "", "head")
            if len(inside) > 1:
                sheet.merge_cells(start_row=_PHASE, end_row=_PHASE, start_column=first,
                                  end_column=column - 1)  # fmt: skip
    last = get_column_letter(column - 1)
    sheet.conditional_formatting.add(f"B{_EMOTION}:{last}{_EMOTION}", _FEELINGS)
    sheet.freeze_panes = f"B{_NAME + 1}"
    _chart(sheet, column - 1, say, paper)


def _column(sheet: Worksheet, column: int, point: Touchpoint, paper: "Paper", say: Phrases) -> None:
    sheet.column_dimensions[get_column_letter(column)].width = 28
    paper.put(sheet, _NAME, column, point.name or say("unnamed", n=column - 1), "label")
    paper.put(sheet, _EMOTION, column, point.emotion)
    paper.put(sheet, _TRUTH, column, "◆" if point.moment_of_truth else "")
    for row, lane in enumerate(LANES, _LANES):
        paper.put(sheet, row, column, getattr(point, lane))


def _chart(sheet: Worksheet, last: int, say: Phrases, paper: "Paper") -> None:
    chart = LineChart()
    chart.add_data(Reference(sheet, 1, _EMOTION, last, _EMOTION), from_rows=True,
                   titles_from_data=True)  # fmt: skip
    chart.set_categories(Reference(sheet, 2, _NAME, last, _NAME))
    chart.title, chart.legend = say.label("touchpoints", "emotion"), None
    chart.height, chart.width = 8, min(5 + 3 * (last - 1), 60)
    chart.y_axis.scaling.min, chart.y_axis.scaling.max, chart.y_axis.majorUnit = -3, 3, 1
    chart.y_axis.delete = chart.x_axis.delete = False
    chart.x_axis.tickLblPos = "low"
    series = chart.series[0]
    series.graphicalProperties.line.solidFill = paper.accent
    series.marker.symbol, series.marker.size = "circle", 8
    series.marker.graphicalProperties.solidFill = paper.accent
    series.smooth = True
    sheet.add_chart(chart, f"A{_LANES + len(LANES) + 2}")


_FEELINGS = ColorScaleRule(
    start_type="num", start_value=-3, start_color="F2B8A2", mid_type="num", mid_value=0,
    mid_color="FFFFFF", end_type="num", end_value=3, end_color="A8D8B9",
)  # fmt: skip
