"""Who is there: alone, whoever holds the token of the printed address, and then its cookie."""

import hmac
import json
import os
import secrets
from pathlib import Path
from typing import Any, Literal

from jupyter_core.paths import jupyter_data_dir
from jupyter_server.auth import IdentityProvider, User
from tornado import web
from traitlets import Unicode

from cxkit.store import OWNER

COOKIE_DAYS = 30


Role = Literal["owner", "participant", "instructor"]


class CookieIdentity(IdentityProvider):
    """A person who is known by a signed cookie.

    The cookie holds an id and a session epoch only; what the person may do is looked up each time.
    """

    @property
    def auth_enabled(self) -> bool:
        return True

    @property
    def login_available(self) -> bool:
        return False

    def get_handlers(self) -> list[tuple[str, object]]:
        return []

    def get_cookie_name(self, handler: web.RequestHandler) -> str:
        # Cookies do not tell ports apart, and two servers on one machine are two workbooks.
        port = (handler.request.host or "").rpartition(":")[2]
        return f"cxkit-{port}" if port.isdigit() else "cxkit"

    def in_cookie(self, handler: web.RequestHandler, days: float) -> tuple[object, object]:
        """Return the id and the epoch that the cookie proves; nothing when it proves nothing."""
        raw = handler.get_signed_cookie(self.get_cookie_name(handler), max_age_days=days)
        try:
            person, epoch = json.loads(raw or b"null")
        except (ValueError, TypeError):
            return None, None
        return person, epoch

    def role_of(self, handler: web.RequestHandler) -> Role | None:
        """Return what the person who asks is here; None for a stranger."""
        raise NotImplementedError

    def is_token_authenticated(self, handler: web.RequestHandler) -> bool:
        # A token in the address never replaces the check against forged requests.
        return False

    def get_token(self, handler: web.RequestHandler) -> Any:
        return None


class OwnerIdentity(CookieIdentity):
    """One person, who proves it with the token once and with a signed cookie after that."""

    epoch = Unicode("1", help="Cookies of another epoch are refused.").tag(config=True)

    def get_user(self, handler: web.RequestHandler) -> User | None:
        known: User | None = getattr(handler, "_jupyter_current_user", None)
        if known is None:
            known = self._by_cookie(handler) or self._by_token(handler)
        return known

    def role_of(self, handler: web.RequestHandler) -> Role | None:
        return "owner" if self.get_user(handler) else None

    def _by_token(self, handler: web.RequestHandler) -> User | None:
        given = handler.get_query_argument("token", "")
        if handler.request.method != "GET" or not hmac.compare_digest(
            given.encode(), str(self.token).encode()
        ):
            return None
        user = User(OWNER)
        self.cookie_options = {"samesite": "Lax", "expires_days": COOKIE_DAYS}
        self.set_login_cookie(handler, user)
        return user

    def _by_cookie(self, handler: web.RequestHandler) -> User | None:
        return User(OWNER) if self.in_cookie(handler, COOKIE_DAYS) == (OWNER, self.epoch) else None

    def user_to_cookie(self, user: User) -> str:
        return json.dumps([user.username, self.epoch])


def cookie_secret() -> bytes:
    """Return this person's secret for signing cookies, kept so that a restart keeps the session."""
    path = Path(jupyter_data_dir()) / "cxkit_cookie_secret"
    try:
        found = path.read_bytes()
        if len(found) >= 32:
            return found
    except OSError:
        pass
    made = secrets.token_bytes(32)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(made)
    except OSError:
        return made  # a home that cannot be written costs a new sign-in after each start, no more
    return made
