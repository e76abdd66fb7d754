"""Who gets in where: every route, as nobody, with wrong and with right proof."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from cxkit.classroom.app import make_app
from cxkit.front import assets
from cxkit.store import Store
from tests.classroom.client import Client

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
PAGE = "/voila/render/it/00-start.ipynb"
SCRIPT = f"/cxkit/static/{next(name for name in assets() if name == 'page.js')}"
KERNEL = "{kernel}"

# Every route of the application, with an address of it and the methods that the owner may use.
# A new route fails `test_every_route_is_in_the_table` until somebody thought about it here.
OPEN = {
    r"/cxkit/static/([^/]+)": (SCRIPT, {"GET", "HEAD"}),
    r"/favicon\.ico": ("/favicon.ico", {"GET", "HEAD"}),
}
ROUTES = {
    r"/": ("/", {"GET", "HEAD"}),
    r"/workbooks": ("/workbooks", {"POST"}),
    r"/workbooks/import": ("/workbooks/import", {"POST"}),
    r"/workbooks/([^/]+)/download": ("/workbooks/{book}/download", {"GET"}),
    r"/workbooks/([^/]+)/report": ("/workbooks/{book}/report", {"GET"}),
    r"/workbooks/([^/]+)/export/([a-z]+)": ("/workbooks/{book}/export/html", {"GET"}),
    r"/workbooks/([^/]+)/bring": ("/workbooks/{book}/bring", {"POST"}),
    r"/workbooks/([^/]+)/take-over": ("/workbooks/{book}/take-over", {"POST"}),
    r"/workbooks/([^/]+)/(open|rename|delete)": ("/workbooks/{book}/open", {"POST"}),
    r"/voila/render/(.*)": (PAGE, {"GET", "HEAD"}),
    r"/voila/api/shutdown/([^/]+)": (f"/voila/api/shutdown/{KERNEL}", {"POST"}),
    r"/voila/api/shutdown/(.*)": (f"/voila/api/shutdown/{KERNEL}", {"POST"}),
    r"/api/kernels/(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)": (f"/api/kernels/{KERNEL}", {"GET"}),
    r"/api/kernels/(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)/channels": (
        f"/api/kernels/{KERNEL}/channels",
        set(),
    ),
    r"/voila/templates/(.*)": ("/voila/templates/lab/static/voila.js", {"GET", "HEAD"}),
    r"/voila/static/(.*)": ("/voila/static/voila.js", {"GET", "HEAD"}),
    r"/voila/api/themes/(.*)": ("/voila/api/themes/@jupyterlab/x/index.css", {"GET", "HEAD"}),
    r"/voila/labextensions/(.*)": ("/voila/labextensions/x/package.json", {"GET", "HEAD"}),
    r"/voila/files/(.*)": ("/voila/files/it/00-start.ipynb", set()),
    r"/voila/tree(?P<path>(?:(?:/[^/]+)+|/?))": ("/voila/tree/it", set()),
    r"/voila/api/contents(?P<path>(?:(?:/[^/]+)+|/?))": ("/voila/api/contents/it", set()),
}
CLOSED_ELSEWHERE = (
    "/voila/query/{kernel}",
    "/voila/execution/{kernel}",
    "/voila/files/cxworkbook.db",
    "/voila/files/it/00-start.ipynb",
    "/voila/tree",
    "/voila/api/contents",
    "/api/contents",
    "/api/contents/it/00-start.ipynb",
    "/api/kernels",
    "/api/kernelspecs",
    "/api/sessions",
    "/api/terminals",
    "/api/me",
    "/api/status",
    "/login",
    "/logout",
    "/tree",
    "/lab",
    "/static/voila.js",
    "/cxworkbook.db",
    "/voila/render/",
    "/voila/render/it",
    "/voila/render/it/",
    "/voila/render/it/nothing.ipynb",
    "/voila/render/cxworkbook.db",
)
REQUESTS = [
    (method, path, method in allowed)
    for path, allowed in dict.fromkeys((p, frozenset(a)) for p, a in ROUTES.values())
    for method in METHODS
]


@pytest.fixture(scope="module")
def told(owner: Client, kernel: str) -> dict[str, str]:
    """Return what stands for the names in the table's addresses."""
    return {"kernel": kernel, "book": owner.server.new_workbook("Guarded")}


def test_every_route_is_in_the_table(tmp_path: Path) -> None:
    with Store.create_or_upgrade(tmp_path / "x.db") as store:
        app = make_app(store, tmp_path / "x.db", port=1)
        app.connection_dir = str(tmp_path)
        app.init_settings()
        handlers = app.init_handlers()
    assert {str(handler[0]) for handler in handlers} == {*OPEN, *ROUTES}
    assert all(handler[1].__name__.startswith("Guarded") for handler in handlers)


