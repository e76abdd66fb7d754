"""What happens elsewhere reaches the open pages: saves, comments, locks, who is there, the timer.

One watch for the whole server looks into the database about every second while anybody listens, and
tells the pages over their sockets. It sees what any process has written: this server, its kernels,
another server on the same database.
"""

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from tornado.websocket import WebSocketClosedError, WebSocketHandler

from cxkit.classroom.page import PageMixin
from cxkit.store import ClassInfo, Comment, Head, Store, StoreError

if TYPE_CHECKING:
    from cxkit.classroom.app import CxVoila

WATCH_SECONDS = 0.8
# Of two comments written at once the earlier one may be stored later.
LATE = timedelta(seconds=20)
# A proxy in between closes what is silent.
PING_SECONDS = 25
# Pages only listen here; a longer word closes the socket.
LONGEST_MESSAGE = 1024


class Watch:
    """Listeners by workbook, and what they have been told."""

    def __init__(self, store: Store, classroom: str) -> None:
        self._store = store
        self._classroom = classroom
        self._pages: dict[str, set[LiveHandler]] = defaultdict(set)
        self._task: asyncio.Task[None] | None = None
        self._heads: dict[str, dict[str, int]] = {}
        self._seen = datetime.now(UTC)
        self._told: set[str] = set()
        self._timer: datetime | None = None
        self._locked: frozenset[str] = frozenset()

    def join(self, page: "LiveHandler") -> None:
        """Tell a page from now on."""
        self._pages[page.workbook].add(page)
        self._tell_who_is_there(page.workbook)
        # What happened since the page was drawn, or while its socket was broken.
        heads = self._store.teams.heads([page.workbook])
        for head in heads:
            page.tell(_saved(head))
        self._heads.setdefault(page.workbook, {one.exercise: one.revision for one in heads})
        for one in self._store.talk.comments(page.workbook, person=page.person):
            page.tell(_comment(one, page.person))
        if self._timer is not None:
            page.tell(_timer(self._timer))
        self._tell_locked(self._store.classes.locked(self._classroom), page)
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._watch())

    def leave(self, page: "LiveHandler") -> None:
        """Tell a page no more."""
        self._pages[page.workbook].discard(page)
        if self._pages[page.workbook]:
            self._tell_who_is_there(page.workbook)
        else:
            del self._pages[page.workbook]
            self._heads.pop(page.workbook, None)

    def _tell_who_is_there(self, workbook: str) -> None:
        people = {page.person: page.person_name for page in self._pages[workbook]}
        for page in self._pages[workbook]:
            others = sorted(name for person, name in people.items() if person != page.person)
            page.tell({"kind": "people", "names": others})

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        while self._pages:
            workbooks = list(self._pages)
            try:
                seen = await loop.run_in_executor(None, self._look, workbooks)
            except StoreError:
                pass  # a busy or vanished database: the pages' own saves say so where it matters
            else:
                self._tell(*seen)
            await asyncio.sleep(WATCH_SECONDS)

    def _look(
        self, workbooks: list[str]
    ) -> tuple[list[Head], list[Comment], ClassInfo, frozenset[str]]:
        store = self._store
        return (
            store.teams.heads(workbooks),
            store.talk.since(workbooks, self._seen - LATE),
            store.classes.get(self._classroom),
            store.classes.locked(self._classroom),
        )

    def _tell(
        self, heads: list[Head], comments: list[Comment], room: ClassInfo, locked: frozenset[str]
    ) -> None:
        for workbook, told in self._news(heads):
            self._send(workbook, told)
        new = [one for one in comments if one.id not in self._told]
        self._told = {one.id for one in comments}
        for one in new:
            self._seen = max(self._seen, one.written_at)
            for page in list(self._pages.get(one.workbook, ())):
                page.tell(_comment(one, page.person))
        if room.timer_ends_at != self._timer:
            self._timer = room.timer_ends_at
            self._tell_all(lambda _: _timer(self._timer))
        self._tell_locked(locked)

    def _tell_locked(self, locked: frozenset[str], *pages: "LiveHandler") -> None:
        """Tell these pages which chapters are closed; all of them, where that has changed."""
        if locked != self._locked:
            self._locked = locked
            self._tell_all(lambda page: _locked(locked, page))
            return
        for page in pages:
            page.tell(_locked(locked, page))

    def _tell_all(self, news: "Callable[[LiveHandler], Mapping[str, Any]]") -> None:
        for page in [page for pages in self._pages.values() for page in pages]:
            page.tell(news(page))

    def _news(self, heads: list[Head]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for head in heads:
            found[head.workbook][head.exercise] = head.revision
            known = self._heads.get(head.workbook, {})
            if known.get(head.exercise, 0) < head.revision:
                yield head.workbook, _saved(head)
        self._heads |= {key: new for key, new in found.items() if key in self._pages}

    def _send(self, workbook: str, told: Mapping[str, Any]) -> None:
        for page in list(self._pages.get(workbook, ())):
            page.tell(told)


def _saved(head: Head) -> Mapping[str, Any]:
    return {"kind": "saved", "exercise": head.exercise, "revision": head.revision}


def _comment(one: Comment, reader: str) -> Mapping[str, Any]:
    return {
        "kind": "comment",
        "id": one.id,
        "exercise": one.exercise,
        "author": one.author_name,
        "text": one.text,
        "at": one.written_at.isoformat(),
        "old": one.read_at is not None or one.author == reader,
    }


def _locked(chapters: frozenset[str], page: "LiveHandler") -> Mapping[str, Any]:
    shut = chapters if page.cx.role_of(page) == "participant" else ()
    return {"kind": "locked", "chapters": sorted(shut)}


def _timer(ends_at: datetime | None) -> Mapping[str, Any]:
    left = None if ends_at is None else (ends_at - datetime.now(UTC)).total_seconds()
    return {"kind": "timer", "seconds": left}


class LiveHandler(PageMixin, WebSocketHandler):
    """The socket of one open chapter page. It only tells; what a page says into it is not read."""

    def initialize(self, app: "CxVoila") -> None:
        self.cx = app

    def get_current_user(self) -> Any:
        return self.cx.identity_provider.get_user(self)

    @property
    def ping_interval(self) -> float:
        return PING_SECONDS

    @property
    def max_message_size(self) -> int:
        return LONGEST_MESSAGE

    def open(self, workbook: str) -> None:
        """Begin to tell, once it is clear that this person may read the workbook."""
        self.workbook = workbook
        try:
            self.store.workbook(workbook, person=self.person)
        except StoreError:
            self.close(4004, "no such workbook")
            return
        self.person_name = str(self.current_user.name or "")
        self.cx.watch.join(self)
        self._joined = True

    def on_message(self, message: str | bytes) -> None:
        """Ignore it."""

    def on_close(self) -> None:
        """Tell it no more."""
        if getattr(self, "_joined", False):
            self.cx.watch.leave(self)

    def tell(self, news: Mapping[str, Any]) -> None:
        """Send one piece of news; a socket that has just closed hears nothing."""
        try:
            self.write_message(json.dumps(news, ensure_ascii=False))
        except WebSocketClosedError:
            return
