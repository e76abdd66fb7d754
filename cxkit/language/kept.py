"""A folder of one's own for what is costly to make and can always be made again."""

import hashlib
import marshal
import os
import secrets
import sys
from functools import cache
from pathlib import Path
from typing import Any


@cache
def kept_folder() -> Path | None:
    """Return the folder, or None where there can be none.

    It lies in the user's cache (``CXKIT_CACHE`` names another; empty means none), is readable by
    nobody else, and is refused when somebody else owns it: compiled code is read from it.
    """
    folder = _place()
    try:
        if folder is None:
            return None
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except (OSError, RuntimeError):
        return None
    strange = hasattr(os, "getuid") and (found.st_uid != os.getuid() or found.st_mode & 0o022)
    return None if strange or not os.access(folder, os.W_OK) else folder


def _place() -> Path | None:
    asked = os.environ.get("CXKIT_CACHE")
    if asked is not None:
        return Path(asked) if asked else None
    from platformdirs import user_cache_path  # late: heavy

    # Compiled code fits one Python only.
    return user_cache_path("cxkit", appauthor=False) / (sys.implementation.cache_tag or "python")


def kept(path: Path) -> Any:
    """Return what was made from a file as it is now; None when nothing was, or it is damaged."""
    try:
        mark, made = marshal.loads(_kept_at(path).read_bytes())  # noqa: S302 (our own folder)
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return made if mark == _mark(path) else None


def keep(path: Path, made: Any) -> Any:
    """Keep what was made from a file, if it can be kept, and return it."""
    try:
        place = _kept_at(path)
        draft = place.with_suffix(f".{secrets.token_hex(4)}")
        draft.write_bytes(marshal.dumps((_mark(path), made)))
        draft.replace(place)
    except (OSError, ValueError):
        pass
    return made


def _kept_at(path: Path) -> Path:
    folder = kept_folder()
    if folder is None:
        raise OSError("nothing can be kept")
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:24]
    return folder / f"{path.stem}-{name}.made"


def _mark(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size
