"""Shows one form on a page of its own, with a model that answers as Python does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, Route, expect

from cxkit.forms.words import form_words
from cxkit.language import Lang

ROOT = Path(__file__).parents[3]
HERE = Path(__file__).parent
ADDRESS = "http://form.test/"
# The form answers at once; the machine may be busy.
PATIENCE = 15_000
expect.set_options(timeout=PATIENCE)
FILES = {
    "/": (HERE / "index.html", "text/html"),
    "/model.js": (HERE / "model.js", "text/javascript"),
    "/page.css": (HERE / "page.css", "text/css"),
    "/tokens.css": (ROOT / "cxkit/core/tokens.css", "text/css"),
    "/form.js": (ROOT / "cxkit/forms/static/form.js", "text/javascript"),
}
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:"


def field(name: str, kind: str, **more: Any) -> dict[str, Any]:
    """Describe a field as Python would."""
    given = {"label": name.replace("_", " ").capitalize(), "help": None, "example": None}
    return {"name": name, "kind": kind, "needed": False, **given, **more}


def form_state(
    fields: list[dict[str, Any]], value: dict[str, Any], lang: Lang = "en", **more: Any
) -> dict[str, Any]:
    """Describe a form as Python would."""
    return {
        "exercise": "trial",
        "lang": lang,
        "workbook": "w1",
        "title": "A trial",
        "purpose": "To see whether the form keeps its word.",
        "minutes": 20,
        "mode": "team",
        "instructions": "<p>Write something.</p>",
        "notes": [{"title": "How to run it", "html": "<p>Calmly.</p>"}],
        "fields": fields,
        "value": value,
        "revision": 0,
        "saved_at": None,
        "advice": [],
        "picture": "",
        "picture_title": "",
        "links": {},
        "pages": {},
        "progress": "empty",
        "words": form_words(lang),
        **more,
    }


class FormPage:
    """A form in the browser and the model behind it."""

    def __init__(self, page: Page, requests: list[str]) -> None:
        self.page = page
        self.requests = requests

    def open(self, state: dict[str, Any]) -> None:
        """Load the page afresh, show a form and wait until its long fields are drawn too."""
        self.page.goto(ADDRESS)
        self.page.locator("html[data-ready]").wait_for(state="attached")
        self.page.evaluate("state => window.openForm(state)", state)
        expect(self.page.locator(".cx-later:empty")).to_have_count(0)

    @property
    def status(self) -> Locator:
        """Return the line that says what is saved."""
        return self.page.locator(".cx-status-words")

    def saved(self) -> Any:
        """Wait until all is saved and return the value Python then has."""
        self.page.evaluate("document.activeElement?.blur()")
        self.page.locator("[data-state=idle]").wait_for(state="attached")
        return self.page.evaluate("window.model.value")

    def sent(self, kind: str) -> list[dict[str, Any]]:
        """Return the messages of a kind that the form has sent."""
        messages: list[dict[str, Any]] = self.page.evaluate("window.model.sent")
        return [message for message in messages if message["kind"] == kind]

    def tell(self, message: dict[str, Any]) -> None:
        """Send the form a message of Python's."""
        self.page.evaluate("message => window.model.tell(message)", message)

    def box(self, label: str) -> Locator:
        """Find a text field by its label."""
        return self.page.get_by_role("textbox", name=re.compile(f"^{label}\\b"))

    def at(self, *path: str) -> Locator:
        """Find the element of the field at a path."""
        return self.page.locator(f'[data-path="{"/".join(path)}"]')

    def still(self) -> None:
        """Wait until nothing moves or fades any more: half shown, a text has another contrast."""
        self.page.wait_for_function(
            "document.getAnimations().every(one => one.playState !== 'running')"
        )


@contextmanager
def form_page(browser: Browser, **context: Any) -> Iterator[FormPage]:
    """Open a page that may load the harness's files and nothing else."""
    opened = browser.new_context(**{"viewport": {"width": 1100, "height": 800}, **context})
    page = opened.new_page()
    page.set_default_timeout(PATIENCE)
    requests: list[str] = []
    faults: list[str] = []

    def answer(route: Route) -> None:
        address = urlsplit(route.request.url)
        known = FILES.get(address.path) if route.request.url.startswith(ADDRESS) else None
        if known is None:
            requests.append(route.request.url)
            route.abort()
            return
        headers = {"Content-Type": known[1], "Content-Security-Policy": POLICY}
        route.fulfill(body=known[0].read_bytes(), headers=headers)

    page.route("**/*", answer)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    try:
        yield FormPage(page, requests)
    finally:
        opened.close()
    assert not requests, f"the form asked for {requests}"
    assert not faults, f"the page complained: {faults}"
