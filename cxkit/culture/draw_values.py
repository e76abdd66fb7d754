"""The sheet of the values: the mirror, then each value with what starts, stops and stays."""

from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.culture.model import Behaviour, Value, Values

CHANGES = ("start", "stop", "keep")


@dataclass(frozen=True)
class Block:
    """One value with its pillars and its behaviours by what is to change."""

    value: Value
    pillars: tuple[str, ...]
    columns: tuple[tuple[str, tuple[Behaviour, ...]], ...]
    undecided: tuple[Behaviour, ...]


def draw_values(answer: Values, context: Context) -> Picture:
    """Draw the values as one sheet."""
    say = Phrases(Values.exercise, context.lang)
    blocks = [_block(value, context) for value in answer.values]
    behaviours = [one for value in answer.values for one in value.behaviours if one.text]
    proved = sum(bool(one.evidence) for one in behaviours)
    described = say("describe", values=len(blocks), behaviours=len(behaviours), proved=proved)
    return draw(
        "values.html.j2",
        say,
        context,
        say("title"),
        say("empty") if answer.is_empty() else described,
        answer=answer,
        blocks=blocks,
        changes=CHANGES,
    )


def _block(value: Value, context: Context) -> Block:
    shown = [one for one in value.behaviours if one.text or one.role or one.evidence]
    return Block(
        value,
        tuple(label for pillar in value.pillars if (label := context.label(pillar))),
        tuple((change, tuple(b for b in shown if b.change == change)) for change in CHANGES),
        tuple(b for b in shown if not b.change),
    )
