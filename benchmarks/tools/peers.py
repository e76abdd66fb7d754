"""The same page in other tools, each in an environment of its own made with plain pip."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Error

from benchmarks.tools.browser import chromium, visit
from benchmarks.tools.notebooks import whole_page
from benchmarks.tools.results import ROOT, Spread, Target, ratio
from benchmarks.tools.server import NotStartedError, free_port, served

ENVS = ROOT / "benchmarks" / ".envs"
APPS = ROOT / "benchmarks" / "peers"
BIN = "Scripts" if sys.platform == "win32" else "bin"
OURS = "our front"
TOKEN = "benchmark"  # noqa: S105 -- of a server that lives for minutes on this machine


@dataclass(frozen=True)
class Peer:
    """A tool, how its page is served and where it is found.

    The command may name {bin}, the folder of the tool's programs, {apps}, {folder} and {port}.
    """

    name: str
    command: str
    path: str = ""
    package: str = ""
    extra: str = ""


PEERS = (
    Peer(
        OURS,
        "{python} {apps}/our_app.py {folder} {port} " + TOKEN,
        f"voila/render/page.ipynb?token={TOKEN}",
    ),
    Peer(
        "Voila",
        "{python} -m voila {folder} --no-browser --port={port} --token=",
        "voila/render/page.ipynb",
    ),
    Peer("Panel", "{bin}/panel serve {apps}/panel_app.py --port={port}", "panel_app", "panel"),
    Peer(
        "Streamlit",
        "{bin}/streamlit run {apps}/streamlit_app.py --server.port={port} --server.headless=true "
        "--server.address=127.0.0.1 --browser.gatherUsageStats=false",
        package="streamlit",
    ),
    Peer(
        "Solara",
        "{bin}/solara run {apps}/solara_app.py --port={port} --no-open --production",
        package="solara",
        # Without its assets at hand it fetches them from another host.
        extra="[assets]",
    ),
    Peer(
        "Marimo",
        "{bin}/marimo run {apps}/marimo_app.py --port={port} --headless --no-token",
        package="marimo",
    ),
)


def measure_peers(rounds: int) -> dict[str, Any]:
    """Measure all that can be installed and started, in turn; name those that can't, and why."""
    missing: dict[str, str] = {}
    versions: dict[str, str] = {}
    cold: dict[str, list[float]] = defaultdict(list)
    traffic: dict[str, Any] = {}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        whole_page(folder / "page.ipynb")
        places = {}
        for peer in PEERS:
            try:
                place, versions[peer.name] = _environment(peer, folder)
                places[peer.name] = stack.enter_context(_serve(peer, place, folder))
            except (NotStartedError, subprocess.CalledProcessError) as error:
                missing[peer.name] = _reason(error)
        browser = stack.enter_context(chromium())
        for number in range(-1, rounds):
            for peer in PEERS:
                if peer.name not in places or peer.name in missing:
                    continue
                try:
                    seconds, counts = _look(browser, places[peer.name], prove=number < 0)
                except (TimeoutError, Error) as error:
                    missing[peer.name] = _reason(error)
                    continue
                if number >= 0:  # the first look wakes the server up
                    cold[peer.name].append(seconds)
                else:
                    traffic[peer.name] = counts
    spreads = {name: Spread.of(samples) for name, samples in cold.items() if name not in missing}
    return {
        "cold": spreads,
        "traffic": traffic,
        "versions": versions,
        "not measured": missing,
        "targets": _targets(spreads),
    }


def _targets(spreads: dict[str, Spread]) -> list[dict[str, Any]]:
    if OURS not in spreads:
        return []
    return [
        vars(Target(f"{OURS}'s page beside {name}'s, cold", ratio(spreads[OURS], spread), 1.0))
        for name, spread in spreads.items()
        if name != OURS
    ]


def _serve(peer: Peer, place: Path, folder: Path) -> AbstractContextManager[str]:
    port = free_port()
    parts = {"python": sys.executable, "bin": place, "apps": APPS, "folder": folder, "port": port}
    command = [word.format(**parts) for word in peer.command.split()]
    return served(command, folder, f"http://127.0.0.1:{port}/{peer.path}")


def _look(browser: Browser, url: str, *, prove: bool) -> tuple[float, dict[str, Any]]:
    with browser.new_context() as context:
        seen = visit(context, url, "page")
        counts = seen.traffic.summary()
        if prove:
            seen.prove_pressing()
        seen.leave()
        return seen.ready, counts


def _environment(peer: Peer, folder: Path) -> tuple[Path, str]:
    """Return where a peer's programs are, installed first if need be, and its version."""
    if not peer.package:
        return folder, "this checkout's"
    place = ENVS / peer.package
    python = place / BIN / "python"
    if not (place / "installed").is_file():
        print(f"installing {peer.name} …", flush=True)
        _quiet(sys.executable, "-m", "venv", "--clear", place)
        _quiet(
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            peer.package + peer.extra,
        )
        (place / "installed").touch()
    asked = f"from importlib.metadata import version; print(version({peer.package!r}))"
    return place / BIN, _quiet(python, "-c", asked).strip()


def _quiet(*command: str | Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=True
    )
    return done.stdout


def _reason(error: Exception) -> str:
    said = str(getattr(error, "stderr", "") or error).strip()
    return said.splitlines()[-1][:200] if said else type(error).__name__
