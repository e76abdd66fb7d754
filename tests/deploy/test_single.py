"""One machine: the shipped nginx and Caddy files in front of a real class, and the service file."""

from __future__ import annotations

import http.client
import os
import re
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest

from cxkit.store import Store
from tests.classroom.serving import Serving, serving
from tests.services import free_port, program

NAME = "cx.example.org"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    more = ("--public-url", f"https://{NAME}")
    folder = tmp_path_factory.mktemp("school")
    with serving(folder, lang="en", room="CX Milano 2026", more=more) as running:
        yield running


def certificate(folder: Path) -> tuple[Path, Path]:
    openssl = program("openssl", package="openssl")
    key, cert = folder / "key.pem", folder / "cert.pem"
    asked = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    names = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-days", "2"]
    subprocess.run(
        [openssl, *asked, *names, "-keyout", key, "-out", cert], check=True, capture_output=True
    )
    return key, cert


@contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[int]:
    """Run a proxy until the block ends, and wait until it listens."""
    with log.open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
        try:
            _wait_for(port, process, log)
            yield port
        finally:
            process.terminate()
            process.wait(30)


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        assert process.poll() is None, log.read_text()
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(log.read_text())


@contextmanager
def nginx(checkout: Path, folder: Path, behind: int) -> Iterator[int]:
    """Run nginx with the shipped file: its ports, names of files and no more are other ones."""
    found = program("nginx", package="nginx-light")
    key, cert = certificate(folder)
    port, plain = free_port(), free_port()
    site = (checkout / "deploy/single/nginx.conf").read_text(encoding="utf-8")
    for shipped, here in (
        ("listen 443 ssl", f"listen 127.0.0.1:{port} ssl"),
        ("listen 80", f"listen 127.0.0.1:{plain}"),
        (f"/etc/letsencrypt/live/{NAME}/fullchain.pem", str(cert)),
        (f"/etc/letsencrypt/live/{NAME}/privkey.pem", str(key)),
        ("127.0.0.1:8866", f"127.0.0.1:{behind}"),
    ):
        assert shipped in site
        site = site.replace(shipped, here)
    places = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = folder / "nginx.conf"
    user = "user root;" if os.geteuid() == 0 else ""
    whole.write_text(
        f"{user} daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
        f"http {{ access_log off; {places}\n{site}\n}}",
        encoding="utf-8",
    )
    with running([found, "-p", str(folder), "-c", str(whole)], port, folder / "said.txt") as here:
        yield here


@contextmanager
def caddy(checkout: Path, folder: Path, behind: int) -> Iterator[int]:
    """Run Caddy with the shipped file, with a certificate of our own on another port."""
    found = program("caddy", package="caddy")
    key, cert = certificate(folder)
    port = free_port()
    site = (checkout / "deploy/single/Caddyfile").read_text(encoding="utf-8")
    site = site.replace("127.0.0.1:8866", f"127.0.0.1:{behind}")
    site = re.sub(rf"^{NAME} {{$", f"{NAME}:{port} {{\n\ttls {cert} {key}", site, flags=re.M)
    whole = folder / "Caddyfile"
    head = f"{{\n\tadmin off\n\tauto_https disable_redirects\n\tstorage file_system {folder}\n}}\n"
    whole.write_text(head + site, encoding="utf-8")
    command = [found, "run", "--config", str(whole), "--adapter", "caddyfile"]
    with running(command, port, folder / "said.txt") as here:
        yield here


