"""The way into a class, and who is stopped at which door."""

from __future__ import annotations

import asyncio
import re
from http import HTTPStatus

import psutil
import pytest

from cxkit.classroom.app import make_app
from cxkit.classroom.rules import CLASS_RULES
from cxkit.store import OWNER, Store
from tests.classroom.client import Client
from tests.classroom.people import closed, come, enter, join, lead, person_of
from tests.classroom.serving import ROOM, Serving, serving
from tests.classroom.writers import Writer

HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def anna(school: Serving) -> Client:
    return enter(school, "Anna Rossi")


@pytest.fixture(scope="module")
def prof(school: Serving) -> Client:
    return lead(school)


def test_every_class_route_has_a_rule(school: Serving) -> None:
    with Store.open(school.database) as store:
        room = store.classes.named(ROOM)
        assert room is not None
        alone = make_app(store, school.database, port=1)
        led = make_app(store, school.database, port=1, classroom=room.id)
        for app in (alone, led):
            app.connection_dir = str(school.folder)
            app.init_settings()
        paths = {str(entry[0]) for entry in led.init_handlers()}
        paths -= {str(entry[0]) for entry in alone.init_handlers()}
    concrete = {re.sub(r"\((\w+)\|[\w|]+\)", r"\1", path) for path in paths}
    concrete = {path.replace("([^/]+)", "x" * 32) for path in concrete}
    for path in concrete:
        assert any(re.fullmatch(rule.path, path) for rule in CLASS_RULES), path


@pytest.mark.parametrize("page", ["/", "/voila/render/it/00-start.ipynb", "/class/invitation"])
def test_a_stranger_is_shown_the_door_and_comes_back_to_the_page(
    school: Serving, page: str
) -> None:
    answer = Client(school).get(page, **HTML)
    assert answer.status == HTTPStatus.SEE_OTHER
    assert answer.headers["location"].startswith("/join")
    assert Client(school).get(page).status == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("way", ["/me/data", "/sign-out", "/teams", "/me/link", "/workbooks"])
def test_a_stranger_gets_nothing_and_changes_nothing(school: Serving, way: str) -> None:
    client = come(school)
    assert client.post(way, {"title": "x"}).status in (403, 404, 405)
    assert client.get(way).status in (403, 404, 405)


def test_joining_gives_a_session_and_a_personal_link(school: Serving) -> None:
    client = come(school)
    answer = join(client, "Bea Verdi")
    assert answer.status == HTTPStatus.OK
    link = re.search(r"/resume/[\w-]+", answer.text)
    assert link
    assert client.get("/").status == HTTPStatus.OK
    assert "Bea Verdi" in client.get("/").text
    phone = come(school, link[0])
    assert (
        phone.get("/", **HTML).status == HTTPStatus.SEE_OTHER
    )  # looking at a link signs nobody in
    phone.keep(phone.post(link[0]))
    assert "Bea Verdi" in phone.get("/").text


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"code": "AAAAAAAA"}, HTTPStatus.FORBIDDEN),
        ({"code": ""}, HTTPStatus.FORBIDDEN),
        ({"code": "\u00e9\U0001f600"}, HTTPStatus.FORBIDDEN),
        ({"name": ""}, HTTPStatus.BAD_REQUEST),
        ({"name": "  \t "}, HTTPStatus.BAD_REQUEST),
        ({"pin": "12"}, HTTPStatus.BAD_REQUEST),
        ({"pin": "abcd"}, HTTPStatus.BAD_REQUEST),
        ({"pin": "\u0661\u0662\u0663\u0669"}, HTTPStatus.BAD_REQUEST),
        ({"pin": "4321"}, HTTPStatus.BAD_REQUEST),
        ({"pin": "9" * 13}, HTTPStatus.BAD_REQUEST),
    ],
)
def test_what_is_wrong_is_said_and_nobody_is_let_in(
    school: Serving, fields: dict[str, str], status: int
) -> None:
    client = come(school)
    usual = {"code": school.code, "name": "Carlo", "pin": "2706"}
    answer = client.post("/join", {**usual, **fields})
    assert answer.status == status
    assert 'role="alert"' in answer.text
    assert client.get("/").status == HTTPStatus.FORBIDDEN


def test_the_code_may_be_typed_with_spaces_and_in_small_letters(school: Serving) -> None:
    code = school.code.lower()
    client = come(school)
    answer = join(client, "Dario", code=f" {code[:4]}-{code[4:]} ")
    assert answer.status == HTTPStatus.OK


