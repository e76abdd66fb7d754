"""What instructors do with other people's work: read it, comment on it, take it along; the vote."""

import io
import zipfile
from http import HTTPStatus

from tornado import web

from cxkit.classroom.entrance import EntrancePage
from cxkit.core.exercise import find_exercise
from cxkit.core.wording import exercise_ids
from cxkit.front.classroom import Ballot, ReadView, read_page, vote_page
from cxkit.front.names import file_name
from cxkit.instructor.figures import known_obstacles
from cxkit.instructor.ledger import ledger
from cxkit.instructor.roster import Roster
from cxkit.language import Lang, translator
from cxkit.report import report_html
from cxkit.store import StoreError
from cxkit.workbook import Progress, Workbook, chapter_plans

VOTE = "obstacles"
BUDGET = 5
"""Dots that each person has to give."""


def progress_words(lang: Lang) -> dict[Progress, str]:
    """How far an exercise is, in words."""
    tr = translator(lang)
    return {
        Progress.EMPTY: tr("not begun"),
        Progress.BEGUN: tr("begun"),
        Progress.ATTENTION: tr("needs attention"),
        Progress.COMPLETE: tr("complete"),
    }


class ReadHandler(EntrancePage):
    """One exercise of a participant's workbook."""

    async def get(self, workbook: str, exercise: str = "") -> None:
        """Draw it."""
        chosen = exercise or self.get_query_argument("exercise", "")
        if chosen not in exercise_ids():
            raise web.HTTPError(HTTPStatus.NOT_FOUND)
        if not exercise:
            self.redirect(f"{self.base_url}class/read/{workbook}/{chosen}")
            return
        try:
            view = await self.cx.ioloop.run_in_executor(None, self._view, workbook, chosen)
        except StoreError as error:
            raise web.HTTPError(HTTPStatus.NOT_FOUND) from error
        self.note("read", self.person, f"{workbook} {chosen}")
        xsrf = self.xsrf_token.decode()
        self.say(read_page(view, lang=self.lang, base=self.base_url, xsrf=xsrf))

    def _view(self, workbook: str, exercise: str) -> ReadView:
        store, lang, person = self.store, self.lang, self.person
        info = store.workbook(workbook, person=person)
        stored = store.answers(workbook, person=person)
        values = {name: entry.value for name, entry in stored.items()}
        book = Workbook.from_values(info.title, "it" if info.lang == "it" else "en", values)
        words = progress_words(lang)
        seats = store.teams.seats(self.cx.classroom, by=person)
        ordered = [one for plan in chapter_plans() for one in plan.exercises]
        kept = stored.get(exercise)
        return ReadView(
            workbook,
            info.title,
            exercise,
            find_exercise(exercise).wording.title.in_(lang),
            [name for _, name in store.teams.people(workbook, person=person)],
            words[book.progress(exercise)],
            kept.saved_at if kept else None,
            book.picture(exercise, lang).html,
            [one.worded(exercise, lang) for one in book.advice(exercise, lang)],
            store.talk.comments(workbook, exercise, person=person),
            [
                (one.id, one.wording.title.in_(lang), words[book.progress(one.id)])
                for one in ordered
            ],
            list({seat.workbook: (seat.workbook, seat.name) for seat in seats if seat.workbook}
                 .values()),
        )  # fmt: skip


class ClassExportHandler(EntrancePage):
    """The whole class as a zip: a report for each workbook, and a table of who is where."""

    async def get(self) -> None:
        """Send it."""
        data = await self.cx.ioloop.run_in_executor(None, self._zip)
        self.note("export", self.person)
        self.set_header("Content-Type", "application/zip")
        name = file_name(self.room.name, "zip")
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(data)

    def _zip(self) -> bytes:
        lang = self.lang
        roster = Roster(self.store, self.cx.classroom, self.person, lang)
        rows = roster.rows()
        dots, _ = self.store.talk.dots(self.cx.classroom, VOTE)
        comments = {
            workbook: self.store.talk.comments(workbook, person=self.person)
            for workbook in roster.books
        }
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("class.xlsx", ledger(rows, comments, dots, lang))
            for row in rows:
                book = roster.books.get(row.seat.workbook or "")
                if book is not None:
                    name = file_name(f"{row.seat.name} {row.seat.person[:6]}", "html")
                    archive.writestr(f"reports/{name}", report_html(book, lang=lang))
        return written.getvalue()


class VoteHandler(EntrancePage):
    """Dot voting on the obstacles."""

    def get(self) -> None:
        """Show the ballot."""
        self._show()

    def post(self) -> None:
        """Count the dots; too many of them change nothing."""
        dots = {}
        for item in known_obstacles(self.lang):
            given = self.get_body_argument(item, "0")[:4]
            dots[item] = int(given) if given.isascii() and given.isdigit() else 0
        if sum(dots.values()) > BUDGET:
            said = translator(self.lang)("That is {n} dots; you have {budget}. Take some back.")
            self.set_status(HTTPStatus.BAD_REQUEST)
            self._show(said.format(n=sum(dots.values()), budget=BUDGET))
            return
        kept = {item: n for item, n in dots.items() if n}
        self.store.talk.vote(VOTE, kept, person=self.person)
        self._show(thanks=True)

    def _show(self, message: str = "", *, thanks: bool = False) -> None:
        given = self.store.talk.my_dots(VOTE, person=self.person)
        names = known_obstacles(self.lang)
        ballot = Ballot(self.room.name, names, given, BUDGET, message, thanks)
        xsrf = self.xsrf_token.decode()
        self.say(vote_page(ballot, lang=self.lang, base=self.base_url, xsrf=xsrf))
