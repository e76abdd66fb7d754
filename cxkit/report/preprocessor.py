"""The step of an nbconvert export that reads a notebook into a report."""

from typing import Any

from nbconvert.preprocessors import Preprocessor

from cxkit.report.cells import report_of


class ExercisePreprocessor(Preprocessor):
    """Puts each exercise's picture, answers and advice in place of its code, without a kernel.

    The report goes to ``resources["report"]``; the notebook itself is left as it is.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Read the notebook into a report."""
        exporter: Any = self.parent
        metadata = resources["metadata"]
        resources["report"] = report_of(nb.cells, exporter.request(metadata), metadata["name"])
        return nb, resources