class Visitor:
    """Somebody who reaches the class over TLS, by its name."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self.trust = ssl.create_default_context()
        self.trust.check_hostname = False
        self.trust.verify_mode = ssl.CERT_NONE

    def ask(
        self, method: str, path: str, fields: dict[str, str] | None = None, **headers: str
    ) -> tuple[int, str, http.client.HTTPMessage]:
        line = http.client.HTTPSConnection("127.0.0.1", self.port, context=self.trust, timeout=60)
        sent = {"Host": NAME, "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        body = None
        if method == "POST":
            body = urlencode({"_xsrf": self.cookies.get("_xsrf", ""), **(fields or {})})
            sent |= {"Content-Type": "application/x-www-form-urlencoded"}
            sent |= {"Origin": f"https://{NAME}"}
        sock = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        line.sock = self.trust.wrap_socket(sock, server_hostname=NAME)
        line.request(method, path, body, {**sent, **headers})
        answer = line.getresponse()
        told = answer.headers
        for cookie in told.get_all("Set-Cookie") or []:
            name, _, rest = cookie.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        text = "" if answer.status == 101 else answer.read().decode(errors="replace")
        line.close()
        return answer.status, text, told


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def proxied(
    request: pytest.FixtureRequest, school: Serving, checkout: Path, tmp_path_factory
) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("proxy")
    with request.param(checkout, folder, school.port) as port:
        yield port


def test_joining_through_the_proxy_works_and_the_address_is_the_visitors(
    proxied: int, school: Serving, request: pytest.FixtureRequest
) -> None:
    visitor = Visitor(proxied)
    assert visitor.ask("GET", "/join")[0] == 200
    name = re.sub(r"\W+", " ", request.node.name)[-40:]
    fields = {"code": school.code, "name": name, "pin": "2706"}
    forged = {"X-Forwarded-For": "6.6.6.6"}
    status, text, told = visitor.ask("POST", "/join", fields, **forged)
    assert status == 200
    assert f"https://{NAME}/resume/" in text
    assert all("secure" in one.lower() for one in told.get_all("Set-Cookie") or [])
    assert visitor.ask("GET", "/")[0] == 200
    with Store.open(school.database) as store:
        assert store.log.lines()[0].address == "127.0.0.1"


def test_pages_come_in_pieces_and_sockets_open(
    proxied: int, school: Serving, request: pytest.FixtureRequest
) -> None:
    visitor = Visitor(proxied)
    visitor.ask("GET", "/join")
    name = re.sub(r"\W+", " ", request.node.name)[-40:]
    visitor.ask("POST", "/join", {"code": school.code, "name": name, "pin": "2706"})
    page = visitor.ask("GET", "/voila/render/en/00-start.ipynb")[1]
    kernel = re.search(r'class="cx-kernel">\{"kernel": "([0-9a-f-]{36})"', page)
    assert kernel, page[-300:]
    upgrade = {
        "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Origin": f"https://{NAME}",
    }  # fmt: skip
    sockets = f"/api/kernels/{kernel[1]}/channels"
    assert visitor.ask("GET", sockets, **upgrade)[0] == 101
    assert visitor.ask("GET", sockets, **{**upgrade, "Origin": "https://evil.example"})[0] != 101
    assert Visitor(proxied).ask("GET", sockets, **upgrade)[0] == 403


def test_another_name_gets_nothing(proxied: int) -> None:
    status = Visitor(proxied).ask("GET", "/join", Host="evil.example")[0]
    assert status in (200, 403, 421)
    body = Visitor(proxied).ask("GET", "/join", Host="evil.example")[1]
    assert "CX Milano" not in body


def test_the_service_file_is_one_that_systemd_reads(checkout: Path, tmp_path: Path) -> None:
    analyze = program("systemd-analyze", package="systemd")
    text = (checkout / "deploy/single/cxkit.service").read_text(encoding="utf-8")
    unit = tmp_path / "cxkit.service"
    command = re.search(r"^ExecStart=(\S+) (.*)$", text, re.M)
    assert command
    unit.write_text(text.replace(command[1], "/bin/true").replace("User=cxkit\n", ""))
    done = subprocess.run(
        [analyze, "verify", str(unit)], capture_output=True, text=True, check=False
    )
    assert "cxkit.service" not in done.stderr, done.stderr
