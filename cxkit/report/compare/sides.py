"""The two workbooks of a comparison: two files, or two days of one in a database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from cxkit.language import Lang, as_lang, format_date
from cxkit.report.errors import BAD_DATE, NOT_TWO, NOTHING_YET, ReportError
from cxkit.report.source import Source, chosen, read_workbook
from cxkit.workbook import Workbook


@dataclass(frozen=True)
class Side:
    """One of the two: what it is called, and its answers."""

    name: str
    book: Workbook


def two_sides(sources: Sequence[Path], dates: Sequence[str], lang: Lang,
              workbook: str | None = None) -> tuple[Side, Side]:  # fmt: skip
    """Read the two workbooks to compare.

    Parameters
    ----------
    sources : sequence of Path
        Two workbooks; or one database, and two days of a workbook in it.
    dates : sequence of str
        The two days, such as ``2026-03-31``; the state at the end of each counts.
    lang : {"it", "en"}
        Language of what is said when it cannot be done.
    workbook : str, optional
        Id or title of the workbook in a database.

    Raises
    ------
    ReportError
        When these are not two, a day is none, or nothing was written by then.
    """
    if len(sources) == 2 and not dates:
        first, second = (read_workbook(path, lang, workbook) for path in sources)
        same = first.title == second.title
        names = [Source(path).stem if same else book.title for path, book in
                 zip(sources, (first, second), strict=True)]  # fmt: skip
        return Side(names[0], first), Side(names[1], second)
    if len(sources) == 1 and len(dates) == 2 and Source(sources[0]).is_database:
        days = sorted(_day(text, lang) for text in dates)
        return _on(sources[0], days[0], lang, workbook), _on(sources[0], days[1], lang, workbook)
    raise ReportError.of(NOT_TWO, lang)


def _day(text: str, lang: Lang) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ReportError.of(BAD_DATE, lang, value=text) from error


def _on(path: Path, day: date, lang: Lang, wanted: str | None) -> Side:
    """Read a workbook as it was when a day ended, where the reader is."""
    ends = datetime.combine(day, time.max).astimezone(UTC)
    from cxkit.store import Store, StoreError  # late: heavy

    try:
        with Store.open(path) as store:
            info = chosen(store, path, lang, wanted)
            values = {}
            for name in store.answers(info.id):
                then = [r for r in store.history(info.id, name) if r.saved_at <= ends]
                found = store.revision(info.id, name, then[0].revision) if then else None
                if found is not None:
                    values[name] = found.value
    except StoreError as error:
        raise ReportError(error.message(lang)) from error
    if not values:
        raise ReportError.of(NOTHING_YET, lang, path=path, day=format_date(day, lang))
    book = Workbook(info.title, as_lang(info.lang), Workbook.check_values(values, lang))
    return Side(format_date(day, book.lang), book)
