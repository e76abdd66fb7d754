"""The desk as a widget: what the page asks, done or refused, one message after the other."""

from importlib.metadata import version
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from cxkit.forms.desk.filling import fill, take_gap
from cxkit.forms.desk.job import Job
from cxkit.forms.desk.sample import FILE, in_language, sample_mapping, sample_name
from cxkit.forms.desk.state import DESK, desk_state, kept_state, mapped_state, shelf_of
from cxkit.forms.desk.view import View
from cxkit.forms.session import Session
from cxkit.forms.widget import LOADER, page_session, script_bytes
from cxkit.language import mark as _
from cxkit.resources import samples
from cxkit.store import StoreError
from cxkit.survey.counting import refuse_unready
from cxkit.survey.errors import SurveyError, not_kept
from cxkit.survey.mapping import Mapping
from cxkit.survey.opening import open_table
from cxkit.survey.profile import Profile, profile_of
from cxkit.survey.shelf import Incoming
from cxkit.survey.suggest import suggest
from cxkit.survey.table import Progress, Sheet, Stopped


class SurveyDesk(anywidget.AnyWidget):
    """One workbook's survey desk. Make it with `survey_desk`.

    Rows never travel to the browser: it gets the columns' names, a few frequent values for the one
    who maps them, and pictures of figures. Whose file is read stands in the session.
    """

    _esm = LOADER
    exercise = traitlets.Unicode(DESK).tag(sync=True)
    version = traitlets.Unicode(version("cxkit")).tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, session: Session) -> None:
        self._session = session
        self._shelf = shelf_of(session)
        self._coming: Incoming | None = None
        self._job: Job | None = None
        self._view: View | None = None
        super().__init__(exercise=DESK, state=desk_state(session))
        self.on_msg(self._receive)

    def _receive(self, _widget: object, message: object, buffers: Any) -> None:
        """Answer one message of the browser; what is not in the contract is ignored."""
        answers = {
            "script": self._script, "sample": self._sample, "begin": self._begin,
            "piece": self._piece, "cancel": self._cancel, "remove": self._remove,
            "sheet": self._read_again, "mapping": self._map, "confirm": self._confirm,
            "show": self._show, "stop": self._stop, "panel": self._panel, "fill": self._fill,
            "gap": self._gap,
        }  # fmt: skip
        kind = message.get("kind") if isinstance(message, dict) else None
        if not isinstance(message, dict) or not isinstance(kind, str) or kind not in answers:
            return
        try:
            shelf_of(self._session)
            answers[kind](message, buffers)
        except (SurveyError, StoreError) as error:
            self._refuse(error)
        except OSError as error:
            # A full disk: what had come of the file goes, the one before stays.
            self._cancel(None, None)
            self._refuse(not_kept(error))
        except (ValueError, KeyError, TypeError, IndexError) as error:
            self.log.warning("survey desk: %s", error)
            self._refuse(SurveyError(_("The page sent something that cannot be used. Reload it.")))

    def _refuse(self, error: Any) -> None:
        lang = self._session.lang
        if isinstance(error, StoreError):
            said = error.for_page(lang)
        else:
            said = error.message(lang) if isinstance(error, SurveyError) else str(error)
        self.send({"kind": "refused", "message": said})

    def _script(self, _message: Any, _buffers: Any) -> None:
        self.send({"kind": "script"}, buffers=[script_bytes()])

    def _sample(self, _message: Any, _buffers: Any) -> None:
        lang = self._session.lang
        self._stop(None, None)
        coming = self._shelf.copy(samples() / FILE, sample_name(lang), sample=True)
        self._read(Sheet(), sample_mapping(lang), coming)

    def _begin(self, message: Any, _buffers: Any) -> None:
        self._stop(None, None)
        self._coming = self._shelf.receive(str(message["name"]), int(message["size"]))
        self.send({"kind": "received", "bytes": 0})

    def _piece(self, message: Any, buffers: Any) -> None:
        if self._coming is None:
            return
        got = self._coming.add(bytes(buffers[0]), int(message["at"]))
        if not self._coming.is_whole:
            self.send({"kind": "received", "bytes": got})
            return
        coming, self._coming = self._coming, None
        self.send({"kind": "received", "bytes": got})
        self._read(Sheet(), None, coming)

    def _cancel(self, _message: Any, _buffers: Any) -> None:
        if self._coming is not None:
            self._coming.drop()
            self._coming = None

    def _remove(self, _message: Any, _buffers: Any) -> None:
        self._stop(None, None)
        self._view = None
        if not self._shelf.clear():
            raise SurveyError(
                _("The file could not be taken away. Tell whoever runs the workbook.")
            )
        self._tell_kept()

    def _read_again(self, message: Any, _buffers: Any) -> None:
        header = message.get("header")
        sheet = Sheet(
            str(message.get("name") or "")[:200], int(header) if header not in (None, "") else None,
            str(message.get("encoding") or "")[:20], str(message.get("delimiter") or "")[:1],
        )  # fmt: skip
        self._read(sheet, None)

    def _read(self, sheet: Sheet, mapping: Mapping | None, coming: Incoming | None = None) -> None:
        """Read a file that has arrived, or the one that is here in another way."""
        path = coming.close() if coming else self._shelf.rows
        if path is None:
            return

        def work(progress: Progress) -> dict[str, Any]:
            return _looked_at(path, sheet, mapping, progress)

        def done(notes: dict[str, Any]) -> None:
            if coming:
                coming.keep()
            self._view = None
            self._shelf.note(**notes)
            self._tell_kept()

        def failed() -> None:
            if coming:
                coming.drop()

        name = coming.name if coming else str(self._shelf.notes().get("name", ""))
        self._start("reading", work, done, failed, name)

    def _start(
        self, what: str, work: Any, done: Any, failed: Any = lambda: None, name: str = ""
    ) -> None:
        self._stop(None, None)

        def ended(result: Any) -> None:
            if isinstance(result, Exception):
                failed()
                self.send({"kind": "ended", "stopped": isinstance(result, Stopped)})
            if isinstance(result, SurveyError):
                self._refuse(result.of(name) if name else result)
            elif isinstance(result, Exception) and not isinstance(result, Stopped):
                self.log.warning("survey desk: %r", result)
                known = isinstance(result, ValueError | StoreError)
                self._refuse(result if known else _unforeseen(result))
            elif not isinstance(result, Exception):
                try:
                    done(result)
                except OSError as error:
                    self._refuse(not_kept(error))
                self.send({"kind": "ended"})

        def tell(share: float) -> None:
            self.send({"kind": "working", "what": what, "share": share})

        tell(0)
        self._job = Job(work, tell, ended).start()

    def _stop(self, _message: Any, _buffers: Any) -> None:
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _tell_kept(self) -> None:
        self.send({"kind": "desk", **kept_state(self._shelf, self._session.lang)})

    def _notes(self) -> tuple[Mapping, Profile]:
        notes = self._shelf.notes()
        if "profile" not in notes or kept_state(self._shelf, self._session.lang)["trouble"]:
            raise SurveyError(_("There is no file here yet. Choose one first."))
        _name, mapping = in_language(notes, self._session.lang)
        return mapping, Profile.from_dict(notes["profile"])

    def _map(self, message: Any, _buffers: Any) -> None:
        _before, profile = self._notes()
        mapping = Mapping.model_validate({**message["mapping"], "confirmed": False})
        self._shelf.note(mapping=mapping.model_dump(mode="json"))
        self.send({"kind": "desk", **mapped_state(mapping, profile)})

    def _confirm(self, message: Any, _buffers: Any) -> None:
        _before, profile = self._notes()
        mapping = Mapping.model_validate({**message["mapping"], "confirmed": True})
        refuse_unready(mapping, profile)
        self._shelf.note(mapping=mapping.model_dump(mode="json"))
        self.send({"kind": "desk", **mapped_state(mapping, profile)})
        self._count(mapping, profile)

    def _show(self, _message: Any, _buffers: Any) -> None:
        """Bring the figures of a confirmed mapping back, after the page was opened again."""
        mapping, profile = self._notes()
        if self._view is not None:
            self.send({"kind": "figures", **self._view.offer()})
        elif mapping.confirmed and self._job is None:
            self._count(mapping, profile)

    def _count(self, mapping: Mapping, profile: Profile) -> None:
        notes, path = self._shelf.notes(), self._shelf.rows
        if path is None:
            return
        asked = notes.get("sheet", {})
        sheet = Sheet(asked.get("name") or "", asked.get("header"), asked.get("encoding") or "",
                      asked.get("delimiter") or "")  # fmt: skip

        def work(progress: Progress) -> View:
            return View.counted(
                open_table(path, sheet), mapping, profile, notes, self._session.lang, progress
            )

        def done(view: View) -> None:
            self._view = view
            self.send({"kind": "figures", **view.offer()})

        self._start("counting", work, done)

    def _panel(self, message: Any, _buffers: Any) -> None:
        if self._view is None:
            self._show(message, None)
            return
        self.send(
            {
                "kind": "panel",
                **self._view.panel(message["name"], message.get("wave"), self._session.load()[0]),
            }
        )

    def _fill(self, message: Any, _buffers: Any) -> None:
        if self._view is not None:
            title = fill(self._session, message["exercise"], self._view.desk(message.get("wave")))
            self.send({"kind": "filled", "exercise": message["exercise"], "title": title})

    def _gap(self, message: Any, _buffers: Any) -> None:
        if self._view is not None:
            desk = self._view.desk(message.get("wave"))
            name = take_gap(self._session, desk, message["panel"], message["column"])
            self.send({"kind": "taken", "column": message["column"], "name": name})

    def get_state(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the synced traits; the state as it is stored now."""
        state: dict[str, Any] = super().get_state(*args, **kwargs)
        if "state" in state:
            kept = kept_state(self._shelf, self._session.lang)
            state["state"] = {**state["state"], **kept}
        return state


def _looked_at(
    path: Path, sheet: Sheet, mapping: Mapping | None, progress: Progress
) -> dict[str, Any]:
    """Read a file once; return what is worth remembering of it."""
    table = open_table(path, sheet)
    profile = profile_of(table, progress)
    asked = {"header": sheet.header, "encoding": sheet.encoding, "delimiter": sheet.delimiter}
    return {
        "profile": profile.to_dict(),
        "mapping": (mapping or suggest(profile)).model_dump(mode="json"),
        "remarks": [vars(one) for one in table.remarks],
        "sheets": list(getattr(table, "sheets", ())),
        "sheet": {"name": getattr(table, "sheet", ""), **asked},
    }


def _unforeseen(error: Exception) -> SurveyError:
    return SurveyError(
        _("The file could not be worked through ({reason}). Save it as CSV (UTF-8) "
"and try that one."),
        reason=type(error).__name__,
    )  # fmt: skip


def survey_desk(session: Session | None = None) -> SurveyDesk:
    """Show the survey desk of a workbook: bring a file, map its columns, look at its figures.

    Parameters
    ----------
    session : Session, optional
        The workbook to work on; default: the one that `open_workbook` finds.
    """
    return SurveyDesk(session or page_session())
