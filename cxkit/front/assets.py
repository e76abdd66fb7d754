"""The few files that pages load, read once, compressed once, named by what is in them."""

import gzip
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
TOKENS = HERE.parent / "core" / "tokens.css"
# As esbuild writes what a module cannot run without; `import("./…")` comes later.
_IMPORT = re.compile(rb'(?:from|import)"\./([\w.-]+)"')
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


@dataclass(frozen=True)
class Asset:
    """One file: its bytes, the same compressed by each coding, its media type and its version."""

    name: str
    content: bytes
    compressed: Mapping[str, bytes]
    content_type: str
    version: str

    @property
    def hashed_name(self) -> bool:
        """Whether the name itself changes with the content, as esbuild's chunks do."""
        return re.search(r"-[A-Z0-9]{8}\.js$", self.name) is not None

    @property
    def url(self) -> str:
        """Address below the base URL; its name or its version lets browsers keep it for ever."""
        version = "" if self.hashed_name else f"?v={self.version}"
        return f"cxkit/static/{self.name}{version}"


def _asset(name: str, content: bytes, brotli: bytes | None = None) -> Asset:
    version = hashlib.sha256(content).hexdigest()[:12]
    kind = _TYPES[Path(name).suffix] + "; charset=utf-8"
    gzipped = {"gzip": gzip.compress(content, 9, mtime=0)}
    best = {"br": brotli, **gzipped} if brotli else gzipped
    return Asset(name, content, best, kind, version)


def _built(path: Path) -> Asset:
    brotli = path.with_name(path.name + ".br")
    return _asset(path.name, path.read_bytes(), brotli.read_bytes() if brotli.is_file() else None)


@cache
def needed_scripts(entry: str) -> tuple[Asset, ...]:
    """Return a script and all that it imports at once, so that a page can ask for them together.

    Parameters
    ----------
    entry : str
        Such as ``"chapter"``: what its name begins with, which for a chunk a digest follows.
    """
    found = [next(name for name in assets() if re.match(rf"{entry}(-[A-Z0-9]{{8}})?\.js$", name))]
    for name in found:
        imported = _IMPORT.findall(assets()[name].content)
        found += [other.decode() for other in imported if other.decode() not in found]
    return tuple(assets()[name] for name in found)


@cache
def assets() -> Mapping[str, Asset]:
    """Return all files by name.

    Raises
    ------
    FileNotFoundError
        When the scripts have not been built.
    """
    built = sorted((HERE / "static").glob("*.js"))
    if not any(path.name == "page.js" for path in built):
        raise FileNotFoundError("the pages' scripts are not built; run: python3 tasks.py build")
    styles = b"\n".join(p.read_bytes() for p in (TOKENS, *sorted((HERE / "styles").glob("*.css"))))
    found = [_built(path) for path in built]
    found.append(_asset("page.css", styles))
    found.append(_asset("icon.svg", (HERE / "icon.svg").read_bytes()))
    return {asset.name: asset for asset in found}
