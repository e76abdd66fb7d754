"""Takes the gallery's pictures of reports: ``python3 tasks.py screenshots``.

The bank's sample in both languages, in three dresses, as its pages come to lie on paper. Names stay
the same, so that a new picture takes the place of the old one.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.tools.browser import chromium
from cxkit.language import LANGS, Lang
from cxkit.report.command import Wishes, export
from cxkit.report.compare import compare
from docs.screenshots import IMAGES, sample, write

BRANDS = Path(__file__).parent / "brands"
DAY = date(2026, 10, 12)
# A4 at 96 pixels to the inch.
TALL, WIDE = (794, 1123), (1123, 794)


ALONE = """at => {
  for (let part = document.querySelector(at); part !== document.body; part = part.parentElement)
    for (const other of [...part.parentElement.children]) if (other !== part) other.remove();
}"""


@dataclass(frozen=True)
class Sheet:
    """One picture: which report, from where on it, on which shape of paper."""

    name: str
    dress: str
    at: str
    size: tuple[int, int] = TALL


SHEETS = (
    Sheet("cover", "house", ".r-cover"),
    Sheet("cover-tera", "tera", ".r-cover"),
    Sheet("cover-notte", "notte", ".r-cover"),
    Sheet("summary", "house", ".r-summary"),
    Sheet("thread", "tera", "section:has(> * > #red-thread)", WIDE),
    Sheet("persona", "notte", "section:has(> * > #buyer-persona)"),
    Sheet("journey", "house", "section:has(> * > #journey-map)", WIDE),
    Sheet("blueprint", "tera", "section:has(> * > #blueprint)", WIDE),
    Sheet("kpi", "notte", "section:has(> * > #kpi-plan)"),
    Sheet("compare", "house", "#report"),
)


def reports(folder: Path, lang: Lang) -> dict[str, Path]:
    """Write the bank's report in each dress, and what changed since an earlier state."""
    source = folder / f"bank.{lang}.cxworkbook.json"
    source.write_text(sample(lang).to_json(), encoding="utf-8")
    made = {}
    for dress in ("house", "tera", "notte"):
        brand = BRANDS / f"{dress}.yml" if dress != "house" else None
        made[dress] = export(
            source, out=folder / f"{dress}.{lang}.html", brand=brand, day=DAY, answers=False,
            comfort=False,
        )  # fmt: skip
    earlier = folder / f"earlier.{lang}.cxworkbook.json"
    earlier.write_text(_earlier(lang), encoding="utf-8")
    wishes = Wishes.of(lang, to="html", out=str(folder / f"compare.{lang}.html"), day=DAY)
    (made["compare"],) = compare([str(earlier), str(source)], wishes)
    return made


def _earlier(lang: Lang) -> str:
    """Return the case as it was before its gaps were read and its thread was tied."""
    book = sample(lang)
    kept = {n: a for n, a in book.answers.items() if n not in ("actions", "communication-plan")}
    return type(book)(book.title, book.lang, kept).to_json()


def take(browser: Browser, report: Path, sheet: Sheet, lang: Lang) -> None:
    """Open a report as it is printed and keep one sheet of it."""
    width, height = sheet.size
    with browser.new_context(
        viewport={"width": width, "height": height}, bypass_csp=True
    ) as context:
        page = context.new_page()
        page.emulate_media(media="print")
        page.goto(report.as_uri())
        page.evaluate(ALONE, sheet.at)
        if sheet.at != ".r-cover":
            page.add_style_tag(content="body { padding: 12mm 14mm; }")
        write(page, IMAGES / f"gallery-{sheet.name}-{lang}.webp")


def main() -> None:
    """Take all pictures."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        for lang in LANGS:
            made = reports(Path(name), lang)
            for sheet in SHEETS:
                report = made["compare" if sheet.name == "compare" else sheet.dress]
                take(browser, report, sheet, lang)


if __name__ == "__main__":
    main()
