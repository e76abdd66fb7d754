"""The journey as rows: phase, touchpoint, lane, text, value; the sheet that is read back."""

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cxkit.core.answer import Answer
from cxkit.core.wording import wording_of
from cxkit.language import mark as _
from cxkit.report.formats.xlsx.paper import width_of
from cxkit.report.rows.made import rows_of
from cxkit.report.rows.row import COLUMNS, Column, headings

if TYPE_CHECKING:
    from cxkit.report.formats.xlsx.paper import Paper

HEAD = 4
"""The row of the headings."""

EDIT = _("Change it and bring it back: cxkit import FILE --into WORKBOOK")

_SHOWN: tuple[Column, ...] = tuple(column for column in COLUMNS if column != "exercise")
_WIDTHS: dict[Column, float] = {"text": 70, "key": 36}


def add_journey(sheet: Worksheet, answer: Answer, paper: "Paper") -> None:
    """Fill the sheet with the rows of the journey."""
    context, lang = paper.request.context, paper.request.lang
    names = headings(lang, journey=True)
    rows = rows_of(answer, context)
    paper.heading(sheet, wording_of(answer.exercise).title.in_(lang), paper.tr(EDIT))
    for place, column in enumerate(_SHOWN, 1):
        paper.put(sheet, HEAD, place, names[column], "head")
        texts = [getattr(row, column) for row in rows]
        width = _WIDTHS.get(column) or width_of(texts, most=30)
        sheet.column_dimensions[get_column_letter(place)].width = width
        for line, text in enumerate(texts, HEAD + 1):
            paper.put(sheet, line, place, text, "key" if column == "key" else "")
    last = get_column_letter(len(_SHOWN))
    paper.table(sheet, f"A{HEAD}:{last}{HEAD + len(rows)}")
    sheet.freeze_panes = f"D{HEAD + 1}"
    sheet.print_title_rows = f"{HEAD}:{HEAD}"
    _bound(sheet, rows, paper)


def _bound(sheet: Worksheet, rows: list, paper: "Paper") -> None:  # type: ignore[type-arg]
    """Let the values of emotions be whole numbers from −3 to +3 only."""
    letter = get_column_letter(_SHOWN.index("value") + 1)
    rule = DataValidation(
        "whole", operator="between", formula1="-3", formula2="3", allow_blank=True
    )
    rule.error = paper.tr(_("A whole number from −3 to +3, or nothing."))
    for line, row in enumerate(rows, HEAD + 1):
        if row.key.endswith("/emotion"):
            rule.add(f"{letter}{line}")
    if rule.sqref:
        sheet.add_data_validation(rule)
