"""A journey or KPI plan that was edited in a spreadsheet, brought back from home.

First the file is read and what it would change is shown; nothing is written. What is then taken
over is validated again, as anything that a page sends, and saved all or not at all.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path, PureWindowsPath
from typing import Any, Literal, get_args

from cxkit.classroom.exports import AT_WORK
from cxkit.classroom.workbooks import WorkbookHandler
from cxkit.core.answer import Answer
from cxkit.core.wording import exercise_ids, notebook_of, page_of
from cxkit.forms.session import Session
from cxkit.front import BringView, bring_page
from cxkit.language import Lang, translator
from cxkit.report import ReportError
from cxkit.report.imports.command import answers_from
from cxkit.report.imports.findings import ClashError
from cxkit.report.imports.preview import ExercisePreview, preview
from cxkit.report.imports.sheets import sheets_of
from cxkit.store import ChapterShut, Conflict
from cxkit.workbook import Workbook, WorkbookFileError

MOST_BYTES = 20_000_000
"""A larger file, or one that unpacks to more, is not read: others work on the same machine."""

Side = Literal["", "file", "workbook"]


@dataclass(frozen=True)
class _Read:
    """What a file holds: the answers that it changes, by exercise, and what they change."""

    answers: Mapping[str, Answer]
    told: list[ExercisePreview]


def _read(name: str, data: bytes, book: Workbook, lang: Lang, prefer: Side) -> _Read:
    sheets = sheets_of(Path(name), data, lang, MOST_BYTES)
    answers = answers_from(sheets, book, lang, path=name, prefer=prefer)
    return _Read(answers, preview(book, answers, lang))


class BringHandler(WorkbookHandler):
    """What a file would change."""

    async def post(self, workbook_id: str) -> None:
        """Read the file and show it; nothing is written."""
        session = Session(self.store, workbook_id, self.person, self.lang)
        book, stored = session.load()
        files = self.request.files.get("file", [])
        if not files or not files[0]["body"]:
            said = translator(self.lang)("No file was chosen. Choose an .xlsx or .csv file.")
            self._show(BringView(workbook_id, book.title, said), HTTPStatus.BAD_REQUEST)
            return
        # Some browsers on Windows send the whole path.
        name = PureWindowsPath(files[0]["filename"]).name[-80:]
        prefer = self.get_body_argument("prefer", "")
        side: Side = prefer if prefer in get_args(Side) else ""  # type: ignore[assignment]
        try:
            found = await self.cx.ioloop.run_in_executor(
                AT_WORK, _read, name, files[0]["body"], book, self.lang, side
            )
        except ReportError as error:
            clash = isinstance(error, ClashError)
            view = BringView(workbook_id, book.title, error.message, clash=clash)
            self._show(view, HTTPStatus.UNPROCESSABLE_ENTITY)
            return
        sent = {
            name: [answer.model_dump(mode="json"), stored[name].revision if name in stored else 0]
            for name, answer in found.answers.items()
        }
        view = BringView(workbook_id, book.title, told=found.told, sent=json.dumps(sent))
        self._show(view, HTTPStatus.OK)

    def _show(self, view: BringView, status: HTTPStatus) -> None:
        self.set_status(status)
        xsrf = self.xsrf_token.decode()
        self.say(bring_page(view, lang=self.lang, base=self.base_url, xsrf=xsrf))


class TakeOverHandler(WorkbookHandler):
    """What was shown is taken over."""

    def post(self, workbook_id: str) -> None:
        """Save all of it or nothing, and go where it is seen."""
        self.open_stored(workbook_id)
        try:
            values = _sent(self.get_body_argument("answers", ""), self.lang)
        except (ValueError, RecursionError, WorkbookFileError):
            said = translator(self.lang)("Nothing was taken over. Choose the file again.")
            self.show(said, HTTPStatus.BAD_REQUEST)
            return
        try:
            shut = {notebook_of(name) for name in values}
            self.store.save_all(workbook_id, values, person=self.person, chapters=shut)
        except Conflict:
            said = translator(self.lang)(
                "Somebody wrote there meanwhile; nothing was taken over. Choose the file again."
            )
            self.show(said, HTTPStatus.CONFLICT)
            return
        except ChapterShut as error:
            said = translator(self.lang)("Nothing was taken over. Choose the file again.")
            self.show(f"{error.for_page(self.lang)} {said}", HTTPStatus.LOCKED)
            return
        self.store.set_current(self.person, workbook_id)
        first = min(values, key=exercise_ids().index)
        self.go(f"voila/render/{self.lang}/{page_of(first)}")


def _sent(text: str, lang: Lang) -> dict[str, tuple[dict[str, Any], int]]:
    """Return what the page sent back: by exercise a valid value, and the revision it came from.

    Raises
    ------
    ValueError, RecursionError, WorkbookFileError
        When it is anything else.
    """
    sent = json.loads(text)
    if not isinstance(sent, dict) or not sent or not set(sent) <= set(exercise_ids()):
        raise ValueError(text[:80])
    revisions = {name: revision for name, (_, revision) in sent.items()}
    if not all(type(one) is int and one >= 0 for one in revisions.values()):
        raise ValueError(text[:80])
    answers = Workbook.check_values({name: value for name, (value, _) in sent.items()}, lang)
    return {
        name: (answer.model_dump(mode="json"), revisions[name]) for name, answer in answers.items()
    }
