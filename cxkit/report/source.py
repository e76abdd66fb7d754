"""Where a report's answers come from: a workbook's file, or a database."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cxkit.language import Lang, as_lang, machine_lang
from cxkit.report.errors import (
    NO_SUCH_WORKBOOK,
    NO_WORKBOOK,
    NOT_A_SOURCE,
    NOT_FOUND,
    TWO_WORKBOOKS,
    UNREADABLE,
    ReportError,
)
from cxkit.workbook import Workbook, WorkbookFileError

if TYPE_CHECKING:
    from cxkit.store import Store, WorkbookInfo

OWNER = "owner"
"""As the store calls whoever has a database to themselves; files are read without the store."""

_DATABASES = (".db", ".sqlite", ".sqlite3")


@dataclass(frozen=True)
class Source:
    """One workbook: its file, and in a database its id or title, and whose it is."""

    path: Path
    workbook: str | None = None
    person: str = OWNER

    @property
    def is_database(self) -> bool:
        """Whether the file may hold more than one workbook."""
        return self.path.suffix.lower() in _DATABASES

    @property
    def stem(self) -> str:
        """The file's name without its endings."""
        return self.path.name.removesuffix(".json").removesuffix(".cxworkbook")


def workbooks_in(path: Path, lang: Lang, *, every: bool) -> Sequence[Source]:
    """Return the workbooks of a file: one, or with `every` all of a database.

    In the database of a class these are everybody's and the teams': whoever holds the file may
    read it.

    Raises
    ------
    ReportError
        When it is a database that cannot be read, or holds none.
    """
    source = Source(path)
    if not (every and source.is_database and path.is_file()):
        return [source]
    from cxkit.store import Store, StoreError  # late: heavy

    try:
        with Store.open(path) as store:
            owners = {info.id: person for person in _people(store)
                      for info in store.workbooks(person)}  # fmt: skip
    except StoreError as error:
        raise ReportError(error.message(lang)) from error
    if not owners:
        raise ReportError.of(NO_WORKBOOK, lang, path=path)
    return [Source(path, workbook, person) for workbook, person in owners.items()]


def _people(store: "Store") -> list[str]:
    """Return everybody who may have workbooks: the owner, then the members of each class."""
    rooms = store.classes.all()
    return [OWNER, *(one.person for room in rooms for one in store.classes.members(room.id))]


def spoken(lang: str | None = None) -> Lang:
    """Return `lang`, or the language that this machine's settings name.

    Examples
    --------
    >>> spoken("it")
    'it'
    """
    return as_lang(lang) if lang else machine_lang()


def read_workbook(path: Path, lang: Lang, wanted: str | None = None, person: str = OWNER
                  ) -> Workbook:  # fmt: skip
    """Read a workbook from a ``*.cxworkbook.json`` file or a ``cxworkbook.db``.

    Parameters
    ----------
    path : Path
        The file.
    lang : {"it", "en"}
        Language of what is said when it cannot be read.
    wanted : str, optional
        Id or title of the workbook in a database; the current one by default.
    person : str
        Whose it is, in the database of a class.

    Raises
    ------
    ReportError
        With one sentence that says what to do.
    """
    if not path.is_file():
        raise ReportError.of(NOT_FOUND, lang, path=path)
    if Source(path).is_database:
        return _from_database(path, lang, wanted, person)
    if path.suffix.lower() != ".json":
        raise ReportError.of(NOT_A_SOURCE, lang, path=path)
    try:
        return Workbook.read(path, lang=lang)
    except WorkbookFileError as error:
        raise ReportError(f"{path}: {error}") from error
    except OSError as error:
        raise ReportError.of(UNREADABLE, lang, path=path) from error


def _from_database(path: Path, lang: Lang, wanted: str | None, person: str) -> Workbook:
    from cxkit.store import Store, StoreError  # late: heavy

    try:
        with Store.open(path) as store:
            info = chosen(store, path, lang, wanted, person)
            values = {name: a.value for name, a in store.answers(info.id, person=person).items()}
        answers = Workbook.check_values(values, lang)
    except StoreError as error:
        raise ReportError(error.message(lang)) from error
    except WorkbookFileError as error:
        raise ReportError(f"{path}: {error}") from error
    return Workbook(info.title, as_lang(info.lang), answers, info.case or "")


def chosen(store: "Store", path: Path, lang: Lang, wanted: str | None, person: str = OWNER
           ) -> "WorkbookInfo":  # fmt: skip
    """Return the workbook with this id, or the only one with this title; else the open one.

    Raises
    ------
    ReportError
        When there is none, or more than one.
    """
    all_of_them = store.workbooks(person)
    if not wanted:
        current = store.current_workbook(person) or next(iter(all_of_them), None)
        if current is None:
            raise ReportError.of(NO_WORKBOOK, lang, path=path)
        return current
    for info in all_of_them:
        if info.id == wanted:
            return info
    titled = [info for info in all_of_them if info.title.casefold() == wanted.casefold()]
    if len(titled) == 1:
        return titled[0]
    names = ", ".join(f"{info.title} ({info.id})" for info in titled or all_of_them) or "–"
    sentence = TWO_WORKBOOKS if titled else NO_SUCH_WORKBOOK
    raise ReportError.of(sentence, lang, path=path, name=wanted, known=names)
