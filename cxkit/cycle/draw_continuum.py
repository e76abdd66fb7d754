"""The picture of the continuum: our loop, its delay, and where customers leap to another's."""

from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.cycle import loop
from cxkit.cycle.figures import WRITERS, figure
from cxkit.cycle.model import STAGES, Continuum, Jump, Stage


@dataclass(frozen=True)
class Row:
    """One stage: its name, its days, its cards with what they link to."""

    name: str
    days: float | None
    share: float
    cards: tuple[tuple[Stage, tuple[str, ...], tuple[str, ...]], ...]


@dataclass(frozen=True)
class Told:
    """One jump with what it links to."""

    number: int
    jump: Jump
    name: str
    stage: str
    place: str
    post: str
    action: str


def draw_continuum(answer: Continuum, context: Context) -> Picture:
    """Draw our loop and another's, the jumps between them, and the days of one turn."""
    say = Phrases(Continuum.exercise, context.lang)
    leaps = loop.leaps(answer)
    rows = [_row(stage, answer, say, context) for stage in STAGES]
    title = say("title", subject=answer.subject) if answer.subject else say("untitled")
    return draw(
        "continuum.html.j2",
        say,
        context,
        title,
        say("empty") if answer.is_empty() else _describe(answer, rows, say),
        answer=answer,
        **WRITERS,
        rows=rows,
        spots=[
            (spot, say(f"short-{spot.stage}"), answer.days(spot.stage)) for spot in loop.spots()
        ],
        leaps=leaps,
        top=loop.top_of(leaps),
        jumps=[_told(number, jump, say, context) for number, jump in enumerate(answer.jumps, 1)],
        delay=answer.delay(),
        unknown=answer.unknown(),
        drawing=loop,
    )


def _row(stage: str, answer: Continuum, say: Phrases, context: Context) -> Row:
    days, delay = answer.days(stage), answer.delay()
    cards = tuple(
        (card, _labels(card.posts, context), _labels(card.actions, context))
        for card in answer.of(stage)
    )
    share = days / delay if days is not None and delay else 0.0
    return Row(say.option(stage, "stages", "stage"), days, share, cards)


def _labels(ids: tuple[str, ...], context: Context) -> tuple[str, ...]:
    return tuple(label for one in ids if (label := context.label(one)))


def _told(number: int, jump: Jump, say: Phrases, context: Context) -> Told:
    return Told(
        number,
        jump,
        jump.moment or say("unnamed", n=number),
        say.option(jump.stage, "jumps", "stage"),
        context.label(jump.touchpoint),
        context.label(jump.post),
        context.label(jump.action),
    )


def _describe(answer: Continuum, rows: list[Row], say: Phrases) -> str:
    def told(row: Row) -> str:
        days = figure(row.days, say.lang)
        return row.name if row.days is None else f"{row.name} ({say('days', days=days)})"

    stages = ", ".join(told(row) for row in rows)
    return say("describe", stages=stages, jumps=len(answer.jumps))
