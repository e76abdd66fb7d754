"""A time axis in whole months, quarters or years, and where a day stands on it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cxkit.language import Lang, format_date

MOST_MONTHS = 16
MOST_QUARTERS = 60
MOST_TICKS = 12


@dataclass(frozen=True)
class Tick:
    """A stretch of the axis with its name, in per cent of the axis."""

    left: float
    width: float
    label: str


@dataclass(frozen=True)
class Axis:
    """From the first day to the day after the last one.

    `months` counts the months of one tick: 1, 3, or a number of whole years.

    Examples
    --------
    >>> axis = axis_of([date(2026, 12, 7), date(2027, 3, 20)])
    >>> axis.first, axis.end, axis.months
    (datetime.date(2026, 12, 1), datetime.date(2027, 4, 1), 1)
    >>> axis.place(date(2026, 12, 1))
    0.0
    """

    first: date
    end: date
    months: int

    def place(self, day: date) -> float:
        """Return where a day begins, in per cent of the axis."""
        return 100 * (day - self.first).days / (self.end - self.first).days

    def holds(self, day: date) -> bool:
        """Say whether a day stands on the axis."""
        return self.first <= day < self.end

    def ticks(self, lang: Lang) -> list[Tick]:
        """Return the months, quarters or years."""
        pattern = {1: "LLL", 3: "QQQ"}.get(self.months, "y")
        return list(self._between(self.months, pattern, lang))

    def years(self, lang: Lang) -> list[Tick]:
        """Return the years above months and quarters; none where the ticks are years."""
        return list(self._between(12, "y", lang)) if self.months < 12 else []

    def _between(self, months: int, pattern: str, lang: Lang) -> Iterator[Tick]:
        day = _floor(self.first, months)
        while day < self.end:
            after = _later(day, months)
            left, right = max(self.place(day), 0.0), min(self.place(after), 100.0)
            shown = max(day, self.first)
            yield Tick(left, right - left, format_date(shown, lang, length=pattern))
            if after <= day:
                return
            day = after


def axis_of(days: Iterable[date]) -> Axis:
    """Return the axis on which some days have room; at least one is needed."""
    known = sorted(days)
    first, last = known[0], known[-1]
    span = (last.year - first.year) * 12 + last.month - first.month + 1
    if span <= MOST_MONTHS:
        months = 1
    elif span <= MOST_QUARTERS:
        months = 3
    else:
        months = 12 * -(-span // (12 * MOST_TICKS))
    start, end = _floor(first, months), _later(_floor(last, months), months)
    # The last month there is has none after it.
    return Axis(start, end if end > start else last + timedelta(days=0 if last == date.max else 1),
                months)  # fmt: skip


def _floor(day: date, months: int) -> date:
    """Return the first day of the stretch of `months` that a day lies in."""
    if months >= 12:
        return date(day.year, 1, 1)
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _later(day: date, months: int) -> date:
    """Return the same day some months later; the last day there is, if that is too late."""
    month = day.month - 1 + months
    year = day.year + month // 12
    return date(year, month % 12 + 1, 1) if year <= date.max.year else date.max
