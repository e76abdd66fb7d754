"""The report as a PDF: printed by an installed browser, twice, so that its contents name pages."""

from cxkit.report.pdf.write import write

__all__ = ["write"]
