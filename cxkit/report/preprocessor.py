"""The nbconvert preprocessor that reads a notebook's cells into the report's parts."""

from typing import Any

from nbconvert.preprocessors import Preprocessor

from cxkit.core.wording import exercise_ids
from cxkit.report.build import Builder
from cxkit.report.markup import lesson_html, output_html
from cxkit.workbook.cells import exercises_shown


class ExercisePreprocessor(Preprocessor):
    """Puts each exercise's picture, answers and advice in place of its code, without a kernel.

    The report goes to ``resources["report"]``; the notebook itself is left as it is. Where several
    notebooks were combined, a cell's ``metadata.cxkit.notebook`` names the one it came from.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Read the notebook into a report."""
        exporter: Any = self.parent
        request = exporter.request(resources["metadata"])
        asked = [
            [name for name in exercises_shown(cell.source) if name in exercise_ids()]
            if cell.cell_type == "code"
            else []
            for cell in nb.cells
        ]
        shown = [name for names in asked for name in names]
        builder = Builder(request.book, request.lang, request.date, shown)
        for cell, names in zip(nb.cells, asked, strict=True):
            own = cell.metadata.get("cxkit", {})
            notebook = own.get("notebook", resources["metadata"]["name"])
            for name in names:
                builder.add_exercise(notebook, name)
            if cell.cell_type == "markdown" and exporter.lessons:
                lesson = lesson_html(cell.source, cell.get("attachments", {}))
                builder.add_lesson(notebook, lesson)
            elif cell.cell_type == "code" and not names:
                shown_before = map(output_html, cell.outputs)
                builder.add_outputs(notebook, [html for html in shown_before if html])
        whole = bool(nb.metadata.get("cxkit", {}).get("whole"))
        resources["report"] = builder.report(whole=whole, advice=exporter.advice)
        return nb, resources
