"""The store: people, workbooks, answers and their revisions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from cxkit.store import answers as _answers
from cxkit.store import values
from cxkit.store import workbooks as _workbooks
from cxkit.store.access import OWNER, admit, refuse_shut
from cxkit.store.answers import Entry
from cxkit.store.opening import OpenDatabase
from cxkit.store.records import Revision, Saved, Stored, Value, WorkbookInfo


class Store(OpenDatabase):
    """A database of workbooks, open in this process; safe to share between threads.

    Open one with ``Store.create_or_upgrade`` (the server) or ``Store.open`` (a kernel). Each method
    is one transaction. A method that touches a workbook asks first whether ``person`` may, and
    raises ``NotFound`` if not. Whatever goes wrong is a ``StoreError``.

    Examples
    --------
    >>> from cxkit.store import Store
    >>> with Store.create_or_upgrade("sqlite://") as store:
    ...     bank = store.create_workbook("La nostra banca", "it")
    ...     first = store.save(bank.id, "vision-statement", {"motto": "Qui"}, expected_revision=0)
    ...     store.save(bank.id, "vision-statement", {"motto": "Vicino"}, expected_revision=1)
    ...     [line.revision for line in store.history(bank.id, "vision-statement")]
    Saved(revision=2, saved_at=..., value={'motto': 'Vicino'})
    [2, 1]
    """

    def add_person(self, person: str, name: str) -> None:
        """Add a person; the single user, ``"owner"``, is there from the start."""
        with self._database.write() as connection:
            _workbooks.add_person(connection, person, name, self._clock())

    def create_workbook(
        self,
        title: str,
        lang: str,
        *,
        person: str = OWNER,
        case: str | None = None,
        answers: Mapping[str, Mapping[str, Any]] | None = None,
        id: str | None = None,  # noqa: A002 -- what the record calls it
    ) -> WorkbookInfo:
        """Make a workbook, with the answers of an import or a sample case if given: all or nothing.

        Raises
        ------
        AlreadyThere, RefusedName, RefusedValue, StoreFull, NotFound
        """
        texts = {
            _exercise(exercise): values.encode(exercise, value)[0]
            for exercise, value in (answers or {}).items()
        }
        now = self._clock()
        with self._database.write() as connection:
            key = _workbooks.create(
                connection,
                workbook_id=id,
                title=title,
                lang=lang,
                owner=person,
                case=case,
                now=now,
            )
            for exercise, text in texts.items():
                entry = Entry(key, exercise, text, person, now, "import")
                _answers.append(connection, entry, 1)
            return _workbooks.info(connection, key, person)

    def workbooks(self, person: str = OWNER) -> list[WorkbookInfo]:
        """List a person's workbooks, the last changed first."""
        with self._database.read() as connection:
            return _workbooks.listing(connection, person)

    def workbook(self, workbook: str, *, person: str = OWNER) -> WorkbookInfo:
        """Give one workbook's title, language, dates and the person's place in it."""
        with self._database.read() as connection:
            return _workbooks.info(connection, workbook, person)

    def opened(
        self, workbook: str, *, person: str = OWNER
    ) -> tuple[WorkbookInfo, dict[str, Stored]]:
        """Give a workbook and all its current answers, by exercise, as of one moment."""
        with self._database.read() as connection:
            info = _workbooks.info(connection, workbook, person)
            return info, _answers.current(connection, workbook)

    def existing(self, workbooks: Iterable[str]) -> set[str]:
        """Return those of some ids that are workbooks of anybody."""
        with self._database.read() as connection:
            return _workbooks.existing(connection, list(workbooks))

    def rename_workbook(self, workbook: str, title: str, *, person: str = OWNER) -> WorkbookInfo:
        """Give a workbook another title."""
        return self._change(workbook, person, title=values.title(title), changed_at=self._clock())

    def set_language(self, workbook: str, lang: str, *, person: str = OWNER) -> WorkbookInfo:
        """Set the language a workbook opens in."""
        return self._change(workbook, person, lang=values.language(lang))

    def delete_workbook(self, workbook: str, *, person: str = OWNER) -> None:
        """Delete a workbook with all its answers and revisions, for good."""
        with self._database.write() as connection:
            _workbooks.remove(connection, workbook, person)

    def current_workbook(self, person: str = OWNER) -> WorkbookInfo | None:
        """Give the workbook a person has open; None at first and after it was deleted."""
        with self._database.read() as connection:
            key = _workbooks.opened_by(connection, person)
            return None if key is None else _workbooks.info(connection, key, person)

    def set_current(self, person: str, workbook: str) -> None:
        """Make a workbook the one a person has open."""
        with self._database.write() as connection:
            _workbooks.set_opened(connection, person, workbook)

    def remember_place(
        self, workbook: str, chapter: str, lang: str, *, person: str = OWNER
    ) -> None:
        """Note the chapter page a person is on, such as ``"03-vision"``, and its language."""
        columns = {
            "chapter": values.name(chapter, "capitolo", "chapter"),
            "lang": values.language(lang),
        }
        with self._database.write() as connection:
            admit(connection, person, workbook, deed="write")
            _workbooks.remember(connection, workbook, person, columns)

    def answer(self, workbook: str, exercise: str, *, person: str = OWNER) -> Stored | None:
        """Give the current answer of an exercise; None when nothing is stored yet."""
        with self._database.read() as connection:
            admit(connection, person, workbook)
            return _answers.current_one(connection, workbook, _exercise(exercise))

    def answers(self, workbook: str, *, person: str = OWNER) -> dict[str, Stored]:
        """Give all current answers of a workbook, by exercise, as of one moment."""
        with self._database.read() as connection:
            admit(connection, person, workbook)
            return _answers.current(connection, workbook)

    def save(
        self,
        workbook: str,
        exercise: str,
        value: Mapping[str, Any],
        *,
        expected_revision: int,
        person: str = OWNER,
        chapter: str = "",
    ) -> Saved:
        """Store an answer as a new revision; when this returns, it is on the disk.

        Parameters
        ----------
        workbook, exercise
            Ids.
        value
            What JSON can hold, up to 4 MB. The value that is current already makes no revision.
        expected_revision
            The revision the value was made from; 0 when nothing was stored.
        chapter
            The page the exercise is on, such as ``"03-vision"``: an instructor may have closed it.

        Raises
        ------
        Conflict
            Another revision is current; the error carries it and the one the value was made from.
        ChapterShut, RefusedValue, StoreFull, StoreBusy, NotFound
            What was stored before is still there.
        """
        made_from = {exercise: (value, expected_revision)}
        saved = self.save_all(workbook, made_from, person=person, chapters=(chapter,))
        return saved[exercise]

    def save_all(
        self,
        workbook: str,
        answers: Mapping[str, tuple[Mapping[str, Any], int]],
        *,
        person: str = OWNER,
        chapters: Collection[str] = (),
    ) -> dict[str, Saved]:
        """Store several answers, by exercise, each with the revision it was made from: all or none.

        Raises
        ------
        Conflict, ChapterShut, RefusedValue, StoreFull, StoreBusy, NotFound
            As `save` does; of none of the answers anything was then stored.
        """
        encoded = {name: values.encode(_exercise(name), value)
                   for name, (value, _) in answers.items()}  # fmt: skip
        with self._database.write() as connection:
            admit(connection, person, workbook, deed="write")
            refuse_shut(connection, person, chapters)
            saved = {}
            for exercise, (text, stored) in encoded.items():
                entry = Entry(workbook, exercise, text, person, self._clock(), "save")
                saved[exercise] = _append(connection, entry, stored, answers[exercise][1])
            return saved

    def refuse_shut(self, chapters: Collection[str], *, person: str = OWNER) -> None:
        """Ask ahead, for what is written in several steps, whether any of it would be refused.

        Raises
        ------
        ChapterShut
        """
        with self._database.read() as connection:
            refuse_shut(connection, person, chapters)

    def history(
        self, workbook: str, exercise: str, *, person: str = OWNER, grouped: bool = False
    ) -> list[Revision]:
        """List an answer's revisions, the newest first.

        Parameters
        ----------
        grouped
            Show one line, the last, for the saves of one person within two minutes.
        """
        with self._database.read() as connection:
            admit(connection, person, workbook)
            lines = _answers.history(connection, workbook, exercise)
        return _answers.grouped(lines) if grouped else lines

    def revision(
        self, workbook: str, exercise: str, revision: int, *, person: str = OWNER
    ) -> Stored | None:
        """Give an answer as it was in one revision; None when there is no such revision."""
        with self._database.read() as connection:
            admit(connection, person, workbook)
            return _answers.at(connection, workbook, exercise, revision)

    def restore(
        self,
        workbook: str,
        exercise: str,
        revision: int,
        *,
        expected_revision: int,
        person: str = OWNER,
        chapter: str = "",
    ) -> Saved:
        """Bring an old revision back, as a new one.

        Raises
        ------
        NotFound
            There is no such revision.
        Conflict, ChapterShut
            As for ``save``.
        """
        with self._database.write() as connection:
            admit(connection, person, workbook, deed="write")
            refuse_shut(connection, person, (chapter,))
            text = _answers.text_at(connection, workbook, exercise, revision)
            entry = Entry(workbook, exercise, text, person, self._clock(), "restore")
            return _append(connection, entry, values.decode(text), expected_revision)

    def _change(self, workbook: str, person: str, **columns: object) -> WorkbookInfo:
        with self._database.write() as connection:
            _workbooks.change(connection, workbook, person, **columns)
            return _workbooks.info(connection, workbook, person)


def _exercise(text: str) -> str:
    return values.name(text, "esercizio", "exercise")


def _append(connection: Connection, entry: Entry, value: Value, expected: int) -> Saved:
    saved, new = _answers.save(connection, entry, value, expected=expected)
    if new:
        person, workbook = entry.saved_by, entry.workbook
        _workbooks.change(connection, workbook, person, changed_at=entry.saved_at)
        _workbooks.remember(connection, workbook, person, {"exercise": entry.exercise})
    return saved
