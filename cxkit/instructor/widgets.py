"""The two widgets: drawn in Python, sent to the page as finished HTML when it changes."""

import asyncio
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from cxkit.forms.session import Session, open_workbook
from cxkit.instructor.draw import Shown, class_pictures, joined, people_table
from cxkit.instructor.roster import Roster
from cxkit.language import translator
from cxkit.store import StoreError
from cxkit.workbook import chapter_plans

SCRIPTS = Path(__file__).parent / "scripts"
LOOK_SECONDS = 2.0
VOTE = "obstacles"
MAX_MINUTES = 240


class ClassWidget(anywidget.AnyWidget):
    """Something of the whole class that is drawn anew when the class has changed.

    Everything that arrives from the page is judged here and again in the store: a page can send
    whatever it likes, and only an instructor's page may.
    """

    _esm = SCRIPTS / "instructor.js"
    _css = SCRIPTS / "instructor.css"
    html = traitlets.Unicode().tag(sync=True)

    def __init__(self, session: Session, base: str) -> None:
        self.session = session
        self.base = base
        member = session.store.classes.member(session.person)
        if member is None or member.role != "instructor":
            raise PermissionError(translator(session.lang)("This page is the instructor’s."))
        self.roster = Roster(session.store, member.classroom, session.person, session.lang)
        super().__init__(html=self.draw())
        self.on_msg(self._receive)
        self._following = _follow(self)

    def draw(self) -> str:
        """Return the HTML as things stand now."""
        raise NotImplementedError

    def deeds(self) -> Mapping[str, Callable[[dict[str, Any]], None]]:
        """Return what the page may ask for, by kind."""
        return {}

    def refresh(self) -> None:
        """Draw anew and tell the page, if anything has changed."""
        self.html = self.draw()

    def _receive(self, _: object, message: object, __: object) -> None:
        kind = message.get("kind") if isinstance(message, dict) else None
        deed = self.deeds().get(kind) if isinstance(kind, str) else None
        if deed is not None and isinstance(message, dict):
            try:
                deed(message)
            except StoreError as error:
                self.send({"kind": "refused", "message": error.for_page(self.session.lang)})
            self.refresh()


class PeopleWidget(ClassWidget):
    """The live table of people and exercises."""

    def __init__(self, session: Session, base: str) -> None:
        self.shown = Shown(invites=os.environ.get("CXKIT_INVITES", "yes") == "yes")
        super().__init__(session, base)

    def draw(self) -> str:
        classes, room = self.session.store.classes, self.roster.classroom
        return people_table(
            self.roster.rows(), classes.get(room), classes.locked(room), self.shown,
            said=self.session.store.talk.latest(room, by=self.session.person),
            kept=self.session.store.retention.of(room), lang=self.session.lang, base=self.base,
        )  # fmt: skip

    def deeds(self) -> Mapping[str, Callable[[dict[str, Any]], None]]:
        return {"names": self._names, "lock": self._lock, "timer": self._timer}

    def _names(self, _: dict[str, Any]) -> None:
        self.shown = replace(self.shown, names=not self.shown.names)

    def _lock(self, message: dict[str, Any]) -> None:
        chapter, classes = message.get("chapter"), self.session.store.classes
        if chapter not in {plan.notebook for plan in chapter_plans()}:
            return
        room, by = self.roster.classroom, self.session.person
        shut = chapter in classes.locked(room)
        (classes.unlock if shut else classes.lock)(room, str(chapter), by=by)
        self.session.store.log.note(
            "open chapter" if shut else "close chapter", classroom=room, person=by,
            detail=str(chapter),
        )  # fmt: skip

    def _timer(self, message: dict[str, Any]) -> None:
        minutes = message.get("minutes")
        if type(minutes) is not int or not 0 <= minutes <= MAX_MINUTES:
            return
        ends = datetime.now(UTC) + timedelta(minutes=minutes) if minutes else None
        self.session.store.classes.set_timer(self.roster.classroom, ends, by=self.session.person)


class PicturesWidget(ClassWidget):
    """What the class as a whole has written."""

    def draw(self) -> str:
        self.roster.rows()
        store = self.session.store
        dots, voters = store.talk.dots(self.roster.classroom, VOTE)
        books = list(self.roster.books.values())
        lang, room = self.session.lang, store.classes.get(self.roster.classroom)
        return joined(room.name, class_pictures(books, dots, voters, lang=lang), lang=lang)


async def _look_again(widget: ClassWidget) -> None:
    while widget.comm is not None:
        await asyncio.sleep(LOOK_SECONDS)
        try:
            widget.refresh()
        except StoreError:
            continue  # busy: the next look is two seconds away


def _follow(widget: ClassWidget) -> "asyncio.Task[None] | None":
    """Keep a widget up to date as long as its kernel lives; outside a kernel it stands still."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return None
    return loop.create_task(_look_again(widget))


def _shown(kind: type[ClassWidget], session: Session | None = None) -> ClassWidget:
    return kind(session or open_workbook(), os.environ.get("CXKIT_BASE", "/"))


people = partial(_shown, PeopleWidget)
pictures = partial(_shown, PicturesWidget)
