"""Signing in, cookies, headers, error pages: what each answer carries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.classroom.client import Client
from tests.classroom.serving import Serving, serving

PAGE = "/voila/render/it/00-start.ipynb"
ABSOLUTE = re.compile(r"""(?:src|href|url)\s*[=(]\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)


def test_the_token_opens_once_and_the_cookie_from_then_on(nobody: Client) -> None:
    assert nobody.get("/").status == 403
    first = nobody.get(f"/?token={nobody.server.token}")
    assert first.status == 302
    assert first.headers["location"] == "/"
    nobody.keep(first)
    assert nobody.get("/").status == 200
    assert nobody.server.token not in nobody.get("/").text


@pytest.mark.parametrize("token", ["", "x", "{token}x", "é", "%00", "{TOKEN}"])
def test_a_wrong_token_opens_nothing(nobody: Client, token: str) -> None:
    right = nobody.server.token
    given = token.format(token=right, TOKEN=right.upper()).replace("é", "%C3%A9")
    assert nobody.get(f"/?token={given}").status == 403


def test_the_token_replaces_no_check_of_what_is_sent(nobody: Client) -> None:
    token = nobody.server.token
    assert nobody.post(f"/workbooks?token={token}", {"title": "x"}).status == 403
    assert nobody.post("/workbooks", {"title": "x", "token": token}).status == 403
    header = nobody.get("/", Authorization=f"token {token}")
    assert header.status == 403


def test_cookies_are_closed_to_scripts_and_to_other_sites(nobody: Client) -> None:
    answer = nobody.get(f"/?token={nobody.server.token}")
    (session,) = [c for c in answer.cookies if c.startswith(f"cxkit-{nobody.server.port}=")]
    assert "httponly" in session.lower()
    assert "samesite=lax" in session.lower()
    assert nobody.server.token not in session
    for cookie in (*answer.cookies, *nobody.get(f"{PAGE}?token={nobody.server.token}").cookies):
        assert "samesite=lax" in cookie.lower(), cookie


@pytest.mark.parametrize("value", ["", '"', "2|1:0|4:user|owner|x", "[]", "owner", "%00", "é"])
def test_a_forged_cookie_is_nobody(server: Serving, value: str) -> None:
    forged = Client(server, {f"cxkit-{server.port}": value})
    assert forged.get("/").status == 403


def test_a_cookie_is_not_another_server_s(tmp_path: Path, owner: Client) -> None:
    with serving(tmp_path) as other:
        ours = owner.cookies[f"cxkit-{owner.server.port}"]
        assert Client(other, {f"cxkit-{other.port}": ours}).get("/").status == 403


def test_a_restart_keeps_who_was_signed_in_and_forgets_the_old_token(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        signed_in = Client(server).sign_in()
        old = server.token
        server.stop()
        server.start()
        assert signed_in.get("/").status == 200
        assert Client(server).get(f"/?token={old}").status == 403


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        (PAGE, 200),
        (f"{PAGE}?front=voila", 200),
        ("/nothing", 404),
        ("/voila/render/it/nothing.ipynb", 404),
        ("/cxkit/static/nothing.js", 404),
        ("/workbooks/nothing/report", 404),
        ("/workbooks/nothing/export/xlsx", 404),
    ],
)
def test_each_page_carries_its_safety(owner: Client, path: str, status: int) -> None:
    answer = owner.get(path)
    assert answer.status == status
    told = answer.headers
    assert told["x-content-type-options"] == "nosniff"
    assert told["x-frame-options"] == "DENY"
    assert told["referrer-policy"] == "same-origin"
    assert told["cross-origin-opener-policy"] == "same-origin"
    policy = told["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "http://127" not in policy.replace(f"ws://127.0.0.1:{owner.server.port}", "")
    assert "unsafe-eval" not in policy or "front=voila" in path


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("path", ["/", "/nothing", "/voila/files/x", "/%2e%2e/x"])
def test_an_error_page_is_ours_and_loads_from_nowhere_else(
    nobody: Client, path: str, lang: str
) -> None:
    nobody.cookies["cxkit-lang"] = lang
    answer = nobody.get(path)
    assert answer.status in (403, 404)
    assert f'<html lang="{lang}">' in answer.text
    assert not ABSOLUTE.search(answer.text)
    assert "Traceback" not in answer.text
    assert "content-security-policy" in answer.headers


def test_a_page_asked_for_by_voila_s_front_once_stays_lean_for_the_next(owner: Client) -> None:
    assert "voila.js" in owner.get(f"{PAGE}?front=voila").text
    assert "voila.js" not in owner.get(PAGE).text


def test_a_page_says_its_language(owner: Client) -> None:
    for lang in ("it", "en"):
        page = owner.get(f"/voila/render/{lang}/00-start.ipynb")
        assert f'<html lang="{lang}">' in page.text
        assert not ABSOLUTE.search(page.text.split("<script type=")[0])


def test_assets_are_compressed_and_kept(nobody: Client) -> None:
    page = nobody.get(f"{PAGE}?token={nobody.server.token}").text
    paths = set(re.findall(r'(?:src|href)="(/cxkit/static/[^"]+)"', page))
    assert paths
    for path in paths:
        answer = nobody.ask("GET", path, headers={"Accept-Encoding": "gzip, br"})
        assert answer.status == 200
        assert answer.headers["content-encoding"] in ("br", "gzip")
        assert "immutable" in answer.headers["cache-control"]
        again = nobody.get(path, **{"If-None-Match": answer.headers["etag"]})
        assert again.status == 304
