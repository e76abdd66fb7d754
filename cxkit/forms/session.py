"""The workbook a kernel works on: found once, read for each form, saved after each change."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from cxkit.core.answer import Answer
from cxkit.core.exercise import find_exercise
from cxkit.core.problems import Problem
from cxkit.core.wording import notebook_of
from cxkit.language import Lang, as_lang, page_lang
from cxkit.resources import database_beside
from cxkit.store import Conflict, Saved, Store, Stored, WorkbookInfo
from cxkit.workbook import (
    Clash,
    Wanted,
    Workbook,
    accept,
    birthplaces,
    default_title,
    links_in,
    merge,
    title_for,
    with_new,
    without_new,
)

# Another writer can be quicker this often before the save is given up.
_TRIES = 5


@dataclass(frozen=True)
class Outcome:
    """What became of a save: the stored revision, what was refused, what two people changed."""

    saved: Saved
    problems: tuple[Problem, ...] = ()
    clashes: tuple[Clash, ...] = ()


@dataclass
class Session:
    """One person's open workbook.

    Parameters
    ----------
    store : Store
        Where the workbook lies.
    workbook : str
        Its id.
    person : str
        Who writes.
    lang : {"it", "en"}
        Language of the page.
    """

    store: Store
    workbook: str
    person: str
    lang: Lang
    _answers: dict[str, tuple[int, Answer]] = field(default_factory=dict, init=False, repr=False)

    def load(self) -> tuple[Workbook, Mapping[str, Stored]]:
        """Return the workbook as it is stored now, and each stored answer."""
        info, stored = self.read()
        return self.book_of(info, stored), stored

    def read(self) -> tuple[WorkbookInfo, Mapping[str, Stored]]:
        """Return what is stored: each answer as it lies there."""
        info, stored = self.store.opened(self.workbook, person=self.person)
        return readable(info, self.lang), stored

    def book_of(self, info: WorkbookInfo, stored: Mapping[str, Stored]) -> Workbook:
        """Make a workbook of what was read; each answer's model is the greater part of the work."""
        answers = {name: self._answer(name, entry) for name, entry in stored.items()}
        return Workbook(info.title, as_lang(info.lang), answers, info.case or "")

    def _answer(self, exercise_id: str, entry: Stored) -> Answer:
        """Return a stored answer, validated once for each revision."""
        known = self._answers.get(exercise_id)
        if known is None or known[0] != entry.revision:
            answer = find_exercise(exercise_id).model.model_validate(entry.value)
            known = self._answers[exercise_id] = entry.revision, answer
        return known[1]

    def save(self, exercise_id: str, value: object, expected_revision: int) -> Outcome:
        """Save what a form sent: validated, merged with what others changed meanwhile.

        Raises
        ------
        StoreError
            When nothing could be saved.
        """
        model = find_exercise(exercise_id).model
        empty = self._empty(exercise_id)
        stored = self.store.answer(self.workbook, exercise_id, person=self.person)
        taken = accept(model, value, stored.value if stored else empty, self.lang)
        mine = taken.answer.model_dump(mode="json")
        clashes: tuple[Clash, ...] = ()
        for _ in range(_TRIES):
            try:
                saved = self._write(exercise_id, mine, expected_revision)
            except Conflict as conflict:
                base = conflict.base.value if conflict.base else empty
                current = conflict.current
                mine, found = merge(base, mine, current.value if current else empty)
                clashes += tuple(found)
                expected_revision = current.revision if current else 0
            else:
                return Outcome(saved, taken.problems, clashes)
        return Outcome(self._write(exercise_id, mine, expected_revision), taken.problems, clashes)

    def create(self, wanted: Wanted) -> tuple[str, str]:
        """Write what somebody wants to link to, in the exercise that owns such things.

        Returns
        -------
        exercise, id : str
            Where it is written, and the id by which to link to it.

        Raises
        ------
        NotCreatedError
            With the reason in the page's language; nothing was written.
        StoreError
            When nothing could be saved.
        """
        exercise_id = birthplaces()[wanted.kind].exercise
        for last in (False,) * (_TRIES - 1) + (True,):
            stored = self.store.answer(self.workbook, exercise_id, person=self.person)
            before = stored.value if stored else self._empty(exercise_id)
            value, made = with_new(before, wanted, self.lang)
            if stored and value == stored.value:
                break
            try:
                self._write(exercise_id, value, stored.revision if stored else 0)
                break
            except Conflict:
                # Somebody else was quicker: look again at what is there now.
                if last:
                    raise
        return exercise_id, made

    def take_back(self, wanted: Wanted) -> tuple[str, bool]:
        """Take away what `create` wrote, if nothing was written about it or linked to it since.

        Returns
        -------
        exercise, gone : str, bool
            Where it was written, and whether it is gone.

        Raises
        ------
        StoreError
            When nothing could be saved.
        """
        exercise_id = birthplaces()[wanted.kind].exercise
        book, stored = self.load()
        now = stored.get(exercise_id)
        if now is None:
            return exercise_id, True
        linked = {link for answer in book.answers.values() for link in links_in(answer)}
        # What holds it stays where something else is linked to that.
        held = replace(wanted, holder_label="") if wanted.holder in linked else wanted
        value = without_new(now.value, held)
        if value is None or wanted.id in linked:
            return exercise_id, False
        if value != now.value:
            try:
                self._write(exercise_id, value, now.revision)
            except Conflict:
                # Somebody is writing there: what they see stays.
                return exercise_id, False
        return exercise_id, True

    def begin(self, exercise_id: str) -> None:
        """Store an exercise as nobody has touched it yet, so that its given list can be linked to.

        Raises
        ------
        StoreError
            When nothing could be saved.
        """
        if self.store.answer(self.workbook, exercise_id, person=self.person) is None:
            # A conflict says that somebody else began it meanwhile.
            with suppress(Conflict):
                self._write(exercise_id, self._empty(exercise_id), 0)

    def restore(self, exercise_id: str, revision: int, expected_revision: int) -> Saved:
        """Bring an earlier version of an answer back.

        Raises
        ------
        StoreError
            When nothing could be saved.
        """
        return self.store.restore(
            self.workbook, exercise_id, revision, expected_revision=expected_revision,
            person=self.person, chapter=notebook_of(exercise_id),
        )  # fmt: skip

    def refuse_shut(self, *exercises: str) -> None:
        """Ask before what is written in several exercises whether one of their chapters is closed.

        Raises
        ------
        ChapterShut
        """
        self.store.refuse_shut({notebook_of(one) for one in exercises}, person=self.person)

    def _empty(self, exercise_id: str) -> dict[str, Any]:
        return find_exercise(exercise_id).model().model_dump(mode="json")

    def _write(self, exercise_id: str, value: dict[str, Any], expected: int) -> Saved:
        return self.store.save(
            self.workbook, exercise_id, value, expected_revision=expected, person=self.person,
            chapter=notebook_of(exercise_id),
        )  # fmt: skip


