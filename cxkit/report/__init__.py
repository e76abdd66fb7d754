"""The report: a filled workbook, or one notebook of it, as a document to hand over.

Public names load when they are first used: a command that fails early loads no templates.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxkit.report.document import report_html, write_report
    from cxkit.report.errors import ReportError

__all__ = ["ReportError", "report_html", "write_report"]

_HOMES = {
    "ReportError": "cxkit.report.errors",
    "report_html": "cxkit.report.document",
    "write_report": "cxkit.report.document",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'cxkit.report' has no name {name!r}")
    return getattr(import_module(_HOMES[name]), name)
