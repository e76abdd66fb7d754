"""What an instructor decides about a class in the browser, and that nobody else does."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from http import HTTPStatus

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from cxkit.classroom.ending import CLASS_CLOSED, SESSION_ENDED
from cxkit.store import ClassInfo, Store
from tests.classroom.client import Client
from tests.classroom.people import come, enter, join, lead, person_of
from tests.classroom.serving import Serving

DEEDS = ("close", "reopen", "keep", "name", "pin/{person}", "erase/{person}")


@pytest.fixture(scope="module")
def prof(school: Serving) -> Client:
    return lead(school)


def room_of(school: Serving) -> ClassInfo:
    with Store.open(school.database) as store:
        return store.classes.all()[0]


def workbook_of(client: Client) -> str:
    """Open a chapter and return the workbook it shows."""
    page = client.get("/voila/render/en/00-start.ipynb")
    client.keep(page)
    found = re.search(r'data-live="(\w+)"', page.text)
    assert found
    return found[1]


def close_code(client: Client, path: str, meanwhile: Callable[[], object]) -> int | None:
    """Hold a socket open while something is done, and return with which code it then ends."""

    async def hold() -> int | None:
        cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        origin = client.server.origin
        address = f"{origin.replace('http', 'ws')}{path}"
        headers = {"Cookie": cookies, "Origin": origin}
        line = await websocket_connect(HTTPRequest(address, headers=headers))
        await asyncio.to_thread(meanwhile)
        async with asyncio.timeout(60):
            while await line.read_message() is not None:
                pass
        return line.close_code

    return asyncio.run(hold())


@pytest.mark.parametrize("deed", DEEDS)
def test_nobody_but_the_instructor_decides(school: Serving, deed: str) -> None:
    pupil = enter(school, f"Pupil {deed[:5]}")
    pupil.keep(pupil.get("/"))
    path = "/class/manage/" + deed.format(person=person_of(school, f"Pupil {deed[:5]}"))
    sent = {"sure": "yes", "days": "1", "name": "Boss"}
    assert pupil.get("/class/manage").status == HTTPStatus.NOT_FOUND
    assert pupil.post(path, sent).status == HTTPStatus.NOT_FOUND
    assert come(school).post(path, sent).status == HTTPStatus.FORBIDDEN
    assert pupil.get("/").status == HTTPStatus.OK
    assert (room_of(school).closed_at, room_of(school).keep_days) == (None, None)


@pytest.mark.parametrize("deed", DEEDS)
def test_another_site_decides_nothing(school: Serving, prof: Client, deed: str) -> None:
    enter(school, "Berta")
    path = "/class/manage/" + deed.format(person=person_of(school, "Berta"))
    sent = {"sure": "yes", "days": "1", "name": "Boss"}
    assert prof.post(path, sent, Origin="http://evil.test").status == HTTPStatus.FORBIDDEN
    assert prof.post(path, {**sent, "_xsrf": "x"}).status == HTTPStatus.FORBIDDEN
    assert prof.get(path).status == HTTPStatus.NOT_FOUND
    assert person_of(school, "Berta")


def test_a_class_that_is_closed_says_so_to_open_pages_and_opens_again(
    school: Serving, prof: Client
) -> None:
    carlo = enter(school, "Carlo")
    live = f"/live/{workbook_of(carlo)}"
    assert close_code(carlo, live, lambda: prof.post("/class/manage/close")) == CLASS_CLOSED
    assert carlo.get("/").status == HTTPStatus.FORBIDDEN
    assert "class is closed" in come(school).get("/join").text
    assert prof.get("/class/manage").status == HTTPStatus.OK
    prof.post("/class/manage/reopen")
    assert join(come(school), "Carlo").status == HTTPStatus.SEE_OTHER


def test_a_new_pin_ends_what_the_old_one_had_opened(school: Serving, prof: Client) -> None:
    dora = enter(school, "Dora")
    kernel, page = dora.open_chapter(), []

    def renew() -> None:
        page.append(prof.post(f"/class/manage/pin/{person_of(school, 'Dora')}"))
        # Somebody who is back at once keeps nothing open that a thief of the old PIN had opened.
        found = re.search(r'"cx-code">(\d{6})<', page[0].text)
        assert found
        assert join(come(school), "Dora", found[1]).status == HTTPStatus.SEE_OTHER

    channels = f"/api/kernels/{kernel}/channels"
    assert close_code(dora, channels, renew) == SESSION_ENDED
    assert dora.get("/").status == HTTPStatus.FORBIDDEN
    assert join(come(school), "Dora", "2706").status == HTTPStatus.FORBIDDEN


def test_an_erased_person_is_out_at_once_and_their_cookie_opens_nothing(
    school: Serving, prof: Client
) -> None:
    elia = enter(school, "Elia")
    book = workbook_of(elia)
    person = person_of(school, "Elia")
    assert prof.post(f"/class/manage/erase/{person}").status == HTTPStatus.BAD_REQUEST
    assert elia.get("/").status == HTTPStatus.OK
    erase = f"/class/manage/erase/{person}"
    code = close_code(elia, f"/live/{book}", lambda: prof.post(erase, {"sure": "yes"}))
    assert code == SESSION_ENDED
    for path in ("/", "/me/data", f"/workbooks/{book}/download", "/vote"):
        assert elia.get(path).status == HTTPStatus.FORBIDDEN
    assert elia.socket(f"/live/{book}").status == HTTPStatus.FORBIDDEN
    assert prof.get(f"/class/read/{book}/profile").status == HTTPStatus.NOT_FOUND
    assert prof.post(erase, {"sure": "yes"}).status == HTTPStatus.NOT_FOUND


def test_instructors_are_not_erased_by_a_press(school: Serving, prof: Client) -> None:
    with Store.open(school.database) as store:
        (leader,) = store.classes.members(room_of(school).id, "instructor")
    for deed in ("erase", "pin"):
        answer = prof.post(f"/class/manage/{deed}/{leader.person}", {"sure": "yes"})
        assert answer.status == HTTPStatus.NOT_FOUND
    assert prof.get("/").status == HTTPStatus.OK


def test_the_instructors_name_is_nobody_elses(school: Serving, prof: Client) -> None:
    enter(school, "Franca")
    refused = prof.post("/class/manage/name", {"name": "franca"})
    assert refused.status == HTTPStatus.CONFLICT
    assert 'role="alert"' in refused.text
    assert prof.post("/class/manage/name", {"name": " "}).status == HTTPStatus.CONFLICT
    assert prof.post("/class/manage/name", {"name": "<b>Gallo"}).status == HTTPStatus.SEE_OTHER
    assert "<b>Gallo" not in prof.get("/class/manage").text


@pytest.mark.parametrize("days", ["", "-1", "1e3", "99999", "\u0665"])
def test_an_odd_period_is_refused_with_what_is_allowed(
    school: Serving, prof: Client, days: str
) -> None:
    answer = prof.post("/class/manage/keep", {"days": days})
    assert answer.status == HTTPStatus.CONFLICT
    assert "3650" in answer.text
    assert room_of(school).keep_days is None
