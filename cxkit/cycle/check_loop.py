"""Checks of the closed loop: those who spoke hear what has changed, and when."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import listed, name_of
from cxkit.cycle.model import Action, Actions
from cxkit.cycle.words import found
from cxkit.language.word_lists import has_figure

LATE = 60
"""Days after the action is due from which on an answer comes too late to be one."""


def check_loop(answer: Actions, context: Context) -> Iterator[Advice]:
    """Yield the advice on what goes back to those who spoke."""
    live = [action for action in answer.actions if action.status != "stopped"]
    done = [action for action in live if action.status == "done"]
    for action in live:
        yield from _message(action, answer, context)
        yield from _day(action, answer, context)
    silent = [action for action in done if not action.told]
    if silent:
        names = listed([name_of(answer.actions, action) for action in silent], context.lang)
        where = ("actions", silent[0].id, "told")
        yield Advice("loop-open", "warning", where, {"names": names})
    nobody = [action for action in live if not action.told_by]
    if live and len(nobody) == len(live):
        yield Advice("nobody-spoke", "warning", ("actions", live[0].id, "told_by"))
    closed = [
        action
        for action in live
        if action.told_by and action.tell_on and _says_change(action.message, context)
    ]
    if len(closed) >= 2 and not silent:
        where = ("actions", closed[0].id, "message")
        yield Advice("good-loop", "good", where, {"count": len(closed)})


def _says_change(message: str, context: Context) -> bool:
    return bool(message.strip()) and (
        has_figure(message) or bool(found("changed", message, context))
    )


def _message(action: Action, answer: Actions, context: Context) -> Iterator[Advice]:
    where, values = ("actions", action.id, "message"), {"name": name_of(answer.actions, action)}
    if found("thanks", action.message, context) and not _says_change(action.message, context):
        yield Advice("thanks-only", "warning", where, values)


def _day(action: Action, answer: Actions, context: Context) -> Iterator[Advice]:
    where = ("actions", action.id, "tell_on")
    values: dict[str, str | int] = {"name": name_of(answer.actions, action)}
    if action.told_by and action.tell_on is None and not action.told:
        yield Advice("loop-undated", "note", where, values)
    if action.tell_on is None or action.due is None:
        return
    wait = (action.tell_on - action.due).days
    if wait > LATE:
        yield Advice("told-late", "note", where, {**values, "days": wait})
    if action.tell_on < context.today and not action.told and action.status != "done":
        yield Advice("tell-overdue", "warning", where, values)
