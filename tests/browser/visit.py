"""What a visitor does in a real browser, and what the pages must never do meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Request, expect

from tests.classroom.serving import Serving

SAVED = {"it": re.compile(r"Salvato alle \d\d:\d\d"), "en": re.compile(r"Saved at \d\d?:\d\d")}
# A chapter's kernel starts in about a second; the machine may be busy.
PATIENCE = 15_000
# A server that was started just now imports everything first.
START_MS = 60_000
expect.set_options(timeout=PATIENCE)


class Exercise:
    """One exercise's form on a page."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name
        self.root = page.locator(f'section.cx-exercise[data-exercise="{name}"]')
        self.status = self.root.locator(".cx-status")
        self.advice = self.root.locator(".cx-advice")
        self.picture = self.root.locator(".cx-picture")

    def at(self, *path: str) -> Locator:
        """Return the box of the field at a path."""
        return self.root.locator(f'[data-path="{"/".join(path)}"]')

    def control(self, *path: str) -> Locator:
        """Return what one types into, or chooses from, at a path."""
        return self.at(*path).locator("textarea, input, select").first

    def write(self, text: str, *path: str) -> None:
        """Replace the text at a path, in one go as pasting does."""
        self.control(*path).fill(text)

    def add(self, *path: str) -> str:
        """Add a record to the list at a path, and return its id."""
        before = self._shown(*path).count()
        known = set(self.records(*path))
        self.at(*path).locator("fieldset > wa-button, fieldset > button").last.click()
        expect(self._shown(*path)).not_to_have_count(before)
        (made,) = set(self.records(*path)) - known
        return made

    def records(self, *path: str) -> list[str]:
        """Return the ids of the records that the list at a path shows now."""
        found: list[str] = self._shown(*path).evaluate_all("all => all.map(e => e.dataset.path)")
        start = "/".join(path) + "/"
        return list(dict.fromkeys(path.removeprefix(start).split("/")[0] for path in found))

    def only_record(self, *path: str) -> str:
        """Wait until the list at a path shows something, and return the id of its one record."""
        expect(self._shown(*path)).not_to_have_count(0)
        (found,) = self.records(*path)
        return found

    def _shown(self, *path: str) -> Locator:
        return self.root.locator(f'[data-path^="{"/".join(path)}/"]')

    def saved(self, lang: str = "it") -> None:
        """Wait until the page says that all is saved: first its kernel may have to come."""
        expect(self.status).to_have_attribute("data-state", "idle", timeout=START_MS)
        expect(self.status).to_contain_text(SAVED[lang])


class Visitor:
    """A browser window that is signed in to a server, and watched."""

    def __init__(self, page: Page, server: Serving) -> None:
        self.page = page
        self.server = server
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.pardoned: list[str] = []
        page.context.on("request", lambda request: self.requests.append(request.url))
        page.context.on("requestfailed", self._withheld)
        self.watch(page)

    def _withheld(self, request: Request) -> None:
        """Forget what the page's own policy has kept the browser from asking for."""
        if request.failure == "csp":
            self.requests.remove(request.url)

    def watch(self, page: Page) -> None:
        """Write down what a page complains of."""
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("dialog", lambda dialog: (self.faults.append(dialog.message), dialog.dismiss()))
        page.on(
            "console",
            lambda said: self.faults.append(said.text) if said.type == "error" else None,
        )

    def pardon(self, *words: str) -> None:
        """Let the browser complain of what a test itself breaks."""
        self.pardoned += words

    def check(self) -> None:
        """Fail on complaints, and on requests to another host."""
        ours = (self.server.origin, self.server.origin.replace("http", "ws"), "data:", "blob:")
        strangers = [url for url in self.requests if not url.startswith((*ours, "about:"))]
        assert not strangers, f"the page asked for {strangers}"
        faults = [f for f in self.faults if not any(word in f for word in self.pardoned)]
        assert not faults, f"the page complained: {faults}"

    def sign_in(self) -> None:
        """Open the printed address."""
        self.page.goto(self.server.address)

    def join(self, name: str, pin: str) -> None:
        """Enter the class, and go home."""
        self.page.goto(f"{self.server.origin}/join?code={self.server.code}")
        self.page.locator("[name=name]").fill(name)
        self.page.locator("[name=pin]").fill(pin)
        self.page.locator("main button").click()
        expect(self.page.locator("[name=pin]")).to_have_count(0)
        self.page.goto(self.server.origin)

    def lead(self) -> None:
        """Enter the class as its instructor."""
        self.page.goto(f"{self.server.origin}/teach")
        self.page.locator("[name=password]").fill(self.server.password)
        self.page.locator("main button").click()
        self.page.wait_for_url(self.server.origin + "/")

    def open(self, chapter: str, lang: str = "it", anchor: str = "") -> None:
        """Open a chapter and wait until its forms are bound to the kernel."""
        self.page.goto(self.server.chapter(chapter, lang) + anchor)
        self.ready()

    def ready(self) -> None:
        """Wait until the page's forms are bound to a kernel, and drawn to their last field."""
        self.page.locator("html[data-kernel=ready]").wait_for(state="attached", timeout=START_MS)
        expect(self.page.locator(".cx-slot[aria-busy], .cx-later:empty")).to_have_count(0)

    def exercise(self, name: str) -> Exercise:
        """Return an exercise of the page."""
        return Exercise(self.page, name)

    def stored(self, exercise: str) -> dict[str, Any]:
        """Return what the file really holds of an exercise in the open workbook."""
        return self.server.answer(self.server.current_workbook(), exercise)

    def leave(self) -> None:
        """Go away as one does, so that the page's kernel ends."""
        self.page.goto("about:blank")


@contextmanager
def visiting(
    browser: Browser, server: Serving, name: str = "", pin: str = "2706", **options: Any
) -> Iterator[Visitor]:
    """Sign in with a browser that knows nothing yet, and check at the end what it saw.

    Where a class is served, `name` joins it; without a name the instructor comes.
    """
    context = browser.new_context(**{"locale": "it-IT", **options})
    context.set_default_timeout(PATIENCE)
    visitor = Visitor(context.new_page(), server)
    try:
        if not server.room:
            visitor.sign_in()
        elif name:
            visitor.join(name, pin)
        else:
            visitor.lead()
        yield visitor
        visitor.leave()
    finally:
        context.close()
    visitor.check()
