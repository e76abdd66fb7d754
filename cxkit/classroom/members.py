"""Who is there, in a class: people who joined with a code and a PIN of their own."""

import json
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from jupyter_server.auth import User
from tornado import web
from traitlets import Dict

from cxkit.classroom.identity import CookieIdentity, Role
from cxkit.store import Member, Store, StoreError

if TYPE_CHECKING:
    from cxkit.classroom.app import CxVoila

DEVICE_DAYS = 180
"""So long a browser is known as one that its person has signed in with."""
SESSION_DAYS = 1.0
"""A session ends a day after sign-in at the latest; the PIN or the personal link begins another."""


class ClassIdentity(CookieIdentity):
    """The members of one class.

    Membership, role and session epoch are looked up with each request: a reset PIN, a closed class
    and an erased person take effect at once.
    """

    epochs = Dict(help="Session epoch of each person as it was last seen.")

    @property
    def app(self) -> "CxVoila":
        """The application, which knows the class and holds the open database."""
        return self.parent  # type: ignore[return-value]

    @property
    def store(self) -> Store:
        """The open database."""
        if self.app.store is None:
            raise RuntimeError("the application was made without a store")
        return self.app.store

    def get_user(self, handler: web.RequestHandler) -> User | None:
        member = self.member_of(handler)
        return None if member is None else _user(member)

    def role_of(self, handler: web.RequestHandler) -> Role | None:
        member = self.member_of(handler)
        return None if member is None else member.role

    def member_of(self, handler: web.RequestHandler) -> Member | None:
        """Return the member whose valid session a request belongs to."""
        if not hasattr(handler, "cx_member"):
            handler.cx_member = self._by_cookie(handler)  # type: ignore[attr-defined]
        return handler.cx_member  # type: ignore[attr-defined,no-any-return]

    def _by_cookie(self, handler: web.RequestHandler) -> Member | None:
        person, epoch = self.in_cookie(handler, SESSION_DAYS)
        member = self.store.classes.member(person) if isinstance(person, str) else None
        if member is None or (member.classroom, member.epoch) != (self.app.classroom, epoch):
            return None
        self.epochs[member.person] = member.epoch
        # When somebody was last here is a courtesy: a full disk must not lock the door for it.
        with suppress(StoreError):
            self.store.classes.seen(member)
        return member

    def sign_in(self, handler: web.RequestHandler, member: Member) -> None:
        """Begin a session."""
        self.cookie_options = {"samesite": "Lax", "expires_days": SESSION_DAYS}
        handler.cx_member = member  # type: ignore[attr-defined]
        self.set_login_cookie(handler, _user(member))
        if not self.device_of(handler, member.person):
            handler.set_signed_cookie(
                self._device_cookie(handler), f"{member.person} {secrets.token_hex(8)}",
                expires_days=DEVICE_DAYS, httponly=True, samesite="Lax",
                secure=self.app.is_secure, path=self.app.base_url,
            )  # fmt: skip

    def device_of(self, handler: web.RequestHandler, person: str) -> str:
        """Return the name of a browser by which this person has come before; empty for another.

        It opens nothing: it only keeps the person's own slips apart from a stranger's guesses.
        """
        raw = handler.get_signed_cookie(self._device_cookie(handler), max_age_days=DEVICE_DAYS)
        whose, _, device = (raw or b"").decode("ascii", "replace").partition(" ")
        return device if whose == person else ""

    def _device_cookie(self, handler: web.RequestHandler) -> str:
        return f"{self.get_cookie_name(handler)}-device"

    def user_to_cookie(self, user: User) -> str:
        member = self.store.classes.member(user.username)
        return json.dumps([user.username, member.epoch if member else 0])

    def sessions(self) -> dict[str, int]:
        """Return the epoch that everybody's sessions must have now."""
        return {one.person: one.epoch for one in self.store.classes.members(self.app.classroom)}

    def epoch_of(self, handler: web.RequestHandler) -> int | None:
        """Return the epoch of the session that a request came with."""
        member: Member | None = getattr(handler, "cx_member", None)
        return None if member is None else member.epoch


def _user(member: Member) -> User:
    return User(member.person, name=member.name, display_name=member.name)
