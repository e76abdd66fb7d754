"""When the forms of a kernel show what follows from a save: soon, but never before the saves."""

import asyncio
import time
from collections.abc import Mapping
from typing import Protocol
from weakref import WeakSet

from cxkit.forms.session import Session
from cxkit.store import Stored, StoreError
from cxkit.workbook import Workbook

# Of its time a kernel spends at most one part in so many on drawing while somebody types on.
_SHARE = 4


class Form(Protocol):
    """A form that shows advice, picture and links."""

    def refresh(
        self, book: Workbook, stored: Mapping[str, Stored], *, written: str | None = None
    ) -> None:
        """Show what follows from the stored answers."""


class Redraw:
    """Draws the forms of one kernel again, the one that was written in first.

    In a kernel each form is drawn in a turn of its own, so that a save which comes meanwhile is
    answered in between; then drawing begins anew with what is stored by then. Where nothing runs in
    turns, as in a plain Python session, all is drawn at once.
    """

    def __init__(self) -> None:
        self.forms: WeakSet[Form] = WeakSet()
        self._next: asyncio.Handle | None = None
        self._not_before = 0.0
        self._took = 0.0

    def now(self, session: Session, *, written: str | None = None) -> None:
        """Bring every form up to date; `written` into which exercise from elsewhere."""
        book, stored = session.load()
        for form in list(self.forms):
            form.refresh(book, stored, written=written)

    def soon(self, session: Session, first: Form) -> None:
        """Bring every form up to date once there is time for it, beginning with `first`."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self.now(session)
            return
        if self._next is not None:
            self._next.cancel()
        wait = max(0.0, self._not_before - loop.time())
        self._next = loop.call_later(wait, self._begin, session, first)

    def _begin(self, session: Session, first: Form) -> None:
        self._took = 0.0
        try:
            book, stored = session.load()
        except StoreError:
            return  # the next save says so
        rest = [form for form in self.forms if form is not first]
        self._draw([first, *rest], book, stored)

    def _draw(self, forms: list[Form], book: Workbook, stored: Mapping[str, Stored]) -> None:
        begun = time.perf_counter()
        forms[0].refresh(book, stored)
        self._took += time.perf_counter() - begun
        loop = asyncio.get_running_loop()
        self._not_before = loop.time() + self._took * (_SHARE - 1)
        rest = forms[1:]
        self._next = loop.call_soon(self._draw, rest, book, stored) if rest else None
