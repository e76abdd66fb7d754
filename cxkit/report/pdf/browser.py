"""The browser that prints a report: one that is installed, found without a setting."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from cxkit.language import Lang
from cxkit.report.errors import NO_BROWSER, NOT_PRINTED, ReportError

_NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
    "brave-browser", "chrome", "msedge",
)  # fmt: skip
_ON_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_ON_WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
    r"Chromium\Application\chrome.exe",
)
_QUIET = (
    "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-extensions",
    "--no-pdf-header-footer", "--generate-pdf-document-outline", "--window-size=688,1014",
    # The report asks nothing of the network; neither shall the browser on its behalf.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    # Of two letter sizes that differ by a hundredth it keeps the one it made first since it last
    # cleared its memory up: without a clearing up in between, the same page gives the same bytes.
    "--js-flags=--initial-heap-size=3000 --min-semi-space-size=256",
)  # fmt: skip
_SECONDS = 180
# A long report takes gigabytes while it is printed: a server prints one at a time.
_PRINTER = Lock()


def find_browser(lang: Lang) -> str:
    """Return the browser to print with: ``CXKIT_CHROMIUM``, or one of the Chromium family.

    Raises
    ------
    ReportError
        When there is none; it says how to get one.
    """
    asked = os.environ.get("CXKIT_CHROMIUM")
    found = asked if asked and Path(asked).is_file() else next(_installed(), None)
    if found is None:
        raise ReportError.of(NO_BROWSER, lang)
    return found


def _installed() -> Iterator[str]:
    for name in _NAMES:
        path = shutil.which(name)
        if path:
            yield path
    folders = (
        os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
    )
    places = [Path(folder, program) for folder in folders if folder for program in _ON_WINDOWS]
    homes = (Path("/Applications"), Path.home() / "Applications")
    places += [home / program for home in homes for program in _ON_MAC]
    yield from (str(place) for place in places if place.is_file())


def print_page(html: str, lang: Lang) -> bytes:
    """Print a page that needs nothing else and return the PDF as the browser made it.

    Raises
    ------
    ReportError
        When there is no browser, or it did not print.
    """
    program = find_browser(lang)
    folder = tempfile.TemporaryDirectory(prefix="cxkit-", ignore_cleanup_errors=True)
    with _PRINTER, folder as name:
        page, made = Path(name, "report.html"), Path(name, "report.pdf")
        page.write_text(html, encoding="utf-8")
        command = [program, *_QUIET, f"--user-data-dir={Path(name, 'profile')}"]
        if sys.platform == "linux" and os.geteuid() == 0:
            # Its sandbox refuses to run as root; the page's own policy runs our script only.
            command.append("--no-sandbox")
        try:
            done = subprocess.run(  # noqa: S603 (a browser that find_browser found)
                [*command, f"--print-to-pdf={made}", page.as_uri()],
                stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False,
            )  # fmt: skip
            why = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ReportError.of(NOT_PRINTED, lang, program=program, why=error) from error
        if not made.is_file():
            raise ReportError.of(NOT_PRINTED, lang, program=program, why=why[:200])
        return made.read_bytes()
