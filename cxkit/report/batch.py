"""Many workbooks in one go: each done or named, none in the way of the others."""

import glob
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from cxkit.language import Lang, format_number, translator
from cxkit.report.command import Wishes, exports
from cxkit.report.errors import HIDDEN_BY_RULES, NO_WORKBOOKS, ReportError
from cxkit.report.naming import Places
from cxkit.report.source import Source, workbooks_in

Say = Callable[..., None]
"""Prints a line; with ``err=True`` among the errors."""

_PATTERN = frozenset("*?[")


def found(sources: Sequence[str], lang: Lang, workbook: str | None = None, *,
          every: bool = False) -> list[Source]:  # fmt: skip
    """Return the workbooks that files, folders and patterns name, each once, in their order.

    Raises
    ------
    ReportError
        When a folder or a pattern holds no workbook, or a database cannot be read.
    """
    paths = [path for source in sources for path in _paths(source, lang)]
    each = (s for path in dict.fromkeys(paths) for s in workbooks_in(path, lang, every=every))
    return [replace(one, workbook=one.workbook or workbook) for one in each]


def _paths(source: str, lang: Lang) -> list[Path]:
    """Return the files that one source names; shells of Windows leave patterns to us."""
    path = Path(source)
    if path.is_dir():
        inside = sorted(path.glob("*.cxworkbook.json"))
    elif _PATTERN & set(source) and not path.exists():
        inside = [Path(name) for name in sorted(glob.glob(source, recursive=True))]  # noqa: PTH207 (may begin anywhere)
    else:
        return [path]
    if not inside:
        raise ReportError.of(NO_WORKBOOKS, lang, path=source)
    return inside


def export_all(sources: Sequence[str], wishes: Wishes, *, say: Say, workbook: str | None = None,
               every: bool = False) -> int:  # fmt: skip
    """Export every workbook and return how many failed.

    Parameters
    ----------
    sources : sequence of str
        Files, folders and patterns.
    wishes : Wishes
        The options.
    say : callable
        Prints what was written, and among the errors what failed.
    workbook : str, optional
        Id or title of the workbook in a database.
    every : bool
        Whether all workbooks of a database are meant.
    """
    todo = found(sources, wishes.speaks, workbook, every=every)
    places = Places(wishes.out, wishes.speaks)
    places.check(len(todo) * len(wishes.to))
    if wishes.anonymise:
        tr = translator(wishes.speaks)
        say(tr(HIDDEN_BY_RULES), err=True)
    failed = 0
    for number, source in enumerate(todo, start=1):
        before = f"[{number}/{len(todo)}] " if len(todo) > 1 else ""
        failures = _export_one(source, wishes, places, partial(_say_path, say, before))
        failed += bool(failures)
        for failure in failures:
            say(f"{before}{failure}", err=True)
    if len(todo) > 1:
        say(_summary(len(todo), failed, wishes.speaks), err=True)
    return failed


def _export_one(source: Source, wishes: Wishes, places: Places,
                written: Callable[[Path], None]) -> list[str]:  # fmt: skip
    """Export one workbook; return the sentences that say what failed and why."""
    try:
        todo = exports(source, wishes, places)
    except Exception as error:  # noqa: BLE001 (one strange workbook must not stop two hundred)
        return [_why(error, source, wishes)]
    failures = []
    for write in todo:
        try:
            written(write())
        except Exception as error:  # noqa: BLE001 (nor one format the others)
            failures.append(_why(error, source, wishes))
    return failures


def _why(error: Exception, source: Source, wishes: Wishes) -> str:
    if isinstance(error, ReportError):
        return error.message
    tr = translator(wishes.speaks)
    said = tr("“{path}” could not be exported; please report this: {error}")
    return said.format(path=source.path, error=repr(error))


def _say_path(say: Say, before: str, path: Path) -> None:
    say(f"{before}{path}")


def _summary(all_of_them: int, failed: int, lang: Lang) -> str:
    tr = translator(lang)
    done = format_number(all_of_them - failed, lang)
    if not failed:
        return tr("All {count} workbooks were exported.").format(count=done)
    said = tr("{count} workbooks were exported, {failed} failed; each is named above.")
    return said.format(count=done, failed=format_number(failed, lang))