def readable(info: WorkbookInfo, lang: Lang) -> WorkbookInfo:
    """Return a workbook's entry for a reader: one that nobody has named is called so in `lang`."""
    return replace(info, title=title_for(info.title, lang))


def default_database() -> Path:
    """Return where the data lie when nobody says: beside the ``workbook`` folder, or right here."""
    return database_beside(Path.cwd())


def open_workbook(path: str | Path | None = None, *, lang: Lang | None = None) -> Session:
    """Open the workbook that this notebook works on.

    Parameters
    ----------
    path : str or Path, optional
        The database file; created if missing. Default: what ``cxkit serve`` told this kernel, else
        ``cxworkbook.db`` beside the notebooks.
    lang : {"it", "en"}, optional
        Language of the page; default: the notebook's folder.

    Returns
    -------
    Session
        On the workbook last opened; a new one when there is none.
    """
    lang = lang or page_lang()
    person = os.environ.get("CXKIT_PERSON", "owner")
    told = os.environ.get("CXKIT_DATABASE")
    if path is None and told:
        store = Store.open(told)
    else:
        store = Store.create_or_upgrade(path or default_database())
    chosen = os.environ.get("CXKIT_WORKBOOK")
    if chosen is None:
        info = store.current_workbook(person=person)
        info = info or store.create_workbook(default_title(lang), lang, person=person)
        chosen = info.id
    return Session(store, chosen, person, lang)
