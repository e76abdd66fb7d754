"""What an instructor decides about the class: its end, how long it is kept, who is in it."""

import secrets
from functools import partial
from http import HTTPStatus

from tornado import web

from cxkit.classroom.entrance import NAME_LENGTH, EntrancePage
from cxkit.forms.desk.state import sweep_surveys
from cxkit.front.managing import ManageView, manage_page
from cxkit.language import translator
from cxkit.store import Member, StoreError
from cxkit.store.secrets import hashed

PIN_DIGITS = 6


class ManagePage(EntrancePage):
    """The page, and what was done or refused above it."""

    def get(self) -> None:
        """Draw it."""
        self.show()

    def show(
        self, message: str = "", *, refused: bool = False, pin: str = "", of: str = ""
    ) -> None:
        """Draw it with a message."""
        store, room = self.store, self.room
        me = store.classes.member(self.person)
        view = ManageView(
            room, store.retention.of(room.id), store.classes.members(room.id, "participant"),
            me.name if me else "", self.cx.by_hub, message, refused, pin, of,
        )  # fmt: skip
        xsrf = self.xsrf_token.decode()
        self.say(manage_page(view, lang=self.lang, base=self.base_url, xsrf=xsrf))


class ManageHandler(ManagePage):
    """Close, open again, set the period, sign with another name."""

    def post(self, deed: str) -> None:
        """Do it and show the page, or say above it why not."""
        try:
            {"close": self._close, "reopen": self._reopen, "keep": self._keep, "name": self._name}[
                deed
            ]()
        except StoreError as error:
            self.set_status(HTTPStatus.CONFLICT)
            self.show(error.for_page(self.lang), refused=True)
            return
        self.redirect(f"{self.base_url}class/manage", status=HTTPStatus.SEE_OTHER)

    def _close(self) -> None:
        self.store.classes.close(self.cx.classroom, by=self.person)
        self.note("close", self.person)

    def _reopen(self) -> None:
        self.store.classes.reopen(self.cx.classroom, by=self.person)
        self.note("reopen", self.person)

    def _keep(self) -> None:
        given = self.get_body_argument("days", "")[:6]
        days = int(given) if given.isascii() and given.isdigit() else -1
        self.store.retention.keep(self.cx.classroom, days or None, by=self.person)
        self.note("keep", self.person, str(days))

    def _name(self) -> None:
        if self.cx.by_hub:
            raise web.HTTPError(HTTPStatus.NOT_FOUND)
        given = " ".join(self.get_body_argument("name", "").split())[:NAME_LENGTH]
        self.store.classes.rename(self.person, given)


class ManagePersonHandler(ManagePage):
    """A new PIN for a participant, or the end of all that is kept of them."""

    async def post(self, deed: str, person: str) -> None:
        """Do it and say so."""
        member = self.store.classes.member(person)
        if member is None or (member.classroom, member.role) != (self.cx.classroom, "participant"):
            raise web.HTTPError(HTTPStatus.NOT_FOUND)
        if deed == "pin" and not self.cx.by_hub:
            await self._new_pin(member)
        elif deed == "erase" and self.get_body_argument("sure", "") == "yes":
            await self.slowly(partial(self._erase, member))
            said = translator(self.lang)("{name} was erased, with everything they wrote.")
            self.note("erase", self.person)
            self.show(said.format(name=member.name))
        else:
            raise web.HTTPError(HTTPStatus.BAD_REQUEST)

    async def _new_pin(self, member: Member) -> None:
        pin = f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}d}"
        secret = await self.slowly(partial(hashed, pin))
        self.store.classes.set_secret(member.person, secret)
        self.note("reset pin", member.person)
        self.show(pin=pin, of=member.name)

    def _erase(self, member: Member) -> None:
        self.store.privacy.erase(member.person)
        sweep_surveys(self.store)