@pytest.mark.parametrize(("method", "path", "allowed"), REQUESTS)
def test_a_stranger_is_refused_and_the_owner_gets_what_the_rules_open(
    nobody: Client, owner: Client, told: dict[str, str], method: str, path: str, allowed: bool
) -> None:
    target = path.format(**told)
    assert nobody.ask(method, target).status in (403, 404, 405)
    wrong = Client(owner.server, {f"cxkit-{owner.server.port}": "2|1:0|10:1|forged", "_xsrf": "1"})
    assert wrong.ask(method, target).status in (403, 404, 405)
    if not allowed:
        assert owner.ask(method, target).status in (403, 404, 405)
    elif method == "GET" and KERNEL not in path and "/voila/" not in path:
        assert owner.get(target).status == 200


@pytest.mark.parametrize("path", [entry[0] for entry in OPEN.values()])
@pytest.mark.parametrize("method", METHODS)
def test_what_anyone_may_fetch_can_only_be_fetched(nobody: Client, method: str, path: str) -> None:
    expected = (200,) if method in ("GET", "HEAD") else (403, 404, 405)
    assert nobody.ask(method, path).status in expected


@pytest.mark.parametrize("path", ["/", PAGE, "/voila/static/voila.js"])
def test_a_page_is_there_for_who_asks_for_its_head_only(owner: Client, path: str) -> None:
    before = set(owner.server.kernels())
    answer = owner.ask("HEAD", path)
    assert (answer.status, answer.body) == (200, b"")
    assert not set(owner.server.kernels()) - before


def test_a_page_that_is_not_there_has_no_head(owner: Client) -> None:
    assert owner.ask("HEAD", "/voila/render/it/nothing.ipynb").status == 404


@pytest.mark.parametrize("path", CLOSED_ELSEWHERE)
def test_what_no_rule_opens_is_closed_even_to_the_owner(
    owner: Client, told: dict[str, str], path: str
) -> None:
    assert owner.get(path.format(**told)).status == 404
    assert owner.post(path.format(**told)).status in (403, 404)


@pytest.mark.parametrize(
    "target",
    [
        "//",
        "/./",
        "//voila/render/it/00-start.ipynb",
        "/voila//render/it/00-start.ipynb",
        "/voila/./render/it/00-start.ipynb",
        "/voila/x/../render/it/00-start.ipynb",
        "/voila/render/../files/it/00-start.ipynb",
        "/voila/render/..%2f..%2fcxworkbook.db",
        "/voila/render/%2e%2e/%2e%2e/etc/passwd.ipynb",
        "/voila/render/%252e%252e/x.ipynb",
        "/voila/render/it%2F00-start.ipynb",
        "/voila/render/it\\00-start.ipynb",
        "/voila/render/it%5c00-start.ipynb",
        "/voila/render/it/00-start.ipynb%00",
        "/voila/render/it/00-start.ipynb%00.ipynb",
        "/voila/render/it/00-start.ipynb%20",
        "/voila/render/it/00-start.ipynb/",
        "/voila/render/it/00-start.ipynb;x=1",
        "/voila/render/it/00-start.ipynb%0a",
        "/voila/render/it/%300-start.ipynb",
        "/VOILA/render/it/00-start.ipynb",
        "/Voila/Files/it/00-start.ipynb",
        "/voila/render/it/00-start.IPYNB",
        "/%76oila/render/it/00-start.ipynb",
        "/voila/%66iles/it/00-start.ipynb",
        "/voila/static/../files/it/00-start.ipynb",
        "/voila/static/..%2f..%2f..%2fetc/passwd",
        "/voila/templates/%2e%2e/%2e%2e/etc/passwd",
        "/voila/templates/lab/static/..%252f..%252fconf.json",
        "/cxkit/static/../../cxworkbook.db",
        "/cxkit/static/..%2fassets.py",
        "/cxkit/static/%2e%2e",
        "/workbooks/../voila/files/x",
        "/%c0%af",
        "/voila/render/%c0%ae%c0%ae/x.ipynb",
        "http://127.0.0.1/voila/files/it/00-start.ipynb",
        "*",
    ],
)
def test_an_odd_spelling_opens_nothing(nobody: Client, owner: Client, target: str) -> None:
    assert owner.get(target).status in (0, 400, 403, 404)
    assert nobody.get(target).status in (0, 400, 403, 404)


@pytest.mark.parametrize("target", ["/\x00", "/voila/render/it/a b.ipynb"])
def test_a_request_that_is_none_is_refused(owner: Client, target: str) -> None:
    assert owner.get(target).status in (0, 400, 404)


