"""A workbook in one of the formats of ``cxkit export``, downloaded from home."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from http import HTTPStatus

from tornado import web

from cxkit.classroom.workbooks import WorkbookHandler
from cxkit.front import file_name
from cxkit.language import as_lang
from cxkit.report import ReportError
from cxkit.report.request import Request
from cxkit.report.writers import FORMATS

OFFERED = ("html", "pdf", "pptx", "docx", "xlsx", "md", "zip")
"""The formats that home offers, in this order."""

AT_WORK = ThreadPoolExecutor(max_workers=2, thread_name_prefix="export")
"""A class of forty may ask at once: two are made at a time, and of PDFs one is printed."""


class ExportHandler(WorkbookHandler):
    """One workbook in one format."""

    async def get(self, workbook_id: str, to: str) -> None:  # type: ignore[override]
        """Send it; where it cannot be made, say why."""
        if to not in OFFERED:
            raise web.HTTPError(HTTPStatus.NOT_FOUND)
        book = self.open_stored(workbook_id)
        lang = as_lang(self.get_query_argument("report", ""), self.lang)
        request = Request(
            book,
            lang,
            date.today(),  # noqa: DTZ011 (the reader's day)
            lessons=False,
            answers=to != "pdf",
            comfort=True,
        )
        try:
            made = await self.cx.ioloop.run_in_executor(AT_WORK, FORMATS[to].write, request)
        except ReportError as error:
            self._refuse(error.message)
            return
        if not isinstance(made, bytes):
            raise TypeError(f"{to!r} is more than one file")
        self.set_header("Content-Type", FORMATS[to].media_type)
        name = file_name(book.title, to)
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(made)

    def _refuse(self, sentence: str) -> None:
        """Say on home what is missing, or to the page's script alone."""
        if self.request.headers.get("Accept") != "text/plain":
            self.show(sentence, HTTPStatus.SERVICE_UNAVAILABLE)
            return
        self.set_status(HTTPStatus.SERVICE_UNAVAILABLE)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(sentence)
