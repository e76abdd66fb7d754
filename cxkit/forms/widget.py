"""The exercise widget: one anywidget, the same in Voila and in JupyterLab."""

from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from cxkit.core.exercise import find_exercise
from cxkit.core.wording import exercise_ids
from cxkit.forms.example import worked_example
from cxkit.forms.redraw import Redraw
from cxkit.forms.session import Session, open_workbook
from cxkit.forms.state import drawn, exercise_state, links_of, stored_part
from cxkit.language import Lang, format_time, page_lang, translator
from cxkit.store import (
    ChapterShut,
    StoreBusy,
    Stored,
    StoreError,
    StoreFull,
    StoreUnavailable,
    UnwritableDatabase,
)
from cxkit.workbook import NotCreatedError, Wanted, Workbook, birthplaces, given_places
from cxkit.workbook.links import targets_of

redraw = Redraw()
SCRIPT = Path(__file__).parent / "static" / "form.js"
LOADER = Path(__file__).parent / "scripts" / "loader.js"
# After a refusal that passes by itself, the form sends what it keeps again, this much later.
_PASSING = (StoreFull, StoreBusy, StoreUnavailable, UnwritableDatabase, ChapterShut)
AGAIN_SECONDS = 15
# What the browser may say of a thing that it wants to link to.
_WANTED = ("id", "label", "holder", "holder_label")


