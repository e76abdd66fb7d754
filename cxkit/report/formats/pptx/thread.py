"""The red thread: its stages on a line, and where it breaks."""

from pptx.enum.shapes import MSO_SHAPE

from cxkit.core.answer import Answer
from cxkit.core.phrases import Phrases
from cxkit.core.thread import Strand
from cxkit.language import format_percent
from cxkit.report.formats.grid import Cell, Grid
from cxkit.report.formats.pptx.deck import Deck
from cxkit.report.formats.pptx.slide import Bit, Slide
from cxkit.report.formats.pptx.table import add_tables
from cxkit.report.formats.pptx.theme import BOTTOM, EDGE, ROOM, TOP
from cxkit.report.formats.texts import cut_to, one_line
from cxkit.roadmap.model import Reading
from cxkit.workbook.thread_words import worded

_ROW = 7
_HIGH = 1.5


def add_thread(deck: Deck, answer: Answer) -> None:
    """Add the stages with how many of their ties hold, then a table of the breaks."""
    if not isinstance(answer, Reading):
        raise TypeError(f"no thread: {answer.exercise!r}")
    thread = deck.request.context.thread
    if thread is None or thread.coverage is None:
        return
    say = Phrases(Reading.exercise, deck.request.lang)
    told = deck.picture(answer)
    slide = deck.slide(told.title, told.description, exercise=Reading.exercise, notes=answer.story)
    _stages(slide, thread.strands, say)
    share = format_percent(thread.shown_coverage or 0, say.lang)
    top = TOP + 2 * _HIGH + 0.25
    slide.text(EDGE, top, 2.6, 0.9, share, size=48, colour="accent", heading=True, written=False)
    label = deck.tr("Ties of the red thread that hold")
    slide.text(EDGE, top + 0.9, 2.6, 0.5, label, size=12, colour="soft", written=False)
    if answer.story:
        told_aloud = cut_to(one_line(answer.story), ROOM - 3, BOTTOM - top - 0.2, 14)
        slide.text(EDGE + 3, top + 0.08, ROOM - 3, BOTTOM - top, told_aloud, size=14)
    words = say.options("first")
    rows = []
    for found in thread.breaks:
        one = worded(found, say.lang)
        rows.append([Cell(words[one.stage], bold=True, colour="accent", written=False),
                     Cell(one.says, bold=True, below=one.why, written=False),
                     Cell(one.next, written=False), Cell(one.title, written=False)])  # fmt: skip
    heads = (say.label("first"), say("breaks"), deck.tr("What to do"), deck.tr("Exercise"))
    grid = Grid(heads, rows, (1.7, ROOM - 7.8, 3.8, 2.3), size=11)
    add_tables(deck, grid, say("breaks"), Reading.exercise)


def _stages(slide: Slide, strands: tuple[Strand, ...], say: Phrases) -> None:
    """Draw the stages as beads on two lines."""
    names = say.options("first")
    width = ROOM / _ROW
    rows = -(-len(strands) // _ROW)
    for row in range(rows):
        y = TOP + row * _HIGH + 0.3
        slide.line(EDGE + width / 2, y, EDGE + ROOM - width / 2, y, colour="bad", width=3)
    for place, strand in enumerate(strands):
        left = EDGE + (place % _ROW) * width
        y = TOP + place // _ROW * _HIGH + 0.3
        colour = _colour(strand)
        bead = slide.box(left + width / 2 - 0.27, y - 0.27, 0.54, 0.54, fill=colour, line="paper",
                         kind=MSO_SHAPE.OVAL, alt=names[strand.stage])  # fmt: skip
        mark = "✓" if strand.due and strand.held == strand.due else str(strand.due - strand.held)
        text = mark if strand.due else ""
        slide.fill_frame(bead.text_frame, [[Bit(text, 14, bold=True, colour="paper",
                                                written=False)]], align="centre",
                         anchor="middle")  # fmt: skip
        held = f"{strand.held}/{strand.due}" if strand.due else ""
        slide.bits(left, y + 0.34, width, 0.7,
                   [[Bit(names[strand.stage], 11, bold=True, written=False)],
                    [Bit(held, 11, colour="soft", written=False)]], align="centre")  # fmt: skip


def _colour(strand: Strand) -> str:
    if not strand.due:
        return "soft"
    if strand.held == strand.due:
        return "good"
    return "warn" if strand.held else "bad"
