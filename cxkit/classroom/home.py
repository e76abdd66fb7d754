"""Home: the programme map, progress, and the workbooks."""

from collections.abc import Mapping

from cxkit.classroom.page import Page
from cxkit.forms.example import sample, sample_cases
from cxkit.forms.session import Session, readable
from cxkit.front import HomeView, RoomView, home_page
from cxkit.language import LANGS
from cxkit.store import Stored
from cxkit.workbook import Workbook


class HomeHandler(Page):
    """The page at ``/``."""

    def get(self) -> None:
        """Show home; a token or a language in the address is taken and then taken out of it."""
        asked = self.get_query_argument("lang", "")
        if asked in LANGS:
            self.remember_lang(self.lang)
        if asked or self.get_query_argument("token", ""):
            self.redirect(self.base_url)
            return
        self.show()

    head = get

    def show(self, message: str = "", status: int = 200) -> None:
        """Draw home, with a message above it when something was refused."""
        lang, store, person = self.lang, self.store, self.person
        current = store.current_workbook(person)
        book: Workbook | None = None
        stored: Mapping[str, Stored] = {}
        if current is not None:
            current = readable(current, lang)
            book, stored = Session(store, current.id, person, lang).load()
        cases = [(case, sample(case, lang).title) for case in sample_cases()]
        self.set_status(status)
        books = [readable(info, lang) for info in store.workbooks(person)]
        view = HomeView(current, book, stored, books, cases, message, self._room())
        xsrf = self.xsrf_token.decode()
        self.say(home_page(view, lang=lang, base=self.base_url, xsrf=xsrf))

    def _room(self) -> RoomView | None:
        if not self.cx.classroom:
            return None
        classes, person = self.store.classes, self.person
        room, member = classes.get(self.cx.classroom), classes.member(person)
        mine = {info.id for info in self.store.workbooks(person)}
        return RoomView(
            room.name,
            member.name if member else "",
            self.cx.role_of(self) == "instructor",
            classes.locked(room.id),
            [
                (info, names, info.id in mine)
                for info, names in self.store.teams.all(room.id, person=person)
            ],
            self.cx.by_hub,
        )