@pytest.mark.parametrize(
    "host",
    [
        "evil.test",
        "evil.test:{port}",
        "127.0.0.1.evil.test",
        "127.0.0.1@evil.test",
        "127.0.0.1:80@evil.test:{port}",
        "evil.test#127.0.0.1",
        "evil.test/127.0.0.1",
        "[::1",
        "",
        "0.0.0.0",  # noqa: S104 -- asked for, not bound
        "localhost.",
        "127.1",
        "2130706433",
    ],
)
def test_a_foreign_host_is_refused_whoever_asks(owner: Client, host: str) -> None:
    named = host.format(port=owner.server.port)
    for path in ("/", PAGE, SCRIPT):
        assert owner.get(path, Host=named).status in (400, 403)
    origin = {"Host": named, "Origin": f"http://{named}"}
    assert owner.post("/workbooks", {"title": "x"}, **origin).status in (400, 403)


@pytest.mark.parametrize("host", ["localhost:{port}", "LOCALHOST", "127.0.0.1", "[::1]:{port}"])
def test_this_machine_s_own_names_are_served(nobody: Client, host: str) -> None:
    assert nobody.get(SCRIPT, Host=host.format(port=nobody.server.port)).status == 200


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.test",
        "null",
        "http://127.0.0.1:1",
        "http://127.0.0.1",
        "http://localhost:{port}",
    ],
)
def test_another_origin_can_send_nothing_and_open_no_socket(
    owner: Client, told: dict[str, str], origin: str
) -> None:
    named = origin.format(port=owner.server.port)
    assert owner.post("/workbooks", {"title": "Stolen"}, Origin=named).status == 403
    assert "Stolen" not in owner.get("/").text
    channels = f"/api/kernels/{told['kernel']}/channels"
    assert owner.socket(channels, Origin=named).status == 403
    assert owner.post(f"/voila/api/shutdown/{told['kernel']}", Origin=named).status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_on_another_site_without_an_origin_is_refused(owner: Client, site: str) -> None:
    sent = owner.post("/workbooks", {"title": "Stolen"}, **{"Sec-Fetch-Site": site})
    assert sent.status == 403


@pytest.mark.parametrize("xsrf", ["", "wrong", "2|00000000|00000000000000000000|0"])
@pytest.mark.parametrize(
    "path",
    ["/workbooks", "/workbooks/import", "/workbooks/{book}/delete", "/voila/api/shutdown/{kernel}"],
)
def test_a_change_needs_the_page_s_own_token(
    owner: Client, told: dict[str, str], path: str, xsrf: str
) -> None:
    assert owner.post(path.format(**told), {"_xsrf": xsrf}).status == 403


def test_the_owner_s_kernel_opens_a_socket_to_the_owner_only(
    owner: Client, nobody: Client, told: dict[str, str]
) -> None:
    channels = f"/api/kernels/{told['kernel']}/channels"
    assert nobody.socket(channels).status == 403
    assert nobody.socket(f"{channels}?token={nobody.server.token}").status == 101
    assert owner.socket(channels).status == 101


@pytest.mark.parametrize(
    "other", [str(uuid.uuid4()), "00000000-0000-0000-0000-000000000000", "x", "{KERNEL}"]
)
def test_a_kernel_that_is_not_one_s_own_is_not_there(
    owner: Client, told: dict[str, str], other: str
) -> None:
    name = told["kernel"].upper() if other == "{KERNEL}" else other
    assert owner.socket(f"/api/kernels/{name}/channels").status == 404
    assert owner.get(f"/api/kernels/{name}").status == 404
    assert owner.post(f"/voila/api/shutdown/{name}").status == 404


def test_a_stranger_cannot_end_a_kernel(
    nobody: Client, owner: Client, told: dict[str, str]
) -> None:
    path = f"/voila/api/shutdown/{told['kernel']}"
    assert nobody.post(path).status == 403
    assert nobody.post(f"{path}?token={nobody.server.token}").status == 403
    assert nobody.ask("DELETE", f"/api/kernels/{told['kernel']}").status in (403, 404)
    assert owner.get(f"/api/kernels/{told['kernel']}").status == 200


@pytest.mark.parametrize("query", ["template=lab", "theme=dark", "template=../x", "theme=@x/y"])
def test_a_page_s_template_and_theme_cannot_be_chosen_from_outside(
    owner: Client, query: str
) -> None:
    page = owner.get(f"{PAGE}?{query}")
    assert page.status == 200
    assert 'class="cx-state"' in page.text
    assert "voila.js" not in page.text
