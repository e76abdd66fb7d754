"""The picture of the six laws: how far each is lived by, and the two weakest on top."""

from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.picture import Picture, draw_template
from cxkit.core.wording import wording_of
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
    wording = wording_of(SixLaws.exercise)
    words = {key: text.in_(context.lang) for key, text in wording.picture.items()}
    rows: dict[str, LawRow] = {law: _row(law, answer, context, words) for law in LAWS}
    weakest = () if answer.missing() else answer.weakest()
    names = "; ".join(rows[law].name for law in weakest)
    verdict = words["weakest_are"].format(laws=names) if names else words["weakest_open"]
    return draw_template(
        "why",
        "laws.html.j2",
        lang=context.lang,
        title=words["title"],
        description=words["description"].format(
            rated=sum(row.level is not None for row in rows.values()), verdict=verdict
        ),
        written=context.written,
        laws=list(rows.values()),
        weakest=[rows[law] for law in weakest],
        tied=_tied(answer, weakest, rows, words["tied"]),
        empty=answer.is_empty(),
        words=words,
    )


def _row(law: str, answer: SixLaws, context: Context, words: dict[str, str]) -> LawRow:
    field = wording_of(SixLaws.exercise).field(law)
    level = answer.level(law)
    rated = level is not None
    return LawRow(
        field.label.in_(context.lang),
        level,
        words["level"].format(level=level) if rated else words["unrated"],
        field.anchors[level].in_(context.lang) if level is not None else "",
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
    answer: SixLaws, weakest: tuple[str, ...], rows: dict[str, LawRow], says: str
) -> str:  # fmt: skip
    """Name the laws that are rated like the second weakest: the order had to choose."""
    if not weakest:
        return ""
    level = answer.level(weakest[1])
    alike = [rows[law].name for law in LAWS if law not in weakest and answer.level(law) == level]
    return says.format(laws="; ".join(alike)) if alike else ""
