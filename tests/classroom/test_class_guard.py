"""A class from outside and from inside: each route as everybody who should not have it."""

from __future__ import annotations

import asyncio
import re
import struct
from http import HTTPStatus
from pathlib import Path

import pytest

from benchmarks.tools.message import message
from cxkit.store import OWNER, Store
from tests.classroom.client import UPGRADE, Client
from tests.classroom.people import come, enter, join, lead, person_of
from tests.classroom.serving import Serving, serving
from tests.classroom.test_managing import close_code
from tests.classroom.writers import Writer

CHAPTER = "/voila/render/en/00-start.ipynb"
# Everything that shows or changes something, with the ids of somebody who is not asking.
OTHERS = (
    "GET /workbooks/{book}/download", "GET /workbooks/{book}/report",
    "GET /workbooks/{book}/export/xlsx", "POST /workbooks/{book}/open",
    "POST /workbooks/{book}/rename", "POST /workbooks/{book}/delete",
    "POST /workbooks/{book}/bring", "POST /workbooks/{book}/take-over",
    "POST /teams/{book}/join", "POST /comments/{book}/profile",
    "GET /api/kernels/{kernel}", "DELETE /api/kernels/{kernel}",
    "POST /api/kernels/{kernel}/interrupt", "POST /api/kernels/{kernel}/restart",
    "POST /voila/api/shutdown/{kernel}", "SOCKET /api/kernels/{kernel}/channels",
    "GET /voila/query/{kernel}", "GET /class/read/{book}/profile", "GET /class/export",
    "GET /class/manage", "GET /class/invitation", "GET /voila/render/class/people.ipynb",
)  # fmt: skip
OWN = (
    "GET /", f"GET {CHAPTER}", "GET /me/data", "POST /me/link", "GET /vote", "POST /vote",
    "POST /teams", "POST /workbooks", "POST /workbooks/import", "POST /sign-out",
    "SOCKET /live/{book}", "GET /voila/static/voila.js",
)  # fmt: skip
REFUSED = {303, 400, 403, 404, 405, 409}


@pytest.fixture(scope="module")
def victim(school: Serving) -> dict[str, str]:
    """Let somebody write, and return the ids that others might learn."""
    anna = enter(school, "Anna")
    kernel = anna.open_chapter("en/00-start")
    person = person_of(school, "Anna")
    with Store.open(school.database) as store:
        book = store.current_workbook(person)
        assert book is not None
        secret = {"company": "Anna's secret"}
        store.save(book.id, "profile", secret, expected_revision=0, person=person)
    return {"kernel": kernel, "book": book.id, "person": person}


@pytest.fixture(scope="module")
def mallory(school: Serving) -> Client:
    """Return somebody of the class who tries what is not theirs."""
    client = enter(school, "Mallory")
    client.keep(client.get("/"))
    return client


@pytest.fixture(scope="module")
def erased(school: Serving) -> Client:
    """Return the browser of somebody who is no more."""
    gone = enter(school, "Gone")
    gone.keep(gone.get("/"))
    with Store.open(school.database) as store:
        store.privacy.erase(person_of(school, "Gone"))
    return gone


def ask(client: Client, request: str, known: dict[str, str]) -> int:
    method, _, path = request.partition(" ")
    target = path.format(**known)
    fields = {"title": "x", "text": "x", "sure": "on", "exercise": "profile"}
    if method == "SOCKET":
        return client.socket(target).status
    if method == "POST":
        return client.post(target, fields).status
    return client.ask(method, target).status


def untouched(school: Serving, victim: dict[str, str]) -> None:
    with Store.open(school.database) as store:
        kept = store.answer(victim["book"], "profile", person=victim["person"])
        comments = store.talk.comments(victim["book"], person=victim["person"])
    assert kept is not None
    assert (kept.value, comments) == ({"company": "Anna's secret"}, [])


@pytest.mark.parametrize("request_", [*OTHERS, *OWN])
def test_nobody_and_somebody_erased_get_nothing(
    school: Serving, victim: dict[str, str], erased: Client, request_: str
) -> None:
    forged = Client(school, {f"cxkit-{school.port}": '2|1:0|10:1|8:["a", 1]|x', "_xsrf": "1"})
    for client in (come(school), forged, erased):
        assert ask(client, request_, victim) in REFUSED
    untouched(school, victim)


@pytest.mark.parametrize("request_", OTHERS)
def test_a_participant_with_anothers_ids_gets_nothing(
    school: Serving, victim: dict[str, str], mallory: Client, request_: str
) -> None:
    assert ask(mallory, request_, victim) in REFUSED - {303}
    untouched(school, victim)


def test_a_socket_to_anothers_workbook_tells_nothing(
    school: Serving, victim: dict[str, str]
) -> None:
    nosy = enter(school, "Nosy")
    assert close_code(nosy, f"/live/{victim['book']}", lambda: None) == 4004


@pytest.mark.parametrize("upgrade", ["websocket", "WebSocket", "websocket, h2c", "h2c"])
def test_an_upgrade_opens_no_other_door(school: Serving, upgrade: str) -> None:
    somebody = enter(school, f"Upgrader {upgrade}")
    headers = {**UPGRADE, "Upgrade": upgrade, "Origin": school.origin}
    doors = (
        "/", "/join", "/vote", "/class/export", "/api/kernels", "/voila/api/shutdown/x", "/live/",
        "/live/../me/data", "/api/kernels/x/channels", "/terminals/websocket/1", "/join/",
    )  # fmt: skip
    opened = {path: somebody.ask("GET", path, headers=headers).status for path in doors}
    assert HTTPStatus.SWITCHING_PROTOCOLS not in opened.values()
    answer = somebody.ask("POST", "/class/manage/close", headers=headers)
    assert answer.status in (403, 404, 405)
    assert somebody.get("/").status == HTTPStatus.OK


