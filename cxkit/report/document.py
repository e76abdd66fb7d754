"""The whole workbook as one document: its chapters' notebooks combined into one.

It is drawn as nbconvert's exporter draws one notebook, but without nbconvert: importing that takes
longer than the report itself.
"""

import json
from collections.abc import Iterator
from datetime import date as Date  # noqa: N812 (the parameter is called date)
from pathlib import Path
from typing import Any

from cxkit.core.wording import chapters, exercise_ids, wording_of
from cxkit.language import Lang
from cxkit.report.cells import report_of
from cxkit.report.page import page_html
from cxkit.report.parts import Report
from cxkit.report.request import Request
from cxkit.report.writing import write_whole
from cxkit.resources import notebooks
from cxkit.workbook import Workbook
from cxkit.workbook.cells import exercises_shown


def report_html(book: Workbook, *, lang: Lang | None = None, advice: bool = True,
                lessons: bool = False, date: Date | None = None) -> str:  # fmt: skip
    """Return the report on a workbook: one HTML document that needs nothing else.

    Parameters
    ----------
    book : Workbook
        The answers.
    lang : {"it", "en"}, optional
        Language of the report's own words; that of the answers by default.
    advice : bool
        Whether the advice on the answers is put at the end.
    lessons : bool
        Whether the lessons' text is in it.
    date : datetime.date, optional
        The report's date; today by default. The same input gives the same text.

    Examples
    --------
    >>> from cxkit.vision.model import Vision
    >>> page = report_html(Workbook("The bank", "en").with_answer(Vision(motto="Here")))
    >>> "<script" in page, "The bank" in page, "Here" in page
    (False, True, True)
    """
    spoken = lang or book.lang
    day = date or Date.today()  # noqa: DTZ011 (the reader's day)
    request = Request(book, spoken, day, advice, lessons)
    return page_html(whole_report(request))


def whole_report(request: Request) -> Report:
    """Gather the whole workbook: cover, summary, thread, chapters, advice; what templates draw."""
    return report_of(list(_cells(request)), request, "", whole=True)


def write(request: Request) -> bytes:
    """Make the HTML export; see `cxkit.report.writers`."""
    return page_html(whole_report(request)).encode()


def write_report(book: Workbook, path: str | Path, *, lang: Lang | None = None,
                 advice: bool = True, lessons: bool = False, date: Date | None = None
                 ) -> Path:  # fmt: skip
    """Write the report on a workbook to a file, whole or not at all; see `report_html`.

    Raises
    ------
    OSError
        When the file cannot be written; a file that was there is then as it was.
    """
    html = report_html(book, lang=lang, advice=advice, lessons=lessons, date=date)
    return write_whole(Path(path), html.encode())


def _cells(request: Request) -> Iterator[dict[str, Any]]:
    asked = {wording_of(name).chapter for name in request.chosen}
    for chapter in chapters():
        if chapter.id not in asked:
            continue
        shown: set[str] = set()
        for cell in _notebook_cells(request.lang, chapter.notebook):
            cell["metadata"] = {**cell["metadata"], "cxkit": {"notebook": chapter.notebook}}
            cell["source"] = "".join(cell["source"])
            if cell["cell_type"] == "code":
                shown.update(exercises_shown(cell["source"]))
            yield cell
        for name in exercise_ids():
            # What people wrote is in the report even where a chapter's page leaves it out.
            if wording_of(name).chapter == chapter.id and name not in shown:
                yield _exercise_cell(chapter.notebook, name)


def _notebook_cells(lang: Lang, name: str) -> list[dict[str, Any]]:
    path = notebooks() / lang / f"{name}.ipynb"
    cells: list[dict[str, Any]] = json.loads(path.read_bytes())["cells"] if path.is_file() else []
    return cells


def _exercise_cell(notebook: str, name: str) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {"cxkit": {"notebook": notebook}},
        "outputs": [],
        "source": f"from cxkit import exercise\nexercise({name!r})",
    }
