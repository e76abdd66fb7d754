"""A folder of files, one for each wave or branch, read as one table."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxkit.language import mark as _
from cxkit.survey.errors import SurveyError
from cxkit.survey.table import Progress, Remark, Sheet, Table, no_progress, refuse_too_wide

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

FILE_COLUMN = "file"
MOST_FILES = 5_000


class FolderTable:
    """The files of a folder, one below the other; a column says from which file a row comes."""

    def __init__(
        self, path: Path, sheet: Sheet, open_file: Callable[[Path, Sheet], Table],
        kinds: frozenset[str],
    ) -> None:  # fmt: skip
        self.path = path
        inside = sorted(
            file
            for file in path.rglob("*")
            if file.is_file() and not file.name.startswith((".", "_", "~"))
        )
        files = [file for file in inside if file.suffix.lower() in kinds and not file.is_symlink()]
        if not files or len(files) > MOST_FILES:
            raise SurveyError(
                _("The folder “{folder}” holds {n} files of answers (CSV, XLSX, Parquet); "
"from 1 to {most} are read as one survey."),
                folder=path.name, n=len(files), most=MOST_FILES,
            )  # fmt: skip
        self._tables = [
            (file.relative_to(path).as_posix(), open_file(file, sheet)) for file in files
        ]
        self._left_out = len(inside) - len(files)
        self._known = Counter(name for _name, table in self._tables for name in table.columns)
        own = FILE_COLUMN
        while own in self._known:
            own = f"{own}_"
        self._own = own
        self.columns = (own, *self._known)
        refuse_too_wide(self.columns, path)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was understood."""
        unlike = sum(n < len(self._tables) for n in self._known.values())
        told = [Remark("files", n=len(self._tables))]
        told += [Remark("unlike-files", n=unlike)] if unlike else []
        told += [Remark("not-read", n=self._left_out)] if self._left_out else []
        inner = dict.fromkeys(remark for _name, table in self._tables for remark in table.remarks)
        return (*told, *inner)

    def batches(
        self, columns: Sequence[str] | None = None, progress: Progress = no_progress
    ) -> "Iterator[pa.RecordBatch]":
        """Read all files, one after the other; cells are text or have the files' own types."""
        import pyarrow as pa  # late: heavy

        chosen = list(self.columns if columns is None else columns)
        for place, (name, table) in enumerate(self._tables):
            part = [column for column in chosen if column in table.columns]
            inner = _part_of(progress, place, len(self._tables))
            for batch in table.batches(part or table.columns[:1], inner):
                arrays = [
                    batch.column(column) if column in part
                    else pa.repeat(name if column == self._own else "", batch.num_rows)
                    for column in chosen
                ]  # fmt: skip
                yield pa.RecordBatch.from_arrays(arrays, names=chosen)


def _part_of(progress: Progress, place: int, parts: int) -> Progress:
    return lambda share: progress((place + share) / parts)
