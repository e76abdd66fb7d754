"""A real Chromium with a stopwatch in its pages."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

from tasks import browser_for_tests

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whoever asks another host is refused at once: no page waits for a network that is not there.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
PATIENCE = 60.0

HERE = Path(__file__).parent
STOPWATCH = (HERE / "stopwatch.js").read_text(encoding="utf-8")
KEY_WATCH = (HERE / "keys.js").read_text(encoding="utf-8")


@dataclass
class Traffic:
    """What went over the line for one page, as the browser's own network log counts it."""

    base: str
    requests: int = 0
    sockets: int = 0
    bytes: int = 0
    script_bytes: int = 0
    foreign: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    _scripts: set[str] = field(default_factory=set)

    def follow(self, cdp: CDPSession) -> None:
        """Count from now on."""
        cdp.on("Network.requestWillBeSent", self._sent)
        cdp.on("Network.webSocketCreated", self._socket)
        cdp.on("Network.loadingFinished", self._done)
        cdp.send("Network.enable")

    def _note(self, url: str) -> None:
        if urlsplit(url).netloc != self.base:
            self.foreign.append(url)

    def _sent(self, event: dict[str, Any]) -> None:
        url = event["request"]["url"]
        if not url.startswith(("http:", "https:")):
            return
        self.requests += 1
        self.urls.append(urlsplit(url).path)
        self._note(url)
        if event.get("type") == "Script":
            self._scripts.add(event["requestId"])

    def _socket(self, event: dict[str, Any]) -> None:
        self.sockets += 1
        self._note(event["url"])

    def _done(self, event: dict[str, Any]) -> None:
        size = int(event["encodedDataLength"])
        self.bytes += size
        if event["requestId"] in self._scripts:
            self.script_bytes += size

    def summary(self) -> dict[str, Any]:
        """Return the counts; a socket is one request more."""
        return {
            "requests": self.requests + self.sockets,
            "sockets": self.sockets,
            "bytes": self.bytes,
            "script_bytes": self.script_bytes,
            "foreign": self.foreign,
            "twice": sorted({url for url in self.urls if self.urls.count(url) > 1}),
        }


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser that the tests use."""
    as_root = os.name == "posix" and os.geteuid() == 0
    # Chromium's sandbox refuses to run as root, which is who runs in containers.
    flags = [*QUIET, *(["--no-sandbox"] if as_root else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_for_tests(), args=flags)
        yield browser
        browser.close()


def until(page: Page, expression: str, patience: float = PATIENCE) -> None:
    """Wait until an expression is true; Playwright's waiting needs eval, which our pages forbid."""
    end = time.monotonic() + patience
    while not page.evaluate(f"Boolean({expression})"):
        if time.monotonic() > end:
            raise TimeoutError(f"{page.url}: not within {patience} s: {expression}")
        time.sleep(0.03)


@dataclass
class Visit:
    """One page, opened and ready."""

    page: Page
    ready: float
    traffic: Traffic

    def kernel(self) -> float:
        """Wait for the forms' kernel and return when it was there."""
        until(self.page, "cxTimes.at.kernel")
        return float(self.page.evaluate("cxTimes.at.kernel"))

    def prove_typing(self) -> None:
        """Type into the field that was called ready: what cannot be used is not ready."""
        focus = (
            "(() => { const e = cxTimes.find(cxTimes.typing); window.cxField = e; e.focus(); })()"
        )
        self.page.evaluate(focus)
        self.page.keyboard.type("Zq")
        until(self.page, "cxField.value.includes('Zq')")
        self.page.keyboard.press("Backspace")
        self.page.keyboard.press("Backspace")

    def prove_pressing(self) -> None:
        """Press the button and wait for the kernel's answer."""
        self.page.evaluate("cxTimes.find(cxTimes.press).click()")
        answered = "cxTimes.find(cxTimes.text('pressed 1'))"
        until(self.page, answered)

    def leave(self) -> None:
        """Go away as a reader does, so that the server hears of it, and give it a moment."""
        self.page.goto("about:blank")
        self.page.close()
        time.sleep(0.4)


def visit(
    context: BrowserContext, url: str, ready: str, line: dict[str, int] | None = None
) -> Visit:
    """Open `url` and wait until it is ready.

    Parameters
    ----------
    context : BrowserContext
        A fresh one is a cold cache.
    ready : {"field", "button", "page"}
        What the page must have: a field that takes typing, a button, or button and whole table.
    line : dict, optional
        Latency in milliseconds and bytes per second of a slower line.
    """
    page = context.new_page()
    cdp = context.new_cdp_session(page)
    traffic = Traffic(urlsplit(url).netloc)
    traffic.follow(cdp)
    if line:
        cdp.send("Network.emulateNetworkConditions", {"offline": False, **line})
    page.add_init_script(STOPWATCH.replace("'READY'", f"'{ready}'"))
    answer = page.goto(url, wait_until="commit")
    if answer is None or not answer.ok:
        raise TimeoutError(f"{url}: answered {answer and answer.status}")
    until(page, f"window.cxTimes?.at.{ready}")
    return Visit(page, float(page.evaluate(f"cxTimes.at.{ready}")), traffic)
