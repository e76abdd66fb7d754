"""The steps of an nbconvert export that read a notebook into a report."""

import ast
from typing import Any

from markupsafe import Markup
from nbconvert.preprocessors import Preprocessor
from traitlets import Bool
from traitlets.config import Application, Config

from cxkit.report.cells import report_of
from cxkit.report.page import page_html
from cxkit.workbook.cells import exercises_shown


class ExercisesAside(Preprocessor):
    """Remembers what each cell shows and takes the code out of those that show exercises.

    Where ``--execute`` runs the notebook, only cells of one's own then run: an exercise in a report
    needs no kernel, and must not write into a database that lies about.
    """

    enabled = Bool(True).tag(config=True)

    def preprocess_cell(self, cell: Any, resources: Any, index: int) -> tuple[Any, Any]:
        """Set one cell aside, if it shows exercises."""
        names = exercises_shown(cell.source) if cell.cell_type == "code" else []
        if names:
            cell.metadata = {**cell.metadata, "cxkit": {"exercises": list(names)}}
            cell.source = _without_exercises(cell.source)
        return cell, resources


def _config() -> Config:
    """Return the configuration: a template's own steps are made without one."""
    return Application.instance().config if Application.initialized() else Config()


def _without_exercises(source: str) -> str:
    """Return a cell's code without the lines that show exercises; the rest may count for others.

    Examples
    --------
    >>> _without_exercises("import pandas\\nfrom cxkit import exercise\\nexercise('profile')")
    'import pandas\\nfrom cxkit import exercise'
    """
    tree = ast.parse(source)
    tree.body = [line for line in tree.body if not exercises_shown(ast.unparse(line))]
    return ast.unparse(tree)


class ExercisePreprocessor(Preprocessor):
    """Puts each exercise's picture, answers and advice in place of its code, without a kernel.

    The report goes to ``resources["report"]``; the notebook itself is left as it is. Under an
    exporter that is not ours, the finished page goes to ``resources["cxworkbook"]``.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Read the notebook into a report."""
        from cxkit.report.exporter import CxWorkbookExporter  # late: it names this step

        exporter: Any = self.parent
        metadata = resources["metadata"]
        ours = isinstance(exporter, CxWorkbookExporter)
        asked = exporter if ours else CxWorkbookExporter(config=_config())  # type: ignore[no-untyped-call]
        report = report_of(nb.cells, asked.request(metadata), metadata["name"])
        resources["report"] = report
        if not ours:
            resources["cxworkbook"] = Markup(page_html(report))  # noqa: S704 (escaped when drawn)
        return nb, resources
