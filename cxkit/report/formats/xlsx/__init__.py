"""XLSX: a sheet for each exercise; the journey and the measures can be edited and read back."""

import io
from typing import Any

from cxkit.core.exercise import find_exercise
from cxkit.report.formats.archive import settled
from cxkit.report.formats.xlsx.board import add_board
from cxkit.report.formats.xlsx.cover import add_cover
from cxkit.report.formats.xlsx.exercise import add_exercise
from cxkit.report.formats.xlsx.journey import add_journey
from cxkit.report.formats.xlsx.paper import Paper
from cxkit.report.formats.xlsx.record import add_record
from cxkit.report.request import Request
from cxkit.report.rows.made import JOURNEY


def write(request: Request) -> bytes:
    """Return an Excel file: a cover, then each begun exercise in the programme's order."""
    paper = Paper.new(request)
    cover = paper.sheet(_cover_name(request))
    sheets: dict[str, Any] = {}
    for name in request.chosen:
        answer = request.book.answers.get(name)
        if answer is None or answer.is_empty():
            continue
        title = find_exercise(name).wording.title.in_(request.lang)
        sheet = sheets[name] = paper.sheet(title)
        if name == JOURNEY:
            add_journey(sheet, answer, paper)
            add_board(answer, paper)
        else:
            add_exercise(sheet, answer, paper)
    add_cover(cover, sheets, paper)
    add_record(sheets, paper)
    for sheet in paper.book.worksheets:
        paper.fit(sheet)
    buffer = io.BytesIO()
    paper.book.save(buffer)
    return settled(buffer.getvalue(), request.date)


def _cover_name(request: Request) -> str:
    return "Copertina" if request.lang == "it" else "Cover"
