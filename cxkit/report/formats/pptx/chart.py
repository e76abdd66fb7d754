"""Native charts: the curve of emotions and the Pareto of obstacles; their figures can be edited."""

from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from cxkit.report.formats.pptx.slide import Slide, described
from cxkit.report.formats.pptx.theme import paint
from cxkit.report.formats.texts import one_line

_data: Any = CategoryChartData
SIGNED = '+0;"−"0;0'
Box = tuple[float, float, float, float]


def emotion_chart(slide: Slide, box: Box, points: Sequence[tuple[str, int | None, bool]],
                  series: str, alt: str, *, labels: bool = True) -> None:  # fmt: skip
    """Add the curve of emotions from −3 to +3, one point for each column of the box.

    Parameters
    ----------
    box : tuple of float
        Left, top, width and height in inches; the curve fills it to its edges.
    points : sequence of (str, int or None, bool)
        Name, emotion, and whether it is a moment of truth.
    labels : bool
        Whether the emotions are written beside the points.
    """
    data: Any = _data(number_format=SIGNED)
    # Two categories of the same name would become one in some programs.
    data.categories = [f"{place}. {one_line(name)}" for place, (name, _, _) in enumerate(points, 1)]
    data.add_series(series, [emotion for _, emotion, _ in points])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *map(Inches, box), data)
    described(frame, alt)
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(10)
    values, names = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale, values.major_unit = -3.6, 3.6, 3.6
    values.has_major_gridlines, values.visible = False, False
    names.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    names.has_major_gridlines = False
    paint(names.format.line.color, "soft", 0.6)
    line = chart.plots[0].series[0]
    line.smooth = True
    paint(line.format.line.color, "accent")
    line.format.line.width = Pt(2.25)
    for place, (_, emotion, truth) in enumerate(points):
        if emotion is not None:
            _mark(line.points[place].marker, emotion, truth)
    if labels:
        _label(line, points)
    _fill_box(chart)


def _mark(marker: Any, emotion: int, truth: bool) -> None:
    marker.style = XL_MARKER_STYLE.DIAMOND if truth else XL_MARKER_STYLE.CIRCLE
    marker.size = 12 if truth else 8
    marker.format.fill.solid()
    name = "bad" if emotion < 0 else "good" if emotion > 0 else "soft"
    paint(marker.format.fill.fore_color, name)
    paint(marker.format.line.color, "paper")


def _label(line: Any, points: Sequence[tuple[str, int | None, bool]]) -> None:
    labels = line.data_labels
    labels.number_format, labels.number_format_is_linked = SIGNED, False
    labels.position, labels.show_value = XL_LABEL_POSITION.ABOVE, True
    labels.font.size = Pt(10)
    for place, (_, emotion, _) in enumerate(points):
        if emotion is not None and emotion < 0:
            line.points[place].data_label.position = XL_LABEL_POSITION.BELOW
            _whole(line.points[place].data_label)


def _whole(label: Any) -> None:
    """Let a label that was moved say its value, as its neighbours do."""
    element = label._dLbl
    for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent"):
        found = element.find(qn(f"c:{name}"))
        if found is not None:
            found.set("val", "1" if name == "showVal" else "0")


def _fill_box(chart: Any) -> None:
    """Let the plot reach the box's edges, so that each point stands above its column."""
    area = chart._chartSpace.chart.plotArea
    layout = area.find(qn("c:layout"))
    if layout is None:
        layout = area.makeelement(qn("c:layout"))
        area.insert(0, layout)
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    for name, value in (("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge"),
                        ("x", "0"), ("y", "0.02"), ("w", "1"), ("h", "0.96")):  # fmt: skip
        etree.SubElement(manual, qn(f"c:{name}")).set("val", value)


