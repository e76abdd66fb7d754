"""The way in through a JupyterHub: it vouches for people, and this is a service that it manages.

The Hub is asked once, at sign-in (OAuth with its own library). After that a person has a session of
the class like everybody's: membership and role are looked up here, with each request, at once.
"""

from http import HTTPStatus
from typing import Any

from jupyter_server.auth.decorator import allow_unauthenticated
from tornado import web
from tornado.httputil import url_concat

from cxkit.classroom.entrance import EntrancePage
from cxkit.store import Role, StoreError

LEADERS = "instructors"
"""Members of this group of the Hub, and its administrators, are instructors."""


def role_in_hub(model: dict[str, Any]) -> Role:
    """Say what a person of the Hub is in the class.

    Examples
    --------
    >>> role_in_hub({"name": "anna", "groups": []})
    'participant'
    >>> role_in_hub({"name": "irene", "groups": ["instructors"]})
    'instructor'
    """
    leads = bool(model.get("admin")) or LEADERS in model.get("groups", ())
    return "instructor" if leads else "participant"


class HubPage(EntrancePage):
    """A page that talks to the Hub."""

    @property
    def hub(self) -> Any:
        """The Hub's OAuth, as the environment of a managed service describes it."""
        from jupyterhub.services.auth import HubOAuth  # late: optional, the Hub brings it

        return HubOAuth.instance()


class HubDoorHandler(HubPage):
    """Send somebody to the Hub to sign in."""

    @allow_unauthenticated
    def get(self) -> None:
        """Go there, with a state that only this browser can bring back."""
        hub = self.hub
        asked, verifier = {}, None
        if hub.pkce_enabled:
            verifier, challenge, method = hub.generate_pkce_code_challenge()
            asked = {"code_challenge": challenge, "code_challenge_method": method}
        asked["state"] = hub.set_state_cookie(self, next_url=self.onward(), code_verifier=verifier)
        self.redirect(url_concat(hub.login_url, asked))


class HubCallbackHandler(HubPage):
    """Come back from the Hub."""

    @allow_unauthenticated
    async def get(self) -> None:
        """Check the state, ask the Hub who it is, and begin a session of the class."""
        hub, state = self.hub, self.get_query_argument("state", "")
        code = self.get_query_argument("code", "")
        cookie = self.get_signed_cookie(hub.get_state_cookie_name(state)) or b""
        if not code or not state or cookie.decode("ascii", "replace") != state:
            raise web.HTTPError(HTTPStatus.FORBIDDEN, "the state is not that of this browser")
        onward, verifier = hub.get_next_url(state), hub.get_code_verifier(state)
        hub.clear_oauth_state(state)
        hub.clear_oauth_state_cookies(self)
        token = await hub.token_for_code(code, code_verifier=verifier, sync=False)
        model = await hub.user_for_token(token, use_cache=False, sync=False)
        if model is None or not hub.check_scopes(hub.access_scopes, model):
            self.note("refused by hub")
            raise web.HTTPError(HTTPStatus.FORBIDDEN, "the Hub does not let this person in")
        try:
            member = self.store.classes.admit_known(
                self.cx.classroom, model["name"], model["name"], role_in_hub(model)
            )
        except StoreError as error:
            raise web.HTTPError(HTTPStatus.FORBIDDEN, error.message("en")) from error
        self.let_in(member, "hub")
        self.redirect(onward)


class HubSignOutHandler(HubPage):
    """End the class's sessions of the person who asks, then those of the Hub."""

    def post(self) -> None:
        """Do it and go to the Hub's own sign-out."""
        self.store.classes.end_sessions(self.person)
        self.note("sign out", self.person)
        self.identity.clear_login_cookie(self)
        self.redirect(f"{self.hub.hub_prefix}logout", status=HTTPStatus.SEE_OTHER)
