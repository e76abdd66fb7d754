"""What the report shows of a field, as lines of plain text."""

from collections.abc import Iterable
from typing import Any

from cxkit.report.views import Card, Entry, Rated, Table


def lines_of(entry: Entry, yes: str = "✓") -> list[str]:
    """Return an entry's value as lines; a list inside it, one line for each item.

    Examples
    --------
    >>> lines_of(Entry("channels", "Channels", "tags", ("App", "Phone")))
    ['App', 'Phone']
    >>> lines_of(Entry("emotion", "Emotion", "rating", Rated(-2, -3, 3, "annoyed")))
    ['−2: annoyed']
    """
    value: Any = entry.value
    match entry.kind:
        case "text" | "lines":
            found = str(value).split("\n")
        case "yes":
            found = [yes]
        case "rating":
            found = [rated(value)]
        case "matrix":
            found = [f"{label}: {rated(one)}" for label, one in value]
        case "refs":
            found = [ref.label for ref in value]
        case "groups":
            found = [f"{group.title}: {_card(card)}" for group in value for card in group.cards]
        case "image":
            found = []
        case "tags":
            found = list(value)
        case _:
            found = list(map(_card, _cards(value)))
    return found


def rated(one: Rated) -> str:
    """Return a rating with its words: the sign of a scale with a middle, else out of its end.

    Examples
    --------
    >>> rated(Rated(3, 0, 4)), rated(Rated(2, -3, 3))
    ('3/4', '+2')
    """
    if one.signed:
        figure = f"+{one.value}" if one.value > 0 else f"−{-one.value}" if one.value else "0"
    else:
        figure = f"{one.value}/{one.maximum}"
    return f"{figure}: {one.anchor}" if one.anchor else figure


def _cards(value: Any) -> Iterable[Card]:
    return value.rows if isinstance(value, Table) else value


def _card(card: Card) -> str:
    told = [f"{part.label}: {' · '.join(lines_of(part))}" for part in card.entries]
    return " · ".join([card.title, *told])
