"""The picture of the actions: impact against effort, the order, the board, the closed loop."""

from dataclasses import dataclass
from datetime import date

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.cycle.figures import WRITERS
from cxkit.cycle.model import Action, Actions
from cxkit.cycle.quadrants import in_order, quadrant_of

STATUSES = ("planned", "running", "done", "stopped")


@dataclass(frozen=True)
class Card:
    """One action with its number in the order, and what the picture says of it."""

    number: int
    action: Action
    name: str
    quadrant: str
    place: str
    gaps: tuple[str, ...]
    kpi: str
    overdue: int

    @property
    def is_first(self) -> bool:
        """Say whether it leads the order."""
        return self.number == 1


def draw_actions(answer: Actions, context: Context) -> Picture:
    """Draw impact against effort with its order, then the board by status."""
    say = Phrases(Actions.exercise, context.lang)
    ordered = in_order(answer.actions, answer.first)
    cards = [_card(number, action, say, context) for number, action in enumerate(ordered, 1)]
    open_ = [card for card in cards if not card.quadrant]
    return draw(
        "actions.html.j2",
        say,
        context,
        say("title"),
        _describe(cards, say) if cards else say("empty"),
        answer=answer,
        **WRITERS,
        cards=cards,
        cells=_cells(cards),
        unrated=open_,
        chosen=any(action.id == answer.first for action in answer.actions),
        columns=[(status, _of(status, cards)) for status in STATUSES
                 if status != "stopped" or _of(status, cards)],
        loose=_of("", cards),
        loop_cards=[card for card in cards
                    if card.action.told_by or card.action.message.strip() or card.action.tell_on],
    )  # fmt: skip


def _card(number: int, action: Action, say: Phrases, context: Context) -> Card:
    labels = (context.label(gap) for gap in action.gaps)
    return Card(
        number,
        action,
        action.what or say("unnamed", n=number),
        quadrant_of(action),
        context.label(action.touchpoint),
        tuple(label for label in labels if label),
        context.label(action.kpi),
        _overdue(action, context.today),
    )


def _overdue(action: Action, today: date) -> int:
    """Return the days that an action is late."""
    if action.due is None or action.is_over():
        return 0
    return max(0, (today - action.due).days)


def _of(status: str, cards: list[Card]) -> list[Card]:
    return [card for card in cards if card.action.status == status]


def _cells(cards: list[Card]) -> list[tuple[int, int, list[Card]]]:
    """Return the 25 fields of the chart, row by row from high impact to low."""
    return [
        (
            impact,
            effort,
            [c for c in cards if c.action.impact == impact and c.action.effort == effort],
        )
        for impact in range(4, -1, -1)
        for effort in range(5)
    ]


def _describe(cards: list[Card], say: Phrases) -> str:
    counts = {
        name: sum(card.quadrant == name for card in cards)
        for name in ("quick", "big", "small", "leave")
    }
    late = sum(card.overdue > 0 for card in cards)
    return say("describe", total=len(cards), late=late, **counts)
