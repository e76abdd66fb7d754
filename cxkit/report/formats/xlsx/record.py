"""What the file remembers for the way back: the answers as they were, on a hidden sheet.

So reading back knows what was changed in the spreadsheet, and what in the workbook meanwhile.
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from openpyxl.worksheet.worksheet import Worksheet

from cxkit.report.rows.cells import link_label
from cxkit.report.rows.made import JOURNEY
from cxkit.workbook.thread import ties_of

if TYPE_CHECKING:
    from cxkit.report.formats.xlsx.paper import Paper

NAME = "cxkit"
READ_BACK = (JOURNEY, "kpi-plan")
"""The exercises whose sheets are read back."""

_PIECE = 8_000


def add_record(sheets: Mapping[str, Worksheet], paper: "Paper") -> None:
    """Add the hidden sheet, when there is anything that is read back."""
    answers = paper.request.book.answers
    kept = {name: answers[name].model_dump(mode="json") for name in READ_BACK if name in sheets}
    if not kept:
        return
    context = paper.request.context
    ties = (tie for name in kept for tie in ties_of(answers[name]))
    text = json.dumps({
        "lang": paper.request.lang,
        "sheets": {name: sheets[name].title for name in kept},
        "labels": {tie.target: link_label(tie.target, context) for tie in ties},
        "base": kept,
    })  # fmt: skip
    sheet = paper.sheet(NAME)
    sheet.sheet_state = "veryHidden"
    for row, start in enumerate(range(0, len(text), _PIECE), 1):
        paper.put(sheet, row, 1, text[start : start + _PIECE])
