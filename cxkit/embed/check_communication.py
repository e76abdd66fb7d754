"""Checks of the communication plan: all reached, with reasons, about deeds, again and again."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import brief, listed, shown
from cxkit.core.thread import place_to_link
from cxkit.embed.calendar import Plan, Row, plan_of
from cxkit.embed.model import Audience, Communication, Message
from cxkit.embed.words import found, is_only, same

FEWEST = 4
"""Fewer times a year than this, and an audience has heard of it rather than heard it."""

OFTEN = 12
QUIET = 4
NEAR = frozenset({"manager", "colleague", "customer"})


def check_communication(answer: Communication, context: Context) -> list[Advice]:
    """Return the advice on a plan; looks at the behaviours and actions of the workbook."""
    if answer.is_empty():
        return []
    plan = plan_of(answer, context.today)
    return [
        *_always(answer),
        *(advice for row in plan.rows for advice in _audience(row, answer, context)),
        *(advice for message in answer.messages for advice in _message(message, context)),
        *_together(answer, context),
        *_unsaid(answer, context),
        *_over(plan, answer, context),
    ]


def _always(answer: Communication) -> Iterator[Advice]:
    if answer.messages and not answer.always:
        yield Advice("always-missing", "note", ("always",))
    elif answer.always and not answer.guard:
        yield Advice("guard-missing", "note", ("guard",))


def _audience(row: Row, answer: Communication, context: Context) -> Iterator[Advice]:
    audience = row.audience
    where = ("audiences", audience.id)
    if not audience.name:
        return
    name: dict[str, str | int] = {"audience": brief(audience.name)}
    if is_only("everyone", audience.name, context):
        yield Advice("audience-everyone", "warning", (*where, "name"), name)
    heard = answer.heard_by(audience.id)
    # Those who spoke are told what was done about it: nothing is asked of them.
    told_back = bool(heard) and all(one.actions and not one.behaviours for one in heard)
    if not audience.behaviours and not told_back:
        yield Advice("audience-nothing-to-do", "warning", (*where, "behaviours"), name)
    if not heard:
        place = place_to_link("messages", "audiences", audience.id)
        yield Advice("audience-unreached", "warning", place, name)
        return
    yield from _how_often(row, heard, name)
    occasions = {occasion for message in heard for occasion in message.occasions}
    if len(occasions) == 1 and row.total:
        yield Advice("one-channel", "note", where, name)
    unheard = set(audience.behaviours) - {one for message in heard for one in message.behaviours}
    if unheard:
        labels = [context.label(one) for one in audience.behaviours if one in unheard]
        values = {**name, "behaviours": listed(labels, context.lang)}
        if any(labels):
            yield Advice("behaviour-unheard", "warning", where, values)
    elif audience.behaviours and _is_well_reached(row, heard, occasions):
        yield Advice("well-reached", "good", where, {**name, "times": row.total})


def _how_often(row: Row, heard: list[Message], name: dict[str, str | int]) -> Iterator[Advice]:
    where = ("audiences", row.audience.id)
    if not all(message.first and message.frequency for message in heard):
        return  # the messages themselves are asked for their dates
    if row.total < FEWEST:
        yield Advice("seldom", "warning", where, {**name, "times": row.total, "fewest": FEWEST})
    elif row.silence >= QUIET:
        yield Advice("long-silence", "note", where, {**name, "months": row.silence})


def _is_well_reached(row: Row, heard: list[Message], occasions: AbstractSet[str]) -> bool:
    near = any(message.voice in NEAR for message in heard)
    asked = any(message.feedback for message in heard)
    return row.total >= OFTEN and len(occasions) > 1 and near and asked


def _message(message: Message, context: Context) -> Iterator[Advice]:
    where = ("messages", message.id)
    if not message.text:
        return
    name = {"message": brief(message.text)}
    ordered = found("orders", message.reason, context)
    if not message.reason.strip():
        yield Advice("reason-missing", "warning", (*where, "reason"), name)
    elif same(message.reason, message.text):
        yield Advice("reason-echo", "warning", (*where, "reason"), name)
    elif ordered:
        yield Advice("reason-order", "warning", (*where, "reason"), {"words": shown(ordered)})
    if not any(context.label(one) for one in message.audiences):
        yield Advice("message-to-nobody", "warning", (*where, "audiences"), name)
    if not message.first or not message.frequency:
        yield Advice("undated", "warning", (*where, "first" if not message.first else "frequency"),
                     name)  # fmt: skip
    if not message.occasions:
        yield Advice("occasion-missing", "note", (*where, "occasions"), name)
    if message.values and not message.behaviours and not message.actions:
        yield Advice("value-without-deed", "note", (*where, "behaviours"), name)


def _together(answer: Communication, context: Context) -> Iterator[Advice]:
    where = ("messages",)
    told = [message for message in answer.messages if message.text]
    if not told:
        return
    if not any(message.behaviours for message in told):
        yield Advice("no-behaviours", "problem", where)
    voices = {message.voice for message in told if message.voice}
    if voices and not voices & NEAR:
        yield Advice("only-from-above", "warning", where)
    if not any(message.feedback for message in told):
        yield Advice("no-feedback", "warning", where)
    if len(told) > 1 and all(message.frequency == "once" for message in told):
        yield Advice("all-once", "warning", where, {"count": len(told)})
    whole = [message for message in told if _is_whole(message, context)]
    if len(whole) == len(told):
        yield Advice("aims-and-reasons", "good", where, {"count": len(told)})


def _is_whole(message: Message, context: Context) -> bool:
    """Say whether a message names a deed and gives a reason that is one."""
    sound = message.reason.strip() and not found("orders", message.reason, context)
    return bool(sound and not same(message.reason, message.text) and message.behaviours)


def _unsaid(answer: Communication, context: Context) -> Iterator[Advice]:
    said = {one for message in answer.messages for one in message.behaviours}
    behaviours = [one for one in context.of_kind("behaviour") if one.id not in said]
    silent = [one.label_in(context.lang) for one in behaviours if one.label_in(context.lang)]
    if said and silent:
        values: dict[str, str | int] = {
            "count": len(silent),
            "behaviours": listed(silent, context.lang),
        }
        yield Advice("behaviours-unsaid", "note", ("messages",), values)
    told = {one for message in answer.messages for one in message.actions}
    actions = [one for one in context.of_kind("action") if one.id not in told and one.label]
    if answer.messages and actions:
        names = listed([one.label_in(context.lang) for one in actions], context.lang)
        yield Advice("actions-unsaid", "note", ("messages",), {"actions": names})


def _over(plan: Plan, answer: Communication, context: Context) -> Iterator[Advice]:
    if any(message.first for message in answer.messages) and plan.end <= context.today:
        yield Advice("plan-over", "note", ("messages",))


def unreached(answer: Communication) -> list[Audience]:
    """Return the audiences with a name that no message is meant for."""
    return [one for one in answer.audiences if one.name and not answer.heard_by(one.id)]
