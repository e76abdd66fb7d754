"""The picture of buyer personas: one sheet each, with what is proved and what is a guess."""

import zlib
from dataclasses import dataclass
from datetime import date

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.core.portraits import picture_source
from cxkit.personas.evidence import is_old, parts_written, proved_parts
from cxkit.personas.model import Evidence, Persona, Personas

# Colours of the drawn initials, chosen by the persona's id so that each keeps its own.
TONES = ("accent", "note", "warm", "good")


@dataclass(frozen=True)
class Sheet:
    """What the template needs to know about one persona."""

    persona: Persona
    portrait: str
    initials: str
    tone: str
    parts: list[str]
    proved: set[str]
    evidence: list[tuple[Evidence, str]]


def draw_personas(answer: Personas, context: Context) -> Picture:
    """Draw the sheets of all personas, one page each."""
    say = Phrases(Personas.exercise, context.lang)
    words = say.words
    names = " · ".join(one.name or words["unnamed"] for one in answer.personas)
    return draw(
        "personas.html.j2",
        say,
        context,
        title=say("title", names=names) if names else words["title_empty"],
        description=say(
            "description",
            count=len(answer.personas),
            evidence=sum(len(one.evidence) for one in answer.personas),
        ),
        sheets=[_sheet(one, context.today) for one in answer.personas],
        why_one=answer.why_one if len(answer.personas) == 1 else "",
        words=words,
        label=lambda *path: say.label("personas", *path),
        why_one_label=say.label("why_one"),
        about=say.options("personas", "evidence", "about"),
    )


def _sheet(one: Persona, today: date) -> Sheet:
    shown = [card for card in one.evidence if card.claim or card.source]
    return Sheet(
        one,
        picture_source(one.portrait),
        initials(one.name),
        TONES[zlib.crc32(one.id.encode()) % len(TONES)],
        parts_written(one),
        proved_parts(one, today),
        [(card, _state(card, today)) for card in shown],
    )


def _state(card: Evidence, today: date) -> str:
    if not card.source:
        return "unsourced"
    if card.date is None:
        return "undated"
    return "old" if is_old(card.date, today) else ""


def initials(name: str) -> str:
    """Return up to two initials of a name: of its words before the first comma.

    Examples
    --------
    >>> initials("Teresa Bo, prima casa"), initials("teresa"), initials("")
    ('TB', 'T', '?')
    """
    words = name.split(",", maxsplit=1)[0].split()
    letters = [char for word in words if (char := next(filter(str.isalnum, word), ""))]
    return "".join(letters[:2]).upper() or "?"
