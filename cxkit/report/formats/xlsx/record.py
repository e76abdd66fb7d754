"""What the file remembers for the way back: the answers as they were, on a hidden sheet.

So reading back knows what was changed in the spreadsheet, and what in the workbook meanwhile.
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from openpyxl.worksheet.worksheet import Worksheet

from cxkit.report.rows.made import JOURNEY

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
    text = json.dumps(
        {"lang": paper.request.lang, "sheets": {n: sheets[n].title for n in kept}, "base": kept}
    )
    sheet = paper.sheet(NAME)
    sheet.sheet_state = "veryHidden"
    for row, start in enumerate(range(0, len(text), _PIECE), 1):
        paper.put(sheet, row, 1, text[start : start + _PIECE])
