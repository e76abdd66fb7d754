"""Takes the documents' pictures of the pages: ``python3 tasks.py screenshots``.

A real server on an empty folder, the bank's sample case, a real Chromium. Names stay the same, so
that a new picture takes the place of the old one. Names after the command choose some.
"""

from __future__ import annotations

import sys
import tempfile
from base64 import b64decode
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from benchmarks.tools.browser import chromium, until
from benchmarks.tools.server import free_port, served
from cxkit.language import LANGS
from cxkit.report import write_report
from cxkit.store import OWNER, Store
from cxkit.workbook import Workbook

ROOT = Path(__file__).resolve().parents[1]
IMAGES = Path(__file__).parent / "images"
MOST_BYTES = 250_000
WIDE, NARROW = 1280, 360
DAY = datetime(2026, 10, 12, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Shot:
    """One picture: which page, from where on it, in which language, theme and size."""

    name: str
    lang: str
    page: str
    at: str = "main"
    theme: Literal["light", "dark"] = "light"
    width: int = WIDE
    height: int = 860


VISION = ".cx-slot[data-exercise=vision-statement]"
MAP = ".cx-slot[data-exercise=journey-map]"
SHOTS = tuple(
    shot
    for lang in ("en", "it")
    for shot in (
        Shot(f"home-{lang}", lang, "", "top", height=1180),
        Shot(f"vision-{lang}", lang, "03-vision", VISION, height=1180),
        Shot(f"vision-picture-{lang}", lang, "03-vision", f"{VISION} .cx-picture"),
        Shot(f"journey-{lang}", lang, "05-journey", MAP, height=1180),
        Shot(f"journey-picture-{lang}", lang, "05-journey", f"{MAP} .cx-picture", height=960),
        Shot(f"journey-dark-{lang}", lang, "05-journey", f"{MAP} .cx-picture", "dark", height=960),
        Shot(f"home-narrow-{lang}", lang, "", "top", width=NARROW, height=740),
        Shot(f"vision-narrow-{lang}", lang, "03-vision", VISION, width=NARROW, height=740),
        Shot(f"report-{lang}", lang, "report", "top", width=1000, height=1100),
    )
)


def take(browser: Browser, address: str, shot: Shot, report: Path) -> None:
    """Open the page as a visitor of that language and keep what the window shows."""
    base = address.partition("?")[0]
    with browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        locale={"it": "it-IT", "en": "en-GB"}[shot.lang],
        timezone_id="Europe/Rome",
        color_scheme=shot.theme,
        reduced_motion="reduce",
    ) as context:
        page = context.new_page()
        page.goto(f"{address}&lang={shot.lang}")
        if shot.page == "report":
            page.goto(report.as_uri())
        elif shot.page:
            page.goto(f"{base}voila/render/{shot.lang}/{shot.page}.ipynb")
            until(page, "document.documentElement.dataset.kernel === 'ready'")
        settle(page, shot.at)
        write(page, IMAGES / f"{shot.name}.webp")


def settle(page: Page, at: str) -> None:
    """Bring the place into view below the page's head, and wait until it is painted."""
    if at != "top":
        page.evaluate(
            """(at) => {
              const head = document.querySelector(".cx-top").offsetHeight;
              const place = document.querySelector(at).getBoundingClientRect();
              scrollTo(0, place.top + scrollY - head - 14);
            }""",
            at,
        )
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )


def write(page: Page, path: Path) -> None:
    """Write the window as WebP, in a lower quality when it would be large."""
    cdp = page.context.new_cdp_session(page)
    for quality in (88, 75, 60):
        asked = {"format": "webp", "quality": quality}
        data = b64decode(cdp.send("Page.captureScreenshot", asked)["data"])
        if len(data) <= MOST_BYTES:
            break
    path.write_bytes(data)
    print(f"{path.name:<28} {len(data) / 1000:>5.0f} kB", flush=True)


def main() -> None:
    """Take all pictures, or those that are named."""
    chosen = [shot for shot in SHOTS if not sys.argv[1:] or shot.name in sys.argv[1:]]
    if not chosen:
        sys.exit(f"There is no such picture; there are: {', '.join(shot.name for shot in SHOTS)}.")
    IMAGES.mkdir(exist_ok=True)
    port = free_port()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = folder / "cxworkbook.db"
        books = keep_samples(database)
        for lang in LANGS:
            write_report(sample(lang), folder / f"{lang}.html", lang=lang, date=DAY.date())
        command: list[str | Path] = [
            Path(sys.executable).parent / "cxkit",
            "serve",
            "--no-browser",
            f"--port={port}",
        ]
        local = f"http://127.0.0.1:{port}/"
        with (
            served(command, folder, local, said=r"http://\S+token=\w+") as url,
            chromium() as browser,
        ):
            for shot in chosen:
                with Store.open(database) as store:
                    store.set_current(OWNER, books[shot.lang])
                take(browser, url, shot, folder / f"{shot.lang}.html")


def sample(lang: str) -> Workbook:
    """Return the bank's case in a language."""
    return Workbook.read(ROOT / "data" / "samples" / f"bank.{lang}.cxworkbook.json")


def keep_samples(database: Path) -> dict[str, str]:
    """Store the case in both languages, at a time that stays the same; return their ids."""
    with Store.create_or_upgrade(database, clock=lambda: DAY) as store:
        ids: dict[str, str] = {}
        for lang in LANGS:
            book = sample(lang)
            made = store.create_workbook(
                book.title, lang, person=OWNER, case=book.case, answers=book.values()
            )
            store.remember_place(made.id, "05-journey", lang, person=OWNER)
            ids[lang] = made.id
    return ids


if __name__ == "__main__":
    main()