@pytest.mark.parametrize(
    "name",
    ["X-Forwarded-Host", "X-Forwarded-For", "X-Real-Ip", "Forwarded", "X-Original-Url",
     "X-Rewrite-Url", "X-Http-Method-Override", "X-Scheme", "X-Forwarded-Prefix"],
)  # fmt: skip
@pytest.mark.parametrize("value", ["evil.test", "127.0.0.1", "/class/export", "https", "for=::1"])
def test_a_forged_header_changes_nothing(
    school: Serving, victim: dict[str, str], name: str, value: str
) -> None:
    del victim
    headers = {name: value, "Accept": "text/html"}
    door = come(school).get("/class/export", **headers)
    assert door.status == HTTPStatus.SEE_OTHER
    assert door.headers["location"].startswith("/join")
    page = come(school).get("/join", **headers)
    assert page.status == HTTPStatus.OK
    assert value not in page.text.replace("127.0.0.1", "") or value == "https"


def test_no_spelling_leads_a_participant_to_the_instructors_pages(school: Serving) -> None:
    speller = enter(school, "Speller")
    odd = (
        "/voila/render/Class/people.ipynb", "/voila/render/CLASS/people.ipynb",
        "/voila/render/class%20/people.ipynb", "/voila/render/class./people.ipynb",
        "/voila/render/%63lass/people.ipynb", "/voila/render/./class/people.ipynb",
        "/voila/render/it/../class/people.ipynb", "/voila/render//class/people.ipynb",
        "/voila/render/cla%C5%BFs/people.ipynb", "/voila/render/class;/people.ipynb",
        "/class/export/", "/class//export", "/class/./export", "/Class/export", "/class/export;x",
        "/class/export%00", "/class/export%20", "/class%2fexport", "/join/../class/export",
    )  # fmt: skip
    answers = {
        path: speller.get(path + more).status for path in odd for more in ("", "?front=voila")
    }
    assert {path: status for path, status in answers.items() if status not in (400, 404)} == {}


def test_a_personal_link_opens_until_it_is_replaced(school: Serving) -> None:
    client = come(school)
    welcome = join(client, "Lino").text
    client.keep(client.get("/"))
    (old,) = set(re.findall(r"/resume/[\w-]{20,60}", welcome))
    for _ in range(2):
        phone = come(school, old)
        assert phone.get(old).status == HTTPStatus.OK  # to look signs nobody in
        assert phone.get("/").status == HTTPStatus.FORBIDDEN
        answer = phone.post(old)
        assert answer.status == HTTPStatus.SEE_OTHER
        phone.keep(answer)
        assert phone.get("/").status == HTTPStatus.OK
    (new,) = set(re.findall(r"/resume/[\w-]{20,60}", client.post("/me/link").text))
    assert come(school, old).post(old).status == HTTPStatus.FORBIDDEN
    assert come(school, new).post(new).status == HTTPStatus.SEE_OTHER
    with Store.open(school.database) as store:
        store.privacy.erase(person_of(school, "Lino"))
    assert come(school, new).post(new).status == HTTPStatus.FORBIDDEN


def test_a_closed_class_is_closed_to_cookies_pins_and_links(
    tmp_path: Path, school: Serving, victim: dict[str, str]
) -> None:
    with serving(tmp_path / "closed", lang="en", room="Short") as other:
        client = come(other)
        (link,) = set(re.findall(r"/resume/[\w-]{20,60}", join(client, "Anna").text))
        client.keep(client.get("/"))
        with Store.open(other.database) as store:
            store.classes.close(store.classes.all()[0].id, by=OWNER)
        for request in OWN:
            assert ask(client, request, victim) in REFUSED
        assert come(other, link).post(link).status == HTTPStatus.FORBIDDEN
        assert lead(other).get("/class/manage").status == HTTPStatus.OK


MESSAGES = ("execute_request", "complete_request", "inspect_request", "debug_request",
            "interrupt_request", "input_reply", "history_request", "eval")  # fmt: skip


def attack(kind: str, channel: str, code: str) -> str:
    """Return a message that would have a kernel run code, if it got there."""
    content = {"code": code, "silent": False, "command": "evaluate", "seq": 1,
               "arguments": {"expression": code}, "value": code, "type": "request"}  # fmt: skip
    return message(kind, content, "mallory", channel=channel)


def test_a_page_runs_no_code_in_its_kernel(school: Serving, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    code = f"open({str(mark)!r}, 'w').write('x')"

    async def try_all() -> dict[str, object]:
        writer = Writer(await asyncio.to_thread(enter, school, "Mallory"))
        await writer.open()
        for channel in ("shell", "control", "stdin", "iopub", "nothing"):
            for kind in MESSAGES:
                sent = attack(kind, channel, code)
                await writer._line.write_message(sent)
                framed = struct.pack("!II", 1, 8) + sent.encode()
                await writer._line.write_message(framed, binary=True)
        # The kernel answers in turn: what came before the save has been dealt with.
        return await writer.write({"motto": "Still mine"})

    assert asyncio.run(try_all())["kind"] == "saved"
    assert not mark.exists()
