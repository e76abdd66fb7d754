"""The gaps that weigh most and the actions under way, for the summary page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cxkit.core.context import Context
from cxkit.cycle.gaps import Reading, read_gaps
from cxkit.cycle.model import Action, Actions
from cxkit.journey.model import Touchpoint
from cxkit.report.views import Ref

MOST = 5


@dataclass(frozen=True)
class GapLine:
    """A gap in one line: its figures now, before and as wished; None where not known."""

    gap: Ref
    before: float | None
    now: float
    target: float | None
    unit: str
    truth: bool


@dataclass(frozen=True)
class ActionLine:
    """An action in one line."""

    action: Ref
    owner: str
    due: date | None
    first: bool


def gap_lines(context: Context, anchors: Mapping[str, str]) -> tuple[GapLine, ...]:
    """Return the gaps that are still open, those that call for action first.

    Among equals a moment of truth comes first, then what is furthest from its target.
    """
    read = [one for one in read_gaps(context).values() if one.is_reached is not True]
    lines = []
    for one in sorted(read, key=lambda one: _weight(one, context)):
        gap, name = one.gap, one.gap.name or context.label(one.gap.touchpoint)
        if gap.now is not None and name:
            lines.append(GapLine(Ref(name, anchors.get(gap.id, "")), gap.before, gap.now,
                                 one.target, one.unit, _at_truth(one, context)))  # fmt: skip
    return tuple(lines[:MOST])


def _weight(one: Reading, context: Context) -> tuple[bool, bool, float]:
    gain = one.way.gain if one.way else None
    far = 0.0 if gain is None else gain / max(abs(one.target or 0), 1e-9)
    return not one.calls, not _at_truth(one, context), far


def _at_truth(one: Reading, context: Context) -> bool:
    touchpoint = context.items.get(one.gap.touchpoint)
    return isinstance(touchpoint, Touchpoint) and touchpoint.moment_of_truth


def action_lines(answer: Actions | None, anchors: Mapping[str, str]) -> tuple[ActionLine, ...]:
    """Return the actions that are not over: the chosen one first, then by impact and date.

    Examples
    --------
    >>> both = (Action(id="a", what="Call", impact=1), Action(id="b", what="Write", impact=4))
    >>> [line.action.label for line in action_lines(Actions(actions=both), {})]
    ['Write', 'Call']
    """
    if answer is None:
        return ()
    live = [action for action in answer.actions if action.what and not action.is_over()]
    live.sort(key=lambda one: (one.id != answer.first, *_rank(one)))
    return tuple(
        ActionLine(Ref(one.what, anchors.get(one.id, "")), one.owner, one.due,
                   one.id == answer.first)
        for one in live[:MOST]
    )  # fmt: skip


def _rank(one: Action) -> tuple[int, int, date]:
    return -(one.impact or 0), one.effort or 0, one.due or date.max
