"""When a message is said: its days over twelve months, and who hears how much."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cxkit.embed.model import Audience, Communication, Message

MONTHS = 12
_DAYS = {"daily": 1, "weekly": 7, "fortnightly": 14}
_MONTHS = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
_SATURDAY = 5


def add_months(day: date, months: int) -> date:
    """Return the same day some months on; the month's last day where it has no such day.

    Examples
    --------
    >>> add_months(date(2026, 11, 30), 3)
    datetime.date(2027, 2, 28)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def said_on(message: Message, end: date) -> Iterator[date]:
    """Yield the days before `end` on which a message is said; daily means on working days.

    Examples
    --------
    >>> [str(day) for day in said_on(Message(first="2027-01-31", frequency="monthly"),
    ...                              date(2027, 4, 1))]
    ['2027-01-31', '2027-02-28', '2027-03-31']
    """
    if message.first is None or not message.frequency:
        return
    day, turn = message.first, 0
    while day < end:
        if message.frequency != "daily" or day.weekday() < _SATURDAY:
            yield day
        turn += 1
        if message.frequency in _DAYS:
            day = message.first + timedelta(days=turn * _DAYS[message.frequency])
        elif message.frequency in _MONTHS:
            day = add_months(message.first, turn * _MONTHS[message.frequency])
        else:
            return


@dataclass(frozen=True)
class Row:
    """How often one audience hears something, month by month."""

    audience: Audience
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """How often in the twelve months."""
        return sum(self.counts)

    @property
    def silence(self) -> int:
        """The longest run of months without a word."""
        longest = run = 0
        for count in self.counts:
            run = 0 if count else run + 1
            longest = max(longest, run)
        return longest


@dataclass(frozen=True)
class Plan:
    """Twelve months of a communication plan."""

    months: tuple[date, ...]
    rows: tuple[Row, ...]

    @property
    def end(self) -> date:
        """The first day after the twelve months."""
        return add_months(self.months[-1], 1)


def plan_of(answer: Communication, today: date) -> Plan:
    """Lay a communication plan out over twelve months.

    They begin with the month of the earliest date; with this month when no message has one.
    """
    dated = [message.first for message in answer.messages if message.first]
    # Twelve months must fit before the last day that can be written.
    begin = min(min(dated, default=today), date(date.max.year - 2, 1, 1)).replace(day=1)
    months = tuple(add_months(begin, count) for count in range(MONTHS))
    end = add_months(begin, MONTHS)
    days = {
        message.id: [(day.year - begin.year) * 12 + day.month - begin.month
                     for day in said_on(message, end)]
        for message in answer.messages
    }  # fmt: skip
    rows = []
    for audience in answer.audiences:
        heard = [month for message in answer.heard_by(audience.id) for month in days[message.id]]
        rows.append(Row(audience, tuple(heard.count(month) for month in range(MONTHS))))
    return Plan(months, tuple(rows))
