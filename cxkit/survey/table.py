"""A table of answers as every kind of file gives it: columns, remarks, batches of rows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from cxkit.language import Lang, format_number, translator
from cxkit.language import mark as _
from cxkit.survey.errors import SurveyError

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

MOST_COLUMNS = 2_000
SAYS = {
    "encoding": _("Letters: {name}."),
    "delimiter": _("Columns are parted by {name}."),
    "sheet": _("Sheet “{name}”, one of {n}."),
    "no-header": _("No row with names was found: the columns are numbered."),
    "skipped-above": _("Rows above the table that were left out: {n}."),
    "levels": _("The names take {n} rows and were put together."),
    "renamed": _("Columns without a name, or with one that was taken: {n}. They got one."),
    "empty-columns": _("Columns without any content were left out: {n}."),
    "broken-rows": _("Rows with more or fewer cells than the names, which could not be read: {n}."),
    "odd-letters": _("Some letters could not be read and show as �. Save the file as UTF-8 if "
"that matters."),
    "files": _("Files read as one: {n}."),
    "unlike-files": _("Columns that not all files have: {n}. Where they lack, nobody answered."),
    "not-read": _("Files in the folder that were left out, because they are no survey data: {n}."),
}  # fmt: skip


@dataclass(frozen=True)
class Remark:
    """Something that was understood of a file, for people to check."""

    key: str
    name: str = ""
    n: int = 0

    def says(self, lang: Lang) -> str:
        """Return it as a sentence."""
        return translator(lang)(SAYS[self.key]).format(
            name=translator(lang)(self.name) if self.name else "", n=format_number(self.n, lang)
        )


class Stopped(Exception):  # noqa: N818 -- somebody asked for it; nothing went wrong
    """The reading was stopped by whoever waits for it."""


Progress = Callable[[float], None]
"""Is told how much is done, from 0 to 1; raises `Stopped` to end it."""


def no_progress(_share: float) -> None:
    """Take note of nothing."""


class Table(Protocol):
    """Rows of answers that are read in batches, as often as needed."""

    columns: tuple[str, ...]

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was understood of the file; complete once all batches were read."""

    def batches(
        self, columns: Sequence[str] | None = None, progress: Progress = no_progress
    ) -> "Iterator[pa.RecordBatch]":
        """Read the rows, some columns or all, cells as text or as the file's own types."""


@dataclass
class Sheet:
    """How somebody wants a file to be read, where it was understood wrongly.

    Parameters
    ----------
    name : str
        The sheet of a spreadsheet; empty: the one with the most rows.
    header : int or None
        The row that holds the names, from 1; 0: there is none. None: found.
    encoding, delimiter : str
        Of a text file; empty: found.
    """

    name: str = ""
    header: int | None = None
    encoding: str = ""
    delimiter: str = ""
    others: tuple[str, ...] = field(default=(), compare=False)


def refuse_too_wide(columns: Sequence[str], path: Path) -> None:
    """Refuse a table that is no survey any more."""
    if len(columns) > MOST_COLUMNS:
        raise SurveyError(
            _("“{file}” has {n} columns; at most {most} are read. Keep those of the "
"survey and save it again."),
            file=path.name, n=len(columns), most=MOST_COLUMNS,
        )  # fmt: skip
    if not columns:
        raise SurveyError(
            _("“{file}” holds no table: no cell is filled. Choose the file with the answers."),
            file=path.name,
        )
