"""The way into a class: code, name and PIN; a personal link; the instructor's password."""

import asyncio
import functools
import hmac
import math
import re
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import urlencode

from jupyter_server.auth.decorator import allow_unauthenticated

from cxkit.classroom.address import client_address
from cxkit.classroom.members import ClassIdentity
from cxkit.classroom.page import Page
from cxkit.classroom.rules import canonical
from cxkit.front.entrance import JoinView, join_page, joined_page, resume_page, teach_page
from cxkit.language import translator
from cxkit.store import ClassInfo, Member, StoreError
from cxkit.store.secrets import hashed, matches

T = TypeVar("T")

PIN = re.compile(r"[0-9]{4,12}")
_RUNS = ("0123456789", "9876543210")
NAME_LENGTH = 80
WRONG = HTTPStatus.FORBIDDEN
WAIT = HTTPStatus.TOO_MANY_REQUESTS


def weak_pin(pin: str) -> bool:
    """Say whether a PIN is the first that anybody would try.

    Examples
    --------
    >>> weak_pin("1234"), weak_pin("7777"), weak_pin("2706")
    (True, True, False)
    """
    return len(set(pin)) == 1 or any(pin in run for run in _RUNS)


class EntrancePage(Page):
    """A page in front of the door."""

    @property
    def identity(self) -> ClassIdentity:
        """The class's sign-in."""
        return self.cx.identity_provider  # type: ignore[no-any-return]

    @property
    def room(self) -> ClassInfo:
        """The class that is served, as it is now."""
        return self.store.classes.get(self.cx.classroom)

    @property
    def address(self) -> str:
        """Where the request comes from."""
        return client_address(self, behind_proxy=self.cx.public is not None)

    def onward(self) -> str:
        """Return where the visitor wanted to go, when it is a page of ours; else home."""
        asked = self.get_argument("next", "")
        path, _, _ = asked.partition("#")
        path, _, _ = path.partition("?")
        safe = canonical(path) is not None and path.startswith(self.base_url)
        return asked if safe and not asked.startswith("//") else self.base_url

    def note(self, action: str, person: str | None = None, detail: str = "") -> None:
        """Write a line into the log.

        On a full disk nobody can write one, and people must still come in to read and to take
        their work along: the line then goes to what the server prints.
        """
        try:
            self.store.log.note(
                action, classroom=self.cx.classroom, person=person, address=self.address,
                detail=detail,
            )  # fmt: skip
        except StoreError as error:
            self.log.warning("not logged: %s %s %s: %s", action, person, self.address, error)

    def seconds_to_wait(self, name: str = "") -> int:
        """Return how long this visitor has to wait before another try."""
        return self.cx.doorkeeper.seconds(self.address, name)

    def count_try(self, name: str = "") -> None:
        """Count a try that is still to be judged, or a wrong one."""
        self.cx.doorkeeper.tries(self.address, name)

    def wait_sentence(self, seconds: int) -> str:
        """Say how long to wait."""
        tr = translator(self.lang)
        if seconds <= 90:
            return tr("Too many tries. Wait {n} seconds and try again.").format(n=seconds)
        minutes = math.ceil(seconds / 60)
        return tr("Too many tries. Wait {n} minutes and try again.").format(n=minutes)

    async def slowly(self, work: "functools.partial[T]") -> T:
        """Do slow work off the event loop."""
        return await asyncio.get_running_loop().run_in_executor(None, work)

    def let_in(self, member: Member, action: str) -> None:
        """Begin a session."""
        self.identity.sign_in(self, member)
        self.note(action, member.person)