def test_a_hostile_name_is_shown_as_it_is(school: Serving) -> None:
    name = "<script>alert(1)</script>"
    answer = join(come(school), name)
    assert name not in answer.text
    assert "&lt;script&gt;" in answer.text


def test_the_same_name_and_pin_open_the_same_place(school: Serving, anna: Client) -> None:
    again = come(school)
    answer = join(again, "anna  ROSSI")
    assert answer.status == HTTPStatus.SEE_OTHER
    assert "Anna Rossi" in again.get("/").text


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/%2f/evil",
        "javascript:1",
        "\r\nX: y",
    ],
)
def test_the_door_leads_to_our_own_pages_only(
    school: Serving, anna: Client, elsewhere: str
) -> None:
    answer = join(come(school), "Anna Rossi", next=elsewhere)
    assert answer.headers["location"] == "/"
    page = join(come(school), "Anna Rossi", next="/voila/render/it/03-vision.ipynb#vision")
    assert page.headers["location"] == "/voila/render/it/03-vision.ipynb#vision"


def test_the_cookie_is_for_the_server_alone(anna: Client, school: Serving) -> None:
    answer = join(come(school), "Anna Rossi")
    cookies = [one for one in answer.cookies if one.startswith("cxkit-")]
    assert cookies
    for cookie in cookies:
        assert "httponly" in cookie.lower()
        assert "samesite=lax" in cookie.lower()
        assert "Anna" not in cookie


def test_signing_out_ends_every_session(school: Serving) -> None:
    laptop, phone = enter(school, "Gaia"), enter(school, "Gaia")
    laptop.keep(laptop.get("/"))
    assert laptop.post("/sign-out").status == HTTPStatus.SEE_OTHER
    assert laptop.get("/").status == phone.get("/").status == HTTPStatus.FORBIDDEN


def test_a_reset_pin_ends_sessions_and_kernels_at_once(school: Serving) -> None:
    client = enter(school, "Hugo")
    others = set(school.kernels())
    kernel = client.open_chapter()
    assert client.get(f"/api/kernels/{kernel}").status == HTTPStatus.OK
    own = set(school.kernels()) - others
    assert own
    person = person_of(school, "Hugo")
    with Store.open(school.database) as store:
        store.classes.end_sessions(person)
    assert client.get(f"/api/kernels/{kernel}").status == HTTPStatus.FORBIDDEN
    assert not psutil.wait_procs(own, timeout=60)[1]


def test_participants_do_not_reach_what_is_the_instructors(anna: Client, prof: Client) -> None:
    assert anna.get("/class/invitation").status == HTTPStatus.NOT_FOUND
    assert anna.get("/voila/render/class/overview.ipynb").status == HTTPStatus.NOT_FOUND
    invitation = prof.get("/class/invitation")
    assert invitation.status == HTTPStatus.OK
    assert anna.server.code[:4] in invitation.text


def test_a_participant_does_not_reach_anothers_workbook_or_kernel(
    school: Serving, anna: Client
) -> None:
    other = enter(school, "Ivo")
    kernel = other.open_chapter()
    with Store.open(school.database) as store:
        (book,) = store.workbooks(person_of(school, "Ivo"))
    assert other.get(f"/workbooks/{book.id}/download").status == HTTPStatus.OK
    for way in ("download", "report"):
        assert anna.get(f"/workbooks/{book.id}/{way}").status in (404, 409)
    assert book.title not in anna.get(f"/workbooks/{book.id}/download").text
    for way in ("open", "rename", "delete"):
        anna.post(f"/workbooks/{book.id}/{way}", {"title": "Mine", "sure": "on"})
    assert anna.post(f"/teams/{book.id}/join").status != HTTPStatus.OK
    with Store.open(school.database) as store:
        assert store.workbooks(person_of(school, "Ivo")) == [book]
        mine = person_of(school, "Anna Rossi")
        assert book.id not in {info.id for info in store.workbooks(mine)}
    assert anna.get(f"/api/kernels/{kernel}").status == HTTPStatus.NOT_FOUND
    assert anna.socket(f"/api/kernels/{kernel}/channels").status == HTTPStatus.NOT_FOUND
    assert anna.post(f"/voila/api/shutdown/{kernel}").status == HTTPStatus.NOT_FOUND
    assert other.get(f"/api/kernels/{kernel}").status == HTTPStatus.OK


def test_a_locked_chapter_opens_for_the_instructor_only(
    school: Serving, anna: Client, prof: Client
) -> None:
    page = "/voila/render/en/03-vision.ipynb"
    with closed(school, "03-vision"):
        assert anna.get(page).status == HTTPStatus.LOCKED
        assert anna.get("/voila/render/it/03-vision.ipynb").status == HTTPStatus.LOCKED
        assert prof.get(page).status == HTTPStatus.OK
    assert anna.get(page).status == HTTPStatus.OK