class ExerciseWidget(anywidget.AnyWidget):
    """One exercise's form. Make it with `exercise`.

    Everything that arrives from the browser is validated by the model before it is stored, and the
    traits never say which workbook is written: that stands in the session.
    """

    _esm = LOADER
    _given: Session | None = None
    _ahead = True
    exercise = traitlets.Unicode().tag(sync=True)
    version = traitlets.Unicode(version("cxkit")).tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, exercise_id: str, session: Session | None) -> None:
        self._exercise = find_exercise(exercise_id)
        self._given = session
        self._fresh: dict[str, Any] = {}
        super().__init__(exercise=exercise_id, state=self._whole() if session else {})
        self.on_msg(self._receive)
        # Without a session it has been made ahead, and waits until it is told to `serve` a page.
        self._ahead = session is None
        if session:
            redraw.forms.add(self)

    @property
    def _session(self) -> Session:
        return self._given or page_session()

    @property
    def _lang(self) -> Lang:
        return self._given.lang if self._given else page_lang()

    def serve(self) -> None:
        """Work for the page of this kernel, whose workbook is opened when it is first needed."""
        self._ahead = False
        redraw.forms.add(self)

    def _whole(self) -> dict[str, Any]:
        """Return the form's state as it is stored now."""
        session, own = self._session, self._exercise.id
        book, stored = session.load()
        return exercise_state(book, stored.get(own), own, session.lang, session.workbook)

    def _receive(self, _: object, message: object, __: object) -> None:
        """Answer one message of the browser; what is not in the contract is ignored."""
        answers = {
            "save": self._save,
            "example": self._example,
            "create": self._create,
            "take-back": self._take_back,
            "history": self._history,
            "restore": self._restore,
            "news": self._news,
            "script": self._script,
        }
        kind = message.get("kind") if isinstance(message, dict) else None
        if isinstance(message, dict) and isinstance(kind, str) and kind in answers:
            try:
                answers[kind](message)
            except StoreError as error:
                again = AGAIN_SECONDS if isinstance(error, _PASSING) else None
                self._refuse(message, error.for_page(self._lang), again)

    def _refuse(self, message: dict[str, Any], said: str, again: int | None = None) -> None:
        request = message.get("request")
        self.send({"kind": "refused", "request": request, "message": said, "again": again})

    def _save(self, message: dict[str, Any]) -> None:
        expected = message.get("revision")
        revision = expected if isinstance(expected, int) else 0
        sent = message.get("value")
        outcome = self._session.save(self._exercise.id, sent, revision)
        lang = self._session.lang
        reply: dict[str, Any] = {
            "kind": "saved",
            "request": message.get("request"),
            "revision": outcome.saved.revision,
            "saved_at": format_time(outcome.saved.saved_at, lang),
            "errors": [{"where": list(p.where), "message": p.message} for p in outcome.problems],
        }
        if not outcome.problems and outcome.saved.value != sent:
            reply["value"] = outcome.saved.value
        self.send(reply)
        if outcome.clashes:
            self._tell_conflict(message, outcome)
        redraw.soon(self._session, self)

    def _tell_conflict(self, message: dict[str, Any], outcome: Any) -> None:
        fields = [{"name": c.name, "mine": c.mine, "theirs": c.theirs} for c in outcome.clashes]
        self.send(
            {
                "kind": "conflict",
                "request": message.get("request"),
                "revision": outcome.saved.revision,
                "theirs": outcome.saved.value,
                "fields": fields,
            }
        )

    def _example(self, _: dict[str, Any]) -> None:
        lang = self._session.lang
        known = self._session.load()[0].context(lang).items
        self.send({"kind": "example", **worked_example(self._exercise.id, lang, known)})

    def _create(self, message: dict[str, Any]) -> None:
        """Write what a link of this form should point to; without a name, begin its given list."""
        wanted = self._wanted(message)
        if wanted is None:
            return
        try:
            owner, made = self._written(wanted)
        except NotCreatedError as error:
            self._refuse(message, str(error))
            return
        redraw.now(self._session, written=owner)
        self.send({"kind": "created", "request": message.get("request"), "id": made})

    def _take_back(self, message: dict[str, Any]) -> None:
        """Take away again what was written for a link's sake, where it is still untouched."""
        wanted = self._wanted(message)
        if wanted is None or wanted.kind not in birthplaces():
            return
        owner, gone = self._session.take_back(wanted)
        redraw.now(self._session, written=owner)
        self.send({"kind": "taken-back", "request": message.get("request"), "gone": gone})

    def _wanted(self, message: dict[str, Any]) -> Wanted | None:
        """Read what a link of this form should point to; None where the message makes no sense."""
        asked = {name: message.get(name, "") for name in _WANTED}
        kind = asked["kind"] = message.get("target", "")
        if not all(isinstance(one, str) for one in asked.values()):
            return None
        return Wanted(**asked) if kind in targets_of(self._exercise.model) else None

    def _written(self, wanted: Wanted) -> tuple[str, str]:
        given = given_places().get(wanted.kind)
        if given and not wanted.label:
            self._session.begin(given)
            return given, ""
        if wanted.kind not in birthplaces():
            raise NotCreatedError(
                translator(self._session.lang)("Nothing can be added to this list.")
            )
        return self._session.create(wanted)

    def _news(self, message: dict[str, Any]) -> None:
        """Somebody saved an exercise of this workbook elsewhere: show it here too."""
        told = message.get("exercise")
        redraw.now(self._session, written=told if isinstance(told, str) else None)

    def _history(self, _: dict[str, Any]) -> None:
        session = self._session
        versions = session.store.history(
            session.workbook, self._exercise.id, person=session.person, grouped=True
        )
        listed = [
            {
                "revision": entry.revision,
                "saved_at": format_time(entry.saved_at, session.lang),
                "day": entry.saved_at.astimezone().date().isoformat(),
                "by": entry.saved_by,
            }
            for entry in versions
        ]
        self.send({"kind": "history", "versions": listed})

    def _restore(self, message: dict[str, Any]) -> None:
        session = self._session
        to, expected = message.get("to"), message.get("revision")
        if not (isinstance(to, int) and isinstance(expected, int)):
            return
        saved = session.restore(self._exercise.id, to, expected)
        self.send(
            {
                "kind": "saved",
                "request": message.get("request"),
                "revision": saved.revision,
                "saved_at": format_time(saved.saved_at, session.lang),
                "errors": [],
                "value": saved.value,
            }
        )
        redraw.now(session)

    def _script(self, _: dict[str, Any]) -> None:
        self.send({"kind": "script"}, buffers=[script_bytes()])

    def refresh(
        self, book: Workbook, stored: Mapping[str, Stored], *, written: str | None = None
    ) -> None:
        """Show what follows from the stored answers: advice, picture, links.

        Where something was `written` into this very exercise from another one's form, the browser
        hears the answer too.
        """
        lang = self._session.lang
        own = self._exercise.id
        after = drawn(book, own, lang)
        links = links_of(book, own, lang)
        now = stored.get(own)
        self.send({"kind": "redraw", **after})
        if links != self._fresh.get("links", self.state.get("links")):
            self.send({"kind": "links", "links": links})
        part = stored_part(book, now, own, lang)
        if written == own:
            self.send({"kind": "stored", **part})
        self._fresh = {**after, "links": links, **part}

    def get_state(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the synced traits, with the answer as it is stored now.

        The browser hears of changes by messages; only a page that opens later on this kernel reads
        the whole state again, so it is not sent after each save.
        """
        state: dict[str, Any] = super().get_state(*args, **kwargs)
        if "state" in state and self._given:
            state["state"] = {**state["state"], **self._fresh}
        elif "state" in state and not self._ahead:
            state["state"] = self._whole()
        return state


@cache
def script_bytes() -> bytes:
    """Return the form's script, as JupyterLab gets it."""
    if not SCRIPT.is_file():
        raise FileNotFoundError(f"{SCRIPT} is not built; run: python3 tasks.py build")
    return SCRIPT.read_bytes()


@cache
def page_session() -> Session:
    """Return the workbook that this kernel's page works on."""
    return open_workbook()


def exercise(exercise_id: str, session: Session | None = None) -> ExerciseWidget:
    """Show an exercise in a notebook: its form, saved as it is filled in.

    Parameters
    ----------
    exercise_id : str
        Such as ``"vision-statement"``; the ids are the file names in ``exercises/``.
    session : Session, optional
        The workbook to work on; default: the one that `open_workbook` finds.

    Raises
    ------
    ValueError
        When there is no such exercise; the message lists those there are.
    """
    session = session or page_session()
    try:
        return ExerciseWidget(exercise_id, session)
    except KeyError as error:
        sentence = translator(session.lang)("There is no exercise “{name}”. There are: {names}.")
        names = ", ".join(exercise_ids())
        raise ValueError(sentence.format(name=exercise_id, names=names)) from error
