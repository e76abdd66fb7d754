"""Read a notebook's cells into a report, without a kernel."""

from collections.abc import Mapping, Sequence
from typing import Any

from cxkit.core.wording import exercise_ids
from cxkit.report.build import Builder
from cxkit.report.markup import lesson_html, output_html
from cxkit.report.parts import Report
from cxkit.report.request import Request
from cxkit.workbook.cells import exercises_shown

SOURCES = "sources"
"""Id of the cell in which a chapter's notebook says what it rests on."""


def report_of(cells: Sequence[Mapping[str, Any]], request: Request, notebook: str, *,
              whole: bool = False) -> Report:  # fmt: skip
    """Put each exercise's picture, answers and advice in place of its code.

    Parameters
    ----------
    cells : sequence of mappings
        The cells as nbformat 4 stores them; ``metadata.cxkit.notebook`` names the notebook that a
        cell came from where several were combined.
    request : Request
        What the report is to be about.
    notebook : str
        Name of the notebook of all other cells.
    whole : bool
        Whether this is the whole workbook, with a summary.
    """
    chosen = frozenset(request.chosen)
    asked = [_exercises(cell) for cell in cells]
    shown = [name for names in asked for name in names if name in chosen]
    builder = Builder(request, shown)
    for cell, names in zip(cells, asked, strict=True):
        place = cell["metadata"].get("cxkit", {}).get("notebook", notebook)
        for name in names:
            if name in chosen:
                builder.add_exercise(place, name)
        if cell["cell_type"] == "markdown" and cell.get("id") == SOURCES:
            builder.add_sources(place, lesson_html(cell["source"], {}, request.lang))
        elif cell["cell_type"] == "markdown" and request.lessons:
            attached = cell.get("attachments", {})
            builder.add_lesson(place, lesson_html(cell["source"], attached, request.lang))
        elif cell["cell_type"] == "code":
            shown_before = map(output_html, cell["outputs"])
            builder.add_outputs(place, [html for html in shown_before if html])
    return builder.report(whole=whole)


def _exercises(cell: Mapping[str, Any]) -> list[str]:
    if cell["cell_type"] != "code":
        return []
    # nbconvert takes their code out first, so that it is not run.
    aside = cell["metadata"].get("cxkit", {}).get("exercises")
    names = exercises_shown(cell["source"]) if aside is None else aside
    return [name for name in names if name in exercise_ids()]
