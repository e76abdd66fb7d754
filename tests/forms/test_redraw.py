"""What follows from a save is drawn when no save waits, the form that was written in first."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from cxkit.forms.redraw import Redraw
from cxkit.forms.session import Session
from cxkit.store import OWNER, Stored
from cxkit.workbook import Workbook


class Drawing:
    """A form that notes when it is drawn and with which motto."""

    def __init__(self, name: str, log: list[tuple[str, str]]) -> None:
        self.name, self.log = name, log

    def refresh(
        self, book: Workbook, stored: Mapping[str, Stored], *, written: str | None = None
    ) -> None:
        """Note it."""
        motto: Any = book.answer("vision-statement").model_dump()["motto"]
        self.log.append((self.name, motto))


def write(session: Session, motto: str, revision: int) -> None:
    session.store.save(
        session.workbook, "vision-statement", {"motto": motto},
        expected_revision=revision, person=OWNER,
    )  # fmt: skip


async def drawn(log: list[tuple[str, str]], count: int) -> None:
    async with asyncio.timeout(20):
        while len(log) < count:
            await asyncio.sleep(0)


def test_the_form_that_was_written_in_is_drawn_first(session: Session) -> None:
    log: list[tuple[str, str]] = []
    forms = [Drawing(name, log) for name in "abcd"]
    redraw = Redraw()
    redraw.forms.update(forms)

    async def once() -> None:
        redraw.soon(session, forms[2])
        await drawn(log, 4)

    asyncio.run(once())
    assert log[0][0] == "c"
    assert sorted(name for name, _ in log) == ["a", "b", "c", "d"]


def test_saves_that_follow_one_another_are_drawn_once_with_the_last_words(session: Session) -> None:
    log: list[tuple[str, str]] = []
    form = Drawing("a", log)
    redraw = Redraw()
    redraw.forms.add(form)

    async def thrice() -> None:
        for number in range(3):
            write(session, f"word {number}", number)
            redraw.soon(session, form)
        await drawn(log, 1)
        await asyncio.sleep(0)

    asyncio.run(thrice())
    assert log == [("a", "word 2")]


def test_a_save_between_two_forms_begins_the_drawing_anew(session: Session) -> None:
    log: list[tuple[str, str]] = []
    forms = [Drawing("a", log), Drawing("b", log)]
    redraw = Redraw()
    redraw.forms.update(forms)

    async def interrupted() -> None:
        redraw.soon(session, forms[0])
        await drawn(log, 1)
        write(session, "meanwhile", 0)
        redraw.soon(session, forms[0])
        await drawn(log, 3)

    asyncio.run(interrupted())
    assert log == [("a", ""), ("a", "meanwhile"), ("b", "meanwhile")]


def test_where_nothing_runs_in_turns_all_is_drawn_at_once(session: Session) -> None:
    log: list[tuple[str, str]] = []
    forms = [Drawing("a", log), Drawing("b", log)]
    redraw = Redraw()
    redraw.forms.update(forms)
    redraw.soon(session, forms[1])
    assert len(log) == 2


def test_a_stored_answer_is_validated_once_for_each_revision(session: Session) -> None:
    write(session, "first", 0)
    before = session.load()[0].answers["vision-statement"]
    assert session.load()[0].answers["vision-statement"] is before
    write(session, "second", 1)
    after: Any = session.load()[0].answers["vision-statement"]
    assert after.motto == "second"
