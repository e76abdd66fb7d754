"""The journey: at a glance, then band by band with the curve and the lanes below it."""

from collections.abc import Sequence

from pptx.enum.shapes import MSO_SHAPE

from cxkit.core.answer import Answer
from cxkit.core.phrases import Phrases
from cxkit.core.wording import wording_of
from cxkit.journey.layout import Band
from cxkit.journey.model import Journey, Touchpoint
from cxkit.report.formats.grid import Cell, Grid, Row
from cxkit.report.formats.lanes import Lane, journey_bands, journey_lanes, phases_of
from cxkit.report.formats.pptx.chart import emotion_chart
from cxkit.report.formats.pptx.deck import Deck
from cxkit.report.formats.pptx.slide import Bit, Slide
from cxkit.report.formats.pptx.table import add_table, pages
from cxkit.report.formats.pptx.theme import BOTTOM, EDGE, ROOM, TOP
from cxkit.report.formats.texts import cut_to, one_line

COLUMNS = 6
"""Touchpoints on one slide, so that each can be read from the back row."""
LABELS = 1.35
"""Width of the lanes' names, in inches."""

_NAMES, _CURVE = 0.62, 1.35
# Large on one slide, else large on two, else as many slides as it takes.
_LANE_SIZES = ((1, 12), (1, 11), (1, 10), (2, 12), (2, 11), (2, 10), (60, 9.5))


def add_journey(deck: Deck, answer: Answer) -> None:
    """Add the journey at a glance, then its bands."""
    if not isinstance(answer, Journey):
        raise TypeError(f"no journey: {answer.exercise!r}")
    if not answer.touchpoints:
        return
    say = Phrases(Journey.exercise, deck.request.lang)
    picture = deck.picture(answer)
    _glance(deck, answer, say, picture.description)
    bands = journey_bands(answer, say, COLUMNS)
    for place, band in enumerate(bands, 1):
        _band(deck, band, say, picture.title, (place, len(bands)))


def _glance(deck: Deck, journey: Journey, say: Phrases, told: str) -> None:
    words = wording_of(Journey.exercise)
    whole = Band(list(journey_bands(journey, say, 1000)[0].stretches))
    title = journey.title or words.title.in_(say.lang)
    persona = deck.request.context.label(journey.persona)
    state = say(journey.state) if journey.state else ""
    slide = deck.slide(title, " · ".join(filter(None, (persona, state, told))),
                       exercise=Journey.exercise, notes=journey.goal)  # fmt: skip
    columns = [column for column in whole.columns if column.point]
    width = ROOM / len(columns)
    _phases(slide, whole, EDGE, width, TOP)
    chart = (EDGE, TOP + 0.5, ROOM, 3.4)
    points = _points([column.point for column in columns if column.point])
    emotion_chart(slide, chart, points, say.label("touchpoints", "emotion"), told,
                  labels=len(points) <= 20)  # fmt: skip
    size = 12 if len(columns) <= 8 else 10.5 if len(columns) <= 16 else 9
    if len(columns) <= 24:
        for place, column in enumerate(columns):
            name = cut_to(one_line(column.name), width - 0.08, BOTTOM - TOP - 4.35, size)
            truth = bool(column.point and column.point.moment_of_truth)
            slide.text(EDGE + place * width + 0.04, TOP + 4.0, width - 0.08, BOTTOM - TOP - 4.3,
                       name, size=size, bold=truth, align="centre")  # fmt: skip
    _key(slide, say)


def _key(slide: Slide, say: Phrases) -> None:
    """Say what the diamond means."""
    slide.box(EDGE, BOTTOM - 0.17, 0.13, 0.13, fill="soft", kind=MSO_SHAPE.DIAMOND)
    slide.text(EDGE + 0.2, BOTTOM - 0.22, 4, 0.22, say("moment"), size=10, colour="soft",
               written=False)  # fmt: skip


def _phases(slide: Slide, band: Band, left: float, width: float, top: float) -> None:
    """Draw the phases as arrows above their columns."""
    place = 0
    for name, span in phases_of(band):
        wide = width * span - 0.06
        arrow = slide.box(left + place * width, top, wide, 0.42, fill="accent",
                          kind=MSO_SHAPE.PENTAGON)  # fmt: skip
        arrow.adjustments[0] = 0.35
        size = 12 if wide > 1.6 else 9
        text = cut_to(one_line(name), max(wide - 0.35, 0.3), 0.42, size)
        slide.fill_frame(arrow.text_frame, [[Bit(text, size, bold=True, colour="paper")]],
                         align="left", anchor="middle", margin=0.1)  # fmt: skip
        place += span


def _points(points: Sequence[Touchpoint]) -> list[tuple[str, int | None, bool]]:
    return [(point.name, point.emotion, point.moment_of_truth) for point in points]


def _band(deck: Deck, band: Band, say: Phrases, title: str, part: tuple[int, int]) -> None:
    """Add the slides of one band: the first with the curve, more while lanes are left."""
    lanes = journey_lanes(band, say)
    number, total = part
    named = say("part", n=number, total=total, phases=band.names) if total > 1 else band.names
    width = (ROOM - LABELS) / len(band.columns)
    top = TOP + 0.47 + _NAMES + _CURVE + 0.08
    grid, runs = lane_grid(lanes, width, BOTTOM - top)
    for run in runs or [[]]:
        slide = deck.slide(title, named, exercise=Journey.exercise)
        _phases(slide, band, EDGE + LABELS, width, TOP - 0.05)
        add_names(slide, band, width, TOP + 0.4, _NAMES)
        points = _points([column.point for column in band.columns if column.point])
        told = ", ".join(f"{one_line(name)} {emotion:+d}" for name, emotion, _ in points
                         if emotion is not None)  # fmt: skip
        slide.text(EDGE, TOP + 0.4 + _NAMES, LABELS - 0.1, _CURVE,
                   say.label("touchpoints", "emotion"), size=10, bold=True, colour="accent",
                   anchor="middle", written=False)  # fmt: skip
        curve = (EDGE + LABELS, TOP + 0.4 + _NAMES, ROOM - LABELS, _CURVE)
        emotion_chart(slide, curve, points, say.label("touchpoints", "emotion"), told)
        if run:
            slide.note(*add_table(slide, grid, run, (EDGE, top, BOTTOM - top), named))


def lane_grid(lanes: Sequence[Lane], width: float, room: float) -> tuple[Grid, list[list[Row]]]:
    """Return lanes as a table in the largest size that fits one slide, and its pages.

    It has no headings: the lane's name, then a column for each touchpoint.
    """
    columns = len(lanes[0].texts) if lanes else 0
    rows = [[Cell(lane.label, bold=True, colour="accent", written=False), *map(Cell, lane.texts)]
            for lane in lanes]  # fmt: skip
    widths = [LABELS, *([width] * columns)]
    for most, size in _LANE_SIZES:
        grid = Grid([""] * (columns + 1), rows, widths, size)
        found = pages(grid, room)
        if len(found) <= most:
            break
    return grid, found


def add_names(slide: Slide, band: Band, width: float, top: float, high: float) -> None:
    """Write the touchpoints' names above their columns, a diamond before moments of truth."""
    for place, column in enumerate(band.columns):
        point = column.point
        truth = bool(point and point.moment_of_truth)
        name = cut_to(one_line(column.name), width - (0.35 if truth else 0.12), high, 11)
        bits = [Bit("◆ ", 11, colour="bad")] * truth + [Bit(name, 11, bold=True)]
        slide.bits(EDGE + LABELS + place * width + 0.05, top, width - 0.1, high, [bits],
                   align="centre", anchor="middle")  # fmt: skip
