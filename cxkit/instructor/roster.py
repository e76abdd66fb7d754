"""Everybody of a class and how far they are, kept up to date by reading only what has changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal

from cxkit.language import Lang
from cxkit.store import Seat, Standing, Store
from cxkit.workbook import Progress, Workbook

Presence = Literal["writing", "here", "stuck", "away", "new"]

WRITING = timedelta(minutes=2)
AWAY = timedelta(minutes=5)
STUCK = timedelta(minutes=10)
"""Somebody who is here and has not written for so long may need a hand."""


@dataclass(frozen=True)
class Row:
    """One participant.

    Parameters
    ----------
    seat : Seat
    progress : mapping
        By exercise id; what is not begun is absent.
    saved_at : datetime or None
        When the open workbook was last saved.
    presence : {"writing", "here", "stuck", "away", "new"}
    """

    seat: Seat
    progress: Mapping[str, Progress]
    saved_at: datetime | None
    presence: Presence

    @property
    def complete(self) -> int:
        """How many exercises are complete."""
        return sum(state == Progress.COMPLETE for state in self.progress.values())


def presence_of(seat: Seat, saved_at: datetime | None, now: datetime) -> Presence:
    """Say what a participant seems to be doing.

    Examples
    --------
    >>> now = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
    >>> seat = Seat("a1", "Anna", now, "w1", "Banca")
    >>> presence_of(seat, now - timedelta(minutes=12), now)
    'stuck'
    """
    if saved_at is not None and now - saved_at <= WRITING:
        return "writing"
    if now - seat.seen_at > AWAY:
        return "away"
    if saved_at is None:
        return "new"
    return "stuck" if now - saved_at >= STUCK else "here"


@dataclass
class Roster:
    """A class as its instructor sees it.

    Parameters
    ----------
    store : Store
    classroom : str
        Id of the class.
    by : str
        The instructor.
    lang : {"it", "en"}
        Language of the page.
    """

    store: Store
    classroom: str
    by: str
    lang: Lang
    books: dict[str, Workbook] = field(default_factory=dict)
    _revisions: dict[str, dict[str, int]] = field(default_factory=dict)
    _progress: dict[str, dict[str, Progress]] = field(default_factory=dict)

    def rows(self) -> list[Row]:
        """Return everybody, by name; reads whole only the workbooks that have changed."""
        seats = self.store.teams.seats(self.classroom, by=self.by)
        standings: dict[str, list[Standing]] = {}
        for one in self.store.teams.standings(self.classroom, by=self.by):
            standings.setdefault(one.workbook, []).append(one)
        for workbook, found in standings.items():
            self._keep_up(workbook, found)
        gone = set(self.books) - {seat.workbook for seat in seats if seat.workbook}
        for workbook in gone:
            del self.books[workbook], self._revisions[workbook], self._progress[workbook]
        now = datetime.now(UTC)
        return [self._row(seat, standings.get(seat.workbook or "", []), now) for seat in seats]

    def _row(self, seat: Seat, standings: list[Standing], now: datetime) -> Row:
        saved_at = max((one.saved_at for one in standings), default=None)
        progress = self._progress.get(seat.workbook or "", {})
        return Row(seat, dict(progress), saved_at, presence_of(seat, saved_at, now))

    def _keep_up(self, workbook: str, standings: list[Standing]) -> None:
        now = {one.exercise: one.revision for one in standings}
        before = self._revisions.get(workbook, {})
        if now == before:
            return
        info = self.store.workbook(workbook, person=self.by)
        stored = self.store.answers(workbook, person=self.by)
        values = {name: entry.value for name, entry in stored.items()}
        lang: Lang = "it" if info.lang == "it" else "en"
        book = Workbook.from_values(info.title, lang, values)
        known = self._progress.setdefault(workbook, {})
        for exercise, revision in now.items():
            if revision != before.get(exercise):
                known[exercise] = book.progress(exercise)
        self.books[workbook] = book
        self._revisions[workbook] = now
