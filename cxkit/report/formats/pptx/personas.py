"""A slide for each persona: portrait, sentence, and what is known about them."""

import io
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from cxkit.core.answer import Answer
from cxkit.core.phrases import Phrases, quote
from cxkit.core.wording import as_said
from cxkit.personas.model import Persona, Personas
from cxkit.personas.picture import initials
from cxkit.report.formats.pictures import as_png_or_jpeg
from cxkit.report.formats.pptx.deck import Deck
from cxkit.report.formats.pptx.slide import Bit, Slide, described
from cxkit.report.formats.pptx.theme import BOTTOM, EDGE, ROOM, SERIF, TOP
from cxkit.report.formats.texts import clean, cut_to, one_line, text_height

_FACE = 2.5
_LEFT = 3.1
_SIZES = (15, 14, 13, 12)


def add_personas(deck: Deck, answer: Answer) -> None:
    """Add one slide for each persona."""
    if not isinstance(answer, Personas):
        raise TypeError(f"no personas: {answer.exercise!r}")
    say = Phrases(Personas.exercise, deck.request.lang)
    for persona in answer.personas:
        _add(deck, persona, say)


def _add(deck: Deck, persona: Persona, say: Phrases) -> None:
    name = persona.name or say("unnamed")
    evidence = "\n".join(
        " · ".join(filter(None, (one.claim, one.source, str(one.date or ""))))
        for one in persona.evidence
    )
    slide = deck.slide(name, exercise=Personas.exercise, notes=evidence)
    _face(slide, persona, name, say)
    if persona.quote:
        said = cut_to(
            quote(as_said(one_line(persona.quote)), deck.request.book.lang),
            (_LEFT - 0.2) / SERIF,
            1.9,
            15,
        )
        slide.text(EDGE, TOP + _FACE, _LEFT - 0.2, 1.9, said, size=15, italic=True, heading=True)
    if persona.channels:
        listed = cut_to(" · ".join(map(one_line, persona.channels)), _LEFT - 0.2, 0.75, 11)
        slide.bits(EDGE, BOTTOM - 0.95, _LEFT - 0.2, 0.95,
                   [[Bit(say.label("personas", "channels"), 11, bold=True, colour="accent",
                         written=False)], [Bit(listed, 11, colour="soft")]])  # fmt: skip
    _parts(slide, persona, say)


def _face(slide: Slide, persona: Persona, name: str, say: Phrases) -> None:
    """Show the portrait in a circle; initials where there is none."""
    side, top = _FACE - 0.3, TOP - 0.1
    found = as_png_or_jpeg(persona.portrait)
    if found is None:
        circle = slide.box(EDGE, top, side, side, fill="accent", kind=MSO_SHAPE.OVAL)
        slide.fill_frame(circle.text_frame, [[Bit(initials(persona.name), 48, colour="paper",
                                                  heading=True)]], align="centre",
                         anchor="middle")  # fmt: skip
        return
    picture: Any = slide.shapes.add_picture(io.BytesIO(found), Inches(EDGE), Inches(top))
    wide, high = picture.width, picture.height
    # The middle of the picture, a little towards the top, where faces are.
    if wide > high:
        picture.crop_left = picture.crop_right = (wide - high) / wide / 2
    else:
        picture.crop_top = (high - wide) / high / 3
        picture.crop_bottom = (high - wide) / high - picture.crop_top
    picture.width = picture.height = Inches(side)
    picture.auto_shape_type = MSO_SHAPE.OVAL
    described(picture, say("portrait_of", persona=one_line(name)))


def _parts(slide: Slide, persona: Persona, say: Phrases) -> None:
    """Write what is known in two columns; what does not fit goes into the notes."""
    needs = "\n".join(f"• {one_line(need.text)}" for need in persona.needs if need.text)
    columns = (("context", persona.context), ("goals", persona.goals), ("needs", needs)), (
        ("frustrations", persona.frustrations), ("criteria", persona.criteria),
    )  # fmt: skip
    width = (ROOM - _LEFT - 0.6) / 2
    for place, column in enumerate(columns):
        shown = [(name, clean(text).strip()) for name, text in column if text.strip()]
        size = next((size for size in _SIZES if _high(shown, width, size) <= BOTTOM - TOP), 11)
        left, top = EDGE + _LEFT + 0.2 + place * (width + 0.4), TOP - 0.1
        for rest, (name, text) in enumerate(shown):
            share = (BOTTOM - top) / (len(shown) - rest) - 0.5
            wanted = text_height(text, width, size)
            high = min(wanted, share) if _high(shown, width, size) > BOTTOM - TOP else wanted
            slide.text(left, top, width, 0.3, say.label("personas", name), size=12, bold=True,
                       colour="accent", written=False)  # fmt: skip
            slide.line(left, top + 0.28, left + width, top + 0.28, colour="accent")
            slide.text(left, top + 0.36, width, high, cut_to(text, width, high + 0.02, size),
                       size=size)  # fmt: skip
            if wanted > high:
                slide.note(f"{say.label('personas', name)}: {text}")
            top += high + 0.62


def _high(parts: list[tuple[str, str]], width: float, size: float) -> float:
    return sum(text_height(text, width, size) + 0.62 for _, text in parts)
