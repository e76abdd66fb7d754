"""The class as a spreadsheet: who is where, the comments, the votes."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cxkit.core.wording import wording_of
from cxkit.instructor.figures import voted
from cxkit.instructor.roster import Row
from cxkit.language import Lang, translator
from cxkit.store import Comment
from cxkit.workbook import chapter_plans

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def ledger(
    rows: Sequence[Row],
    comments: Mapping[str, Sequence[Comment]],
    dots: Mapping[str, int],
    lang: Lang,
) -> bytes:
    """Write the class as XLSX: three sheets, all of it plain text and numbers, never a formula."""
    from openpyxl import Workbook as Spreadsheet  # late: heavy

    tr = translator(lang)
    book = Spreadsheet()
    people = book.active
    people.title = tr("People")
    exercises = [one for plan in chapter_plans() for one in plan.exercises]
    words = {
        "empty": "", "begun": tr("begun"), "attention": tr("needs attention"),
        "complete": tr("complete"),
    }  # fmt: skip
    titles = [one.wording.title.in_(lang) for one in exercises]
    _write(people, [[tr("Name"), tr("Workbook"), tr("Complete"), tr("Last saved"), *titles]])
    _write(
        people,
        (
            [row.seat.name, row.seat.title or "", row.complete, _local(row.saved_at)]
            + [words[str(row.progress.get(one.id, "empty"))] for one in exercises]
            for row in rows
        ),
    )
    people.freeze_panes = "B2"
    said = book.create_sheet(tr("Comments"))
    _write(said, [[tr("Name"), tr("Exercise"), tr("From"), tr("Written"), tr("Comment")]])
    names = {row.seat.workbook: row.seat.name for row in rows}
    _write(
        said,
        (
            [names.get(one.workbook, ""), wording_of(one.exercise).title.in_(lang),
             one.author_name, _local(one.written_at), one.text]
            for found in comments.values()
            for one in found
        ),
    )  # fmt: skip
    votes = book.create_sheet(tr("Votes"))
    _write(votes, [[tr("Obstacle"), tr("Dots")], *map(list, voted(dots, lang))])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _local(moment: Any) -> Any:
    return None if moment is None else moment.astimezone().replace(tzinfo=None, microsecond=0)


def _write(sheet: "Worksheet", rows: Iterable[Sequence[Any]]) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # late: heavy

    start = 0 if sheet["A1"].value is None else sheet.max_row
    for line, values in enumerate(rows, start + 1):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(line, column)
            if isinstance(value, str):
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:32_000]
                cell.data_type = "s"  # what starts with = is text here, too
            else:
                cell.value = value
