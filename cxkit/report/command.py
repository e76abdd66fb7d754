"""What ``cxkit export`` does."""

import re
from datetime import date
from pathlib import Path

from cxkit.language import Lang
from cxkit.report.errors import THERE_ALREADY, UNKNOWN_FORMAT, UNWRITABLE, ReportError
from cxkit.report.request import Request
from cxkit.report.source import read_workbook, spoken
from cxkit.report.writers import FORMATS
from cxkit.report.writing import write_files


def export(  # noqa: PLR0913 (a command has as many options as people need)
    source: str | Path,
    *,
    to: str = "html",
    lang: Lang | None = None,
    out: str | Path | None = None,
    advice: bool = True,
    lessons: bool = False,
    overwrite: bool = False,
    workbook: str | None = None,
) -> Path:
    """Write the report on a workbook and return where it is.

    Parameters
    ----------
    source : path
        A ``*.cxworkbook.json`` file or a ``cxworkbook.db``.
    to : str
        The format, one of `cxkit.report.writers.FORMATS`.
    lang : {"it", "en"}, optional
        Language of the report and of what is said when it fails; that of the answers, and of this
        machine, by default.
    out : path, optional
        The file, or a folder for it; beside the source by default.
    advice, lessons : bool
        Whether the advice and the lessons' text are in it.
    overwrite : bool
        Whether a file that is there already may be replaced.
    workbook : str, optional
        Id or title of the workbook in a database; the one that is open by default.

    Raises
    ------
    ReportError
        With one sentence in the user's language; no file is then written or changed.
    """
    source, reader = Path(source), spoken(lang)
    if to not in FORMATS:
        raise ReportError.of(UNKNOWN_FORMAT, reader, format=to, known=", ".join(FORMATS))
    book = read_workbook(source, reader, workbook)
    path = _target(source, book.title, to, Path(out) if out is not None else None)
    if path.exists() and (not overwrite or path.is_dir()):
        raise ReportError.of(THERE_ALREADY, reader, path=path)
    today = date.today()  # noqa: DTZ011 (the reader's day)
    request = Request(book, lang or book.lang, today, advice, lessons)
    made = FORMATS[to].write(request)
    try:
        return write_files(path, made)
    except OSError as error:
        raise ReportError.of(UNWRITABLE, reader, path=path) from error


def _target(source: Path, title: str, to: str, out: Path | None) -> Path:
    """Return where the report goes: `out`, or a name like the source's or the workbook's."""
    if out is not None and not out.is_dir():
        return out
    stem = source.name.removesuffix(".json").removesuffix(".cxworkbook")
    if source.suffix.lower() != ".json":
        stem = re.sub(r"[^\w.-]+", "-", title).strip("-.")[:80] or source.stem
    return (out or source.parent) / f"{stem}.{to}"
