"""Write a file, or a folder of files, whole or not at all."""

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path


def write_whole(path: Path, data: bytes) -> Path:
    """Write `data` beside `path` first and put it in place when it is all there.

    Raises
    ------
    OSError
        When it cannot be written; what was at `path` is then as it was.
    """
    draft = path.with_name(f".{path.name[:60]}.{secrets.token_hex(4)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return path


def write_files(path: Path, files: bytes | Mapping[str, bytes]) -> Path:
    """Write one file, or a folder of files by name; see `write_whole`.

    Raises
    ------
    OSError
        When it cannot be written; what was at `path` is then as it was.
    """
    if isinstance(files, bytes):
        return write_whole(path, files)
    draft = path.with_name(f".{path.name[:60]}.{secrets.token_hex(4)}.tmp")
    former = draft.with_suffix(".old")
    try:
        draft.mkdir()
        for name, data in files.items():
            write_whole(draft / Path(name).name, data)
        if path.exists():
            path.rename(former)
        draft.rename(path)
    except BaseException:
        if former.exists():
            former.rename(path)
        shutil.rmtree(draft, ignore_errors=True)
        raise
    shutil.rmtree(former, ignore_errors=True)
    return path
