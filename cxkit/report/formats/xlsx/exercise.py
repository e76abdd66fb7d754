"""An exercise on its sheet: what is written once on top, each list as a table below."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cxkit.core.answer import Answer, Item, Part
from cxkit.core.fields import FieldShape, shapes_of
from cxkit.core.wording import FieldWords, wording_of
from cxkit.language import mark as _
from cxkit.report.formats.xlsx.choices import offer_choices
from cxkit.report.formats.xlsx.journey import EDIT
from cxkit.report.formats.xlsx.paper import heads, width_of
from cxkit.report.formats.xlsx.record import READ_BACK
from cxkit.report.rows.cells import wide_cell

if TYPE_CHECKING:
    from cxkit.report.formats.xlsx.paper import Paper

FIRST = 4
"""The row on which the answer begins."""
ID = _("Id (leave as it is)")
PICTURE = _("(a picture: it stays in the workbook)")

_LISTS = ("cards", "table")
# A value that is written once may run over this many columns, about this many characters wide.
_SPAN, _LINE, _LINE_HEIGHT, _TALLEST = 5, 110, 15, 400


def add_exercise(sheet: Worksheet, answer: Answer, paper: "Paper") -> None:
    """Fill the sheet with one answer."""
    words = wording_of(answer.exercise)
    lang = paper.request.lang
    back = answer.exercise in READ_BACK
    below = paper.tr(EDIT) if back else words.purpose.in_(lang)
    paper.heading(sheet, words.title.in_(lang), below)
    row = _once(sheet, FIRST, answer, words.fields, paper)
    shapes = [shape for shape in shapes_of(type(answer)) if shape.kind.name in _LISTS]
    for shape in shapes:
        items: Sequence[Item] = getattr(answer, shape.name)
        if items or back:
            row = _table(
                sheet, row, shape, words.fields[shape.name], items, paper, len(shapes) == 1
            )
    if sheet.max_column < 2 or not sheet.column_dimensions["A"].width > 13:
        sheet.column_dimensions["A"].width = 34
    for place in range(2, _SPAN + 1):
        column = sheet.column_dimensions[get_column_letter(place)]
        column.width = max(column.width, 22)


def _once(sheet: Worksheet, row: int, part: Part, words: Mapping[str, FieldWords], paper: "Paper",
          before: str = "") -> int:  # fmt: skip
    """Write the fields that are no list, one under the other; return the next free row."""
    context = paper.request.context
    for shape in shapes_of(type(part)):
        own, value = words[shape.name], getattr(part, shape.name)
        label = before + own.label.in_(context.lang)
        if shape.kind.name in _LISTS:
            continue
        if shape.part is not None:
            row = _once(sheet, row, value, own.fields, paper, f"{label} · ")
            continue
        shown = _cell(shape, own, value, paper)
        paper.put(sheet, row, 1, label, "label")
        cell = paper.put(sheet, row, 2, shown, "once")
        for place in range(3, _SPAN + 1):
            paper.dress(sheet.cell(row, place), "")
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=_SPAN)
        # Excel does not make room for a text in merged cells by itself.
        lines = sum(1 + len(line) // _LINE for line in str(cell.value or "").split("\n"))
        label_lines = 1 + len(label) // 30
        height = min(_LINE_HEIGHT * max(lines, label_lines) + 3, _TALLEST)
        sheet.row_dimensions[row].height = height
        row += 1
    return row + (row > FIRST and not before)


def _table(sheet: Worksheet, row: int, shape: FieldShape, words: FieldWords, items: Sequence[Item],
           paper: "Paper", only: bool) -> int:  # fmt: skip
    """Write a list as a table with a column for each field; return the next free row."""
    lang = paper.request.lang
    if not only:
        paper.put(sheet, row, 1, words.label.in_(lang), "part")
        row += 1
    names = heads([*(words.fields[own.name].label.in_(lang) for own in shape.fields),
                   paper.tr(ID)])  # fmt: skip
    for place, name in enumerate(names, 1):
        paper.put(sheet, row, place, name, "head")
    lines = [[_cell(own, words.fields[own.name], getattr(item, own.name), paper)
              for own in shape.fields] + [item.id] for item in items]  # fmt: skip
    for line, values in enumerate(lines, row + 1):
        for place, value in enumerate(values, 1):
            paper.put(sheet, line, place, value, "key" if place == len(names) else "")
    for place, name in enumerate(names, 1):
        column = sheet.column_dimensions[get_column_letter(place)]
        wanted = width_of([*(line[place - 1] for line in lines), *name.split()])
        column.width = max(wanted, column.width if column.customWidth else 0)
    last = row + max(len(lines), 1)
    paper.table(sheet, f"A{row}:{get_column_letter(len(names))}{last}")
    for place, own in enumerate(shape.fields, 1):
        letter = get_column_letter(place)
        offer_choices(
            sheet, f"{letter}{row + 1}:{letter}{last}", own, words.fields[own.name], paper
        )
    if only:
        sheet.freeze_panes = f"B{row + 1}"
    return last + 2


def _cell(shape: FieldShape, words: FieldWords, value: Any, paper: "Paper") -> Any:
    """Return what stands in a cell; a list within a list becomes lines."""
    context = paper.request.context
    if shape.kind.name == "picture":
        return paper.tr(PICTURE) if value else ""
    if shape.kind.name in _LISTS:
        return "\n".join(_line(item, words, paper) for item in value)
    if shape.part is not None:
        return "\n".join(
            f"{words.fields[own.name].label.in_(context.lang)}: {given}"
            for own in shape.fields if (given := getattr(value, own.name)) is not None
        )  # fmt: skip
    return wide_cell(shape, words, value, context)


def _line(item: Item, words: FieldWords, paper: "Paper") -> str:
    """Return an item of a list within a list on one line."""
    shapes = shapes_of(type(item))
    cells = [_cell(own, words.fields[own.name], getattr(item, own.name), paper) for own in shapes]
    return "• " + " · ".join(
        " ".join(str(cell).split()) for cell in cells if cell not in ("", None)
    )
