"""The cover, and the summary on one slide."""

import io
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from cxkit.journey.model import Journey
from cxkit.language import format_date, format_number, format_percent, unit_gap
from cxkit.report.curve import HEIGHT as CURVE_HEIGHT
from cxkit.report.curve import WIDTH as CURVE_WIDTH
from cxkit.report.curve import Curve, Dot
from cxkit.report.formats.pictures import as_png_or_jpeg
from cxkit.report.formats.pptx.deck import Deck
from cxkit.report.formats.pptx.slide import Bit, Slide, described
from cxkit.report.formats.pptx.theme import BOTTOM, EDGE, ROOM, SERIF, WIDTH, rgb
from cxkit.report.formats.texts import cut_to, one_line
from cxkit.report.priorities import ActionLine, GapLine, action_lines, gap_lines
from cxkit.report.summary import JourneyGlance, emotions_of, journey_glance
from cxkit.start.model import Profile
from cxkit.vision.model import Vision
from cxkit.workbook import Progress

_LOGO = 0.75
_STEPS = 12


def add_cover(deck: Deck) -> None:
    """Add the cover: title, company, day, logo, and the journey's line."""
    request, tr = deck.request, deck.tr
    slide = deck.cover()
    profile = request.book.answers.get(Profile.exercise)
    title = one_line(request.book.title) or tr("Customer experience workbook")
    slide.set_title(cut_to(title, 8.4 / SERIF, 1.85, 40))
    company = one_line(getattr(profile, "company", ""))
    lines = [company, format_date(request.date, request.lang)]
    slide.placeholders[1].text_frame.text = "\n".join(filter(None, lines))
    ink = rgb(request.brand.cover_text)
    _draw_curve(slide, emotions_of(request.context), (EDGE + 0.2, 5.3, WIDTH - 2 * EDGE, 1.5),
                rgb(request.brand.cover_line))  # fmt: skip
    if request.brand.name:
        shape = slide.text(EDGE + 0.2, 0.55, 7, 0.4, one_line(request.brand.name), size=16)
        shape.text_frame.paragraphs[0].runs[0].font.color.rgb = ink
    logo = request.brand.logo and as_png_or_jpeg(request.brand.logo.address)
    if logo:
        picture = slide.shapes.add_picture(io.BytesIO(logo), 0, Inches(0.5),
                                           height=Inches(_LOGO))  # fmt: skip
        if picture.width > Inches(3.5):
            picture.width, picture.height = (
                Inches(3.5), int(picture.height * Inches(3.5) / picture.width))  # fmt: skip
        picture.left = Inches(WIDTH - EDGE) - picture.width
        described(picture, one_line(request.brand.name))


def _draw_curve(slide: Slide, curve: Curve, box: tuple[float, float, float, float],
                ink: RGBColor) -> None:  # fmt: skip
    """Draw the line of emotions as one shape, for decoration."""
    left, top, width, height = box
    points = [(Inches(left + x / CURVE_WIDTH * width), Inches(top + y / CURVE_HEIGHT * height))
              for x, y in _walk(curve.dots)]  # fmt: skip
    builder = slide.shapes.build_freeform(*points[0])
    builder.add_line_segments(points[1:], close=False)
    line: Any = described(builder.convert_to_shape(), "")
    line.fill.background()
    line.shadow.inherit = False
    line.line.color.rgb, line.line.width = ink, Pt(2)
    for dot in curve.dots:
        size = 0.2 if dot.truth else 0.13
        kind = MSO_SHAPE.DIAMOND if dot.truth else MSO_SHAPE.OVAL
        x, y = left + dot.x / CURVE_WIDTH * width, top + dot.y / CURVE_HEIGHT * height
        mark = slide.box(x - size / 2, y - size / 2, size, size, fill="paper", kind=kind)
        mark.fill.fore_color.rgb = ink


def _walk(dots: Sequence[Dot]) -> Sequence[tuple[float, float]]:
    """Return points along the curve: it leaves and reaches each dot level, as the report's does."""
    found = [(dots[0].x, dots[0].y)]
    for a, b in pairwise(dots):
        reach = (b.x - a.x) / 2.4
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            u = 1 - t
            x = (u**3 * a.x + 3 * u * u * t * (a.x + reach) + 3 * u * t * t * (b.x - reach)
                 + t**3 * b.x)  # fmt: skip
            found.append((x, a.y + (b.y - a.y) * (3 * t * t - 2 * t**3)))
    return found


