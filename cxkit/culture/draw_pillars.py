"""The gap chart of the pillars: today, in a year, and the way between."""

from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.culture.model import Levels, Pillar, Pillars

# The first and the last of the five steps stand this far from the chart's edges.
MARGIN, STEP = 6, 22


@dataclass(frozen=True)
class Row:
    """One pillar: its levels in words, its marks on a 100 × 100 field, what it will remove."""

    name: str
    levels: Levels
    card: Pillar
    today: str
    target: str
    removes: tuple[str, ...]

    @property
    def way(self) -> str:
        """The line from today to the target; empty while one of them is open."""
        if self.levels.today is None or self.levels.target is None:
            return ""
        return f"M{place(self.levels.today)} 50H{place(self.levels.target)}"


def place(level: int) -> int:
    """Return where a level stands across the chart.

    Examples
    --------
    >>> [place(level) for level in range(5)]
    [6, 28, 50, 72, 94]
    """
    return MARGIN + STEP * level


def draw_pillars(answer: Pillars, context: Context) -> Picture:
    """Draw the six pillars as a dumbbell chart with its reading."""
    say = Phrases(Pillars.exercise, context.lang)
    rows = [_row(name, levels, card, say, context) for name, levels, card in answer.rows()]
    rated = [row for row in rows if row.levels.today is not None]
    return draw(
        "pillars.html.j2",
        say,
        context,
        say("title"),
        say("describe", rated=len(rated), total=len(rows)) if rated else say("empty"),
        rows=rows,
        rated=rated,
        weakest=_named(rated, min((row.levels.today or 0 for row in rated), default=0)),
        widest=_widest(rows),
        place=place,
    )


def _row(name: str, levels: Levels, card: Pillar, say: Phrases, context: Context) -> Row:
    labels = (context.label(item_id) for item_id in card.removes)
    return Row(
        say.label(name),
        levels,
        card,
        say.anchor(levels.today, name),
        say.anchor(levels.target, name),
        tuple(label for label in labels if label),
    )


def _named(rows: list[Row], level: int) -> tuple[str, int]:
    return ", ".join(row.name for row in rows if row.levels.today == level), level


def _widest(rows: list[Row]) -> tuple[str, int]:
    most = max((row.levels.gap or 0 for row in rows), default=0)
    return ", ".join(row.name for row in rows if most > 0 and row.levels.gap == most), most
