"""Parquet files: typed columns, read piece by piece."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxkit.language import mark as _
from cxkit.survey.cells import clean
from cxkit.survey.errors import SurveyError
from cxkit.survey.table import Progress, Remark, Sheet, no_progress, refuse_too_wide

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

_ROWS = 2**17


class ParquetTable:
    """One Parquet file; nested columns are left out."""

    def __init__(self, path: Path, _sheet: Sheet) -> None:
        import pyarrow as pa  # late: heavy
        from pyarrow import parquet  # late: heavy

        self.path = path
        try:
            with parquet.ParquetFile(path) as file:
                schema, self._rows = file.schema_arrow, file.metadata.num_rows
        except (pa.ArrowException, OSError, ValueError) as error:
            raise SurveyError(
                _("“{file}” is no Parquet file that can be read: {reason}. Write it again, "
"or save the answers as CSV."),
                file=path.name, reason=clean(str(error))[:200],
            ) from error  # fmt: skip
        flat = [field.name for field in schema if not pa.types.is_nested(field.type)]
        names = [name for name in flat if flat.count(name) == 1 and name]
        self._own = {clean(name)[:120] or name: name for name in names}
        refuse_too_wide(tuple(self._own), path)
        self.columns = tuple(self._own)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was understood: a Parquet file leaves nothing to guess."""
        return ()

    def batches(
        self, columns: Sequence[str] | None = None, progress: Progress = no_progress
    ) -> "Iterator[pa.RecordBatch]":
        """Read the rows; cells have the types of the file."""
        from pyarrow import parquet  # late: heavy

        chosen = list(self.columns if columns is None else columns)
        own = [self._own[name] for name in chosen]
        done = 0
        with parquet.ParquetFile(self.path) as file:
            for batch in file.iter_batches(_ROWS, columns=own):
                done += batch.num_rows
                progress(min(done / max(self._rows, 1), 1.0))
                yield batch.select(own).rename_columns(chosen)