class JoinHandler(EntrancePage):
    """Code, name and PIN: the first time they make a place in the class, later they open it."""

    @allow_unauthenticated
    def get(self) -> None:
        """Show the form; a code in the address fills it in."""
        if self.identity.member_of(self):
            self.redirect(self.onward())
            return
        self.show_form("")

    @allow_unauthenticated
    async def post(self) -> None:
        """Let the person in, or say what is wrong."""
        code = re.sub(r"[\s-]", "", self.get_body_argument("code", "")).upper()
        name = " ".join(self.get_body_argument("name", "").split())[:NAME_LENGTH]
        pin = re.sub(r"\s", "", self.get_body_argument("pin", ""))
        tr, room = translator(self.lang), self.room
        seconds = self.seconds_to_wait()
        if seconds:
            self.show_form(self.wait_sentence(seconds), WAIT)
        elif not hmac.compare_digest(code.encode(), room.code.encode()):
            self.count_try()
            self.note("wrong code")
            self.show_form(tr("This is not the code of this class. Ask the instructor."), WRONG)
        elif not name:
            self.show_form(tr("Write your name."), HTTPStatus.BAD_REQUEST)
        else:
            await self._enter(room, name, pin)

    async def _enter(self, room: ClassInfo, name: str, pin: str) -> None:
        known = self.store.classes.credentials(room.id, name)
        if known is None:
            await self._join(room, name, pin)
            return
        member, kept = known
        tr, key = translator(self.lang), self._tried(member)
        seconds = self.seconds_to_wait(key)
        if seconds:
            self.show_form(self.wait_sentence(seconds), WAIT)
            return
        self.count_try(key)
        pupil = member.role == "participant"
        if not pupil or not await self.slowly(functools.partial(matches, pin, kept)):
            self.note("wrong pin", member.person)
            said = tr(
                "Somebody of this name is in the class already, with another PIN. If that is "
                "you, try your PIN again or ask the instructor for a new one; otherwise add your "
                "surname."
            )
            self.show_form(said, WRONG)
            return
        self.cx.doorkeeper.was_right(self.address, key)
        if room.closed_at is not None:
            self.show_form(tr("This class is closed. Ask its instructor."), WRONG)
        else:
            self.let_in(member, "sign in")
            self.redirect(self.onward(), status=HTTPStatus.SEE_OTHER)

    def _tried(self, member: Member) -> str:
        """Return what wrong PINs are counted by.

        A browser that its person has signed in with before has tries of its own: guesses from
        elsewhere would otherwise lock that person out.
        """
        device = self.identity.device_of(self, member.person)
        return f"{member.person} {device}"

    async def _join(self, room: ClassInfo, name: str, pin: str) -> None:
        tr = translator(self.lang)
        if not PIN.fullmatch(pin):
            said = tr("Choose a PIN of 4 to 12 digits; it opens your workbook next time.")
            self.show_form(said, HTTPStatus.BAD_REQUEST)
            return
        if weak_pin(pin):
            said = tr("Anybody would try {pin} first. Choose another PIN.").format(pin=pin)
            self.show_form(said, HTTPStatus.BAD_REQUEST)
            return
        seconds = self.cx.doorkeeper.joining(self.address)
        if seconds:
            self.show_form(self.wait_sentence(seconds), WAIT)
            return
        secret = await self.slowly(functools.partial(hashed, pin))
        try:
            entered = self.store.classes.join(room.id, name, secret=secret)
        except StoreError as error:
            self.show_form(error.for_page(self.lang), HTTPStatus.CONFLICT)
            return
        self.let_in(entered.member, "join")
        link = f"{self.cx.public_url}resume/{entered.link}"
        self.say(
            joined_page(room.name, name, link, self.onward(), lang=self.lang, base=self.base_url)
        )

    def show_form(self, message: str, status: int = HTTPStatus.OK) -> None:
        """Draw the form with what was typed, except the PIN."""
        self.set_status(status)
        view = JoinView(
            self.room.name,
            code=self.get_argument("code", "")[:20],
            name=self.get_body_argument("name", "")[:NAME_LENGTH],
            onward=self.get_argument("next", "")[:500],
            message=message,
            keep_days=self.room.keep_days,
            is_closed=self.room.closed_at is not None,
        )
        xsrf = self.xsrf_token.decode()
        self.say(join_page(view, lang=self.lang, base=self.base_url, xsrf=xsrf))