def add_summary(deck: Deck) -> None:
    """Add the summary: figures, vision, where it hurts, gaps and actions."""
    request, tr = deck.request, deck.tr
    answers = request.book.answers
    journey = answers.get(Journey.exercise)
    glance = journey_glance(journey, {}) if isinstance(journey, Journey) else None
    gaps = gap_lines(request.context, {})
    actions: Any = action_lines(answers.get("actions"), {})  # type: ignore[arg-type]
    slide = deck.slide(tr("Summary"))
    _figures(slide, deck, glance)
    half = (ROOM - 0.5) / 2
    top = _vision(slide, deck, 2.72, half)
    if glance and glance.lowest:
        lows = [[Bit(f"−{abs(low.emotion.value)}  ", 13, bold=True, colour="bad"),
                 Bit(cut_to(one_line(low.touchpoint.label), half - 0.7, 0.25, 13), 13)]
                for low in glance.lowest]  # fmt: skip
        _list(slide, (EDGE, top, half), tr("Where it hurts most"), lows)
    right, place = EDGE + half + 0.5, 2.72
    if gaps:
        place = _list(slide, (right, place, half), tr("The gaps that weigh most"),
                      [_gap(deck, line, half) for line in gaps])  # fmt: skip
    if actions:
        _list(slide, (right, place, half), tr("What comes next"),
              [_action(deck, line, half) for line in actions])  # fmt: skip


def _figures(slide: Slide, deck: Deck, glance: JourneyGlance | None) -> None:
    request, tr, lang = deck.request, deck.tr, deck.request.lang
    begun = [name for name in request.chosen if name in request.book.answers]
    complete = sum(request.book.progress(name) is Progress.COMPLETE for name in begun)
    figures = []
    if glance:
        figures = [(format_number(glance.phases, lang), tr("Phases of the journey")),
                   (format_number(glance.touchpoints, lang), tr("Touchpoints")),
                   (format_number(len(glance.moments), lang), tr("Moments of truth"))]  # fmt: skip
    figures.append((f"{complete}/{len(request.chosen)}", tr("Exercises complete")))
    thread = request.context.thread
    if thread is not None and thread.shown_coverage is not None:
        share = format_percent(thread.shown_coverage, lang)
        figures.append((share, tr("Ties of the red thread that hold")))
    width = (ROOM - 0.2 * (len(figures) - 1)) / len(figures)
    for place, (figure, label) in enumerate(figures):
        left = EDGE + place * (width + 0.2)
        slide.box(left, 1.3, width, 1.12, fill="ground")
        slide.box(left, 1.3, 0.06, 1.12, fill="accent")
        slide.text(left + 0.2, 1.36, width - 0.3, 0.6, figure, size=28, colour="accent",
                   heading=True, anchor="middle", written=False)  # fmt: skip
        slide.text(left + 0.2, 1.96, width - 0.3, 0.4, label, size=11, colour="soft", written=False)


def _vision(slide: Slide, deck: Deck, top: float, width: float) -> float:
    vision = deck.request.book.answers.get(Vision.exercise)
    if not isinstance(vision, Vision) or not (vision.sentence or vision.motto):
        return top
    high = 1.9
    said = cut_to(one_line(vision.sentence or vision.motto), (width - 0.5) / SERIF, high - 0.6, 17)
    slide.box(EDGE, top, 0.05, high, fill="accent")
    bits = [[Bit(said, 17, heading=True)]]
    if vision.sentence and vision.motto:
        bits.append([Bit(cut_to(one_line(vision.motto), width - 0.5, 0.3, 13), 13, italic=True,
                         colour="accent")])  # fmt: skip
    slide.bits(EDGE + 0.3, top, width - 0.4, high, bits, anchor="middle", space=8)
    return top + high + 0.3


def _list(slide: Slide, place: tuple[float, float, float], title: str, lines: list[list[Bit]]
          ) -> float:  # fmt: skip
    left, top, width = place
    slide.text(left, top, width, 0.3, title, size=12, bold=True, colour="accent", written=False)
    slide.line(left, top + 0.32, left + width, top + 0.32, colour="accent")
    step = 0.31
    high = min(step * len(lines), BOTTOM - top - 0.4)
    slide.bits(left, top + 0.4, width, high, lines, space=4)
    return top + 0.4 + step * len(lines) + 0.28


def _gap(deck: Deck, line: GapLine, width: float) -> list[Bit]:
    lang = deck.request.lang
    figures = [format_number(v, lang) for v in (line.before, line.now, line.target)
               if v is not None]  # fmt: skip
    unit = line.unit if len(line.unit) <= 8 else ""
    text = f"{' → '.join(figures)}{unit_gap(unit)}{unit}"
    name = cut_to(one_line(line.gap.label), width - 1.7, 0.25, 13)
    return [Bit(f"{name}  ", 13), Bit(text, 12, colour="soft")]


def _action(deck: Deck, line: ActionLine, width: float) -> list[Bit]:
    day = format_date(line.due, deck.request.lang, length="medium") if line.due else ""
    name = cut_to(one_line(line.action.label), width - 1.2, 0.25, 13)
    return [Bit(f"{name}  ", 13, bold=line.first), Bit(day, 12, colour="soft", written=False)]
