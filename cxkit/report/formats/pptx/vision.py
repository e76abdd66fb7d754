"""The vision: sentence, motto, principles, and the steps of the service promise."""

from cxkit.core.answer import Answer
from cxkit.core.phrases import Phrases, quote
from cxkit.report.formats.grid import Cell, Grid
from cxkit.report.formats.pptx.deck import Deck
from cxkit.report.formats.pptx.slide import Bit, Slide
from cxkit.report.formats.pptx.table import add_tables
from cxkit.report.formats.pptx.theme import BOTTOM, EDGE, ROOM, SERIF, TOP
from cxkit.report.formats.texts import cut_to, one_line, text_height
from cxkit.vision.model import Vision

_SIZES = (30, 26, 22, 19, 16)
_SMALL = (14, 13, 12)


def add_vision(deck: Deck, answer: Answer) -> None:
    """Add the sentence with its principles, and a slide for the steps of the promise."""
    if not isinstance(answer, Vision):
        raise TypeError(f"no vision: {answer.exercise!r}")
    say = Phrases(Vision.exercise, deck.request.lang)
    sentence = one_line(answer.sentence or answer.motto)
    slide = deck.slide(say.wording.title.in_(say.lang), exercise=Vision.exercise,
                       notes="\n\n".join(_told(answer, say)))  # fmt: skip
    if sentence:
        quoted = quote(sentence, deck.request.book.lang)
        size = next(
            (s for s in _SIZES if text_height(quoted, (ROOM - 1.3) / SERIF, s) <= 2.1), _SIZES[-1]
        )
        slide.box(EDGE, TOP - 0.3, ROOM, 2.9, fill="ground")
        slide.box(EDGE, TOP - 0.3, 0.09, 2.9, fill="accent")
        bits = [[Bit(cut_to(quoted, (ROOM - 1.3) / SERIF, 2.1, size), size, heading=True)]]
        if answer.sentence and answer.motto:
            motto = cut_to(one_line(answer.motto), ROOM - 1.3, 0.35, 16)
            bits.append([Bit(motto, 16, bold=True, colour="accent")])
        slide.bits(EDGE + 0.5, TOP - 0.2, ROOM - 1, 2.7, bits, anchor="middle", space=10)
    _principles(deck, answer, say, slide)
    _steps(deck, answer, say)


def _told(answer: Vision, say: Phrases) -> list[str]:
    fields = ("customer", "feeling", "never")
    return [f"{say.label(name)}: {getattr(answer, name)}" for name in fields
            if getattr(answer, name)]  # fmt: skip


def _principles(deck: Deck, answer: Vision, say: Phrases, slide: Slide) -> None:
    shown = [one for one in answer.principles if one.name or one.meaning]
    if not shown:
        return
    columns = min(len(shown), 4)
    width = (ROOM - 0.3 * (columns - 1)) / columns
    top = TOP + 3.15
    slide.text(EDGE, top - 0.3, ROOM, 0.3, say.label("principles"), size=12, bold=True,
               colour="accent", written=False)  # fmt: skip
    rows = [shown[start : start + columns] for start in range(0, len(shown), columns)]
    high = (BOTTOM - top) / len(rows)
    for line, row in enumerate(rows):
        for place, one in enumerate(row):
            left, here = EDGE + place * (width + 0.3), top + 0.05 + line * high
            slide.line(left, here, left + width, here, colour="accent")
            name = cut_to(one_line(one.name), width * 0.95, 0.6, 16)
            room = max(high - text_height(name, width * 0.95, 16) - 0.3, 0.2)
            size = next((s for s in _SMALL if text_height(one.meaning, width, s) <= room), 11)
            meaning = cut_to(one_line(one.meaning), width, room, size) if high > 0.9 else ""
            slide.bits(left, here + 0.1, width, high - 0.15,
                       [[Bit(name, 16, bold=True)], [Bit(meaning, size, colour="soft")]],
                       space=3)  # fmt: skip
            if meaning != one_line(one.meaning):
                slide.note(f"{one.name}: {one.meaning}")


def _steps(deck: Deck, answer: Vision, say: Phrases) -> None:
    rows = [[Cell(str(n), bold=True, colour="accent"), Cell(one.step, bold=True),
             Cell(one.standard)] for n, one in enumerate(answer.steps, 1) if one.step]  # fmt: skip
    grid = Grid(("", say.label("steps", "step"), say.label("steps", "standard")), rows,
                (0.5, 5.2, ROOM - 5.7), size=14)  # fmt: skip
    add_tables(deck, grid, say.label("steps"), Vision.exercise)
