"""The plan as a calendar: who hears how much in which month, who hears nothing, what is said."""

from dataclasses import dataclass
from datetime import date

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.embed.calendar import Plan, Row, plan_of
from cxkit.embed.check_communication import FEWEST, unreached
from cxkit.embed.model import Communication, Message
from cxkit.language import format_date


@dataclass(frozen=True)
class Month:
    """A column of the calendar: short and whole name."""

    short: str
    name: str


@dataclass(frozen=True)
class Line:
    """A row of the calendar as it is drawn; `mark` says what is wrong with it, if anything."""

    row: Row
    cells: tuple[tuple[int, str], ...]
    mark: str


@dataclass(frozen=True)
class Note:
    """One message with the names of what it is tied to; a behaviour may be one to stop."""

    message: Message
    audiences: tuple[str, ...]
    behaviours: tuple[tuple[str, bool], ...]
    others: tuple[str, ...]
    occasions: str
    when: str


def draw_communication(answer: Communication, context: Context) -> Picture:
    """Draw the communication plan."""
    say = Phrases(Communication.exercise, context.lang)
    plan = plan_of(answer, context.today)
    missed = unreached(answer)
    months = tuple(_month(day, context) for day in plan.months)
    figures: dict[str, object] = {
        "audiences": len(plan.rows),
        "messages": sum(bool(message.text) for message in answer.messages),
        "begin": format_date(plan.months[0], context.lang, length="MMMM y"),
        "end": format_date(plan.months[-1], context.lang, length="MMMM y"),
        "missed": len(missed),
    }
    return draw(
        "communication.html.j2",
        say,
        context,
        say("title"),
        say("empty") if answer.is_empty() else say("describe", **figures),
        answer=answer,
        months=months,
        lines=[_line(row, answer) for row in plan.rows],
        missed=missed,
        notes=[_note(one, say, context) for one in answer.messages if one.text],
        loose=_loose(plan, answer),
    )


def _month(day: date, context: Context) -> Month:
    return Month(
        format_date(day, context.lang, length="MMM"),
        format_date(day, context.lang, length="MMMM y"),
    )


def tone_of(count: int) -> str:
    """Return the shade of a cell; its number says the same.

    Examples
    --------
    >>> [tone_of(count) for count in (0, 1, 3, 9)]
    ['none', 'few', 'some', 'many']
    """
    return "none" if not count else "few" if count == 1 else "some" if count < FEWEST else "many"


def _line(row: Row, answer: Communication) -> Line:
    if not answer.heard_by(row.audience.id):
        mark = "unreached"
    else:
        mark = "seldom" if row.total < FEWEST else ""
    return Line(row, tuple((count, tone_of(count)) for count in row.counts), mark)


def _note(message: Message, say: Phrases, context: Context) -> Note:
    def labels(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(label for one in ids if (label := context.label(one)))

    rhythm = say.option(message.frequency, "messages", "frequency")
    begins = format_date(message.first, context.lang) if message.first else ""
    when = say("when", rhythm=rhythm, day=begins) if rhythm and begins else rhythm or begins
    return Note(
        message,
        labels(message.audiences),
        tuple(
            (label, _stops(one, context))
            for one in message.behaviours
            if (label := context.label(one))
        ),
        labels((*message.values, *message.actions)),
        ", ".join(say.option(one, "messages", "occasions") for one in message.occasions),
        when,
    )


def _stops(behaviour: str, context: Context) -> bool:
    return getattr(context.items.get(behaviour), "change", "") == "stop"


def _loose(plan: Plan, answer: Communication) -> int:
    """Count the messages that have no place on the calendar."""
    return sum(
        bool(one.text) and (one.first is None or not one.frequency or one.first >= plan.end)
        for one in answer.messages
    )
