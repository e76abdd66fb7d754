"""The picture of the six laws: how far each is lived by, and the two weakest on top."""

from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.why.model import LAWS, SixLaws


@dataclass(frozen=True)
class LawRow:
    """One law as the template needs it."""

    name: str
    level: int | None
    level_says: str
    anchor: str
    tone: str
    evidence: str
    change: str
    episodes: tuple[str, ...]


def draw_laws(answer: SixLaws, context: Context) -> Picture:
    """Draw the six laws, the two weakest first; these are named once all are rated."""
    say = Phrases(SixLaws.exercise, context.lang)
    rows: dict[str, LawRow] = {law: _row(law, answer, context, say) for law in LAWS}
    weakest = () if answer.missing() else answer.weakest()
    names = "; ".join(rows[law].name for law in weakest)
    verdict = say("weakest_are", laws=names) if names else say("weakest_open")
    return draw(
        "laws.html.j2",
        say,
        context,
        title=say("title"),
        description=say(
            "description",
            rated=sum(row.level is not None for row in rows.values()),
            verdict=verdict,
        ),
        laws=list(rows.values()),
        weakest=[rows[law] for law in weakest],
        tied=_tied(answer, weakest, rows, say),
        empty=answer.is_empty(),
        words=say.words,
    )


def _row(law: str, answer: SixLaws, context: Context, say: Phrases) -> LawRow:
    level = answer.level(law)
    return LawRow(
        say.label(law),
        level,
        say("unrated") if level is None else say("level", level=level),
        say.anchor(level, law),
        tone_of(level),
        answer.evidence(law),
        answer.change(law),
        tuple(label for one in answer.told_by(law) if (label := context.label(one))),
    )


def tone_of(level: int | None) -> str:
    """Return the colour of a rating from 0 to 4; the words beside it say the same.

    Examples
    --------
    >>> [tone_of(level) for level in (None, 0, 2, 4)]
    ['accent', 'bad', 'warn', 'good']
    """
    if level is None:
        return "accent"
    return "bad" if level <= 1 else "warn" if level == 2 else "good"


def _tied(
    answer: SixLaws, weakest: tuple[str, ...], rows: dict[str, LawRow], say: Phrases
) -> str:  # fmt: skip
    """Name the laws that are rated like the second weakest: the order had to choose."""
    if not weakest:
        return ""
    level = answer.level(weakest[1])
    alike = [rows[law].name for law in LAWS if law not in weakest and answer.level(law) == level]
    return say("tied", laws="; ".join(alike)) if alike else ""
