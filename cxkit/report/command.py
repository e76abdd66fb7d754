"""What ``cxkit export`` does with one workbook."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Self

from cxkit.language import Lang
from cxkit.report.anonymise import anonymised
from cxkit.report.brand import HOUSE, Brand
from cxkit.report.brand_file import read_brand
from cxkit.report.errors import THERE_ALREADY, UNKNOWN_FORMAT, UNWRITABLE, ReportError
from cxkit.report.naming import Places, words_of
from cxkit.report.request import Request
from cxkit.report.selection import listed, selected
from cxkit.report.source import Source, read_workbook, spoken
from cxkit.report.writers import FORMATS
from cxkit.report.writing import write_files
from cxkit.workbook import Workbook

_PAGED = frozenset({"pdf"})


@dataclass(frozen=True)
class Wishes:
    """The options of ``cxkit export``, checked; `speaks` is the language of what it says.

    `answers` is None where nobody said whether each answer is wanted field by field: a page holds
    them folded, paper leaves them out. `hide` holds more names to replace where `anonymise` is
    set. `day` is the date of every export of the run.
    """

    speaks: Lang = "en"
    to: tuple[str, ...] = ("html",)
    lang: Lang | None = None
    out: str | None = None
    exercises: tuple[str, ...] = ()
    brand: Brand = HOUSE
    anonymise: bool = False
    hide: tuple[str, ...] = ()
    advice: bool = True
    lessons: bool = False
    answers: bool | None = None
    comfort: bool = True
    overwrite: bool = False
    day: date = field(default_factory=date.today)

    @classmethod
    def of(cls, speaks: Lang, *, to: str, chapters: str = "", exercises: str = "",
           brand: Path | None = None, hide: str = "", **others: object) -> Self:  # fmt: skip
        """Check the options as they were typed.

        Raises
        ------
        ReportError
            When a format, a chapter or an exercise is not known, or the brand cannot be used.
        """
        formats = tuple(dict.fromkeys(name.lower() for name in listed(to)))
        for name in formats or (to,):
            if name not in FORMATS:
                known = ", ".join(FORMATS)
                raise ReportError.of(UNKNOWN_FORMAT, speaks, format=name, known=known)
        return cls(
            speaks, formats, exercises=selected(chapters, exercises, speaks),
            brand=read_brand(brand, speaks) if brand else HOUSE, hide=tuple(listed(hide)),
            **others,  # type: ignore[arg-type]  # typed by the command line
        )  # fmt: skip

    def request(self, book: Workbook) -> Request:
        """Return what an export of `book` is to be about."""
        shown = anonymised(book, self.lang or book.lang, self.hide) if self.anonymise else book
        return Request(
            shown, self.lang or book.lang, self.day, self.advice, self.lessons,
            self.answers is not False, self.comfort, self.exercises, self.brand,
        )  # fmt: skip


def export(source: str | Path, *, to: str = "html", out: str | Path | None = None,
           lang: Lang | None = None, workbook: str | None = None, **options: object
           ) -> Path:  # fmt: skip
    """Write one export of one workbook and return where it is.

    Parameters
    ----------
    source : path
        A ``*.cxworkbook.json`` file or a ``cxworkbook.db``.
    to : str
        The format, one of `cxkit.report.writers.FORMATS`.
    out : path, optional
        The file, or a folder for it; beside the source by default.
    lang : {"it", "en"}, optional
        Language of the report and of what is said when it fails; that of the answers, and of this
        machine, by default.
    workbook : str, optional
        Id or title of the workbook in a database; the one that is open by default.
    **options
        Those of `Wishes.of`.

    Raises
    ------
    ReportError
        With one sentence in the user's language; no file is then written or changed.
    """
    speaks = spoken(lang)
    wishes = Wishes.of(speaks, to=to, lang=lang, out=str(out) if out else None, **options)  # type: ignore[arg-type]  # as typed there
    (made,) = exports(Source(Path(source), workbook), wishes, Places(wishes.out, speaks))
    return made()


def exports(source: Source, wishes: Wishes, places: Places) -> list[Callable[[], Path]]:
    """Return what writes a workbook in each format asked for, and says where.

    Raises
    ------
    ReportError
        When the workbook cannot be read; each of those returned, when it cannot make its export or
        write it.
    """
    book = read_workbook(source.path, wishes.speaks, source.workbook, source.person)
    request = wishes.request(book)
    name = request.book.title if source.is_database or wishes.anonymise else source.stem
    found: list[Callable[[], Path]] = []
    for to in wishes.to:
        path = places.place(source.path.parent, words_of(request, name, to))
        if path.exists() and (not wishes.overwrite or path.samefile(source.path)):
            found.append(partial(_refuse, path, wishes))
        else:
            found.append(partial(_write, request, to, places, path, wishes))
    return found


def _refuse(path: Path, wishes: Wishes) -> Path:
    raise ReportError.of(THERE_ALREADY, wishes.speaks, path=path)


def _write(request: Request, to: str, places: Places, path: Path, wishes: Wishes) -> Path:
    if to in _PAGED and wishes.answers is None:
        # On paper each answer is read from its picture; field by field they double the pages.
        request = replace(request, answers=False)
    made = FORMATS[to].write(request)
    try:
        return write_files(places.prepare(path), made)
    except OSError as error:
        raise ReportError.of(UNWRITABLE, wishes.speaks, path=path) from error
