"""What pages load: little, once, compressed, and from nowhere else."""

from __future__ import annotations

from playwright.sync_api import Browser, CDPSession

from tests.browser.visit import Visitor, visiting
from tests.classroom.serving import ROOT, Serving


class Traffic:
    """The bytes and requests of one page, as the browser counts them."""

    def __init__(self, visitor: Visitor) -> None:
        self.wire: CDPSession = visitor.page.context.new_cdp_session(visitor.page)
        self.wire.send("Network.enable")
        self.names: dict[str, str] = {}
        self.bytes: dict[str, float] = {}
        self.cached: set[str] = set()
        self.wire.on("Network.requestWillBeSent", self._asked)
        self.wire.on("Network.responseReceived", self._answered)
        self.wire.on("Network.requestServedFromCache", lambda e: self.cached.add(e["requestId"]))
        self.wire.on("Network.dataReceived", self._came)

    def _asked(self, event: dict) -> None:
        if not event["request"]["url"].startswith(("data:", "blob:")):
            self.names[event["requestId"]] = event["request"]["url"]

    def _answered(self, event: dict) -> None:
        if event["response"].get("fromDiskCache") or event["response"].get("fromPrefetchCache"):
            self.cached.add(event["requestId"])

    def _came(self, event: dict) -> None:
        known = self.bytes.get(event["requestId"], 0)
        self.bytes[event["requestId"]] = known + event["encodedDataLength"]

    @property
    def fetched(self) -> list[str]:
        """The addresses that were asked of the server, without what the cache held."""
        return [url for number, url in self.names.items() if number not in self.cached]


def test_a_chapter_costs_few_requests_and_few_bytes(browser: Browser, server: Serving) -> None:
    server.new_sample("railway")
    with visiting(browser, server) as visitor:
        traffic = Traffic(visitor)
        visitor.open("05-journey")
        visitor.page.wait_for_load_state("networkidle")
        cold = list(traffic.fetched)
        size = sum(traffic.bytes.values())
        forms = [url for url in cold if "/chapter.js" in url]
        assert len(cold) <= 15, cold
        assert size <= 400_000
        assert len(forms) == 1, "the script is sent once, however many forms there are"
        assert not any("controls" in url for url in cold), "no page of ours needs ipywidgets"

        traffic.names.clear()
        visitor.open("03-vision")
        visitor.page.wait_for_load_state("networkidle")
        again = [url for url in traffic.fetched if "/cxkit/static/" in url]
        assert again == [], "the second page takes scripts and styles from the cache"


def test_no_page_asks_another_host_for_anything(browser: Browser, still: Serving) -> None:
    names = sorted(path.stem for path in (ROOT / "workbook" / "it").glob("*.ipynb"))
    with visiting(browser, still) as visitor:
        visitor.pardon("status of 404")
        for address in ("/", "/nothing", *(f"/voila/render/it/{name}.ipynb" for name in names)):
            visitor.page.goto(still.origin + address)
        seen = visitor.requests
    assert len(seen) > len(names)
    assert all(f"127.0.0.1:{still.port}" in url or url == "about:blank" for url in seen), seen
