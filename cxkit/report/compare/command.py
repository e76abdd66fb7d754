"""``cxkit export --compare``: one page on what changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cxkit
from cxkit.core.context import Context
from cxkit.language import translator
from cxkit.report.anonymise import anonymised
from cxkit.report.answers import AnswerView
from cxkit.report.command import Wishes
from cxkit.report.compare.changes import ExerciseChanges, Sides, changes
from cxkit.report.compare.outcome import GapChange, ThreadChange, gap_changes, thread_change
from cxkit.report.compare.sides import Side, two_sides
from cxkit.report.curve import PLAIN, curve_of
from cxkit.report.errors import NOT_COMPARED, THERE_ALREADY, UNWRITABLE, ReportError
from cxkit.report.naming import file_part
from cxkit.report.page import page_html
from cxkit.report.parts import Report
from cxkit.report.writing import write_whole

_FORMATS = ("html", "pdf")


@dataclass(frozen=True)
class Comparison:
    """What the page shows: the names of the two sides, and all that differs."""

    before: str
    after: str
    gaps: Sequence[GapChange]
    thread: ThreadChange
    changes: Sequence[ExerciseChanges]


def compare(sources: Sequence[str], wishes: Wishes, *, dates: Sequence[str] = (),
            workbook: str | None = None) -> list[Path]:  # fmt: skip
    """Write what changed from one workbook, or one day, to another; return the files.

    Parameters
    ----------
    sources : sequence of str
        Two workbooks, or one database.
    wishes : Wishes
        The options of ``cxkit export``.
    dates : sequence of str
        Two days, where there is one database.
    workbook : str, optional
        Id or title of the workbook in a database.

    Raises
    ------
    ReportError
        With one sentence in the user's language; no file is then written or changed.
    """
    for name in wishes.to:
        if name not in _FORMATS:
            raise ReportError.of(NOT_COMPARED, wishes.speaks, format=name)
    paths = [Path(source) for source in sources]
    sides = two_sides(paths, dates, wishes.speaks, workbook)
    if wishes.anonymise:
        first, second = (_hidden(side, wishes) for side in sides)
        sides = (first, second)
    report, comparison = comparison_of(*sides, wishes)
    return [_write(report, comparison, to, _place(paths[0], report, to, wishes), wishes)
            for to in wishes.to]  # fmt: skip


def comparison_of(before: Side, after: Side, wishes: Wishes) -> tuple[Report, Comparison]:
    """Gather what the page shows."""
    lang = wishes.lang or after.book.lang
    then, now = (side.book.context(lang, wishes.day) for side in (before, after))
    views = Sides(AnswerView(then), AnswerView(now))
    found = changes(before.book, after.book, views, wishes.exercises)
    thread = thread_change(before.book.thread(lang), after.book.thread(lang), lang)
    comparison = Comparison(before.name, after.name, gap_changes(then, now), thread, found)
    return _report(after, now, wishes), comparison


def _report(side: Side, context: Context, wishes: Wishes) -> Report:
    """Return what the page has in common with every report."""
    tr = translator(context.lang)
    return Report(
        lang=context.lang, written=side.book.lang, date=wishes.day,
        title=side.book.title or tr("Customer experience workbook"), company="", people="",
        version=cxkit.__version__, chapters=(), left_out=(), summary=None, thread=None,
        emotions=curve_of(PLAIN), sources=(), glossary=(), advice=False, answers=False,
        brand=wishes.brand, tr=tr,
    )  # fmt: skip


def _hidden(side: Side, wishes: Wishes) -> Side:
    book = anonymised(side.book, wishes.lang or side.book.lang, wishes.hide)
    return Side(book.title if side.name == side.book.title else side.name, book)


def _place(first: Path, report: Report, to: str, wishes: Wishes) -> Path:
    tr = translator(report.lang)
    name = file_part(f"{report.title}-{tr('What changed')}") + f".{to}"
    if wishes.out is None:
        return first.parent / name
    out = Path(wishes.out)
    return out / name if out.is_dir() else out.with_suffix(f".{to}")


def _write(report: Report, comparison: Comparison, to: str, path: Path, wishes: Wishes) -> Path:
    if path.exists() and (not wishes.overwrite or path.is_dir()):
        raise ReportError.of(THERE_ALREADY, wishes.speaks, path=path)
    try:
        return write_whole(path, _drawn(report, comparison, to))
    except OSError as error:
        raise ReportError.of(UNWRITABLE, wishes.speaks, path=path) from error


def _drawn(report: Report, comparison: Comparison, to: str) -> bytes:
    if to == "html":
        return page_html(report, "compare.html.j2", compared=comparison).encode()
    from cxkit.report.pdf.write import printed  # late: heavy

    return printed(replace(report, paper=True), "compare.html.j2", compared=comparison)