def pareto_chart(slide: Slide, box: Box, bars: Sequence[tuple[str, int, float, bool]],
                 names: tuple[str, str], alt: str) -> None:  # fmt: skip
    """Add bars by weight with the line of how much they explain together.

    Parameters
    ----------
    bars : sequence of (str, int, float, bool)
        Name, weight, share explained up to here (0 to 1), and whether it is of the vital few.
    names : tuple of str
        What bars and line are called.
    """
    data: Any = _data()
    data.categories = [one_line(name) for name, *_ in bars]
    data.add_series(names[0], [weight for _, weight, _, _ in bars], number_format="0")
    data.add_series(names[1], [share for _, _, share, _ in bars], number_format="0%")
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *map(Inches, box), data)
    described(frame, alt)
    chart = frame.chart
    chart.has_title, chart.has_legend = False, True
    chart.legend.include_in_layout, chart.legend.font.size = False, Pt(11)
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.font.size = Pt(11)
    chart.value_axis.has_major_gridlines = chart.value_axis.visible = False
    chart.value_axis.minimum_scale = 0
    chart.category_axis.tick_labels.font.size = Pt(10)
    for body in chart.category_axis._element.iter(qn("a:bodyPr")):  # no property
        body.set("rot", "0")
        body.set("vert", "horz")
    plot = chart.plots[0]
    plot.gap_width = 45
    columns = plot.series[0]
    columns.data_labels.show_value = True
    columns.data_labels.font.bold = True
    columns.format.fill.solid()
    paint(columns.format.fill.fore_color, "soft", 0.6)
    for place, (_, _, _, vital) in enumerate(bars):
        if vital:
            fill = columns.points[place].format.fill
            fill.solid()
            paint(fill.fore_color, "accent")
    _second_axis(chart)


def _second_axis(chart: Any) -> None:
    """Turn the second series into a line on an axis of its own, from 0 to 100 %."""
    area = chart._chartSpace.chart.plotArea
    bars = area.find(qn("c:barChart"))
    series = bars.findall(qn("c:ser"))[1]
    bars.remove(series)
    for name in ("c:invertIfNegative", "c:spPr"):
        found = series.find(qn(name))
        if found is not None:
            series.remove(found)
    look = etree.fromstring(_LINE_LOOK)
    for place, element in enumerate(look):
        series.insert(list(series).index(series.find(qn("c:tx"))) + 1 + place, element)
    etree.SubElement(series, qn("c:smooth")).set("val", "0")
    line = etree.fromstring(_LINE)
    line.insert(2, series)
    bars.addnext(line)
    last = area.findall(qn("c:valAx"))[-1]
    for axis in reversed(etree.fromstring(_AXES)):
        last.addnext(axis)


_NAMES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_LINE = (
    f'<c:lineChart {_NAMES}><c:grouping val="standard"/><c:varyColors val="0"/>'
    '<c:marker val="1"/><c:axId val="50010"/><c:axId val="50020"/></c:lineChart>'
)
_LINE_LOOK = (
    f'<x {_NAMES}><c:spPr><a:ln w="22225"><a:solidFill><a:schemeClr val="accent2"/></a:solidFill>'
    '</a:ln></c:spPr><c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr><a:solidFill>'
    '<a:schemeClr val="accent2"/></a:solidFill></c:spPr></c:marker></x>'
)
_AXES = (
    f'<x {_NAMES}><c:catAx><c:axId val="50010"/><c:scaling><c:orientation val="minMax"/>'
    '</c:scaling><c:delete val="1"/><c:axPos val="b"/><c:majorTickMark val="none"/>'
    '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="50020"/></c:catAx>'
    '<c:valAx><c:axId val="50020"/><c:scaling><c:orientation val="minMax"/><c:max val="1"/>'
    '<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="r"/>'
    '<c:numFmt formatCode="0%" sourceLinked="0"/><c:majorTickMark val="out"/>'
    '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="50010"/>'
    '<c:crosses val="max"/><c:majorUnit val="0.2"/></c:valAx></x>'
)
