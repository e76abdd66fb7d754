"""The report: a filled workbook, or one notebook of it, as a document to hand over."""

from cxkit.report.document import report_html, write_report
from cxkit.report.errors import ReportError

__all__ = ["ReportError", "report_html", "write_report"]
