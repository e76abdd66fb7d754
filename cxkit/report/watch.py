"""``cxkit export --watch``: write again whenever a workbook changes."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from cxkit.language import translator
from cxkit.report.batch import Say, export_all, found
from cxkit.report.command import Wishes

_PAUSE = 0.5


def keep_exporting(sources: Sequence[str], wishes: Wishes, *, say: Say, workbook: str | None = None,
                   every: bool = False, rounds: Iterable[int] | None = None,
                   pause: Callable[[float], None] = time.sleep) -> int:  # fmt: skip
    """Export, then export again each time a source changes, until it is stopped.

    Parameters
    ----------
    sources, wishes, say, workbook, every
        As for `export_all`.
    rounds : iterable of int, optional
        How often to look; for ever by default.
    pause : callable
        Waits between two looks, given seconds.
    """
    tr = translator(wishes.speaks)
    failed = export_all(sources, wishes, say=say, workbook=workbook, every=every)
    # What this run wrote it may write again; what stood there before, only when asked.
    again = wishes if failed else replace(wishes, overwrite=True)
    seen = _state(sources, wishes)
    say(tr("Watching; written again when a workbook changes. To stop: Ctrl+C."), err=True)
    try:
        for _ in rounds or count():
            pause(_PAUSE)
            now = _state(sources, wishes)
            changed = [name for name in now if now[name] != seen.get(name)]
            if changed:
                seen = now
                failed = export_all(changed, again, say=say, workbook=workbook, every=every)
    except KeyboardInterrupt:
        return 0
    return failed


def _state(sources: Sequence[str], wishes: Wishes) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return what tells a changed workbook from one that is as it was."""
    paths = {str(one.path): one.path for one in found(sources, wishes.speaks)}
    return {name: tuple(_marks(path)) for name, path in paths.items()}


def _marks(path: Path) -> Iterable[tuple[int, int]]:
    # A database writes into the file beside it first.
    for part in (path, path.with_name(f"{path.name}-wal")):
        if part.exists():
            found = part.stat()
            yield found.st_mtime_ns, found.st_size