class ResumeHandler(EntrancePage):
    """A personal link. It asks for one click, so that a mail program's preview signs nobody in."""

    @allow_unauthenticated
    def get(self, token: str) -> None:
        """Ask whether to go on."""
        seconds = self.seconds_to_wait()
        message = self.wait_sentence(seconds) if seconds else ""
        self._show(message, WAIT if seconds else HTTPStatus.OK)

    @allow_unauthenticated
    def post(self, token: str) -> None:
        """Let the person in."""
        tr, room = translator(self.lang), self.room
        seconds = self.seconds_to_wait()
        member = None if seconds else self.store.classes.by_link(room.id, token)
        if seconds:
            self._show(self.wait_sentence(seconds), WAIT)
        elif member is None:
            self.count_try()
            self.note("wrong link")
            said = tr("This link does not work any more. Enter with the class code and your PIN.")
            self._show(said, WRONG)
        elif room.closed_at is not None and member.role == "participant":
            self._show(tr("This class is closed. Ask its instructor."), WRONG)
        else:
            self.let_in(member, "link")
            self.redirect(self.base_url, status=HTTPStatus.SEE_OTHER)

    def _show(self, message: str, status: int) -> None:
        self.set_status(status)
        xsrf = self.xsrf_token.decode()
        self.say(
            resume_page(self.room.name, message, lang=self.lang, base=self.base_url, xsrf=xsrf)
        )


class TeachHandler(EntrancePage):
    """The instructor's door."""

    @allow_unauthenticated
    def get(self) -> None:
        """Show the form."""
        if self.identity.role_of(self) == "instructor":
            self.redirect(self.onward())
            return
        self._show("", HTTPStatus.OK)

    @allow_unauthenticated
    async def post(self) -> None:
        """Let the instructor in, or say what is wrong."""
        given = self.get_body_argument("password", "")[:200].strip()
        # By address only: nobody guesses 79 bits, and a count by name would let any stranger keep
        # the instructor out.
        seconds = self.seconds_to_wait()
        if seconds:
            self._show(self.wait_sentence(seconds), WAIT)
            return
        self.count_try()
        for member in self.store.classes.members(self.cx.classroom, "instructor"):
            found = self.store.classes.credentials(self.cx.classroom, member.name)
            kept = found[1] if found else ""
            if await self.slowly(functools.partial(matches, given, kept)):
                self.cx.doorkeeper.was_right(self.address)
                self.let_in(member, "instructor")
                self.redirect(self.onward(), status=HTTPStatus.SEE_OTHER)
                return
        self.note("wrong password")
        said = translator(self.lang)(
            "This is not the password. It was printed when the class was first opened; "
            "“cxkit class reset-password” makes another."
        )
        self._show(said, WRONG)

    def _show(self, message: str, status: int) -> None:
        self.set_status(status)
        xsrf = self.xsrf_token.decode()
        onward = self.get_argument("next", "")[:500]
        self.say(
            teach_page(
                self.room.name, message, onward, lang=self.lang, base=self.base_url, xsrf=xsrf
            )
        )


class SignOutHandler(EntrancePage):
    """End every session of the person who asks."""

    def post(self) -> None:
        """Do it and go to the entrance."""
        self.store.classes.end_sessions(self.person)
        self.note("sign out", self.person)
        self.identity.clear_login_cookie(self)
        self.redirect(self.base_url + "join", status=HTTPStatus.SEE_OTHER)


def way_in(base: str, wanted: str, door: str = "join") -> str:
    """Return the address of the entrance, which remembers where somebody wanted to go."""
    return f"{base}{door}" if wanted == base else f"{base}{door}?{urlencode({'next': wanted})}"
