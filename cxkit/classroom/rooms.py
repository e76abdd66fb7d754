"""What a class adds to the application: its doors, its people's own data, its teams."""

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from jupyter_server.utils import url_path_join
from tornado import web

from cxkit.classroom.entrance import (
    EntrancePage,
    JoinHandler,
    ResumeHandler,
    SignOutHandler,
    TeachHandler,
)
from cxkit.classroom.hub import HubCallbackHandler, HubDoorHandler, HubSignOutHandler
from cxkit.classroom.live import LiveHandler
from cxkit.classroom.managing import ManageHandler, ManagePage, ManagePersonHandler
from cxkit.classroom.reading import ClassExportHandler, ReadHandler, VoteHandler
from cxkit.core.wording import exercise_ids
from cxkit.front.entrance import invitation_page, joined_page
from cxkit.front.names import file_name

if TYPE_CHECKING:
    from cxkit.classroom.app import CxVoila


def class_handlers(app: "CxVoila", base: str) -> list[tuple[str, Any, dict[str, Any]]]:
    """Return the routes of a class."""
    page = {"app": app}
    doors: list[tuple[str, Any]] = [
        (r"/join", JoinHandler),
        (r"/resume/([^/]+)", ResumeHandler),
        (r"/teach", TeachHandler),
        (r"/sign-out", SignOutHandler),
        (r"/me/link", MyLinkHandler),
        (r"/class/invitation", InvitationHandler),
    ]
    if app.by_hub:
        doors = [
            (r"/hub", HubDoorHandler),
            (r"/oauth_callback", HubCallbackHandler),
            (r"/sign-out", HubSignOutHandler),
        ]
    routes: list[tuple[str, Any]] = [
        *doors,
        (r"/me/data", MyDataHandler),
        (r"/teams", NewTeamHandler),
        (r"/teams/([^/]+)/(join|leave)", TeamHandler),
        (r"/live/([^/]+)", LiveHandler),
        (r"/comments/([^/]+)/([^/]+)", CommentHandler),
        (r"/vote", VoteHandler),
        (r"/class/export", ClassExportHandler),
        (r"/class/manage", ManagePage),
        (r"/class/manage/(close|reopen|keep|name)", ManageHandler),
        (r"/class/manage/(pin|erase)/([^/]+)", ManagePersonHandler),
        (r"/class/read/([^/]+)", ReadHandler),
        (r"/class/read/([^/]+)/([^/]+)", ReadHandler),
    ]
    return [(url_path_join(base, path), handler, page) for path, handler in routes]


class MyDataHandler(EntrancePage):
    """Everything that is stored about the person who asks."""

    def get(self) -> None:
        """Send it as JSON."""
        told = self.store.privacy.everything(self.person)
        self.note("data", self.person)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        name = file_name(told["name"], "json")
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(json.dumps(told, ensure_ascii=False, indent=2))


class MyLinkHandler(EntrancePage):
    """A fresh personal link; the old one ends."""

    def post(self) -> None:
        """Make it and show it, this once."""
        link = f"{self.cx.public_url}resume/{self.store.classes.new_link(self.person)}"
        self.note("new link", self.person)
        member = self.identity.member_of(self)
        name = member.name if member else ""
        lang, base = self.lang, self.base_url
        self.say(joined_page(self.room.name, name, link, base, lang=lang, base=base))


class NewTeamHandler(EntrancePage):
    """A team's workbook."""

    def post(self) -> None:
        """Make it and open it."""
        title = " ".join(self.get_body_argument("title", "").split())[:200]
        if title:
            made = self.store.teams.create(self.cx.classroom, title, self.lang, person=self.person)
            self.store.set_current(self.person, made.id)
            self.note("new team", self.person, title)
        self.redirect(self.base_url, status=HTTPStatus.SEE_OTHER)


class TeamHandler(EntrancePage):
    """Join or leave a team."""

    def post(self, workbook: str, action: str) -> None:
        """Do it and go home."""
        if action == "join":
            self.store.teams.join(workbook, person=self.person)
            self.store.set_current(self.person, workbook)
        else:
            self.store.teams.leave(workbook, person=self.person)
        self.note(f"{action} team", self.person)
        self.redirect(self.base_url, status=HTTPStatus.SEE_OTHER)


class CommentHandler(EntrancePage):
    """Comments on an exercise: by whoever may read the workbook."""

    def post(self, workbook: str, exercise: str) -> None:
        """Write one; without a text, note that they were read."""
        text = self.get_body_argument("text", "", strip=False)
        if exercise not in exercise_ids():
            raise web.HTTPError(HTTPStatus.NOT_FOUND)
        if text.strip():
            self.store.talk.comment(workbook, exercise, text, person=self.person)
        else:
            self.store.talk.mark_read(workbook, exercise, person=self.person)
        if self.get_body_argument("back", ""):
            way = f"{self.base_url}class/read/{workbook}/{exercise}#comments"
            self.redirect(way, status=HTTPStatus.SEE_OTHER)
            return
        self.set_status(HTTPStatus.NO_CONTENT)
        self.finish()


class InvitationHandler(EntrancePage):
    """Code, address and QR code of the way in, to be projected."""

    def get(self) -> None:
        """Draw it."""
        room = self.room
        self.say(
            invitation_page(
                room.name,
                room.code,
                self.cx.public_url + "join",
                lang=self.lang,
                base=self.base_url,
            )
        )
