"""What people do with whole workbooks: make, open, bring in, rename, delete, take along."""

from http import HTTPStatus

from tornado import web

from cxkit.classroom.home import HomeHandler
from cxkit.forms.desk.state import sweep_surveys
from cxkit.forms.example import sample, sample_cases
from cxkit.forms.session import Session
from cxkit.front import file_name
from cxkit.language import LANGS, Lang, as_lang, translator
from cxkit.report import report_html
from cxkit.workbook import Workbook, WorkbookFileError, default_title


class WorkbookHandler(HomeHandler):
    """A request about workbooks; what is refused is said on home."""

    def go(self, place: str = "") -> None:
        """Go on to a page after something was done, so that reloading does not do it again."""
        self.redirect(self.base_url + place, status=HTTPStatus.SEE_OTHER)

    def keep(self, book: Workbook, lang: Lang) -> None:
        """Store a workbook and open it."""
        info = self.store.create_workbook(
            book.title, lang, person=self.person, case=book.case or None, answers=book.values()
        )
        self.store.set_current(self.person, info.id)

    def open_stored(self, workbook_id: str) -> Workbook:
        """Return a stored workbook of this person."""
        return Session(self.store, workbook_id, self.person, self.lang).load()[0]


class NewHandler(WorkbookHandler):
    """A new workbook: empty, or from a sample case."""

    def post(self) -> None:
        """Make it and go to the first chapter."""
        title = " ".join(self.get_body_argument("title", "").split())[:200]
        case = self.get_body_argument("case", "")
        lang = self.lang
        if case and case not in sample_cases():
            raise web.HTTPError(HTTPStatus.BAD_REQUEST)
        if case:
            self.keep(sample(case, lang), lang)
            self.go()
        else:
            self.keep(Workbook(title or default_title(lang), lang), lang)
            self.go(f"voila/render/{lang}/00-start.ipynb")


class ImportHandler(WorkbookHandler):
    """A workbook from a file."""

    def post(self) -> None:
        """Read the file; a file that is refused changes nothing."""
        files = self.request.files.get("file", [])
        if not files or not files[0]["body"]:
            said = translator(self.lang)("No file was chosen. Choose a *.cxworkbook.json file.")
            self.show(said, HTTPStatus.BAD_REQUEST)
            return
        try:
            book = Workbook.from_json(files[0]["body"], lang=self.lang)
        except WorkbookFileError as error:
            self.show(str(error), HTTPStatus.BAD_REQUEST)
            return
        self.keep(book, book.lang)
        self.go()


class ActionHandler(WorkbookHandler):
    """Open, rename or delete one workbook."""

    def post(self, workbook_id: str, action: str) -> None:
        """Do it and go home."""
        store, person = self.store, self.person
        store.workbook(workbook_id, person=person)
        if action == "open":
            store.set_current(person, workbook_id)
        elif action == "delete":
            store.delete_workbook(workbook_id, person=person)
            sweep_surveys(store)
        else:
            title = " ".join(self.get_body_argument("title", "").split())[:200]
            if title:
                store.rename_workbook(workbook_id, title, person=person)
            written = self.get_body_argument("lang", "")
            if written in LANGS:
                store.set_language(workbook_id, written, person=person)
        self.go()


class DownloadHandler(WorkbookHandler):
    """The workbook's file."""

    def get(self, workbook_id: str) -> None:  # type: ignore[override]
        """Send ``*.cxworkbook.json``."""
        book = self.open_stored(workbook_id)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        name = file_name(book.title, "cxworkbook.json")
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(book.to_json())


class ReportHandler(WorkbookHandler):
    """The workbook's report."""

    async def get(self, workbook_id: str) -> None:  # type: ignore[override]
        """Send the report as one HTML file, in the page's language."""
        book = self.open_stored(workbook_id)
        lang = as_lang(self.get_query_argument("report", ""), self.lang)
        advice = self.get_query_argument("advice", "yes") == "yes"
        html = await self.cx.ioloop.run_in_executor(
            None, lambda: report_html(book, lang=lang, advice=advice)
        )
        self.set_header("Content-Type", "text/html; charset=utf-8")
        name = file_name(book.title, "html")
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(html)
