"""What stands in each column: how often each value, how many blanks."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cxkit.language import mark as _
from cxkit.survey.cells import as_number, as_text, decimal_of
from cxkit.survey.errors import SurveyError
from cxkit.survey.table import Progress, Table, no_progress

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

MOST_VALUES = 400
"""Different values of a column that are counted one by one; a score or a group has fewer."""
SHOWN_LENGTH = 60


@dataclass(frozen=True)
class Column:
    """One column as it was found.

    Parameters
    ----------
    name : str
        Its name.
    values : mapping of str to int
        How often each text occurs, blanks apart; some of them where there are too `many`.
    filled, blank : int
        Cells with and without content.
    many : bool
        Whether there are more than `MOST_VALUES` different ones.
    length : float
        Mean length of the filled cells that were counted.
    """

    name: str
    values: Mapping[str, int]
    filled: int
    blank: int
    many: bool = False
    length: float = 0.0

    @property
    def decimal(self) -> Any:
        """The decimal mark its numbers have."""
        return decimal_of(self.values)

    def numbers(self) -> dict[str, float]:
        """Return the values that are numbers, as written and as read."""
        mark = self.decimal
        read = ((text, as_number(text, mark)) for text in self.values)
        return {text: number for text, number in read if number is not None}

    def examples(self, most: int = 4) -> list[str]:
        """Return the most frequent values, cut to what can be shown."""
        ranked = sorted(self.values, key=lambda text: -self.values[text])
        return [_short(text) for text in ranked[:most]]


@dataclass(frozen=True)
class Profile:
    """All columns of a survey, and how many rows it has."""

    rows: int
    columns: Mapping[str, Column]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, to be kept."""
        return {
            "rows": self.rows,
            "columns": [
                {"name": one.name, "values": dict(one.values), "filled": one.filled,
                 "blank": one.blank, "many": one.many, "length": one.length}
                for one in self.columns.values()
            ],
        }  # fmt: skip

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Profile":
        """Return what `to_dict` has kept."""
        return cls(data["rows"], {one["name"]: Column(**one) for one in data["columns"]})


@dataclass
class _Tally:
    values: Counter[str] = field(default_factory=Counter)
    filled: int = 0
    blank: int = 0
    letters: int = 0
    many: bool = False

    def add(self, array: "pa.Array") -> None:
        import pyarrow.compute as pc  # type: ignore[import-untyped]  # late: heavy

        if self.many:
            blank = _blanks(array)
            self.blank += blank
            self.filled += len(array) - blank
            return
        for entry in pc.value_counts(array):
            text, n = as_text(entry["values"].as_py()), entry["counts"].as_py()
            if not text:
                self.blank += n
                continue
            self.filled += n
            self.letters += n * len(text)
            if text in self.values or len(self.values) < MOST_VALUES:
                self.values[text] += n
            else:
                self.many = True

    def column(self, name: str) -> Column:
        told = sum(self.values.values())
        length = self.letters / self.filled if self.filled and not self.many else 0.0
        if self.many and told:
            length = sum(len(text) * n for text, n in self.values.items()) / told
        kept = self.values.most_common(40) if self.many else self.values.items()
        values = {_short(text, 200): n for text, n in kept} if self.many else dict(kept)
        return Column(name, values, self.filled, self.blank, self.many, round(length, 1))


def profile_of(table: Table, progress: Progress = no_progress) -> Profile:
    """Read a survey once and count what stands in each column.

    Columns without any content are left out.

    Raises
    ------
    SurveyError
        When there are no rows.
    """
    tallies = {name: _Tally() for name in table.columns}
    rows = 0
    for batch in table.batches(None, progress):
        rows += batch.num_rows
        for name, tally in tallies.items():
            tally.add(batch.column(name))
    if not rows:
        raise SurveyError(
            _("The file holds names of columns and no rows. Choose the file with the answers.")
        )
    return Profile(rows, dict(_columns(tallies)))


def _columns(tallies: Mapping[str, _Tally]) -> Iterator[tuple[str, Column]]:
    for name, tally in tallies.items():
        if tally.filled:
            yield name, tally.column(name)


def _blanks(array: "pa.Array") -> int:
    import pyarrow as pa  # late: heavy
    import pyarrow.compute as pc  # late: heavy

    blank = array.null_count
    if pa.types.is_string(array.type) or pa.types.is_large_string(array.type):
        blank += pc.sum(pc.equal(pc.utf8_trim_whitespace(array), "")).as_py() or 0
    return int(blank)


def _short(text: str, most: int = SHOWN_LENGTH) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