def test_a_page_that_is_open_writes_nothing_into_a_chapter_closed_since(school: Serving) -> None:
    async def evening() -> list[dict[str, object]]:
        client = await asyncio.to_thread(enter, school, "Pia")
        client.keep(await asyncio.to_thread(client.get, "/"))
        pia = Writer(client)
        await pia.open()
        said = [await pia.write({"motto": "Vicino"})]
        with closed(school, "03-vision"):
            said.append(await pia.write({"motto": "Più vicino"}))
        said.append(await pia.write({"motto": "Più vicino"}))
        pia.close()
        return said

    before, shut, after = asyncio.run(evening())
    assert [one["kind"] for one in (before, shut, after)] == ["saved", "refused", "saved"]
    assert "chiuso il capitolo" in str(shut["message"])
    assert shut["again"], "what waits in the browser goes again by itself"


def test_a_team_is_joined_from_home(school: Serving, anna: Client) -> None:
    anna.keep(anna.get("/"))
    assert anna.post("/teams", {"title": "The bank"}).status == HTTPStatus.SEE_OTHER
    other = enter(school, "Lia")
    home = other.get("/").text
    assert "The bank" in home
    found = re.search(r"/teams/([\w-]+)/join", home)
    assert found
    other.post(f"/teams/{found[1]}/join")
    assert "Anna Rossi, Lia" in other.get("/").text
    other.post(f"/teams/{found[1]}/leave")
    assert "Anna Rossi, Lia" not in other.get("/").text


def test_all_that_is_kept_of_a_person_can_be_taken_along(anna: Client) -> None:
    answer = anna.get("/me/data")
    assert answer.status == HTTPStatus.OK
    assert '"name": "Anna Rossi"' in answer.text
    assert "Ivo" not in answer.text


def test_a_closed_class_lets_nobody_in_and_everybody_out(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with serving(tmp_path_factory.mktemp("closed"), lang="en", room="Short") as server:
        client = enter(server, "Anna")
        with Store.open(server.database) as store:
            room = store.classes.named("Short")
            assert room is not None
            store.classes.close(room.id, by=OWNER)
        assert client.get("/").status == HTTPStatus.FORBIDDEN
        for name in ("Anna", "Bea"):
            answer = join(come(server), name)
            assert answer.status in (403, 409)
            assert "closed" in answer.text


def test_who_tried_what_stands_in_the_log_without_secrets(school: Serving, anna: Client) -> None:
    join(come(school), "Anna Rossi", "5555555")
    with Store.open(school.database) as store:
        lines = store.log.lines()
    assert {"join", "sign in", "wrong pin", "wrong code"} <= {line.action for line in lines}
    assert all(line.address == "127.0.0.1" for line in lines if line.action == "join")
    told = " ".join(f"{line.action} {line.detail}" for line in lines)
    assert "5555555" not in told
    assert "2706" not in told


def test_a_forged_proxy_header_does_not_change_the_address(school: Serving) -> None:
    client = come(school)
    client.post("/join", {"code": "WRONG"}, **{"X-Forwarded-For": "6.6.6.6"})
    with Store.open(school.database) as store:
        assert all(line.address != "6.6.6.6" for line in store.log.lines())


def test_behind_a_proxy_with_https_cookies_are_secure_and_paths_have_its_base(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("proxied")
    more = ("--public-url", "https://cx.example.org/milano")
    with serving(folder, lang="en", room=ROOM, more=more) as server:
        told = {"Host": "cx.example.org", "X-Forwarded-For": "6.6.6.6, 10.0.0.7"}
        client = Client(server)
        first = client.get("/milano/join", **told)
        client.keep(first)
        assert first.status == HTTPStatus.OK
        fields = {"code": server.code, "name": "Anna", "pin": "2706"}
        answer = client.post("/milano/join", fields, **told)
        client.keep(answer)
        assert "https://cx.example.org/milano/resume/" in answer.text
        assert all("secure" in cookie.lower() for cookie in answer.cookies)
        assert client.get("/milano/", **told).status == HTTPStatus.OK
        assert client.get("/", **told).status == HTTPStatus.NOT_FOUND
        assert client.get("/milano/", Host="evil.example").status == HTTPStatus.FORBIDDEN
        with Store.open(server.database) as store:
            assert store.log.lines()[0].address == "10.0.0.7"
